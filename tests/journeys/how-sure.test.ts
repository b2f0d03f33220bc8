/** How sure learners are of an answer, in Chromium: said or left open, kept with every save, and told in the review. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { arrived, openBrowser, visit, type Visitor, WAYS } from "./browser.ts";
import { startSite } from "./harness.ts";
import { kindsBuild } from "./kinds-build.ts";
import { pageFaults } from "./page-faults.ts";
import { addPerson, newSession, type Person } from "./people.ts";
import { wordsIn } from "./words.ts";

const site = await startSite({ build: kindsBuild() });
const browser = await openBrowser();
const en = await wordsIn("en");

/** Until the scripts have arrived, the form alone carries what is answered. */
const scriptsHere = (page: Page) => page.waitForLoadState("networkidle");

const lesson = (language: Language) => paths.lesson(language, "sample", "pieces", "how-sure");
const quiz = paths.quiz("en", "sample", "pieces");

async function focusOn(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 200; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} was not reached`);
}

/** Chooses one radio button of a group by Tab, space and arrow keys. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const wanted = page.locator(`input[name="${name}"][value="${value}"]`);
  await focusOn(page, `input[name="${name}"]`);
  await page.keyboard.press("Space");
  for (let pressed = 0; pressed < 4 && !(await wanted.isChecked()); pressed += 1) {
    await page.keyboard.press("ArrowDown");
  }
  expect(await wanted.isChecked()).toBe(true);
}

const keptInLesson = (person: Person) =>
  site.rows<{ response: string; confidence: string | null; score: number }>(
    "select response, confidence, score_permille as score from activity_answers where account_id = ? order by answered_at",
    person.id,
  );

async function startQuiz(page: Page, goto: (path: string) => Promise<void>): Promise<string> {
  await goto(quiz);
  await page.getByRole("button", { name: en("quiz.start") }).click();
  await page.waitForURL(`**${quiz}/*`);
  await scriptsHere(page);
  return page.url().split("/").pop() ?? "";
}

const keptInQuiz = (attemptId: string) =>
  site.rows<{ item_id: string; response: string | null; confidence: string | null }>(
    "select item_id, response, confidence from attempt_answers where attempt_id = ? order by item_id",
    attemptId,
  );

/** With questions open, which has to be said twice. */
async function handIn(page: Page, provoking: Visitor["provoking"]): Promise<void> {
  await provoking(422, () => page.locator("button[value=submit]").click());
  await page.locator("button[value=submit-anyway]").click();
  await page.locator(".sure-and-not-right").waitFor();
}

const said = (page: Page, id: string) => page.locator(`#${id} input[name$=".confidence"]:checked`);

test.each(WAYS)(
  "the keyboard alone says how sure one is, and reads of a sure and wrong answer where to look again, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `keys-${javaScript}@example.org`);
    const { page, goto } = await visit(browser, site, { javaScript, person });
    await goto(lesson("en"));
    await choose(page, "l-sure.answer", "b");
    await choose(page, "l-sure.confidence", "sure");
    await focusOn(page, "#l-sure button[type=submit]");
    await page.keyboard.press("Enter");
    const note = page.locator("#l-sure .confidence-note");
    await note.waitFor();
    expect(await note.textContent()).toBe(`${en("confidence.wasSure")} ${en("confidence.secondLook")}`);
    expect(await page.locator("#l-sure .confidence-note + p").textContent()).toContain("leaves the other days open");
    expect(keptInLesson(person)).toEqual([{ response: '"b"', confidence: "sure", score: 0 }]);
    // Read again in another language, it says the same.
    const be = await wordsIn("be");
    await goto(lesson("be"));
    expect(await note.textContent()).toContain(be("confidence.wasSure"));
  },
);

test.each(WAYS)("nobody has to say it, and alone it is no answer, $way", async ({ javaScript }) => {
  const person = await addPerson(site, `open-${javaScript}@example.org`);
  const { page, goto } = await visit(browser, site, { javaScript, person });
  await goto(lesson("en"));
  const all = page.locator("#l-sure-all");
  expect(await page.locator('input[name$=".confidence"]:checked').count()).toBe(0);
  await all.getByLabel(en("confidence.guess"), { exact: true }).check();
  await all.locator("button[type=submit]").click();
  await expect.poll(() => all.locator(".field-problem").count()).toBe(1);
  expect(keptInLesson(person)).toEqual([]);
  await page.locator("#l-sure .options input[value=a]").check();
  await page.locator("#l-sure button[type=submit]").click();
  await page.locator("#l-sure .review-summary").waitFor();
  expect(await page.locator("#l-sure .confidence-note").count()).toBe(0);
  expect(keptInLesson(person)).toEqual([{ response: '"a"', confidence: null, score: 1000 }]);
});

test("with the line cut, a lesson keeps both, says that they are not saved, and sends them once", async () => {
  const person = await addPerson(site, "cut-lesson@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  await visitor.goto(lesson("en"));
  await scriptsHere(page);
  const activity = page.locator("#l-sure-all");
  const state = activity.locator(".save-state");
  await visitor.withoutLine(async () => {
    await visitor.context.setOffline(true);
    for (const value of ["a", "b"]) await activity.locator(`.options input[value=${value}]`).check();
    await activity.getByLabel(en("confidence.guess"), { exact: true }).check();
    await activity.locator("button[type=submit]").click();
    await expect.poll(() => state.textContent()).toBe(en("activity.unsaved"));
    expect(keptInLesson(person)).toEqual([]);
    await visitor.context.setOffline(false);
    await activity.locator(".confidence-note").waitFor();
  });
  expect(await activity.locator(".confidence-note").textContent()).toContain(en("confidence.readReasons"));
  expect(keptInLesson(person)).toEqual([{ response: '["a","b"]', confidence: "guess", score: 1000 }]);
});

test.each(WAYS)(
  "a switch of language in mid-quiz and another device show what was said, and the review lists what to look at again, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `quiz-${javaScript}@example.org`);
    const { page, goto, provoking } = await visit(browser, site, { javaScript, person });
    const id = await startQuiz(page, goto);
    await page.locator('#q-sure .options input[value="b"]').check();
    await page.locator('#q-sure input[name$=".confidence"][value="fairly"]').check();
    await page.locator('#q-sure-all input[name$=".confidence"][value="sure"]').check();
    if (javaScript) {
      for (const item of ["q-sure", "q-sure-all"])
        await expect.poll(() => page.locator(`#${item} p.save-state`).textContent()).toBe(en("activity.saved"));
      await page.reload();
    }
    await page.getByRole("button", { name: "Беларуская" }).click();
    await arrived(page, paths.attempt("be", "sample", "pieces", id));
    expect(await said(page, "q-sure").getAttribute("value")).toBe("fairly");
    expect(await said(page, "q-sure-all").getAttribute("value")).toBe("sure");
    expect(keptInQuiz(id)).toEqual([
      { item_id: "q-sure", response: '"b"', confidence: "fairly" },
      { item_id: "q-sure-all", response: "null", confidence: "sure" },
    ]);

    // On another device, only how sure one is changes; the first page, which was not touched since, takes nothing of it back.
    const elsewhere = await visit(browser, site, {
      javaScript,
      person: { ...person, cookie: await newSession(site, person.id) },
    });
    await elsewhere.goto(paths.attempt("ru", "sample", "pieces", id));
    await scriptsHere(elsewhere.page);
    await elsewhere.page.locator('#q-sure input[name$=".confidence"][value="sure"]').check();
    const ru = await wordsIn("ru");
    if (javaScript) {
      const state = elsewhere.page.locator("#q-sure p.save-state");
      await expect.poll(() => state.textContent()).toBe(ru("activity.saved"));
    } else {
      await elsewhere.page.getByRole("button", { name: ru("quiz.save") }).click();
      await elsewhere.page.getByText(ru("quiz.savedAll")).waitFor();
    }
    await page.locator('#q-sure-all .options input[value="a"]').check();
    await handIn(page, provoking);
    expect(keptInQuiz(id)).toMatchObject([
      { response: '"b"', confidence: "sure" },
      { response: '["a"]', confidence: "sure" },
    ]);

    await goto(paths.attempt("en", "sample", "pieces", id));
    const list = page.getByRole("region", { name: en("confidence.sureNotRight") });
    const links = list.getByRole("link");
    const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(targets.sort()).toEqual(["#q-sure", "#q-sure-all"]);
    await list.locator('a[href="#q-sure"]').focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**#q-sure");
    expect(await page.locator("#q-sure").evaluate((frame) => frame.getBoundingClientRect().top < innerHeight)).toBe(
      true,
    );
    expect(await page.locator("#q-sure .confidence-note").textContent()).toContain(en("confidence.secondLook"));
  },
);

test("with the line cut in a quiz, the newest word is kept once the line is back, and the page never says “saved” before", async () => {
  const person = await addPerson(site, "cut-quiz@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  const id = await startQuiz(page, visitor.goto);
  const state = page.locator("#q-sure p.save-state");
  await visitor.withoutLine(async () => {
    await visitor.context.setOffline(true);
    await page.locator('#q-sure .options input[value="a"]').check();
    await page.locator('#q-sure input[name$=".confidence"][value="sure"]').check();
    await expect.poll(() => state.textContent()).toBe(en("quiz.retryNote"));
    await page.locator('#q-sure input[name$=".confidence"][value="guess"]').check();
    expect(keptInQuiz(id)).toEqual([]);
    await visitor.context.setOffline(false);
    await expect.poll(() => state.textContent(), { timeout: 15_000 }).toBe(en("activity.saved"));
  });
  expect(keptInQuiz(id)).toEqual([{ item_id: "q-sure", response: '"a"', confidence: "guess" }]);
});

test("nobody is shut out, before the answer and after it, in a lesson and in the review of a quiz", async () => {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    const person = await addPerson(site, `axe-${language}@example.org`, { language });
    const words = await wordsIn(language);
    const { page, goto, provoking } = await visit(browser, site, { person, locale: language });
    await goto(lesson(language));
    for (const fault of await pageFaults(page, language)) faults.push(`${language} open: ${fault}`);
    const low = await page
      .locator(".how-sure label")
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).length);
    if (low > 0) faults.push(`${language}: ${low} targets are too small`);
    await page.locator("#l-sure .options input[value=b]").check();
    await page.locator('#l-sure input[name$=".confidence"][value="sure"]').check();
    await page.locator("#l-sure button[type=submit]").click();
    await page.locator("#l-sure .confidence-note").waitFor();
    for (const fault of await pageFaults(page, language)) faults.push(`${language} answered: ${fault}`);

    await goto(paths.quiz(language, "sample", "pieces"));
    await page.getByRole("button", { name: words("quiz.start") }).click();
    await page.locator("#q-sure .options input[value=b]").check();
    await page.locator('#q-sure input[name$=".confidence"][value="sure"]').check();
    for (const fault of await pageFaults(page, language)) faults.push(`${language} quiz: ${fault}`);
    await handIn(page, provoking);
    for (const fault of await pageFaults(page, language)) faults.push(`${language} review: ${fault}`);
  }
  expect(faults).toEqual([]);
});
