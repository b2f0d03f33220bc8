import { expect, test } from "vitest";
import type { Course } from "#app/domain/course.ts";
import { foldProgress, type ProgressFacts } from "#app/domain/progress.ts";

const same = (text: string) => ({ en: text, ru: text, be: text });
const page = (minutes: number) => ({ title: same("t"), summary: same("s"), minutes });

const course: Course = {
  id: "c",
  title: same("Course"),
  summary: same(""),
  edition: "1",
  lawAsOf: "2026-01-01",
  sourceLanguage: "en",
  review: "unreviewed",
  welcome: null,
  aids: [],
  completion: { quizPassPercent: 70 },
  workloadMinutes: 30,
  modules: [
    {
      id: "m",
      title: same("Module"),
      summary: same(""),
      outcomes: [],
      lessons: [
        { id: "one", outcomes: [], sections: 3, activities: [], ...page(10) },
        { id: "two", outcomes: [], sections: 3, activities: [], ...page(12) },
      ],
      quiz: { draw: 1, items: [{ id: "q", outcome: "o" }], ...page(8) },
    },
  ],
};

const nothing: ProgressFacts = { completions: [], places: [], attempts: [] };
const submitted = { moduleId: "m", submittedAt: 5 };

test("somebody who has done nothing has every lesson and the quiz left, and begins with the first lesson", () => {
  const progress = foldProgress(course, nothing);
  expect(progress.remaining).toHaveLength(3);
  expect(progress.minutesLeft).toBe(30);
  expect(progress.begun).toBe(false);
  expect(progress.next).toEqual({ kind: "lesson", moduleId: "m", lessonId: "one", anchor: null });
});

test("continue leads to the screen of the lesson that was read last", () => {
  const places = [
    { moduleId: "m", lessonId: "one", anchor: "s3", seenAt: 1 },
    { moduleId: "m", lessonId: "two", anchor: "s2", seenAt: 2 },
  ];
  expect(foldProgress(course, { ...nothing, places }).next).toEqual({
    kind: "lesson",
    moduleId: "m",
    lessonId: "two",
    anchor: "s2",
  });
});

test("looking at a finished lesson again does not hide the lesson that is still open", () => {
  const places = [
    { moduleId: "m", lessonId: "two", anchor: "s2", seenAt: 1 },
    { moduleId: "m", lessonId: "one", anchor: "s1", seenAt: 2 },
  ];
  const progress = foldProgress(course, { ...nothing, completions: [{ lessonId: "one", revision: 1 }], places });
  expect(progress.lessons).toEqual({ one: "done", two: "begun" });
  expect(progress.next).toMatchObject({ lessonId: "two", anchor: "s2" });
});

test("an attempt under way is what to continue once no lesson is open", () => {
  const attempts = [{ moduleId: "m", submittedAt: null, scorePermille: null, passed: null }];
  const progress = foldProgress(course, { ...nothing, completions: [{ lessonId: "one", revision: 1 }], attempts });
  expect(progress.next).toEqual({ kind: "quiz", moduleId: "m" });
  expect(progress.quizzes.m).toEqual({ passed: false, bestPercent: null, open: true });
});

test("the best submitted attempt counts, and a later failure takes nothing away", () => {
  const attempts = [
    { ...submitted, scorePermille: 812, passed: true },
    { ...submitted, scorePermille: 300, passed: false },
  ];
  const progress = foldProgress(course, { ...nothing, attempts });
  expect(progress.quizzes.m).toEqual({ passed: true, bestPercent: 81, open: false });
  expect(progress.remaining.map((left) => left.kind)).toEqual(["lesson", "lesson"]);
});

test("with everything done, nothing is left and the certificate is next", () => {
  const progress = foldProgress(course, {
    completions: [
      { lessonId: "one", revision: 1 },
      { lessonId: "two", revision: 1 },
    ],
    places: [],
    attempts: [{ ...submitted, scorePermille: 700, passed: true }],
  });
  expect(progress).toMatchObject({ complete: true, remaining: [], minutesLeft: 0, next: { kind: "certificate" } });
});

test("facts about a lesson that the course no longer has change nothing", () => {
  const progress = foldProgress(course, { ...nothing, completions: [{ lessonId: "gone", revision: 1 }] });
  expect(progress.remaining).toHaveLength(3);
});

test("a finished lesson whose text has changed materially stays finished, and is named with the questions that cover the change", () => {
  const [module] = course.modules;
  const [one, two] = module?.lessons ?? [];
  if (!module || !one || !two) throw new Error("the course lacks what this test needs");
  const material = { ...one, revision: 3, materialRevision: 2, materialQuestions: ["q2"], activities: ["q1", "q2"] };
  const clarified = { ...two, revision: 2, materialRevision: 1 };
  const revised = { ...course, modules: [{ ...module, lessons: [material, clarified] }] };
  const finished = (revision: number | null) =>
    foldProgress(revised, {
      ...nothing,
      completions: [
        { lessonId: "one", revision },
        { lessonId: "two", revision: 1 },
      ],
    });
  for (const revision of [null, 1]) {
    expect(finished(revision).changed).toEqual([{ moduleId: "m", lessonId: "one", questions: ["q2"] }]);
    expect(finished(revision).lessons).toEqual({ one: "done", two: "done" });
    expect(finished(revision).remaining).toEqual(finished(3).remaining);
  }
  expect(finished(2).changed).toEqual([]);
});

test("a lesson that was never finished is not said to have changed", () => {
  const [module] = course.modules;
  const revised = {
    ...course,
    modules: course.modules.map((one) => ({
      ...one,
      lessons: one.lessons.map((lesson) => ({ ...lesson, revision: 2, materialRevision: 2 })),
    })),
  };
  const places = [{ moduleId: module?.id ?? "", lessonId: "one", anchor: "s1", seenAt: 1 }];
  expect(foldProgress(revised, { ...nothing, places }).changed).toEqual([]);
});
