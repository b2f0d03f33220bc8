/** A look at one's own office, and a survey, in Chromium: by keyboard, without JavaScript, with the line cut, and what authors see of it. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { words as rateWords } from "#app/activities/rate/words.ts";
import { words as surveyWords } from "#app/activities/survey/words.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { openBrowser, visit, WAYS } from "./browser.ts";
import { type Fields, senderFor } from "./forms.ts";
import { startSite } from "./harness.ts";
import { kindsBuild } from "./kinds-build.ts";
import { pageFaults } from "./page-faults.ts";
import { addPerson, type Person } from "./people.ts";
import { authorWordsIn, wordsIn } from "./words.ts";

const build = kindsBuild();
const site = await startSite({ build });
const browser = await openBrowser();
const en = await wordsIn("en");

const lesson = (language: Language) => paths.lesson(language, "sample", "pieces", "self-check");
const noteOf = (person: Person) =>
  site
    .rows<{ response: string | null }>("select response from notes where account_id = ?", person.id)
    .map(({ response }) => JSON.parse(response ?? "null") as unknown);
const answersOf = (person: Person) =>
  site
    .rows<{ response: string }>(
      "select response from activity_answers where account_id = ? order by answered_at",
      person.id,
    )
    .map(({ response }) => JSON.parse(response) as unknown);

async function focusOn(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} was not reached`);
}

/** Chooses a radio button by Tab, space and arrow keys. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const wanted = page.locator(`input[name="${name}"][value="${value}"]`);
  await focusOn(page, `input[name="${name}"]`);
  await page.keyboard.press("Space");
  for (let pressed = 0; pressed < 6 && !(await wanted.isChecked()); pressed += 1)
    await page.keyboard.press("ArrowDown");
  expect(await wanted.isChecked()).toBe(true);
}

async function press(page: Page, selector: string): Promise<void> {
  await focusOn(page, selector);
  await page.keyboard.press("Enter");
}

/** A note is sent when the hand has rested, and a busy machine takes its time. */
const PATIENT = { timeout: 10_000 };

const state = (page: Page, id: string) => page.locator(`#${id} p.save-state`);

test.each(WAYS)(
  "the keyboard alone fills in a self-assessment and reads what it shows, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `rate-${javaScript}@example.org`);
    const { page, goto } = await visit(browser, site, { javaScript, person });
    const saved = async () => {
      if (javaScript) await expect.poll(() => state(page, "mirror").textContent(), PATIENT).toBe(en("activity.saved"));
      else {
        await Promise.all([page.waitForEvent("load"), press(page, "#mirror .rate-save button")]);
      }
    };
    await goto(lesson("en"));
    await choose(page, "mirror.answer.d1s1", "2");
    await choose(page, "mirror.answer.d1s2", "0");
    await press(page, "#mirror .rate-row:has([name='mirror.answer.d1s2']) summary");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Register, folder 3");
    await choose(page, "mirror.answer.d2s1", "unknown");
    await saved();
    await page.locator("#mirror .rate-chart").waitFor();
    await focusOn(page, "[name='mirror.answer.improve.d1s2']");
    await page.keyboard.type("A box for complaints");
    await page.locator("[name='mirror.answer.look']").fill("2027-03-01");
    await saved();
    const kept = {
      entries: {
        d1s1: { level: "2" },
        d1s2: { level: "0", evidence: "Register, folder 3", improve: "A box for complaints" },
        d2s1: { level: "unknown" },
      },
      look: "2027-03-01",
    };
    await expect.poll(() => noteOf(person), PATIENT).toEqual([kept]);
    // Another language, and a fresh page: everything is still there.
    await goto(lesson("be"));
    expect(await page.locator("#mirror table").textContent()).toContain("1 з 3");
    expect(await page.locator("[name='mirror.answer.improve.d1s2']").inputValue()).toBe("A box for complaints");
    expect(await page.locator("[name='mirror.answer.look']").inputValue()).toBe("2027-03-01");
    expect(await page.locator("#mirror input:checked").count()).toBe(3);
    await press(page, "#mirror .rate-clear summary");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => noteOf(person), PATIENT).toEqual([null]);
    await expect.poll(() => page.locator("#mirror input:checked").count(), PATIENT).toBe(0);
    expect(await page.locator("#mirror .rate-chart").count()).toBe(0);
  },
);

test("with the line cut a self-assessment says so, and the newest entries are sent once it is back", async () => {
  const person = await addPerson(site, "rate-cut@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  await visitor.goto(lesson("en"));
  const level = (row: string, value: string) => page.locator(`[name="mirror.answer.${row}"][value="${value}"]`);
  await level("d1s1", "1").check();
  await expect.poll(() => state(page, "mirror").textContent(), PATIENT).toBe(en("activity.saved"));
  await visitor.withoutLine(async () => {
    await visitor.context.setOffline(true);
    await level("d1s1", "2").check();
    await expect.poll(() => state(page, "mirror").textContent(), PATIENT).toBe(en("activity.unsaved"));
    await level("d1s2", "3").check();
    expect(noteOf(person)).toEqual([{ entries: { d1s1: { level: "1" } } }]);
    await visitor.context.setOffline(false);
    await expect.poll(() => state(page, "mirror").textContent(), PATIENT).toBe(en("activity.saved"));
  });
  expect(noteOf(person)).toEqual([{ entries: { d1s1: { level: "2" }, d1s2: { level: "3" } } }]);
  await page.reload();
  expect(await page.locator("#mirror input:checked").count()).toBe(2);
});

test.each(WAYS)("the keyboard alone answers a survey, and changes the answer, $way", async ({ javaScript }) => {
  const person = await addPerson(site, `survey-${javaScript}@example.org`);
  const { page, goto } = await visit(browser, site, { javaScript, person });
  const thanked = async (count: number) => {
    await expect.poll(() => answersOf(person).length, PATIENT).toBe(count);
    await expect.poll(() => page.locator(".survey-thanks").textContent(), PATIENT).toContain(surveyWords.en.thanks);
  };
  await goto(lesson("en"));
  await choose(page, "opinion.answer.r1", "4");
  await choose(page, "opinion.answer.r3", "none");
  await press(page, "#opinion button");
  await thanked(1);
  await choose(page, "opinion.answer.r2", "2");
  if (javaScript) expect(await page.locator(".survey-thanks").textContent()).toBe(surveyWords.en.changed);
  await press(page, "#opinion button");
  await thanked(2);
  expect(answersOf(person)).toEqual([
    { r1: "4", r3: "none" },
    { r1: "4", r2: "2", r3: "none" },
  ]);
  await goto(lesson("ru"));
  expect(
    await page
      .locator("#opinion input:checked")
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
  ).toEqual(["4", "2", "none"]);
  expect(await page.locator(".survey-thanks").textContent()).toContain(surveyWords.ru.thanks);
});

test("with the line cut an answer to a survey is not called kept, and counts once when the line is back", async () => {
  const person = await addPerson(site, "survey-cut@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  await visitor.goto(lesson("en"));
  await page.locator('[name="opinion.answer.r1"][value="5"]').check();
  await visitor.withoutLine(async () => {
    await visitor.context.setOffline(true);
    await page.locator("#opinion button").click();
    await expect.poll(() => state(page, "opinion").textContent(), PATIENT).toBe(en("activity.unsaved"));
    expect(await page.locator(".survey-thanks").count()).toBe(0);
    await visitor.context.setOffline(false);
    await expect.poll(() => state(page, "opinion").textContent(), PATIENT).toBe(en("activity.saved"));
  });
  expect(await page.locator(".survey-thanks").textContent()).toContain(surveyWords.en.thanks);
  expect(answersOf(person)).toEqual([{ r1: "5" }]);
});

test("a survey without a mark is asked again, and nothing is kept", async () => {
  const person = await addPerson(site, "survey-empty@example.org");
  const { page, goto } = await visit(browser, site, { javaScript: false, person });
  await goto(lesson("en"));
  await page.locator("#opinion button").click();
  await page.locator("#opinion .field-problem").waitFor();
  expect(answersOf(person)).toEqual([]);
});

test("nobody is shut out of these kinds, before entries and after them", async () => {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    const person = await addPerson(site, `rate-axe-${language}@example.org`, { language, roles: ["author"] });
    const { page, goto } = await visit(browser, site, { person, locale: language });
    await goto(lesson(language));
    for (const fault of await pageFaults(page, language)) faults.push(`${language} open: ${fault}`);
    const sender = senderFor(site, person);
    const posts: Fields[] = [
      [
        ["activity", "mirror"],
        ...["d1s1", "d1s2", "d2s2"].map((row): [string, string] => [`mirror.answer.${row}`, "1"]),
        ["mirror.answer.d2s1", "unknown"],
        ["mirror.answer.who.d2s1", "Registry"],
        ["mirror.answer.look", "soon"],
      ],
      [
        ["activity", "opinion"],
        ["answerId", crypto.randomUUID()],
        ["opinion.answer.r1", "5"],
      ],
    ];
    for (const fields of posts) expect((await sender.post(lesson(language), fields)).status).toBe(303);
    await goto(lesson(language));
    expect(await page.locator("#mirror .field-problem").textContent()).toContain(rateWords[language].noDay);
    for (const fault of await pageFaults(page, language)) faults.push(`${language} answered: ${fault}`);
    await page.setViewportSize({ width: 360, height: 740 });
    const small = await page
      .locator(".rate-levels input, .survey-choice input, .rate summary")
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).length);
    if (small > 0) faults.push(`${language}: ${small} targets are too small`);
    const hidden = await page
      .locator(".rate-word")
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().width < 10).length);
    if (hidden > 0) faults.push(`${language}: ${hidden} levels have no visible words on a phone`);
    const cut = await page
      .locator("#mirror table")
      .evaluate(
        (table) => table.getBoundingClientRect().right > (table.parentElement?.getBoundingClientRect().right ?? 0) + 1,
      );
    if (cut) faults.push(`${language}: the table of means is cut off`);
    await goto(paths.authorSurveys(language));
    for (const fault of await pageFaults(page, language)) faults.push(`${language} surveys: ${fault}`);
  }
  expect(faults).toEqual([]);
});

test("on paper every entry is seen, and what was not entered has room", async () => {
  const person = await addPerson(site, "rate-paper@example.org");
  const { page, goto } = await visit(browser, site, { person });
  await senderFor(site, person).post(lesson("en"), [
    ["activity", "mirror"],
    ["mirror.answer.d1s1", "0"],
    ["mirror.answer.evidence.d1s1", "The register"],
    ["mirror.answer.improve.d1s1", "A leaflet"],
    ["mirror.answer.look", "2027-03-01"],
  ]);
  await goto(lesson("en"));
  await page.emulateMedia({ media: "print" });
  for (const text of ["Evidence: The register", "A leaflet", "1\u00a0March\u00a02027"]) {
    expect(await page.locator("#mirror").getByText(text, { exact: true }).first().isVisible(), text).toBe(true);
  }
  expect(await page.locator("#mirror .rate-more, #mirror button").filter({ visible: true }).count()).toBe(0);
});

test("authors see a survey in fives from ten people on, on the page and in the file, and never who answered", async () => {
  const author = await addPerson(site, "survey-author@example.org", { roles: ["author"] });
  const desk = await authorWordsIn("en");
  const { page, goto } = await visit(browser, site, { person: author });
  const shown = async () => {
    await goto(paths.authorSurveys("en"));
    return page
      .locator(".author .facts")
      .filter({ hasText: /taken into account/ })
      .allTextContents();
  };
  const before = (await shown()).length;
  expect(before).toBe(0);
  for (let at = 0; at < 10; at += 1) {
    const person = await addPerson(site, `survey-${at}@example.org`, { name: "Halina Unnamed" });
    await senderFor(site, person).post(lesson("be"), [
      ["activity", "opinion"],
      ["answerId", crypto.randomUUID()],
      ["opinion.answer.r1", "4"],
      ["opinion.answer.r2", "2"],
    ]);
  }
  const counted = await shown();
  expect(counted.length).toBeGreaterThan(0);
  for (const text of counted) expect(Number(/\d+/.exec(text)?.[0]) % 5, text).toBe(0);
  expect(await page.content()).not.toContain("Unnamed");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: desk("surveys.files") }).click(),
  ]);
  const file = await readFile(await download.path(), "utf8");
  expect(file).toMatch(/^\ufeffcourse,survey/);
  expect(file).toContain("sample,opinion,be,I can use in my work what I have learnt.,10,0,0,0,9,1,0");
  expect(file).not.toMatch(/@|Unnamed/);
});

test("a self-assessment is nobody else's: no page of an author holds what was entered", async () => {
  const person = await addPerson(site, "rate-secret@example.org");
  await senderFor(site, person).post(lesson("en"), [
    ["activity", "mirror"],
    ["mirror.answer.evidence.d1s1", "A secret of this office"],
  ]);
  expect(JSON.stringify(noteOf(person))).toContain("A secret of this office");
  const author = senderFor(site, await addPerson(site, "rate-author@example.org", { roles: ["author"] }));
  for (const path of [
    lesson("en"),
    paths.authorSurveys("en"),
    paths.authorPreview("en", "sample", "pieces/self-check"),
    paths.authorSurveysFile("en"),
  ]) {
    const { status, text } = await author.get(path);
    expect(status, path).toBe(200);
    expect(text, path).not.toContain("A secret of this office");
  }
});

test("the script of both kinds is small", async () => {
  const folder = join(build, "client/assets");
  const files = await Promise.all(
    (await readdir(folder))
      .filter((file) => /^view-.*\.js$/.test(file))
      .map(async (file) => ({ file, bytes: await readFile(join(folder, file)) })),
  );
  for (const [mark, most] of [
    [rateWords.be.clearText, 6000],
    [surveyWords.be.thanks, 6000],
  ] as const) {
    const own = files.find(({ bytes }) => bytes.toString("utf8").includes(mark));
    expect(own, mark).toBeTruthy();
    expect(brotliCompressSync(own?.bytes ?? "").length, own?.file).toBeLessThan(most);
  }
});
