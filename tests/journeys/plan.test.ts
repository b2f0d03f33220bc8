/** An action plan in Chromium: written by keyboard, without JavaScript and with the line cut, printed, and seen by nobody else. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { openBrowser, visit, WAYS } from "./browser.ts";
import { type Fields, senderFor } from "./forms.ts";
import { startSite } from "./harness.ts";
import { kindsBuild, sampleCourse } from "./kinds-build.ts";
import { pageFaults } from "./page-faults.ts";
import { addPerson, type Person } from "./people.ts";
import { wordsIn } from "./words.ts";

const build = kindsBuild();
const site = await startSite({ build });
const browser = await openBrowser();
const en = await wordsIn("en");
const plan = sampleCourse().activities.find(({ id }) => id === "l-plan");

const lesson = (language: Language) => paths.lesson(language, "sample", "pieces", "plan");
const sheet = (language: Language) => paths.plan(language, "sample");

const TEXTS: Fields = [
  ["l-plan.answer.l1", "Eleven of forty were not paid"],
  ["l-plan.answer.l1.check", "partly"],
  ["l-plan.answer.a1.what", "A channel in the evening"],
  ["l-plan.answer.a1.who", "The head of the office"],
  ["l-plan.answer.a1.by", "2027-12-12"],
  ["l-plan.answer.l3", "No names are kept"],
  ["l-plan.answer.l4", "Complaints with a result"],
];

function write(person: Person, fields: Fields, id = "l-plan") {
  return senderFor(site, person).post(lesson("en"), [["activity", id], ...fields]);
}

function kept(person: Person, id = "l-plan") {
  const rows = site.rows<{ response: string }>(
    "select response from notes where account_id = ? and activity_id = ?",
    person.id,
    id,
  );
  expect(rows.length).toBeLessThanOrEqual(1);
  return JSON.parse(rows[0]?.response ?? "null") as { lines: { id: string; text: string }[]; finished: boolean } | null;
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} was not reached`);
}

const saved = (page: Page) =>
  expect.poll(() => page.locator("#l-plan p.save-state").textContent(), { timeout: 15_000 }).toBe(en("activity.saved"));

test.each(WAYS)(
  "the keyboard alone writes a plan, checks it, declares it finished and prints it, $way",
  async (way) => {
    const { javaScript } = way;
    const person = await addPerson(site, `keys-${javaScript}@example.org`);
    const { page, goto } = await visit(browser, site, { javaScript, person });
    await goto(lesson("en"));
    for (const [name, value] of TEXTS) {
      await tabTo(page, `[name="${name}"]`);
      if (name.endsWith(".check")) {
        await page.keyboard.press("Space");
        await page.keyboard.press("ArrowRight");
      } else await page.keyboard.type(name.endsWith(".by") ? "12122027" : value);
    }
    expect(await page.locator("#l-plan .plan-model").count()).toBe(0);
    await tabTo(page, "#l-plan button[type=submit]");
    await page.keyboard.press("Enter");
    await page.locator("#l-plan .plan-model").waitFor();
    expect(await page.locator("#l-plan .plan-model").textContent()).toContain(
      "The interpreter comes on Thursday evenings.",
    );
    await page.locator('#l-plan [name="l-plan.answer.l4"]').focus();
    await tabTo(page, '[name="l-plan.answer.finished"]');
    await page.keyboard.press("Space");
    await tabTo(page, "#l-plan button[type=submit]");
    await Promise.all([javaScript ? null : page.waitForEvent("load"), page.keyboard.press("Enter")]);
    await expect.poll(() => kept(person)?.finished).toBe(true);
    if (javaScript) await saved(page);
    await tabTo(page, "#l-plan .plan-end a");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${sheet("en")}`);
    const shown = await page.locator(".plan-sheet").textContent();
    for (const text of ["Eleven of forty were not paid", "12\u00a0December\u00a02027", en("plan.finished")]) {
      expect(shown).toContain(text);
    }
    expect(await page.getByText(person.name).isVisible()).toBe(false);
    await tabTo(page, "#with-name");
    await page.keyboard.press("Space");
    expect(await page.locator(".plan-sheet-name").isVisible()).toBe(true);
  },
);

test("with the line cut in the middle the page says so, and what was written since is saved once it is back", async () => {
  const person = await addPerson(site, "cut@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  await visitor.goto(lesson("en"));
  const field = page.locator('[name="l-plan.answer.l1"]');
  await field.pressSequentially("A locked door");
  await saved(page);
  expect(kept(person)?.lines).toEqual([{ id: "l1", text: "A locked door", check: null }]);
  await visitor.withoutLine(async () => {
    await visitor.context.setOffline(true);
    await field.pressSequentially(" at night");
    await expect.poll(() => page.locator("#l-plan p.save-state").textContent()).toBe(en("activity.unsaved"));
    await page.locator('[name="l-plan.answer.l3"]').fill("No names");
    expect(kept(person)?.lines).toHaveLength(1);
    await visitor.context.setOffline(false);
    await saved(page);
  });
  expect(kept(person)?.lines.map(({ text }) => text)).toEqual(["A locked door at night", "No names"]);
  expect(await field.inputValue()).toBe("A locked door at night");
  for (const language of ["be", "ru"] as const) {
    await visitor.goto(lesson(language));
    expect(await field.inputValue()).toBe("A locked door at night");
  }
});

test("a note of the draft is copied into a line by its button, and saved as if it were typed", async () => {
  const person = await addPerson(site, "copy@example.org");
  await write(person, [["l-draft.answer.l1", "Twelve came in vain"]], "l-draft");
  const { page, goto } = await visit(browser, site, { person });
  await goto(lesson("en"));
  const line = page.locator("#l-plan .plan-line").first();
  await line.locator("summary").click();
  expect(await line.locator("blockquote").textContent()).toBe("Twelve came in vain");
  await line.getByRole("button").click();
  await saved(page);
  expect(kept(person)?.lines[0]?.text).toBe("Twelve came in vain");
});

test("without JavaScript the notes are read beside the lines, and a text that is too long comes back whole", async () => {
  const person = await addPerson(site, "plain@example.org");
  await write(person, [["l-draft.answer.l1", "Twelve came in vain"]], "l-draft");
  const { page, goto, provoking } = await visit(browser, site, { javaScript: false, person });
  await goto(lesson("en"));
  const line = page.locator("#l-plan .plan-line").first();
  await line.locator("summary").click();
  expect(await line.locator("blockquote").isVisible()).toBe(true);
  expect(await line.getByRole("button").count()).toBe(0);
  const long = "long ".repeat(500).trim();
  await page.locator('[name="l-plan.answer.l1"]').fill(long);
  await page.locator('[name="l-plan.answer.l3"]').fill("No names");
  await provoking(422, () => page.locator("#l-plan button[type=submit]").click());
  expect(await page.locator("#l-plan-problem").textContent()).toBe(en("problems.text-too-long"));
  expect(await page.locator('[name="l-plan.answer.l1"]').inputValue()).toBe(long);
  expect(await page.locator('[name="l-plan.answer.l1"]').getAttribute("aria-invalid")).toBe("true");
  expect(kept(person)).toBeNull();
  await page.locator('[name="l-plan.answer.l1"]').fill("short");
  await page.locator("#l-plan button[type=submit]").click();
  await expect.poll(() => kept(person)?.lines.map(({ text }) => text)).toEqual(["short", "No names"]);
});

test("a plan and its text belong to its writer alone, and are gone when it is emptied", async () => {
  const [person, other] = [await addPerson(site, "writer@example.org"), await addPerson(site, "other@example.org")];
  await write(person, TEXTS);
  const [own, foreign, nobody] = [senderFor(site, person), senderFor(site, other), senderFor(site, null)];
  const file = await own.get(paths.planText("be", "sample"));
  expect(file.headers.get("content-disposition")).toBe('attachment; filename="plan.txt"');
  expect(file.headers.get("cache-control")).toContain("no-store");
  expect(file.text).toMatch(/^[^\n]*\r\n/);
  for (const text of ["Eleven of forty were not paid", "– A channel in the evening", "12\u00a0снежня\u00a02027"]) {
    expect(file.text).toContain(text);
  }
  expect((await own.get(sheet("en"))).text).toContain("Eleven of forty");
  for (const path of [sheet("en"), `${sheet("en")}?_data=screens%2Flearn%2Fplan`, lesson("en")]) {
    expect((await foreign.get(path)).text).not.toContain("Eleven of forty");
  }
  expect((await foreign.get(paths.planText("en", "sample"))).status).toBe(404);
  for (const path of [sheet("en"), paths.planText("en", "sample")]) expect((await nobody.get(path)).status).toBe(302);
  expect((await own.get(paths.plan("en", "three-kinds"))).status).toBe(404);
  await write(person, [["l-plan.answer.l1", " "]]);
  expect(kept(person)).toBeNull();
  expect((await own.get(paths.planText("en", "sample"))).status).toBe(404);
  const empty = await own.get(sheet("en"));
  expect(empty.text).toContain(en("plan.empty"));
  expect(empty.text).toContain(`href="${lesson("en")}#l-plan"`);
});

test("nobody is shut out of the plan and its page, before it is written and after", async () => {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    const person = await addPerson(site, `axe-${language}@example.org`, { language });
    const { page, goto } = await visit(browser, site, { person, locale: language });
    const look = async (path: string, what: string) => {
      await goto(path);
      for (const summary of await page.locator(".plan-notes summary").all()) await summary.click();
      for (const fault of await pageFaults(page, language)) faults.push(`${language} ${what}: ${fault}`);
      const small = await page
        .locator(".plan input:not([type=checkbox], [type=radio]), .plan textarea, .plan summary, .row-choices label")
        .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).length);
      if (small > 0) faults.push(`${language} ${what}: ${small} targets are too small`);
    };
    await look(lesson(language), "empty");
    await look(sheet(language), "empty page");
    await write(person, [["l-draft.answer.l1", "Дванаццаць прыйшлі дарэмна"]], "l-draft");
    await write(person, [...TEXTS, ["l-plan.answer.finished", "yes"]]);
    await look(lesson(language), "written");
    await look(sheet(language), "written page");
  }
  expect(faults).toEqual([]);
});

test("on paper a plan is what was written, one page for each, and no button", async () => {
  const person = await addPerson(site, "paper@example.org");
  await write(person, TEXTS);
  const { page, goto } = await visit(browser, site, { person });
  await goto(sheet("en"));
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".plan-sheet").isVisible()).toBe(true);
  for (const hidden of [".plan-page-actions", "#with-name", ".plan-sheet-change"]) {
    expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
  }
  const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g);
  expect(pages).toHaveLength(1);
  await goto(lesson("en"));
  expect(await page.locator('[name="l-plan.answer.l1"]').isVisible()).toBe(false);
  expect(await page.locator("#l-plan .plan-paper").first().textContent()).toBe("Eleven of forty were not paid");
});

test("the model is no secret, and the view of a plan is at most 6 kB", async () => {
  expect(plan?.key).toBeNull();
  const folder = join(build, "client/assets");
  const files = await Promise.all(
    (await readdir(folder)).filter((file) => file.endsWith(".js")).map((file) => readFile(join(folder, file))),
  );
  const own = files.filter((file) => file.includes("plan-lines"));
  expect(own).toHaveLength(1);
  for (const file of own) expect(brotliCompressSync(file).length).toBeLessThan(6000);
});
