/** Timelines, comparisons and charts in Chromium: by keyboard, without JavaScript, on paper, and what the browser gets of them. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { openBrowser, visit, WAYS } from "./browser.ts";
import { senderFor } from "./forms.ts";
import { startSite } from "./harness.ts";
import { kindsBuild } from "./kinds-build.ts";
import { pageFaults } from "./page-faults.ts";
import { addPerson } from "./people.ts";

const build = kindsBuild();
const site = await startSite({ build });
const browser = await openBrowser();
const lesson = (language: Language) => paths.lesson(language, "sample", "pieces", "figures");
const person = await addPerson(site, "reader@example.org");

const shownEvents = (page: Page) => page.locator(".timeline-list > li:visible").count();
const state = (page: Page, id: string) => page.locator(`#${id} [role=status]`).textContent();

async function press(page: Page, selector: string, key = "Space"): Promise<void> {
  for (let pressed = 0; pressed < 200; pressed += 1) {
    await page.keyboard.press("Tab");
    if (!(await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))) continue;
    return page.keyboard.press(key);
  }
  throw new Error(`${selector} was not reached`);
}

test.each(WAYS)(
  "the keyboard alone chooses layers, and is told how many events are shown, $way",
  async ({ javaScript }) => {
    const { page, goto } = await visit(browser, site, { javaScript, person });
    await goto(lesson("en"));
    expect(await shownEvents(page)).toBe(27);
    expect(await state(page, "river-rules")).toBe("27 of 27 shown");
    await press(page, '[name="river-rules.layer"][value="1"]');
    await press(page, '[name="river-rules.layer"][value="4"]');
    if (!javaScript) await press(page, "#river-rules button", "Enter");
    await expect.poll(() => shownEvents(page)).toBe(10);
    expect(await state(page, "river-rules")).toBe("10 of 27 shown");
    expect(await page.locator("#river-rules .is-faded").count()).toBe(3);
  },
);

test.each(WAYS)("the keyboard alone puts two things side by side by one criterion, $way", async ({ javaScript }) => {
  const { page, goto } = await visit(browser, site, { javaScript, person });
  await goto(lesson("ru"));
  await press(page, "#crossings .compare-choice > summary", "Enter");
  for (const name of ["thing", "by"]) {
    await press(page, `[name="crossings.${name}"][value="1"]`);
    if (name === "thing") await press(page, `[name="crossings.thing"][value="3"]`);
  }
  if (!javaScript) await press(page, "#crossings button", "Enter");
  await expect.poll(() => page.locator("#crossings tbody tr:visible").count()).toBe(2);
  expect(await page.locator("#crossings tbody tr:visible th").allTextContents()).toEqual(["Паром", "Тоннель"]);
  expect(await page.locator("#crossings thead th:visible").allTextContents()).toEqual([
    "Путь",
    "Статус",
    "Как на него сослаться?",
  ]);
  expect(await state(page, "crossings")).toBe("Показано: 2 из 4");
  await press(page, "#crossings .compare-more > summary", "Enter");
  await page.getByText("которое здесь не действует").first().waitFor();
});

test("two choices without script do not undo each other", async () => {
  const { page, goto } = await visit(browser, site, { javaScript: false, person });
  await goto(`${lesson("en")}?river-rules.layer=0`);
  expect(await shownEvents(page)).toBe(8);
  await page.locator("#crossings .compare-choice > summary").click();
  await page.locator('[name="crossings.thing"][value="0"]').check();
  await page.locator("#crossings button").click();
  await expect.poll(() => page.locator("#crossings tbody tr:visible").count()).toBe(1);
  expect(await shownEvents(page)).toBe(8);
});

test("a phone gets the list without the scale of years, and a comparison one thing after the other", async () => {
  const { page, goto } = await visit(browser, site, { person });
  await page.setViewportSize({ width: 360, height: 740 });
  await goto(lesson("be"));
  expect(await page.locator(".timeline-drawing").isVisible()).toBe(false);
  expect(await page.locator("#crossings .compare-criterion").first().isVisible()).toBe(true);
  expect(
    await page.locator("#crossings .exhibit-scroll").evaluate((frame) => frame.scrollWidth <= frame.clientWidth),
  ).toBe(true);
  const small = await page
    .locator(".show-only label, .exhibit summary")
    .evaluateAll((all) => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24).length);
  expect(small).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await page.locator(".timeline-drawing").isVisible()).toBe(true);
  const beside = await page.locator("#crossings").evaluate((exhibit) => {
    const frame = exhibit.querySelector(".exhibit-scroll");
    if (frame) frame.scrollLeft = 200;
    const first = exhibit.querySelector("tbody th");
    return Math.round((first?.getBoundingClientRect().left ?? 0) - (frame?.getBoundingClientRect().left ?? 0));
  });
  expect(beside).toBe(0);
});

test("paper has everything: what was chosen away, what is opened on demand, and every figure", async () => {
  const { page, goto } = await visit(browser, site, { person });
  await goto(`${lesson("en")}?river-rules.layer=0&crossings.thing=0&crossings.by=0`);
  await page.emulateMedia({ media: "print" });
  expect(await shownEvents(page)).toBe(27);
  expect(await page.locator("#crossings tbody tr:visible").count()).toBe(4);
  expect(await page.locator("#crossings tbody tr").first().locator("td:visible").count()).toBe(5);
  expect(await page.locator(".compare-more-paper:visible").count()).toBe(3);
  expect(await page.locator(".show-only:visible, .compare-choice:visible").count()).toBe(0);
  expect(await page.locator(".chart table:visible").count()).toBe(4);
  expect(
    await page.locator("#crossings .exhibit-scroll").evaluate((frame) => frame.scrollWidth <= frame.clientWidth),
  ).toBe(true);
});

test("nobody is shut out of figures: three languages, two themes, a small phone", async () => {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    const { page, goto } = await visit(browser, site, { person, locale: language });
    await goto(lesson(language));
    for (const open of await page.locator(".exhibit summary").all()) await open.click();
    for (const fault of await pageFaults(page, language)) faults.push(`${language}: ${fault}`);
  }
  expect(faults).toEqual([]);
});

test("a layer that was ticked before script was there counts, and the drawings of the server stay as they are", async () => {
  const { text } = await senderFor(site, person).get(lesson("be"));
  const { page, goto } = await visit(browser, site, { person });
  await goto(lesson("be"));
  await page.locator('[name="river-rules.layer"]').first().check();
  await expect.poll(() => shownEvents(page)).toBeLessThan(27);
  const served = [...text.matchAll(/<(?:circle|rect|polyline)\b/g)].length;
  const drawn = await page
    .locator(".exhibit")
    .evaluateAll((all) => all.reduce((sum, one) => sum + one.querySelectorAll("circle, rect, polyline").length, 0));
  expect(served).toBeGreaterThan(80);
  expect(drawn).toBe(served);
});

test("each of these kinds costs a reader at most 6 kB", async () => {
  const folder = join(build, "client/assets");
  const files = await readdir(folder);
  const texts = await Promise.all(
    files
      .filter((file) => file.endsWith(".js"))
      .map(async (file) => [file, await readFile(join(folder, file), "utf8")] as const),
  );
  const sizeOf = (mark: string) => {
    const [file, text] = texts.find(([name, source]) => /^(view|show-only)-/.test(name) && source.includes(mark)) ?? [
      "",
      "",
    ];
    const shared = texts.filter(([name]) => /^(show-only|round-ticks)-/.test(name) && text.includes(name));
    return [[file, text] as const, ...shared].reduce((sum, [, source]) => sum + brotliCompressSync(source).length, 0);
  };
  for (const mark of ["timeline-list", "compare-choice", "chart-facts"]) {
    const size = sizeOf(mark);
    expect(size, mark).toBeGreaterThan(500);
    expect(size, mark).toBeLessThan(6000);
  }
});
