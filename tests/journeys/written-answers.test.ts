/** Numbers, words and faults of a text in Chromium: by keyboard, without JavaScript, with the line cut, across languages. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { arrived, openBrowser, visit, WAYS } from "./browser.ts";
import { textsIn } from "./course.ts";
import { startSite } from "./harness.ts";
import { kindsBuild, sampleCourse } from "./kinds-build.ts";
import { pageFaults } from "./page-faults.ts";
import { addPerson } from "./people.ts";
import { wordsIn } from "./words.ts";

const build = kindsBuild();
const site = await startSite({ build });
const browser = await openBrowser();
const en = await wordsIn("en");
const { activities } = sampleCourse();

/** Until the scripts have arrived, the form alone carries what is answered. */
const scriptsHere = (page: Page) => page.waitForLoadState("networkidle");

const lesson = (language: Language) => paths.lesson(language, "sample", "pieces", "written-answers");
const quiz = paths.quiz("en", "sample", "pieces");
const attempt = (language: Language, id: string) => paths.attempt(language, "sample", "pieces", id);

function activityOf(id: string) {
  const found = activities.find((activity) => activity.id === id);
  if (!found) throw new Error(`There is no activity ${id}.`);
  return found;
}

const faultsOf = (id: string) => (activityOf(id).key as { faults: string[] }).faults;

async function focusOn(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 200; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} was not reached`);
}

/** Answers as the keyboard does: Tab, letters, space. */
async function answer(page: Page, id: string, typed?: string): Promise<void> {
  if (typed !== undefined) {
    await focusOn(page, `input[name="${id}.answer"]`);
    return page.keyboard.type(typed);
  }
  const boxes = await page.locator(`input[name="${id}.answer"]`).evaluateAll((all) => all.map(({ id }) => id));
  for (const box of boxes) {
    await focusOn(page, `[id="${box}"]`);
    if (faultsOf(id).includes(box.slice(id.length + 1))) await page.keyboard.press("Space");
  }
}

const valuesOn = async (page: Page) => ({
  number: await page.locator('input[name="q-number.answer"]').inputValue(),
  short: await page.locator('input[name="q-short.answer"]').inputValue(),
  spot: await page
    .locator('input[name="q-spot.answer"]:checked')
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value).sort()),
});

const stored = (attemptId: string) =>
  Object.fromEntries(
    site
      .rows<{ item_id: string; response: string }>(
        "select item_id, response from attempt_answers where attempt_id = ?",
        attemptId,
      )
      .map(({ item_id, response }) => [item_id, JSON.parse(response)]),
  );

async function startQuiz(page: Page, goto: (path: string) => Promise<void>): Promise<string> {
  await goto(quiz);
  await page.getByRole("button", { name: en("quiz.start") }).click();
  await page.waitForURL(`**${quiz}/*`);
  await scriptsHere(page);
  return page.url().split("/").pop() ?? "";
}

test.each(WAYS)("the keyboard alone answers each in a lesson, and reads why, $way", async ({ javaScript }) => {
  const person = await addPerson(site, `lesson-${javaScript}@example.org`);
  const { page, goto } = await visit(browser, site, { javaScript, person });
  const given: [string, string | undefined][] = [
    ["l-number", "150,50"],
    ["l-short", "The Register."],
    ["l-spot", undefined],
  ];
  for (const [id, typed] of given) {
    await goto(lesson("en"));
    await answer(page, id, typed);
    await focusOn(page, `#${id} button[type=submit]`);
    await page.keyboard.press("Enter");
    await page.locator(`#${id} .review-summary`).waitFor();
    expect(await page.locator(`#${id} .review-verdict`).textContent()).toBe(en("activity.full"));
    const [why] = textsIn(activityOf(id).feedback.en.explanation);
    expect(await page.locator(`#${id} .review-summary`).textContent()).toContain(why);
  }
  expect(site.rows("select id from activity_answers where account_id = ?", person.id)).toHaveLength(3);
});

test.each(WAYS)(
  "a number that cannot be read is asked again and kept by nobody, and a near miss gets its reason, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `unread-${javaScript}@example.org`);
    const visitor = await visit(browser, site, { javaScript, person });
    const { page } = visitor;
    await visitor.goto(lesson("en"));
    const activity = page.locator("#l-number");
    await activity.getByRole("textbox").fill("120 or 150");
    await visitor.provoking(422, () => activity.locator("button[type=submit]").click());
    await activity.locator(".field-problem").waitFor();
    expect(await activity.getByRole("textbox").inputValue()).toBe("120 or 150");
    expect(site.rows("select id from activity_answers where account_id = ?", person.id)).toEqual([]);
    await activity.getByRole("textbox").fill("120");
    await activity.locator("button[type=submit]").click();
    await activity.locator(".review-summary").waitFor();
    const [why] = textsIn(activityOf("l-number").feedback.en.parts.n1 ?? []);
    expect(await activity.textContent()).toContain(why);
    await visitor.goto(lesson("be"));
    expect(await activity.locator(".typed-given").textContent()).toBe("120 еўра");
    expect(await activity.textContent()).toContain("За пераклад яна таксама заплаціла.");
  },
);

test.each(WAYS)(
  "the keyboard alone takes the quiz through three languages, and each answer stays what it was, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `quiz-${javaScript}@example.org`);
    const { page, goto, provoking } = await visit(browser, site, { javaScript, person });
    const id = await startQuiz(page, goto);
    const given = { "q-number": "1,505.00", "q-short": "register", "q-spot": undefined };
    // In the order of the page, as Tab goes.
    for (const item of await page.locator(".activity").evaluateAll((all) => all.map((one) => one.id))) {
      if (!Object.hasOwn(given, item)) continue;
      await answer(page, item, given[item as keyof typeof given]);
      if (javaScript)
        await expect.poll(() => page.locator(`#${item} p.save-state`).textContent()).toBe(en("activity.saved"));
    }
    const shown = { number: "1,505.00", short: "register", spot: faultsOf("q-spot").toSorted() };
    expect(await valuesOn(page)).toEqual(shown);
    if (javaScript) {
      await page.reload();
      expect(await valuesOn(page)).toEqual(shown);
    }
    for (const [button, language] of [
      ["Русский", "ru"],
      ["Беларуская", "be"],
    ] as const) {
      await page.getByRole("button", { name: button }).click();
      await arrived(page, attempt(language, id));
      expect(await valuesOn(page)).toEqual(shown);
    }
    // What was typed in English is no other number in Belarusian, and the page says as what it was read.
    const be = await wordsIn("be");
    expect(await page.locator("#q-number .typed-read").textContent()).toBe(be("activity.readAs", { number: "1505" }));
    expect(stored(id)["q-number"]).toEqual({ text: "1,505.00", value: 1505, language: "en" });

    await page.locator('input[name="q-number.answer"]').fill("150,5");
    if (javaScript) {
      const state = page.locator("#q-number p.save-state");
      await expect.poll(() => state.textContent()).toBe(be("activity.saved"));
    }
    await focusOn(page, "button[value=submit]");
    await provoking(422, () => page.keyboard.press("Enter"));
    await page.locator("button[value=submit-anyway]").click();
    await page.locator(".review-summary").first().waitFor();
    expect(stored(id)).toMatchObject({
      "q-number": { text: "150,5", value: 150.5, language: "be" },
      "q-short": "register",
    });
    for (const item of ["q-number", "q-short", "q-spot"]) {
      expect(await page.locator(`#${item} .review-verdict`).textContent(), item).toBe(be("activity.full"));
    }
  },
);

test("with the line cut, what was typed and marked is called unsaved, and kept once when the line is back", async () => {
  const person = await addPerson(site, "cut@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  const id = await startQuiz(page, visitor.goto);
  const states = ["q-number", "q-short", "q-spot"].map((item) => page.locator(`#${item} p.save-state`));
  await visitor.withoutLine(async () => {
    await visitor.context.setOffline(true);
    await page.locator('input[name="q-number.answer"]').pressSequentially("120");
    await page.locator('input[name="q-short.answer"]').pressSequentially("law");
    await page.locator("#q-spot .spot-phrase").first().click();
    for (const state of states) await expect.poll(() => state.textContent()).toBe(en("quiz.retryNote"));
    await page.locator('input[name="q-number.answer"]').fill("150.50");
    expect(stored(id)).toEqual({});
    await visitor.context.setOffline(false);
    for (const state of states) {
      await expect.poll(() => state.textContent(), { timeout: 40_000 }).toBe(en("activity.saved"));
    }
  });
  const [first] = await page.locator("#q-spot input:checked").evaluateAll((all) => all.map((box) => box.id));
  expect(stored(id)).toEqual({
    "q-number": { text: "150.50", value: 150.5, language: "en" },
    "q-short": "law",
    "q-spot": [first?.slice("q-spot-".length)],
  });
  await page.reload();
  expect(await valuesOn(page)).toMatchObject({ number: "150.50", short: "law" });
});

test("with the line cut in a lesson, the answer stays in its field and is sent once", async () => {
  const person = await addPerson(site, "cut-lesson@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  await visitor.goto(lesson("en"));
  await scriptsHere(page);
  const activity = page.locator("#l-short");
  await visitor.withoutLine(async () => {
    await visitor.context.setOffline(true);
    await activity.getByRole("textbox").fill("law");
    await activity.locator("button[type=submit]").click();
    await expect.poll(() => activity.locator(".save-state").textContent()).toBe(en("activity.unsaved"));
    expect(await activity.getByRole("textbox").inputValue()).toBe("law");
    await visitor.context.setOffline(false);
    await activity.locator(".review-summary").waitFor();
  });
  expect(site.rows("select response from activity_answers where account_id = ?", person.id)).toEqual([
    { response: '"law"' },
  ]);
});

test("nobody is shut out of these kinds, before the answer and after it", async () => {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    const person = await addPerson(site, `axe-${language}@example.org`, { language });
    const { page, goto } = await visit(browser, site, { person, locale: language });
    await goto(lesson(language));
    for (const fault of await pageFaults(page, language)) faults.push(`${language} open: ${fault}`);
    await page.locator("#l-number").getByRole("textbox").fill("120");
    await page.locator("#l-short").getByRole("textbox").fill("нешта");
    await page.locator("#l-spot .options input").first().check();
    for (const id of ["l-number", "l-short", "l-spot"]) {
      await page.locator(`#${id} button[type=submit]`).click();
      await page.locator(`#${id} .review-summary`).waitFor();
    }
    for (const fault of await pageFaults(page, language)) faults.push(`${language} answered: ${fault}`);
  }
  expect(faults).toEqual([]);
});
