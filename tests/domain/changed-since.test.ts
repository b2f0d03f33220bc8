import { expect, test } from "vitest";
import { changedSince } from "#app/domain/changed-since.ts";

const activities = ["first", "second"];

test("a lesson that was never revised is what the learner finished", () => {
  expect(changedSince({ activities }, 1)).toEqual({ kind: "unchanged" });
  expect(changedSince({ activities }, null)).toEqual({ kind: "unchanged" });
});

test("a clarification after completion is told as such, and asks nothing", () => {
  expect(changedSince({ activities, revision: 3, materialRevision: 2 }, 2)).toEqual({ kind: "clarified" });
});

test("a material change after completion names the questions that the author gave for it", () => {
  const lesson = { activities, revision: 4, materialRevision: 3, materialQuestions: ["second"] };
  expect(changedSince(lesson, 2)).toEqual({ kind: "changed", questions: ["second"] });
  expect(changedSince(lesson, null)).toEqual({ kind: "changed", questions: ["second"] });
});

test("a material change without questions of its own is covered by all activities of the lesson", () => {
  expect(changedSince({ activities, revision: 2, materialRevision: 2 }, 1)).toEqual({
    kind: "changed",
    questions: activities,
  });
});

test("whoever finished after the change is told nothing", () => {
  expect(changedSince({ activities, revision: 4, materialRevision: 3 }, 4)).toEqual({ kind: "unchanged" });
});
