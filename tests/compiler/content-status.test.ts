import { expect, test } from "vitest";
import { contentStatusModule } from "#app/compiler/content-modules.ts";
import { contentStatus } from "#app/compiler/content-status.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { impactOf, isOverdue } from "#app/domain/content-status.ts";
import { COURSE, courseWith } from "./fixtures.ts";

const EN = "first-steps/who-counts/en.mdx";

function statusOf(edits: Parameters<typeof courseWith>[0] = {}) {
  const root = courseWith(edits);
  const [course] = contentStatus(readContent(root)).courses;
  if (!course) throw new Error("The course could not be read.");
  return { course, short: (file: string) => file.replace(`${root}/${COURSE}/`, "") };
}

test("the status has a row for each page, with each language's words, minutes and state", () => {
  const { course } = statusOf({ "welcome/en.mdx": (text) => text.replace("is a line", "is a long line") });
  expect(course.pages.map(({ folder, kind, declaredMinutes }) => [folder, kind, declaredMinutes])).toEqual([
    ["welcome", "welcome", 2],
    ["first-steps/who-counts", "lesson", 5],
    ["first-steps/quiz", "quiz", 3],
  ]);
  expect(course.pages[0]?.languages).toMatchObject({
    en: { title: "Welcome", words: 17, minutes: 1, state: "source", behind: [] },
    ru: {
      state: "behind",
      behind: [{ before: expect.stringContaining("is a line"), now: expect.stringContaining("is a long line") }],
    },
    be: { state: "behind" },
  });
  expect(course.pages[1]?.languages.be?.state).toBe("current");
});

test("a quiz takes the minutes of what an attempt draws, not of its pool", () => {
  const long = Array.from({ length: 600 }, () => "word").join(" ");
  const minutes = (draw: number) =>
    statusOf({
      "course.yaml": (text) => text.replace("draw: 2", `draw: ${draw}`),
      "first-steps/quiz/en.mdx": (text) => text.replace("REASON ten.", `${long}.`),
    }).course.pages[2]?.languages.en?.minutes;
  expect(minutes(2)).toBe(6);
  expect(minutes(1)).toBe(3);
});

test("the status is made of a course with faults too: uncited claims are counted, a missing page is none", () => {
  const { course } = statusOf({
    [EN]: (text) => text.replace("The treaty is older", "In 1990 the treaty was older"),
    "welcome/be.mdx": null,
  });
  expect(course.pages[1]?.languages.en).toMatchObject({ uncited: 1 });
  expect(course.pages[1]?.languages.en?.problems[0]).toMatchObject({ code: "claim-without-source", line: 12 });
  expect(course.pages[0]?.languages.be).toBeNull();
});

test("each outcome counts what lessons practise and quizzes ask", () => {
  expect(statusOf().course.outcomes).toMatchObject([
    { id: "m1.o1", practice: 1, items: 1 },
    { id: "m1.o2", practice: 1, items: 1 },
  ]);
});

test("a source is overdue from the day after its review date", () => {
  const [source] = statusOf({ "sources.yaml": (text) => text.replace(/reviewBy: .+/, "reviewBy: 2026-12-01") }).course
    .sources;
  expect(source?.reviewBy).toBe("2026-12-01");
  expect(isOverdue(source ?? { reviewBy: "" }, "2026-12-01")).toBe(false);
  expect(isOverdue(source ?? { reviewBy: "" }, "2026-12-02")).toBe(true);
});

test("what a build carries says nothing of the day of the build: a month later the same source is overdue", () => {
  const root = courseWith({ "sources.yaml": (text) => text.replace(/reviewBy: .+/, "reviewBy: 2020-01-01") });
  const built = contentStatusModule(readContent(root));
  expect(built).not.toContain("review-overdue");
  expect(built).not.toContain("today");
  const [course] = contentStatus(readContent(root)).courses;
  const overdue = (today: string) => course?.sources.filter((source) => isOverdue(source, today)).length;
  expect([overdue("2019-12-31"), overdue("2020-01-31")]).toEqual([0, 1]);
});

test("the impact of a source names every place in every language, and the terms that rest on it", () => {
  const { course, short } = statusOf();
  const places = impactOf(course, "treaty-1990", null);
  expect(
    places.map(({ file, line, what, part, id, at }) => [`${short(file)}:${line}`, what, part, id, at]),
  ).toMatchInlineSnapshot(`
    [
      [
        "first-steps/who-counts/en.mdx:17",
        "paragraph",
        "item",
        null,
        "Art. 2(1)",
      ],
      [
        "first-steps/who-counts/en.mdx:40",
        "question",
        "reason",
        "does-anna-count",
        "Art. 1",
      ],
      [
        "first-steps/who-counts/ru.mdx:17",
        "paragraph",
        "item",
        null,
        "Art. 2(1)",
      ],
      [
        "first-steps/who-counts/ru.mdx:40",
        "question",
        "reason",
        "does-anna-count",
        "Art. 1",
      ],
      [
        "first-steps/who-counts/be.mdx:17",
        "paragraph",
        "item",
        null,
        "Art. 2(1)",
      ],
      [
        "first-steps/who-counts/be.mdx:40",
        "question",
        "reason",
        "does-anna-count",
        "Art. 1",
      ],
      [
        "glossary.yaml:1",
        "term",
        "definition",
        "border",
        null,
      ],
    ]
  `);
});

test("the impact of one place in a source leaves out the others, and keeps terms, which name the source alone", () => {
  const { course } = statusOf();
  const places = impactOf(course, "treaty-1990", "Art. 1").filter(({ language }) => language === "en");
  expect(places).toMatchObject([
    { what: "question", id: "does-anna-count", part: "reason", excerpt: "REASON of Anna, who counts." },
  ]);
  expect(impactOf(course, "figures-2024", "dataset").filter(({ language }) => language === "ru")).toMatchObject([
    { what: "paragraph", id: null },
    { what: "card", part: "row", id: expect.any(String) },
  ]);
});
