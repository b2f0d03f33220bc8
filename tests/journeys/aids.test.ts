/** Sheets to print in Chromium: open to everyone, one side of A5 on paper, and from the code on the paper back to the page. */
import jsQrModule from "jsqr";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { formatAidVersion } from "#app/domain/aid-version.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { arrived, openBrowser, visit, WAYS } from "./browser.ts";
import { course as shipped } from "./course.ts";
import { senderFor } from "./forms.ts";
import { BUILD, startSite } from "./harness.ts";
import { kindsBuild, sampleCourse } from "./kinds-build.ts";
import { pageFaults } from "./page-faults.ts";
import { addPerson } from "./people.ts";
import { wordsIn } from "./words.ts";

// The package is CommonJS: its function comes as `default` from some loaders and as the module from others.
const jsQr = ((jsQrModule as unknown as { default?: typeof jsQrModule }).default ?? jsQrModule) as typeof jsQrModule;

const { course } = sampleCourse();
const [aid] = course.aids;
if (!aid) throw new Error("the sample has no aid");
const { code, revision } = aid.version;
const site = await startSite({ build: kindsBuild() });
const browser = await openBrowser();
const at = (language: Language, version?: string) => paths.aid(language, course.id, aid.id, version);
const lesson = (language: Language) => paths.lesson(language, course.id, "pieces", "sheet-to-print");

/** A5 in points, as Chromium rounds it. */
const A5 = { width: 420, height: 595 };

function sheetsOf(pdf: Buffer): { width: number; height: number }[] {
  const text = pdf.toString("latin1");
  return [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => ({
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
  }));
}

function print(page: Page): Promise<Buffer> {
  return page.pdf({ preferCSSPageSize: true });
}

/** What a telephone reads from the code as it is drawn, in the theme of the page. */
async function readCode(page: Page): Promise<string | undefined> {
  const picture = await page.locator(".aid-code").screenshot();
  const { width, height, pixels } = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width: bitmap.width, height: bitmap.height, pixels: [...data] };
  }, picture.toString("base64"));
  return jsQr(new Uint8ClampedArray(pixels), width, height)?.data;
}

test.each(LANGUAGES)("the sheet is exactly one side of A5, whatever else the page shows: %s", async (language) => {
  const { page, goto } = await visit(browser, site, { javaScript: false });
  for (const version of [undefined, "no-version"]) {
    await goto(at(language, version));
    expect(sheetsOf(await print(page))).toEqual([A5]);
  }
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator(".aid-foot");
  const seen = (text: string) => page.getByText(text).first().isVisible();
  for (const present of [formatAidVersion(aid.version), `/aids/${course.id}/${aid.id}?v=`])
    expect(await sheet.getByText(present).first().isVisible(), present).toBe(true);
  const t = await wordsIn(language);
  for (const absent of [t("aid.printHint"), t("aid.unsureTitle"), t("site.signIn")])
    expect(await seen(absent), absent).toBe(false);
});

test("every sheet of the course that the installation ships with is one side of A5 in every language", async () => {
  const real = await startSite({ build: BUILD });
  const { page } = await visit(browser, real, { javaScript: false });
  expect(shipped.aids.length).toBeGreaterThan(0);
  for (const { id } of shipped.aids) {
    for (const language of LANGUAGES) {
      await page.goto(real.origin + paths.aid(language, shipped.id, id));
      expect({ id, language, sheets: sheetsOf(await print(page)) }).toEqual({ id, language, sheets: [A5] });
    }
  }
});

test.each(["light", "dark"] as const)(
  "the code is read in the %s theme, and its address opens the page",
  async (colorScheme) => {
    const { page, goto } = await visit(browser, site, { locale: "be" });
    await page.emulateMedia({ colorScheme });
    await goto(at("en"));
    const address = await readCode(page);
    expect(address).toBe(`${site.origin}${paths.aidShort(course.id, aid.id, formatAidVersion(aid.version))}`);
    expect(await page.locator(".aid-address").textContent()).toBe(address);
    await page.goto(address ?? "");
    expect(new URL(page.url()).pathname).toBe(at("be"));
    const be = await wordsIn("be");
    expect(await page.locator(".aid-age").textContent()).toContain(be("aid.currentTitle"));
  },
);

test.each([
  { version: `${code}-1`, says: ["aid.olderTitle", "aid.material"] },
  { version: `${code}-${revision - 1}`, says: ["aid.olderTitle", "aid.wording"] },
  { version: `000000-${revision}`, says: ["aid.unsureTitle"] },
  { version: "unreadable", says: ["aid.unsureTitle", "aid.unknownText"] },
] as const)("who comes from the sheet $version is told how old it is, in every language", async ({ version, says }) => {
  const sender = senderFor(site, null);
  for (const language of LANGUAGES) {
    const t = await wordsIn(language);
    const { status, text } = await sender.get(at(language, version));
    expect(status).toBe(200);
    for (const key of says) expect(text).toContain(t(key));
    expect(text).toContain('content="noindex"');
  }
});

test.each(WAYS)("a learner comes from the lesson to the sheet, by keyboard: $way", async ({ javaScript }) => {
  const person = await addPerson(site, `${javaScript ? "a" : "b"}@example.org`);
  const { page, goto } = await visit(browser, site, { javaScript, person });
  await goto(lesson("ru"));
  const card = page.locator(".aid-card a");
  expect(await card.textContent()).toBe(aid.title.ru);
  for (let pressed = 0; pressed < 60 && !(await card.evaluate((one) => one === document.activeElement)); pressed += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await arrived(page, at("ru"));
  expect(await page.locator("h1").textContent()).toBe(aid.title.ru);
  const ru = await wordsIn("ru");
  if (javaScript) await page.getByRole("button", { name: ru("aid.print") }).waitFor();
  else expect(await page.getByRole("button", { name: ru("aid.print") }).count()).toBe(0);
  expect(await page.getByText(ru("aid.printHint")).count()).toBe(1);
});

test("a guest finds the sheet on the course page and changes its language, and the version of the paper stays", async () => {
  const { page, goto } = await visit(browser, site);
  await goto(paths.course("en", course.id));
  await page.getByRole("link", { name: aid.title.en }).click();
  await arrived(page, at("en"));
  await goto(at("en", `${code}-1`));
  await page.locator(".language-switch a[lang=be]").click();
  await arrived(page, at("be"));
  expect(new URL(page.url()).search).toBe(`?v=${code}-1`);
  const be = await wordsIn("be");
  expect(await page.locator(".aid-age").textContent()).toContain(be("aid.olderTitle"));
});

test.each(LANGUAGES)("nobody is shut out of the sheet and of the lesson that leads to it: %s", async (language) => {
  const person = await addPerson(site, `${language}@example.org`);
  const { page, goto } = await visit(browser, site, { person });
  for (const path of [at(language), at(language, `${code}-1`), lesson(language), paths.course(language, course.id)]) {
    await goto(path);
    expect(await pageFaults(page, language)).toEqual([]);
  }
});

test("the page of the sheet is kept by nobody on the way, like every page of the site", async () => {
  const { headers } = await senderFor(site, null).get(at("en"));
  expect(headers.get("cache-control")).toBe("private, no-store");
});
