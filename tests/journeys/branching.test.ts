/** A case with branches in Chromium: by keyboard, without JavaScript, with the line cut, back and forth, and what colleagues chose. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { ScenarioPublic } from "#app/activities/scenario/definition.ts";
import { words } from "#app/activities/scenario/words.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { openBrowser, visit, WAYS } from "./browser.ts";
import { senderFor } from "./forms.ts";
import { eventually, startSite } from "./harness.ts";
import { kindsBuild, sampleCourse } from "./kinds-build.ts";
import { pageFaults } from "./page-faults.ts";
import { addPerson, type Person } from "./people.ts";
import { wordsIn } from "./words.ts";

const build = kindsBuild();
const site = await startSite({ build });
/** An installation in which nobody has walked yet: what was counted is kept for a minute. */
const office = await startSite({ build });
const browser = await openBrowser();
const en = await wordsIn("en");
const record = sampleCourse().activities.find(({ id }) => id === "laundry");
if (!record) throw new Error("the sample course has no scenario");
const inLanguage = (language: Language) => record.public[language] as ScenarioPublic;

const lesson = (language: Language) => paths.lesson(language, "sample", "pieces", "branching");
const state = (page: Page) => page.locator("#laundry p.save-state");
const stage = (page: Page) => page.locator("#laundry .scenario-stage");
const button = (page: Page, value: string) => page.locator(`#laundry button[name="laundry.answer"][value="${value}"]`);

/** Paths that were saved, oldest first. */
function stored(person: Person): { path: string; skipped: boolean }[] {
  return site
    .rows<{ response: string }>(
      "select response from activity_answers where account_id = ? order by answered_at, rowid",
      person.id,
    )
    .map(({ response }) => JSON.parse(response) as { path: string[]; skipped: boolean })
    .map(({ path, skipped }) => ({ path: path.join(""), skipped }));
}

const title = (index: number, language: Language = "en") => inLanguage(language).scenes[index]?.title ?? "";
const shows = (page: Page, index: number, language: Language = "en") =>
  expect.poll(() => stage(page).locator(".scenario-title").first().textContent()).toContain(title(index, language));

async function pressWithKeys(page: Page, value: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(
      (wanted) => document.activeElement?.matches(`#laundry button[value="${wanted}"]`) ?? false,
      value,
    );
    if (there) return page.keyboard.press("Enter");
  }
  throw new Error(`the button ${value} was not reached`);
}

test.each(WAYS)(
  "the keyboard alone walks a case to its end, $way: each consequence before the next scene, and all of them at the end",
  async ({ javaScript }) => {
    const person = await addPerson(site, `keys-${javaScript}@example.org`);
    const { page, goto } = await visit(browser, site, { javaScript, person });
    await goto(lesson("en"));
    expect(await page.locator("#laundry .scenario-note").textContent()).toContain("threats and papers");
    await pressWithKeys(page, "a");
    await shows(page, 1);
    expect(await page.locator(".scenario-consequence").textContent()).toContain("Nobody speaks freely");
    expect(await page.locator(".scenario-meters").textContent()).toContain("trust: low (lower)");
    if (javaScript) await expect.poll(() => stage(page).evaluate((it) => it === document.activeElement)).toBe(true);
    else expect(page.url()).toMatch(/#laundry$/);
    await pressWithKeys(page, "back");
    await shows(page, 0);
    for (const [value, next] of [
      ["a", 1],
      ["a", 0],
      ["b", 2],
      ["a", 3],
      ["b", 5],
    ] as const) {
      await pressWithKeys(page, value);
      await shows(page, next);
    }
    const rows = await page.locator(".scenario-path tbody tr").allTextContents();
    expect(rows).toHaveLength(4);
    expect(rows[3]).toContain("Whoever knows what comes next can choose.");
    expect(await page.locator(".scenario-debrief").textContent()).toContain("The treaty knows 2 rules");
    expect(stored(person).map(({ path }) => path)).toEqual(["a", "", "a", "aa", "aab", "aaba", "aabab"]);
    await pressWithKeys(page, "again");
    await shows(page, 0);
    expect(stored(person).at(-1)).toEqual({ path: "", skipped: false });
  },
);

test.each(WAYS)(
  "who skips reads the summary, may come back, and finishes the lesson either way, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `skips-${javaScript}@example.org`);
    const { page, goto } = await visit(browser, site, { javaScript, person });
    await goto(lesson("en"));
    await button(page, "b").click();
    await shows(page, 2);
    await button(page, "skip").click();
    await expect.poll(() => stage(page).textContent()).toContain("finds out most, and harms nobody");
    await goto(lesson("be"));
    expect(await stage(page).textContent()).toContain(words.be.skipped);
    await button(page, "resume").click();
    await shows(page, 2, "be");
    expect(stored(person)).toEqual([
      { path: "b", skipped: false },
      { path: "b", skipped: true },
      { path: "b", skipped: false },
    ]);
    await goto(lesson("en"));
    await page.getByRole("button", { name: en("lesson.complete") }).click();
    await page.waitForURL((url) => url.pathname !== lesson("en"));
  },
);

test("with the line cut the page says “not saved yet”, keeps its scene, and goes on once it is back, saved once", async () => {
  const person = await addPerson(site, "cut@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  await visitor.goto(lesson("en"));
  await button(page, "b").click();
  await shows(page, 2);
  await expect.poll(() => state(page).textContent()).toBe(en("activity.saved"));
  await visitor.withoutLine(async () => {
    await visitor.context.setOffline(true);
    await button(page, "a").click();
    await expect.poll(() => state(page).textContent()).toBe(en("activity.unsaved"));
    await shows(page, 2);
    await button(page, "a").click();
    expect(stored(person)).toHaveLength(1);
    await visitor.context.setOffline(false);
    await expect.poll(() => state(page).textContent(), { timeout: 15_000 }).toBe(en("activity.saved"));
  });
  await shows(page, 3);
  expect(stored(person).map(({ path }) => path)).toEqual(["b", "ba"]);
  await visitor.goto(lesson("ru"));
  await shows(page, 3, "ru");
  await page.reload();
  await shows(page, 3, "ru");
});

test("a step whose acknowledgement is lost on the way is sent again and kept once", async () => {
  const person = await addPerson(site, "unheard@example.org");
  const { page, goto, withoutLine } = await visit(browser, site, { person });
  await goto(lesson("en"));
  let lost = 0;
  await page.route("**/autosave/activities", async (route) => {
    lost += 1;
    if (lost > 1) return route.continue();
    await route.fetch();
    return route.abort("connectionreset");
  });
  await withoutLine(async () => {
    await button(page, "b").click();
    await expect.poll(() => state(page).textContent(), { timeout: 15_000 }).toBe(en("activity.saved"));
  });
  await shows(page, 2);
  expect(stored(person).map(({ path }) => path)).toEqual(["b"]);
});

test.each(WAYS)("a double click is one step, $way", async ({ javaScript }) => {
  const person = await addPerson(site, `double-${javaScript}@example.org`);
  const { page, goto } = await visit(browser, site, { javaScript, person });
  await goto(lesson("en"));
  await button(page, "b").dblclick({ noWaitAfter: true });
  await shows(page, 2);
  await eventually("the step is kept", () => stored(person).length > 0);
  await page.waitForTimeout(500);
  expect(stored(person).map(({ path }) => path)).toEqual(["b"]);
});

test("two windows of one learner lose nothing: the newest step is where both go on", async () => {
  const person = await addPerson(site, "two@example.org");
  const { page, context, goto } = await visit(browser, site, { person });
  await goto(lesson("en"));
  const other = await context.newPage();
  await other.goto(lesson("en"));
  await button(page, "b").click();
  await shows(page, 2);
  await button(other, "a").click();
  await shows(other, 1);
  expect(stored(person).map(({ path }) => path)).toEqual(["b", "a"]);
  await page.reload();
  await shows(page, 1);
});

test("a forged path leads nowhere: what nobody can have chosen is cut, and the rest is refused", async () => {
  const person = await addPerson(site, "forger@example.org");
  const sender = senderFor(site, person);
  const send = (...fields: [string, string][]) =>
    sender.post(lesson("en"), [["activity", "laundry"], ["answerId", crypto.randomUUID()], ...fields]);
  await send(["laundry.answer.path", "ccccc"], ["laundry.answer", "b"]);
  await send(["laundry.answer.path", "zzz"], ["laundry.answer", "zz"]);
  await send(["laundry.answer.path", "a".repeat(2000)], ["laundry.answer", "a"]);
  await send(["laundry.answer.path", "b😀a"], ["laundry.answer", "__proto__"]);
  expect(stored(person).map(({ path }) => (path.length > 9 ? path.length : path))).toEqual(["c", 150, "b"]);
  expect((await sender.get(lesson("en"))).status).toBe(200);
});

test("what colleagues chose is told at the end alone, and only where more than ten others have come there", async () => {
  const walk = async (number: number, steps: string) => {
    const person = await addPerson(office, `colleague-${number}@example.org`);
    const sender = senderFor(office, person);
    const answered = await sender.post(lesson("en"), [
      ["activity", "laundry"],
      ["answerId", crypto.randomUUID()],
      ["laundry.answer.path", steps.slice(0, -1)],
      ["laundry.answer", steps.slice(-1)],
    ]);
    expect(answered.status).toBe(303);
  };
  for (let number = 0; number < 11; number += 1) await walk(number, number < 8 ? "bab" : "aabab");
  const person = await addPerson(office, "reader@example.org");
  const { page, goto } = await visit(browser, office, { person });
  await goto(lesson("en"));
  for (const [value, next] of [
    ["b", 2],
    ["a", 3],
  ] as const) {
    await button(page, value).click();
    await shows(page, next);
    expect(await page.getByText(words.en.pathOthers).count()).toBe(0);
  }
  await button(page, "b").click();
  await shows(page, 5);
  const others = page.locator(".scenario-path tbody tr").first().locator("td").last();
  expect(await others.locator("li").allTextContents()).toEqual([
    "about 20 %: Talk to all of them while the foreman listens.",
    "about 80 %: Send the foreman for his papers, and talk to the workers apart.",
    "hardly anybody: Ask aloud who wants to complain.",
  ]);
  await goto(lesson("ru"));
  expect(await page.locator(".scenario-path tbody tr").first().locator("td").last().textContent()).toContain(
    "около 80 %",
  );
});

test("nobody is shut out of a case: at its beginning, in its middle, at its end, with all ways open, and skipped", async () => {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    const person = await addPerson(site, `axe-${language}@example.org`, { language });
    const { page, goto } = await visit(browser, site, { person, locale: language });
    await goto(lesson(language));
    await page.locator(".scenario-all summary").click();
    for (const fault of await pageFaults(page, language)) faults.push(`${language} at first: ${fault}`);
    await button(page, "c").click();
    await shows(page, 1, language);
    for (const fault of await pageFaults(page, language)) faults.push(`${language} on the way: ${fault}`);
    const small = await page
      .locator("#laundry button, #laundry summary")
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 40).length);
    if (small > 0) faults.push(`${language}: ${small} targets are too small`);
    for (const value of ["a", "b", "a", "b"]) {
      const before = await page.locator('input[name="laundry.answer.path"]').inputValue();
      await button(page, value).click();
      await expect.poll(() => page.locator('input[name="laundry.answer.path"]').inputValue()).toBe(before + value);
    }
    for (const fault of await pageFaults(page, language)) faults.push(`${language} at the end: ${fault}`);
    await button(page, "back").click();
    await shows(page, 3, language);
    await button(page, "skip").click();
    await expect.poll(() => stage(page).textContent()).toContain(words[language].skipped);
    for (const fault of await pageFaults(page, language)) faults.push(`${language} skipped: ${fault}`);
  }
  expect(faults).toEqual([]);
});

test("paper has all ways, whether or not anybody opened them", async () => {
  const person = await addPerson(site, "paper@example.org");
  const { page, goto } = await visit(browser, site, { person });
  await goto(lesson("en"));
  expect(await page.locator(".scenario-paths").isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  for (const scene of inLanguage("en").scenes) {
    expect(await page.locator(`#laundry-${scene.id}`).isVisible(), scene.title).toBe(true);
  }
  expect(await page.locator("#laundry button").first().isVisible()).toBe(false);
});

test.each(WAYS)(
  "an author walks through the preview $way; a reviewer and the printed sheet have all ways, and nothing is kept",
  async ({ javaScript }) => {
    const author = await addPerson(site, `author-${javaScript}@example.org`, { roles: ["author"] });
    const { page, goto } = await visit(browser, site, { javaScript, person: author });
    const preview = paths.authorPreview("en", "sample", "pieces/branching");
    await goto(`${preview}?as=learner&in=en`);
    await button(page, "b").click();
    await shows(page, 2);
    await button(page, "a").click();
    await shows(page, 3);
    await button(page, "back").click();
    await shows(page, 2);
    await goto(`${preview}?as=reviewer&in=ru`);
    expect(await page.locator("#laundry-n5").isVisible()).toBe(true);
    expect(await page.locator("#laundry .claim-sources li").count()).toBe(2);
    await goto(`${preview}?as=print&in=be`);
    expect(await page.locator("#laundry-n5").isVisible()).toBe(true);
    expect(stored(author)).toEqual([]);
  },
);

test("the script of the kind is small, and a page without it does not fetch it", async () => {
  const person = await addPerson(site, "fetching@example.org");
  const { page, goto } = await visit(browser, site, { person });
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  const scripts = async () => {
    const files = fetched.filter((file) => file.endsWith(".js"));
    const texts = await Promise.all(files.map((file) => readFile(join(build, "client", file))));
    return texts.filter((text) => text.includes("scenario-stage"));
  };
  await goto(paths.lesson("en", "sample", "pieces", "written-answers"));
  await page.waitForLoadState("networkidle");
  expect(await scripts()).toEqual([]);
  await goto(lesson("en"));
  await page.waitForLoadState("networkidle");
  const [view, ...more] = await scripts();
  expect(more).toEqual([]);
  expect(brotliCompressSync(view ?? "").length).toBeLessThan(6000);
  expect(view?.length).toBeGreaterThan(1000);
});
