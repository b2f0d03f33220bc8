import { expect, test } from "vitest";
import { contentAttention } from "#app/domain/content-attention.ts";
import { type CourseStatus, isFarFromDeclared, type PageStatus } from "#app/domain/content-status.ts";

const finding = (severity: "error" | "warning") => ({
  file: "en.mdx",
  line: 1,
  column: 1,
  severity,
  code: "heading-jump",
  message: "A heading is missing.",
  fix: "Add it.",
});

function page(part: Partial<PageStatus>): PageStatus {
  return {
    file: "en.mdx",
    title: "A page",
    words: 900,
    minutes: 9,
    state: "current",
    behind: [],
    uncited: 0,
    problems: [],
    ...part,
  };
}

function course(part: Partial<CourseStatus>): CourseStatus {
  const words = { en: "x", ru: "x", be: "x" };
  return {
    id: "c",
    title: words,
    edition: "1",
    lawAsOf: "2026-07-31",
    sourceLanguage: "en",
    pages: [],
    outcomes: [],
    sources: [],
    impact: [],
    problems: [],
    ...part,
  };
}

const row = {
  kind: "lesson" as const,
  moduleId: "m",
  lessonId: "l",
  folder: "m/l",
  declaredMinutes: 10,
  revision: 1,
  materialRevision: 1,
  activities: [],
};
const outcome = { id: "m.o1", moduleId: "m", text: { en: "x", ru: "x", be: "x" } };

test("a course in order asks for no attention", () => {
  const whole = { en: page({ state: "source" }), ru: page({}), be: page({}) };
  const counted = contentAttention(
    course({ pages: [{ ...row, languages: whole }], outcomes: [{ ...outcome, practice: 1, items: 1 }] }),
    "2026-11-25",
  );
  expect([...new Set(Object.values(counted))]).toEqual([0]);
});

test("each thing that an author has to look at is counted under its own name", () => {
  const languages = {
    en: page({ state: "source", uncited: 2, problems: [finding("error"), finding("error"), finding("warning")] }),
    ru: page({ state: "not-recorded", minutes: 30 }),
    be: null,
  };
  const late = { ...row, folder: "m/quiz", languages: { en: page({}), ru: page({ state: "behind" }), be: page({}) } };
  const counted = contentAttention(
    course({
      pages: [{ ...row, languages }, late],
      problems: [finding("warning")],
      outcomes: [
        { ...outcome, practice: 0, items: 3 },
        { ...outcome, practice: 3, items: 0 },
        { ...outcome, practice: 1, items: 1 },
      ],
    }),
    "2026-11-25",
  );
  expect(counted).toEqual({
    missing: 1,
    behind: 1,
    notRecorded: 1,
    uncited: 2,
    errors: 2,
    warnings: 2,
    minutes: 1,
    outcomes: 2,
    overdue: 0,
  });
});

test.each([
  [9, 12, false],
  [9, 13, true],
  [9, 6, false],
  [9, 5, true],
  [1, 1, false],
  [1, 2, true],
])("%i counted minutes and %i declared ones are far apart: %s", (counted, declared, far) => {
  expect(isFarFromDeclared(counted, declared)).toBe(far);
});
