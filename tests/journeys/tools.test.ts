/** Calculators, a decision tree and cards in Chromium: by keyboard, without JavaScript, on paper, in every language and theme. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { openBrowser, visit, WAYS } from "./browser.ts";
import { startSite } from "./harness.ts";
import { kindsBuild } from "./kinds-build.ts";
import { pageFaults } from "./page-faults.ts";
import { addPerson } from "./people.ts";

const build = kindsBuild();
const site = await startSite({ build });
const browser = await openBrowser();
const learner = await addPerson(site, "learner@example.org");
const author = await addPerson(site, "author@example.org", { roles: ["author"] });

const lesson = (language: Language) => paths.lesson(language, "sample", "pieces", "tools");

async function focusOn(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${selector} was not reached`);
}

async function fill(page: Page, column: number, fields: Record<string, string>): Promise<void> {
  for (const [letter, text] of Object.entries(fields)) {
    await focusOn(page, `[id="l-sending.${column}.${letter}"]`);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  }
}

const rowOf = (page: Page, place: number) =>
  page.locator("#l-sending tbody tr").nth(place).locator("td").allTextContents();

/** Until the script has taken over, the page is that of a reader without it. */
const ready = (page: Page, javaScript: boolean) =>
  javaScript ? page.locator("#l-cards .cards-pile").waitFor() : Promise.resolve();

test.each(WAYS)(
  "the keyboard alone compares two services, and is told what to enter anew, $way",
  async ({ javaScript }) => {
    const { page, goto } = await visit(browser, site, { javaScript, person: learner });
    await goto(lesson("en"));
    await ready(page, javaScript);
    expect(await rowOf(page, 3)).toEqual(["4.50"]);
    await fill(page, 2, { A: "150", f: "4,5", m: "90", r: "87.3", k: "135" });
    await focusOn(page, "#l-sending button[type=submit]");
    await page.keyboard.press("Enter");
    await expect.poll(() => rowOf(page, 3)).toEqual(["4.50", "7.00"]);
    await expect.poll(() => rowOf(page, 4)).toEqual(["5880.00", "12,960.00"]);
    expect(await page.locator("#l-sending .calc-messages").textContent()).toContain("Service 2: above the ceiling");
    expect(await page.locator("[id='l-sending.2.f']").inputValue()).toBe("4,5");

    await page.locator("[id='l-sending.1.A']").focus();
    await fill(page, 1, { A: "0" });
    await page.keyboard.press("Enter");
    const problem = page.locator("#l-sending .field-problem");
    await problem.waitFor();
    expect(await problem.textContent()).toBe("Please enter “Amount sent” anew: more than 0.");
    expect(await page.locator("[id='l-sending.1.A']").inputValue()).toBe("0");
    expect(await rowOf(page, 3)).toEqual(["–no value", "7.00"]);
    // The other calculator of the page, and the rest of the address, are left alone.
    expect(await page.locator("[id='l-going.1.W']").inputValue()).toBe("600");
    if (!javaScript) expect(new URL(page.url()).hash).toBe("#l-sending");
  },
);

test("with the keyboard alone and script, the tree leads to a result, back and to another", async () => {
  const { page, goto } = await visit(browser, site, { person: learner });
  await goto(lesson("en"));
  await ready(page, true);
  await focusOn(page, "#l-rules .decide-answers button");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Question 2");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  const result = page.locator("#l-rules .decide-result");
  expect(await result.textContent()).toContain("Not a migrant worker in the sense of the law");
  expect(await result.textContent()).toContain("Before a decision open the text in force.");
  expect(await result.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.locator("#l-rules .decide-answers").getByRole("button", { name: "leaving" }).press("Enter");
  await page.locator("#l-rules .decide-answers").getByRole("button", { name: "yes" }).press("Enter");
  expect(await result.textContent()).toContain("Check the register of licence holders");
  expect(await page.locator("#l-rules .decide-tree").isVisible()).toBe(false);
  await page.locator("#l-rules button[aria-expanded]").press("Enter");
  expect(await page.locator("#l-rules .decide-tree").isVisible()).toBe(true);
});

test("without JavaScript the tree is a list to be followed by its links, and cards open one by one", async () => {
  const { page, goto } = await visit(browser, site, { javaScript: false, person: learner });
  await goto(lesson("ru"));
  await focusOn(page, '#l-rules a[href="#l-rules-g"]');
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash).toBe("#l-rules-g");
  await focusOn(page, '#l-rules a[href="#l-rules-r6"]');
  await page.keyboard.press("Enter");
  expect(await page.locator("#l-rules li:target").textContent()).toContain("Проверьте реестр лицензий");
  await focusOn(page, "#l-cards summary");
  await page.keyboard.press("Enter");
  expect(await page.getByText("Линия на карте.").first().isVisible()).toBe(true);
});

test("with the keyboard alone, a card comes back until it is known, and nothing of it is kept", async () => {
  const { page, goto } = await visit(browser, site, { person: learner });
  await goto(lesson("be"));
  await ready(page, true);
  const card = page.locator("#l-cards .cards-card");
  for (const button of [0, 1, 0, 0, 0, 0]) {
    await focusOn(page, `#l-cards .cards-buttons button:nth-child(${button + 1})`);
    await page.keyboard.press("Enter");
  }
  await expect.poll(() => card.textContent()).toBe("Вы ведаеце ўсе карткі.");
  await page.reload();
  await ready(page, true);
  expect(await page.locator("#l-cards .cards-place").textContent()).toContain("0");
  expect(site.rows("select id from activity_answers")).toEqual([]);
  expect(site.rows("select * from notes")).toEqual([]);
});

test.each(WAYS)(
  "what was typed before the script came, or without it, is reckoned in the language of the page, $way",
  async ({ javaScript }) => {
    const { page, goto } = await visit(browser, site, { javaScript, person: learner });
    await goto(`${lesson("be")}?l-sending.1.A=100&l-sending.1.f=3&l-sending.1.m=0,9&l-sending.1.r=0,9&l-sending.1.k=0`);
    await ready(page, javaScript);
    expect(await rowOf(page, 3)).toEqual(["3,00"]);
    expect(await page.locator("#l-sending .calc-messages").textContent()).toContain("яшчэ не ніжэй за мэту");
  },
);

test.each(WAYS)(
  "on paper nothing is hidden: numbers, bars, the whole tree, every card with its definition, $way",
  async ({ javaScript }) => {
    const { page, goto } = await visit(browser, site, { javaScript, person: learner });
    await goto(lesson("en"));
    await ready(page, javaScript);
    await page.emulateMedia({ media: "print" });
    for (const part of [
      "#l-sending table",
      "#l-sending .calc-bars",
      "#l-rules-r7",
      "#l-rules .decide-read-on",
      "#l-cards .cards-paper",
    ]) {
      expect(await page.locator(part).first().isVisible(), part).toBe(true);
    }
    for (const part of [
      "#l-rules .decide-steps",
      "#l-cards .cards-pile",
      "#l-cards .cards-closed",
      "#l-sending button",
    ]) {
      expect(await page.locator(part).isVisible(), part).toBe(false);
    }
    expect(await page.locator("#l-cards .cards-paper").textContent()).toContain("A line on a map.");
  },
);

test.each(LANGUAGES)("nobody is shut out, before use and in its midst, in %s", async (language) => {
  const { page, goto } = await visit(browser, site, { person: learner, locale: language });
  await goto(lesson(language));
  await ready(page, true);
  const faults = await pageFaults(page, language);
  await page.locator("[id='l-sending.2.A']").fill("0");
  await page.locator("#l-sending button[type=submit]").click();
  await page.locator("#l-rules .decide-answers button").first().click();
  await page.locator("#l-rules .decide-answers button").first().click();
  await page.locator("#l-rules button[aria-expanded]").click();
  await page.locator("#l-cards .cards-buttons button").first().click();
  faults.push(...(await pageFaults(page, language)));
  const small = await page
    .locator("#l-sending input, #l-rules button, #l-rules .decide-ways a, #l-cards button")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 24).length);
  expect([...faults, `${small} targets are too small`]).toEqual(["0 targets are too small"]);
});

test.each(LANGUAGES)("without JavaScript nobody is shut out either, in %s", async (language) => {
  const { page, goto } = await visit(browser, site, { javaScript: false, person: learner, locale: language });
  await goto(`${lesson(language)}?l-sending.1.A=`);
  expect(await page.locator("#l-sending .field-problem").count()).toBe(5);
  await page.setViewportSize({ width: 360, height: 740 });
  const box = await page
    .locator("main")
    .evaluate((main) => main.scrollWidth - main.clientWidth)
    .catch(() => 0);
  expect(box).toBeLessThanOrEqual(0);
});

test.each(WAYS)("authors see them in the preview: to be tried, reviewed and printed, $way", async ({ javaScript }) => {
  const { page, goto } = await visit(browser, site, { javaScript, person: author });
  const preview = paths.authorPreview("en", "sample", "pieces/tools");
  await goto(`${preview}?as=learner&in=ru&beside=be`);
  const second = page.locator("[id='be-l-sending.1.A']");
  await second.fill("100");
  await page.locator("#be-l-sending button[type=submit]").click();
  await expect
    .poll(() => page.locator("#be-l-sending tbody tr").nth(3).locator("td").first().textContent())
    .toBe("7,00");
  expect(await page.locator("[id='l-sending.1.A']").inputValue()).toBe("200");
  if (!javaScript) expect(page.url()).toContain("beside=be");
  await goto(`${preview}?as=print&in=en`);
  if (javaScript) await page.locator("#l-rules .decide-steps").waitFor({ state: "attached" });
  expect(await page.locator("#l-rules .decide-tree").isVisible()).toBe(true);
  expect(await page.locator("#l-cards .cards-paper").isVisible()).toBe(true);
});

test("a page fetches the three views, each at most 6 kB", async () => {
  const { page, goto } = await visit(browser, site, { person: learner });
  const fetched = new Set<string>();
  page.on("request", (request) => fetched.add(new URL(request.url()).pathname.split("/").pop() ?? ""));
  await goto(lesson("en"));
  await ready(page, true);
  const folder = join(build, "client/assets");
  const used = (await readdir(folder)).filter((file) => /^view-.*\.js$/.test(file) && fetched.has(file));
  expect(used).toHaveLength(3);
  for (const file of used) {
    expect(brotliCompressSync(await readFile(join(folder, file))).length, file).toBeLessThan(6000);
  }
});
