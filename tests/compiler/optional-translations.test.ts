import { expect, test } from "vitest";
import { contentStatus } from "#app/compiler/content-status.ts";
import { catalogueModule, lessonsModule } from "#app/compiler/content-modules.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { COURSE, courseWith, problemsWith } from "./fixtures.ts";

const LESSON = "first-steps/who-counts";
const optional = { "course.yaml": (text: string) => `${text}translations: optional\n` };
const halfway = { ...optional, [`${LESSON}/be.mdx`]: null, "welcome/be.mdx": null, "welcome/ru.mdx": null };

test("a missing translation is a warning where course.yaml says that translations are optional", () => {
  expect(problemsWith(halfway)).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/be.mdx:1:1  missing-language  The page is missing in one language: be.mdx; learners read en.mdx. → Write it beside en.mdx.",
      "welcome/be.mdx:1:1  missing-language  The page is missing in one language: be.mdx; learners read en.mdx. → Write it beside en.mdx.",
      "welcome/ru.mdx:1:1  missing-language  The page is missing in one language: ru.mdx; learners read en.mdx. → Write it beside en.mdx.",
    ]
  `);
});

test("a missing translation is an error where course.yaml says nothing of it, or that translations are required", () => {
  const missing = { [`${LESSON}/be.mdx`]: null };
  const required = { ...missing, "course.yaml": (text: string) => `${text}translations: required\n` };
  for (const edits of [missing, required]) {
    const { courses, problems } = readContent(courseWith(edits));
    expect(problems).toMatchObject([{ code: "missing-language", severity: "error" }]);
    expect(courses).toEqual([]);
  }
});

test("a quiz is needed in every language, and the source page always", () => {
  expect(problemsWith({ ...optional, "first-steps/quiz/be.mdx": null })).toMatchInlineSnapshot(`
    [
      "first-steps/quiz/be.mdx:1:1  missing-language  The page is missing in one language: be.mdx. A quiz is needed in every language. → Write it beside en.mdx.",
    ]
  `);
  expect(problemsWith({ ...optional, [`${LESSON}/en.mdx`]: null })).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/en.mdx:1:1  missing-language  The page is missing in one language: en.mdx, in which the course is written first. → Write it.",
    ]
  `);
});

test("the outline says which languages a page lacks, and shows the source's words in them", () => {
  const { courses } = readContent(courseWith(halfway));
  const [{ course } = { course: null }] = courses;
  expect(course?.welcome).toMatchObject({ untranslated: ["ru", "be"], title: { ru: "Welcome", be: "Welcome" } });
  const [lesson] = course?.modules[0]?.lessons ?? [];
  expect(lesson).toMatchObject({ untranslated: ["be"], activities: ["does-anna-count", "rules-in-place"] });
  expect(lesson?.title.be).toBe(lesson?.title.en);
  expect(lesson?.title.ru).not.toBe(lesson?.title.en);
  expect(course?.modules[0]?.quiz.untranslated).toBeUndefined();
  expect(catalogueModule(courses)).toContain('"untranslated":["be"]');
});

test("a page without a translation is one module under both languages, on the server and in the browser", () => {
  const { courses } = readContent(courseWith(halfway));
  const key = (language: string) => `${COURSE}/${LESSON}/${language}`;
  for (const text of [lessonsModule(courses, true), lessonsModule(courses, false)]) {
    for (const language of LANGUAGES) expect(text).toContain(JSON.stringify(key(language)));
    expect(text).toContain(`virtual:waymark/lesson/${key("en")}`);
    expect(text).toContain(`virtual:waymark/lesson/${key("ru")}`);
    expect(text).not.toContain(`virtual:waymark/lesson/${key("be")}`);
  }
});

test("the questions of a page without a translation keep their key and version, and ask in the source's words", () => {
  const recordIn = (edits: Parameters<typeof courseWith>[0]) => {
    const [course] = readContent(courseWith(edits)).courses;
    return course?.activities.find(({ id }) => id === "does-anna-count");
  };
  const [whole, half] = [recordIn({}), recordIn(halfway)];
  expect([half?.key, half?.version]).toEqual([whole?.key, whole?.version]);
  expect(half?.public.be).toEqual(whole?.public.en);
  expect(half?.feedback.be).toEqual(whole?.feedback.en);
  expect(half?.public.ru).toEqual(whole?.public.ru);
});

test("the status shows a missing translation as missing, not as behind", () => {
  const [course] = contentStatus(readContent(courseWith(halfway))).courses;
  expect(course?.pages.find(({ lessonId }) => lessonId === "who-counts")?.languages).toMatchObject({
    en: { state: "source" },
    ru: { state: "current" },
    be: null,
  });
});
