import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { newCourse, newLesson, newModule, newQuiz } from "#app/compiler/new-content.ts";
import { withItem } from "#app/compiler/outline-edit.ts";
import { hasErrors } from "#app/compiler/problem.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { COURSE, courseWith } from "./fixtures.ts";

const FRESH = { title: { en: "My course: a start" }, today: "2026-11-25", salt: "0123456789abcdef0123456789abcdef" };

function emptyRoot() {
  const root = mkdtempSync(path.join(tmpdir(), "waymark-new-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

function faults(root: string) {
  return readContent(root).problems.filter(({ code }) => code !== "lesson-short");
}

const outlineOf = (root: string, course = COURSE) => readFileSync(path.join(root, course, "course.yaml"), "utf8");

test("a new course in three languages passes the check as it is, and only its length asks for more", () => {
  const root = emptyRoot();
  const made = newCourse(root, "my-course", FRESH);
  expect(made).toMatchObject({ ok: true, value: expect.arrayContaining([`${root}/my-course/welcome/be.mdx`]) });
  expect(faults(root)).toEqual([]);
  expect(readContent(root).courses[0]?.course).toMatchObject({
    title: { en: "My course: a start", ru: "Новый курс" },
    modules: [{ lessons: [{ activities: ["first-question"] }], quiz: { draw: 2 } }],
  });
});

test("modules, lessons and quizzes join the course whole, and their translations are recorded", () => {
  const root = emptyRoot();
  newCourse(root, "my-course", FRESH);
  expect(newModule(root, "my-course", "second-steps", { en: "Second steps" }).ok).toBe(true);
  const given = { title: { en: "Words" }, minutes: 12, after: "second-steps-lesson" };
  expect(newLesson(root, "my-course", "second-steps", "words", given).ok).toBe(true);
  expect(faults(root)).toEqual([]);
  expect(readContent(root).courses[0]?.course.modules[1]).toMatchObject({
    id: "second-steps",
    title: { en: "Second steps" },
    lessons: [{ id: "second-steps-lesson" }, { id: "words", minutes: 12, title: { en: "Words", be: "Новы ўрок" } }],
  });
  rmSync(path.join(root, "my-course/second-steps/quiz"), { recursive: true });
  expect(hasErrors(faults(root))).toBe(true);
  expect(newQuiz(root, "my-course", "second-steps", {}).ok).toBe(true);
  expect(faults(root)).toEqual([]);
});

test("a new entry changes no other byte of course.yaml", () => {
  const root = courseWith({
    "course.yaml": (text) =>
      text.replace(
        "- { id: who-counts, minutes: 5, outcomes: [m1.o1, m1.o2] }",
        "- { id: who-counts,  minutes: 5, outcomes: [m1.o1, m1.o2] } # the first\n      # what follows comes later",
      ),
  });
  const before = outlineOf(root);
  expect(newLesson(root, COURSE, "first-steps", "more", { title: {}, minutes: 7 }).ok).toBe(true);
  const entry = "      - { id: more, minutes: 7, outcomes: [m1.o1] }\n";
  expect(outlineOf(root)).toContain(`# the first\n${entry}      # what follows`);
  expect(outlineOf(root).replace(entry, "")).toBe(before);
  expect(newModule(root, COURSE, "last", {}).ok).toBe(true);
  expect(faults(root)).toEqual([]);
  expect(outlineOf(root)).toMatch(/quiz: \{ draw: 2, minutes: 5 \}\nsalt: fixture-salt/);
});

test("a lesson may be put after another; without it, it comes last", () => {
  const root = courseWith({});
  newLesson(root, COURSE, "first-steps", "third", { title: {}, minutes: 5 });
  newLesson(root, COURSE, "first-steps", "second", { title: {}, minutes: 5, after: "who-counts" });
  const [module] = readContent(root).courses[0]?.course.modules ?? [];
  expect(module?.lessons.map(({ id }) => id)).toEqual(["who-counts", "second", "third"]);
});

test.each<[string, (root: string) => { ok: boolean; message?: string }, string]>([
  [
    "a name that is taken",
    (root) => newLesson(root, COURSE, "first-steps", "who-counts", { title: {}, minutes: 5 }),
    "listed twice",
  ],
  ["a name that is no id", (root) => newModule(root, COURSE, "../outside", {}), "small Latin letters"],
  [
    "a reserved name",
    (root) => newLesson(root, COURSE, "first-steps", "quiz", { title: {}, minutes: 5 }),
    "cannot be called",
  ],
  [
    "minutes that are no number",
    (root) => newLesson(root, COURSE, "first-steps", "x", { title: {}, minutes: Number.NaN }),
    "minutes",
  ],
  [
    "a module that does not exist",
    (root) => newLesson(root, COURSE, "first", "x", { title: {}, minutes: 5 }),
    "it has first-steps",
  ],
  [
    "a lesson that does not exist to come after",
    (root) => newLesson(root, COURSE, "first-steps", "x", { title: {}, minutes: 5, after: "y" }),
    "it has who-counts",
  ],
  ["a course that does not exist", (root) => newModule(root, "nowhere", "x", {}), 'no course "nowhere"'],
  ["a course that exists", (root) => newCourse(root, COURSE, FRESH), "exists already"],
  ["a course in another folder", (root) => newCourse(root, "../x", FRESH), "cannot be called"],
  ["a quiz that exists", (root) => newQuiz(root, COURSE, "first-steps", {}), "exist already"],
])("%s is refused with a reason, and nothing is written", (_name, make, message) => {
  const root = courseWith({});
  const before = outlineOf(root);
  expect(make(root)).toEqual({ ok: false, message: expect.stringContaining(message) });
  expect(outlineOf(root)).toBe(before);
  expect(faults(root)).toEqual([]);
});

test("an outline whose entries stand in one line is left alone", () => {
  expect(withItem("modules: [{ id: a }]\n", ["modules"], "- { id: b }\n")).toBeNull();
  expect(withItem("modules:\n- id: a\n  x: 1", ["modules"], "- { id: b }\n")).toBe(
    "modules:\n- id: a\n  x: 1\n- { id: b }\n",
  );
});
