/** Statements, categories and procedures in Chromium: by keyboard, without JavaScript, with the line cut, and what the browser gets of them. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { ActivityRecord } from "#app/activities/activity.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { openBrowser, visit, WAYS } from "./browser.ts";
import { textsIn } from "./course.ts";
import { senderFor } from "./forms.ts";
import { startSite } from "./harness.ts";
import { kindsBuild } from "./kinds-build.ts";
import { pageFaults } from "./page-faults.ts";
import { addPerson } from "./people.ts";
import { wordsIn } from "./words.ts";

const CONTENT = "tests/fixtures/courses/kinds";
const compiled = readContent(CONTENT).courses.find(({ course }) => course.id === "three-kinds");
const { activities } = compiled ?? { activities: [] as readonly ActivityRecord[] };
const build = kindsBuild();
const site = await startSite({ build });
const browser = await openBrowser();
const en = await wordsIn("en");

const lesson = (language: Language) => paths.lesson(language, "three-kinds", "practice", "all-kinds");
const quiz = (language: Language) => paths.quiz(language, "three-kinds", "practice");

function keyOf(id: string): { pairs?: Record<string, string>; sequence?: string[] } {
  return activities.find((activity) => activity.id === id)?.key as ReturnType<typeof keyOf>;
}

async function focusOn(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} was not reached`);
}

/** Answers rows in the order of the page, by Tab, space and arrow keys. */
async function answerRows(page: Page, id: string): Promise<void> {
  const names = await page
    .locator(`#${id} fieldset.row input`)
    .evaluateAll((inputs) => [...new Set(inputs.map((input) => (input as HTMLInputElement).name))]);
  for (const name of names) {
    const wanted = `input[name="${name}"][value="${keyOf(id).pairs?.[name.split(".").pop() ?? ""]}"]`;
    await focusOn(page, `input[name="${name}"]`);
    await page.keyboard.press("Space");
    for (let pressed = 0; pressed < 6 && !(await page.locator(wanted).isChecked()); pressed += 1) {
      await page.keyboard.press("ArrowDown");
    }
    expect(await page.locator(wanted).isChecked()).toBe(true);
  }
}

function idsShown(page: Page, id: string): Promise<string[]> {
  return page
    .locator(`#${id} .order select`)
    .evaluateAll((fields) => fields.map((field) => (field as HTMLSelectElement).name.split(".").pop() ?? ""));
}

/** Puts the steps in their right order: by the buttons, or without script by their lists of places. */
async function answerOrder(page: Page, id: string, javaScript: boolean): Promise<void> {
  const sequence = keyOf(id).sequence ?? [];
  if (!javaScript) {
    for (const step of await idsShown(page, id)) {
      const name = `${id}.answer.${step}`;
      const value = String(sequence.indexOf(step) + 1);
      await focusOn(page, `select[name="${name}"]`);
      for (let pressed = 0; pressed < 6; pressed += 1) {
        if ((await page.locator(`select[name="${name}"]`).inputValue()) === value) break;
        await page.keyboard.press("ArrowDown");
      }
    }
    return;
  }
  await page.locator(`#${id} .order-buttons`).first().waitFor();
  for (const [place, step] of sequence.entries()) {
    const from = (await idsShown(page, id)).indexOf(step);
    const button = page.locator(`#${id} li:has(select[name="${id}.answer.${step}"]) button`).first();
    if (from > place) await button.focus();
    for (let at = from; at > place; at -= 1) await page.keyboard.press("Enter");
    await expect.poll(async () => (await idsShown(page, id)).indexOf(step)).toBe(place);
  }
}

async function answer(page: Page, id: string, kind: string, javaScript: boolean): Promise<void> {
  if (kind === "order") await answerOrder(page, id, javaScript);
  else await answerRows(page, id);
}

test.each(WAYS)(
  "the keyboard alone answers each kind in a lesson, and reads what is right and why, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `lesson-${javaScript}@example.org`);
    const { page, goto } = await visit(browser, site, { javaScript, person });
    for (const { id, kind, feedback } of activities.slice(0, 3)) {
      await goto(lesson("en"));
      await answer(page, id, kind, javaScript);
      await focusOn(page, `#${id} button[type=submit]`);
      await page.keyboard.press("Enter");
      await page.locator(`#${id} .review-summary`).waitFor();
      expect(await page.locator(`#${id} .review-verdict`).textContent()).toBe(en("activity.full"));
      const shown = await page.locator(`#${id}`).textContent();
      for (const reason of Object.values(feedback.en.parts)) expect(shown).toContain(textsIn(reason)[0]);
    }
    expect(site.rows("select id from activity_answers where account_id = ?", person.id)).toHaveLength(3);
  },
);

test.each(WAYS)("the keyboard alone takes a quiz of these kinds from start to review, $way", async ({ javaScript }) => {
  const person = await addPerson(site, `quiz-${javaScript}@example.org`);
  const { page, goto } = await visit(browser, site, { javaScript, person });
  await goto(quiz("en"));
  await page.getByRole("button", { name: en("quiz.start") }).click();
  await page.waitForURL(`**${quiz("en")}/*`);
  const drawn = await page.locator(".activity").evaluateAll((frames) => frames.map((frame) => frame.id));
  for (const id of drawn) {
    const { kind } = activities.find((activity) => activity.id === id) ?? { kind: "" };
    await answer(page, id, kind, javaScript);
    if (javaScript)
      await expect.poll(() => page.locator(`#${id} p.save-state`).textContent()).toBe(en("activity.saved"));
  }
  await focusOn(page, "button[value=submit]");
  await page.keyboard.press("Enter");
  await page.locator(".review-summary").first().waitFor();
  expect(await page.locator("h1").textContent()).toBe(en("quiz.passedTitle", { percent: 100 }));
  await goto(`/be${new URL(page.url()).pathname.slice(3)}`);
  for (const { id, feedback } of activities.slice(3)) {
    const shown = await page.locator(`#${id}`).textContent();
    for (const reason of Object.values(feedback.be.parts)) expect(shown).toContain(textsIn(reason)[0]);
  }
});

test("with the line cut the page says so, and sends the newest order once it is back", async () => {
  const person = await addPerson(site, "cut@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  await visitor.goto(quiz("en"));
  await page.getByRole("button", { name: en("quiz.start") }).click();
  await page.waitForURL(`**${quiz("en")}/*`);
  const attempt = page.url().split("/").pop();
  const stored = () =>
    site.rows<{ item_id: string; response: string }>(
      "select item_id, response from attempt_answers where attempt_id = ?",
      attempt,
    );
  const state = page.locator("#q-contact p.save-state");
  const shown = await idsShown(page, "q-contact");
  const last = page.locator("#q-contact .order-step").last().getByRole("button").first();
  await last.waitFor();
  await visitor.withoutLine(async () => {
    await visitor.context.setOffline(true);
    await last.click();
    await expect.poll(() => state.textContent()).toBe(en("quiz.retryNote"));
    await page.locator("#q-contact .order-step").nth(2).getByRole("button").first().click();
    expect(stored()).toEqual([]);
    await visitor.context.setOffline(false);
    await expect.poll(() => state.textContent(), { timeout: 15_000 }).toBe(en("activity.saved"));
  });
  const [a, b, c, d] = shown as [string, string, string, string];
  expect(await idsShown(page, "q-contact")).toEqual([a, d, b, c]);
  expect(stored().map(({ item_id, response }) => [item_id, JSON.parse(response)])).toEqual([
    ["q-contact", { [a]: 1, [d]: 2, [b]: 3, [c]: 4 }],
  ]);
  // The same attempt in another language has the same steps in the same places.
  await visitor.goto(`/ru${new URL(page.url()).pathname.slice(3)}`);
  await page.locator("#q-contact .order-buttons").first().waitFor();
  expect(await idsShown(page, "q-contact")).toEqual([a, d, b, c]);
});

test("without JavaScript, two steps in one place are kept, told, and not counted as in order", async () => {
  const person = await addPerson(site, "twice@example.org");
  const { page, goto } = await visit(browser, site, { javaScript: false, person });
  await goto(quiz("en"));
  await page.getByRole("button", { name: en("quiz.start") }).click();
  await page.waitForURL(`**${quiz("en")}/*`);
  for (const field of await page.locator("#q-contact select").all()) await field.selectOption("2");
  await page.getByRole("button", { name: en("quiz.save") }).click();
  await page.getByText(en("quiz.savedAll")).waitFor();
  expect(await page.getByText(en("activity.samePlace")).count()).toBe(4);
  const values = await page
    .locator("#q-contact select")
    .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
  expect(values).toEqual(["2", "2", "2", "2"]);
});

test("nobody is shut out of these kinds, before the answer and after it", async () => {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    const person = await addPerson(site, `axe-${language}@example.org`, { language });
    const { page, goto } = await visit(browser, site, { person, locale: language });
    await goto(lesson(language));
    await page.locator(".order-buttons").first().waitFor();
    for (const fault of await pageFaults(page, language)) faults.push(`${language} open: ${fault}`);
    const small = await page
      .locator(".order-buttons button, .row-choices label")
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).length);
    if (small > 0) faults.push(`${language}: ${small} targets are too small`);
    const sender = senderFor(site, person);
    for (const { id, key } of activities.slice(0, 3)) {
      const { pairs, sequence = [] } = key as ReturnType<typeof keyOf>;
      const answers = pairs
        ? Object.entries(pairs)
        : sequence.map((step, at): [string, string] => [step, String(at ? at + 1 : 2)]);
      await sender.post(lesson(language), [
        ["activity", id],
        ["answerId", crypto.randomUUID()],
        ...answers.slice(1).map(([part, value]): [string, string] => [`${id}.answer.${part}`, value]),
      ]);
    }
    await goto(lesson(language));
    expect(await page.locator(".review-summary").count()).toBe(3);
    for (const fault of await pageFaults(page, language)) faults.push(`${language} answered: ${fault}`);
  }
  expect(faults).toEqual([]);
});

test("no file and no page tells a key or a reason before an answer is in", async () => {
  const reasons = activities.flatMap(({ feedback }) =>
    LANGUAGES.flatMap((language) => {
      const { parts, explanation } = feedback[language];
      return [...Object.values(parts), explanation].flatMap((nodes) => textsIn(nodes));
    }),
  );
  expect(reasons.length).toBeGreaterThan(80);
  const folder = join(build, "client");
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(js|css|json|svg)$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  const person = await addPerson(site, "curious@example.org");
  const sender = senderFor(site, person);
  for (const language of LANGUAGES) texts.push((await sender.get(lesson(language))).text);
  const started = await sender.post(quiz("en"), []);
  texts.push((await sender.get(started.headers.get("location") ?? "")).text);
  expect(texts.some((text) => text.includes("Запісаць сказанае"))).toBe(true);
  const plain = texts.map((text) => text.replaceAll("&#x27;", "'").replaceAll("&quot;", '"'));
  expect(reasons.filter((reason) => plain.some((text) => text.includes(reason)))).toEqual([]);
  expect(plain.filter((text) => /["']?\b(pairs|sequence)["']?\s*:\s*[[{]["']?[a-z]\d/.test(text))).toEqual([]);
});

test("a page fetches few files, and only the views of its kinds, each at most 6 kB", async () => {
  const person = await addPerson(site, "fetching@example.org");
  const { page, goto } = await visit(browser, site, { person });
  const fetched = new Set<string>();
  page.on("request", (request) => fetched.add(new URL(request.url()).pathname));
  await goto(lesson("en"));
  await page.locator(".order-buttons").first().waitFor();
  expect([...fetched].filter((path) => path.endsWith(".js")).length).toBeLessThanOrEqual(16);
  const folder = join(build, "client/assets");
  const views = (await readdir(folder)).filter((file) => /^view-.*\.js$/.test(file));
  const used = views.filter((file) => [...fetched].some((path) => path.endsWith(`/${file}`)));
  expect(views.length).toBeGreaterThanOrEqual(6);
  expect(used).toHaveLength(3);
  for (const file of views)
    expect(brotliCompressSync(await readFile(join(folder, file))).length, file).toBeLessThan(6000);
});
