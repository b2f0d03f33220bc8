/** A lesson that was revised after somebody finished it, and one that is not translated into the reader's language. */
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { paths } from "#app/domain/paths.ts";
import { completeLesson } from "#app/store/progress.server.ts";
import { COURSE } from "../compiler/fixtures.ts";
import { arrived, openBrowser, visit, WAYS } from "./browser.ts";
import { buildWith } from "./course-build.ts";
import { eventually, startSite } from "./harness.ts";
import { addPerson } from "./people.ts";
import { wordsIn } from "./words.ts";

const place = { courseId: COURSE, moduleId: "first-steps", lessonId: "who-counts" };
const COVERING = "rules-in-place";
const build = buildWith("journey-changed", {
  "course.yaml": (text) => `${text}translations: optional\n`,
  "first-steps/who-counts/en.mdx": (text) =>
    text.replace("---\n", `---\nedit: material\nrevision: 2\nmaterialSince: 2\nmaterialQuestions: [${COVERING}]\n`),
  "first-steps/who-counts/be.mdx": null,
  "welcome/be.mdx": null,
});
const site = await startSite({ build });
const browser = await openBrowser();
const [en, be] = [await wordsIn("en"), await wordsIn("be")];
const lesson = (language: "en" | "ru" | "be") => paths.lesson(language, COURSE, place.moduleId, place.lessonId);

async function finished(email: string, revision: number) {
  const person = await addPerson(site, email);
  const completion = { id: randomUUID(), accountId: person.id, ...place, edition: "2026.1", language: "en" };
  await site.store.write((tx) => completeLesson(tx, { ...completion, completedAt: 1000, revision }));
  return person;
}

test.each(WAYS)(
  "who finished a lesson before it changed is led to the questions that cover it, and told no more once it is read, $way",
  async ({ javaScript }) => {
    const person = await finished(`finished-${javaScript}@example.org`, 1);
    const visitor = await visit(browser, site, { javaScript, person });
    const { page } = visitor;
    await visitor.goto(paths.dashboard("en"));
    await page.getByRole("heading", { name: en("dashboard.changed") }).waitFor();
    await visitor.goto(paths.course("en", COURSE));
    await page.getByText(en("course.stateDone")).first().waitFor();
    await page.getByRole("link", { name: en("course.stateChanged") }).click();
    await arrived(page, lesson("en"));
    expect(new URL(page.url()).hash).toBe("#changed");

    const note = page.getByRole("region", { name: en("lesson.changedTitle") });
    await note.getByText(en("lesson.changed")).waitFor();
    const links = note.getByRole("link");
    expect(await links.count()).toBe(1);
    await links.click();
    expect(new URL(page.url()).hash).toBe(`#${COVERING}`);
    await page.locator(`#${COVERING}`).getByRole("group").waitFor();

    await page.getByRole("button", { name: en("lesson.changeRead") }).click();
    await arrived(page, paths.quiz("en", COURSE, place.moduleId));
    await visitor.goto(lesson("en"));
    await page.getByText(en("lesson.done")).waitFor();
    expect(await note.count()).toBe(0);
    await visitor.goto(paths.course("en", COURSE));
    expect(await page.getByRole("link", { name: en("course.stateChanged") }).count()).toBe(0);
    expect(site.rows("select revision, completed_at from lesson_completions where account_id = ?", person.id)).toEqual([
      { revision: 2, completed_at: 1000 },
    ]);
  },
);

test("who finished the lesson as it is now is told of no change", async () => {
  const person = await finished("current@example.org", 2);
  const visitor = await visit(browser, site, { person });
  await visitor.goto(lesson("ru"));
  expect(await visitor.page.locator("#changed").count()).toBe(0);
  await visitor.goto(paths.dashboard("ru"));
  expect(await visitor.page.locator(".changed-lessons").count()).toBe(0);
});

test.each(WAYS)(
  "a lesson without a translation is read in the source language, said so in the reader's own, and answered, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `reader-${javaScript}@example.org`, { language: "be" });
    const visitor = await visit(browser, site, { javaScript, person });
    const { page } = visitor;
    await visitor.goto(paths.course("be", COURSE));
    const entry = page.locator(".outline-step").getByRole("link").first();
    expect(await entry.getAttribute("lang")).toBe("en");
    await entry.click();
    await arrived(page, lesson("be"));
    expect(await page.getAttribute("html", "lang")).toBe("be");
    await page.getByText(be("lesson.untranslated", { language: "en" })).waitFor();
    expect(await page.getAttribute("h1", "lang")).toBe("en");
    expect(await page.locator(".prose").evaluate((text) => text.closest("[lang]")?.getAttribute("lang"))).toBe("en");

    const frame = page.locator("#does-anna-count");
    await frame.locator("input[type=radio]").first().check();
    await frame.getByRole("button", { name: en("activity.check") }).click();
    await frame.locator(".review-summary").waitFor();
    expect(await frame.textContent()).toContain("REASON");
    await page.getByRole("button", { name: be("lesson.complete") }).waitFor();
    await visitor.goto(paths.welcome("be", COURSE));
    await page.getByText(be("lesson.untranslated", { language: "en" })).waitFor();
  },
);

test("the language switch keeps the screen that is being read where the other language has no translation", async () => {
  const person = await addPerson(site, "switcher@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  await visitor.goto(lesson("ru"));
  await page.locator("#s2").evaluate((heading) => heading.scrollIntoView({ block: "start" }));
  await eventually("the place is in the address", () => new URL(page.url()).hash === "#s2");
  await page.getByRole("link", { name: "Беларуская" }).click();
  await arrived(page, lesson("be"));
  expect(new URL(page.url()).hash).toBe("#s2");
  await page.getByText(be("lesson.untranslated", { language: "en" })).waitFor();
});
