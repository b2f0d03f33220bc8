/** Reflections, case files, what is read again, and the page of all notes in Chromium: by keyboard, without JavaScript, with the line cut. */
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
import { kindsBuild, sampleCourse } from "./kinds-build.ts";
import { pageFaults } from "./page-faults.ts";
import { addPerson, type Person } from "./people.ts";
import { wordsIn } from "./words.ts";

const build = kindsBuild();
const site = await startSite({ build });
const browser = await openBrowser();
const en = await wordsIn("en");
const { course } = sampleCourse();

const reflections = (language: Language) => paths.lesson(language, course.id, "pieces", "reflections");
const caseOf = (language: Language) => paths.lesson(language, course.id, "pieces", "case");
const notesOf = (language: Language) => paths.notes(language, course.id);
const FIELD = "#n-form textarea";

const stored = (person: Person) =>
  site
    .rows<{ activity_id: string; response: string | null }>(
      "select activity_id, response from notes where account_id = ? order by activity_id",
      person.id,
    )
    .map(({ activity_id, response }) => [activity_id, response === null ? null : JSON.parse(response)]);

async function focusOn(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} was not reached`);
}

/** What the page says of the saving of an activity. */
const stateOf = (page: Page, id = "n-form") => page.locator(`#${id} p.save-state`).textContent();

/** Writes down what the page says of the saving of a note, one after the other. @returns reads what was written down */
async function statesFromNowOn(page: Page): Promise<() => Promise<string[]>> {
  const states = await page.evaluateHandle(() => {
    const seen: string[] = [];
    const place = document.querySelector("#n-form p.save-state");
    const look = () => {
      const text = place?.textContent ?? "";
      if (text !== "" && seen.at(-1) !== text) seen.push(text);
    };
    if (place) new MutationObserver(look).observe(place, { childList: true, characterData: true, subtree: true });
    return seen;
  });
  return () => states.jsonValue();
}

async function saved(page: Page, id: string, javaScript: boolean): Promise<void> {
  await focusOn(page, `#${id} button[type=submit]`);
  const posted = javaScript ? null : page.waitForNavigation();
  await page.keyboard.press("Enter");
  await posted;
  await expect.poll(() => stateOf(page, id)).toBe(en("activity.saved"));
}

test.each(WAYS)(
  "the keyboard alone writes a note, reads it again in a later lesson, and deletes it, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `note-${javaScript}@example.org`);
    const { page, goto } = await visit(browser, site, { javaScript, person });
    await goto(caseOf("en"));
    await focusOn(page, ".recall a");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${reflections("en")}#n-form`);
    await focusOn(page, FIELD);
    await page.keyboard.type("The second name of the grandfather.");
    await saved(page, "n-form", javaScript);
    expect(stored(person)).toEqual([["n-form", "The second name of the grandfather."]]);

    await goto(caseOf("en"));
    const recall = page.locator(".recall");
    expect(await recall.locator("blockquote").textContent()).toBe("The second name of the grandfather.");
    expect(await recall.textContent()).toContain("Which question of your own office");

    await goto(reflections("en"));
    await focusOn(page, "#n-form .note-foot a");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${notesOf("en")}`);
    await focusOn(page, "a[href$='delete=n-form']");
    await page.keyboard.press("Enter");
    await page.waitForURL("**delete=n-form");
    await expect.poll(() => page.locator("h1").textContent()).toBe(en("notes.deleteTitle"));
    expect(stored(person)).toHaveLength(1);
    await focusOn(page, "main button[type=submit]");
    await page.keyboard.press("Enter");
    await page.waitForURL("**notes?deleted");
    await page.getByText(en("notes.empty")).waitFor();
    expect(stored(person)).toEqual([["n-form", null]]);
  },
);

test.each(WAYS)(
  "the keyboard alone answers a case file in two sittings and compares it with the model, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `case-${javaScript}@example.org`);
    const { page, goto } = await visit(browser, site, { javaScript, person });
    await goto(caseOf("en"));
    expect(await page.locator(".case-paper[open]").count()).toBe(2);
    await focusOn(page, ".case-paper summary");
    await page.keyboard.press("Enter");
    expect(await page.locator(".case-paper[open]").count()).toBe(1);
    expect(await page.locator(".case-model").count()).toBe(0);
    await focusOn(page, "#n-case-q1");
    await page.keyboard.type("The hours.");
    await saved(page, "n-case", javaScript);
    await page.locator(".case-model").waitFor();
    expect(await page.locator(".case-model-text").isVisible()).toBe(false);

    await goto(caseOf("en"));
    await focusOn(page, ".case-model summary");
    await page.keyboard.press("Enter");
    await focusOn(page, "#n-case input[type=radio]");
    await page.keyboard.press("ArrowDown");
    expect(await page.locator("#n-case input:checked").inputValue()).toBe("partly");
    await focusOn(page, "#n-case-q3");
    await page.keyboard.type("A register of hours.");
    await saved(page, "n-case", javaScript);
    expect(stored(person)).toEqual([
      [
        "n-case",
        { q1: { text: "The hours.", verdict: "partly" }, q3: { text: "A register of hours.", verdict: null } },
      ],
    ]);

    // The same note in another language, with its questions and its verdict in the words of that language.
    await goto(notesOf("be"));
    const be = await wordsIn("be");
    const told = await page.locator("#n-case").textContent();
    for (const words of ["The hours.", "Якога дакумента не хапае?", be("notes.verdict", { verdict: "partly" })]) {
      expect(told).toContain(words);
    }
    await goto(caseOf("ru"));
    expect(await page.locator("#n-case-q3").inputValue()).toBe("A register of hours.");
  },
);

test("a note is saved as it is written; with the line cut the page says so, and sends the newest text once, when it is back", async () => {
  const person = await addPerson(site, "cut@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  await visitor.goto(reflections("en"));
  const told = await statesFromNowOn(page);
  await page.locator(FIELD).pressSequentially("One");
  await expect.poll(() => stateOf(page)).toBe(en("activity.saved"));
  expect(await told()).toEqual([en("activity.saving"), en("activity.saved")]);
  expect(stored(person)).toEqual([["n-form", "One"]]);
  await visitor.withoutLine(async () => {
    await visitor.context.setOffline(true);
    await page.locator(FIELD).pressSequentially(" and two");
    await expect.poll(() => stateOf(page)).toBe(en("activity.unsaved"));
    await page.locator(FIELD).pressSequentially(" and three");
    await expect.poll(() => stateOf(page)).toBe(en("activity.unsaved"));
    expect(stored(person)).toEqual([["n-form", "One"]]);
    await visitor.context.setOffline(false);
    await expect.poll(() => stateOf(page), { timeout: 15_000 }).toBe(en("activity.saved"));
  });
  expect(stored(person)).toEqual([["n-form", "One and two and three"]]);
  for (const language of LANGUAGES) {
    await visitor.goto(reflections(language));
    expect(await page.locator(FIELD).inputValue()).toBe("One and two and three");
  }
  await page.locator(FIELD).fill("");
  const be = await wordsIn("be");
  await expect.poll(() => stateOf(page)).toBe(be("activity.saved"));
  expect(stored(person)).toEqual([["n-form", null]]);
});

test("what is typed before script has arrived is neither lost nor left unsaved", async () => {
  const person = await addPerson(site, "early@example.org");
  await senderFor(site, person).post(reflections("en"), [
    ["activity", "n-form"],
    ["n-form.answer", "Before."],
  ]);
  const { page, context, goto } = await visit(browser, site, { person });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route("**/assets/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(reflections("en"), { waitUntil: "commit" });
  await page.locator(FIELD).pressSequentially(" While waiting.");
  await page.locator("#n-plain textarea").pressSequentially("Empty before.");
  release();
  await expect.poll(() => stateOf(page), { timeout: 15_000 }).toBe(en("activity.saved"));
  await expect.poll(() => stateOf(page, "n-plain"), { timeout: 15_000 }).toBe(en("activity.saved"));
  const texts = Object.fromEntries(stored(person)) as Record<string, string>;
  expect(texts["n-form"]).toContain("While waiting.");
  expect(texts["n-form"]).toContain("Before.");
  expect(texts["n-plain"]).toBe("Empty before.");
  await goto(reflections("en"));
  expect(await page.locator(FIELD).inputValue()).toBe(texts["n-form"]);
});

test.each(WAYS)(
  "a text that is too long is refused, and stands in its field to be shortened, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `long-${javaScript}@example.org`);
    const visitor = await visit(browser, site, { javaScript, person });
    const { page } = visitor;
    await visitor.goto(reflections("en"));
    const long = "ў".repeat(9000);
    await page.locator(FIELD).fill("Short.");
    await saved(page, "n-form", javaScript);
    const refuse = async () => {
      await page.locator(FIELD).fill(long);
      if (!javaScript) await page.locator("#n-form button").click();
      await expect.poll(() => page.locator("#n-form .field-problem").first().isVisible()).toBe(true);
    };
    await visitor.provoking(422, refuse);
    expect(await page.locator("#n-form").textContent()).toContain(en("problems.text-too-long"));
    expect(await page.locator(FIELD).inputValue()).toBe(long);
    expect(await page.locator(FIELD).getAttribute("aria-invalid")).toBe("true");
    expect(await stateOf(page)).toBe("");
    expect(stored(person)).toEqual([["n-form", "Short."]]);
    await page.locator(FIELD).fill("Shortened.");
    await page.locator("#n-form button").click();
    await expect.poll(() => stateOf(page)).toBe(en("activity.saved"));
    expect(await page.locator("#n-form .field-problem").count()).toBe(0);
    expect(stored(person)).toEqual([["n-form", "Shortened."]]);
  },
);

test("the notes are a file that the browser saves, and the course leads to them", async () => {
  const person = await addPerson(site, "file@example.org");
  const { page, goto } = await visit(browser, site, { person });
  await goto(paths.course("en", course.id));
  await page.getByRole("link", { name: en("notes.title") }).click();
  await page.waitForURL(`**${notesOf("en")}`);
  // Script changes the address before it shows the page.
  await page.getByText(en("notes.empty")).waitFor();
  await goto(reflections("en"));
  await page.locator(FIELD).fill("To take along.");
  await saved(page, "n-form", true);
  await goto(notesOf("en"));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: en("notes.download") }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`notes-${course.id}.txt`);
  expect(await readFile(await download.path(), "utf8")).toContain("To take along.");
});

test("on paper nothing that was written is cut off or folded away", async () => {
  const person = await addPerson(site, "paper@example.org");
  const { page, goto } = await visit(browser, site, { person });
  const sender = senderFor(site, person);
  const long = "A line of my own.\n".repeat(60).trim();
  await sender.post(reflections("en"), [
    ["activity", "n-form"],
    ["n-form.answer", long],
  ]);
  await sender.post(caseOf("en"), [
    ["activity", "n-case"],
    ["n-case.answer.q1", "The hours."],
  ]);
  await goto(reflections("en"));
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#n-form .note-paper").isVisible()).toBe(true);
  expect(await page.locator(FIELD).isVisible()).toBe(false);
  expect(await page.locator("#n-plain textarea").isVisible()).toBe(true);
  await page.emulateMedia({ media: "screen" });
  await goto(caseOf("en"));
  await page.locator(".case-paper summary").first().click();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".case-paper-text").first().isVisible()).toBe(true);
  expect(await page.locator(".case-model-text").isVisible()).toBe(true);
});

test("nobody is shut out of notes: empty, written, compared, listed and about to be deleted", async () => {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    const person = await addPerson(site, `axe-${language}@example.org`, { language });
    const { page, goto } = await visit(browser, site, { person, locale: language });
    const look = async (path: string, what: string) => {
      await goto(path);
      for (const fault of await pageFaults(page, language)) faults.push(`${language} ${what}: ${fault}`);
      const small = await page
        .locator("main summary, main .row-choices label, main .note-facts a, main .note-foot a, main .recall a")
        .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).length);
      if (small > 0) faults.push(`${language} ${what}: ${small} targets are too small`);
    };
    await look(reflections(language), "empty");
    await look(caseOf(language), "case empty");
    await look(notesOf(language), "no notes");
    const sender = senderFor(site, person);
    await sender.post(reflections(language), [
      ["activity", "n-form"],
      ["n-form.answer", "Невымоўнадоўгаесловабезпрабелаў".repeat(8)],
    ]);
    await sender.post(caseOf(language), [
      ["activity", "n-case"],
      ["n-case.answer.q1", "The hours."],
      ["n-case.answer.q1.verdict", "met"],
    ]);
    await look(reflections(language), "written");
    await look(caseOf(language), "case written");
    await look(notesOf(language), "notes");
    await look(`${notesOf(language)}?delete=n-case`, "deleting");
  }
  expect(faults).toEqual([]);
});

test("the views of these kinds are at most 6 kB each with all that only they need", async () => {
  const folder = join(build, "client/assets");
  const files = await readdir(folder);
  const sizes: Record<string, number> = {};
  for (const file of files.filter((one) => /^(view|note-field)-.*\.js$/.test(one))) {
    const text = await readFile(join(folder, file));
    const name = text.includes("case-papers") ? "case-file" : text.includes("reflect-hints") ? "reflect" : null;
    const key = file.startsWith("note-field") ? "note" : name;
    if (key) sizes[key] = brotliCompressSync(text).length;
  }
  expect(Object.keys(sizes).sort()).toEqual(["case-file", "note", "reflect"]);
  expect((sizes["case-file"] ?? 0) + (sizes.note ?? 0)).toBeLessThan(6000);
  expect((sizes.reflect ?? 0) + (sizes.note ?? 0)).toBeLessThan(6000);
});
