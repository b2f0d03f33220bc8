/** Notes that are read again: they are there, they are notes, and they come first, in every language. */
import { expect, test } from "vitest";
import { readContent } from "#app/compiler/read-content.ts";
import { courseWith, faultsWith, HEALTHY } from "./fixtures.ts";

const LESSON = "first-steps/who-counts";
const NOTE = '<Reflect id="own" outcome="m1.o1">\nWhat do you want to try?\n</Reflect>';

/** The page of a language with more at its end. */
function withMore(more: string, where = LESSON, languages = ["en", "ru", "be"]) {
  return Object.fromEntries(
    languages.map((language) => [`${where}/${language}.mdx`, (text: string) => `${text}\n${more}\n`]),
  );
}

test("a note is read again on its own page and on a later one", () => {
  expect(faultsWith(withMore(`${NOTE}\n\n<Recall of="own" />`))).toEqual([]);
  const root = courseWith(withMore(`${NOTE}\n\n<Recall of="own" />\n\n<Recall of="own" />`));
  const lesson = readContent(root).courses[0]?.course.modules[0]?.lessons[0];
  expect(lesson?.recalls).toEqual(["own"]);
});

test("a lesson that recalls nothing says nothing of it", () => {
  expect(readContent(HEALTHY).courses[0]?.course.modules[0]?.lessons[0]).not.toHaveProperty("recalls");
});

test("a recall of what does not exist, of a graded question, or of what is written later is refused, in each language", () => {
  const all = [
    ...faultsWith(withMore(`${NOTE}\n\n<Recall of="owm" />`)),
    ...faultsWith(withMore('<Recall of="nothing-like-it" />')),
    ...faultsWith(withMore('<Recall of="does-anna-count" />')),
    ...faultsWith(withMore(`<Recall of="own" />\n\n${NOTE}`)),
  ];
  expect(all.filter((line) => line.includes("/en.mdx"))).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/en.mdx:71:1  unknown-recall  The course has no activity "owm". → Did you mean "own"?",
      "first-steps/who-counts/en.mdx:67:1  unknown-recall  The course has no activity "nothing-like-it". → Write a <Reflect> first.",
      "first-steps/who-counts/en.mdx:67:1  unknown-recall  <Question id="does-anna-count"> keeps no note. → Name a <Reflect>, <CaseFile>, <Rate> or <Plan>.",
      "first-steps/who-counts/en.mdx:67:1  recall-too-early  "own" is written only later, at first-steps/who-counts/en.mdx:69. → Put the <Recall> behind it, in the order in which the course is read.",
    ]
  `);
  expect(all).toHaveLength(12);
});

test("a translation that recalls another note, or none, is named", () => {
  const two = `${NOTE}\n\n${NOTE.replace("own", "other")}`;
  const recalling = withMore(`${two}\n\n<Recall of="own" />`, LESSON, ["en", "be"]);
  expect([
    ...faultsWith({ ...recalling, ...withMore(`${two}\n\n<Recall of="other" />`, LESSON, ["ru"]) }),
    ...faultsWith({ ...recalling, ...withMore(two, LESSON, ["ru"]) }),
  ]).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/ru.mdx:75:1  parity-recalls  <Recall> 1 is of "other" here and of "own" at first-steps/who-counts/en.mdx:75. → Recall the same notes in the same order in every language.",
      "first-steps/who-counts/ru.mdx:1:1  parity-recalls  <Recall> 1 is of none here and of "own" at first-steps/who-counts/en.mdx:75. → Recall the same notes in the same order in every language.",
    ]
  `);
});

test("notes are asked for in lessons alone: not in a quiz, and nobody is recalled anything where there is no account", () => {
  expect(
    [
      ...faultsWith(withMore(NOTE, "first-steps/quiz", ["en"])),
      ...faultsWith(withMore('<Recall of="own" />', "first-steps/quiz", ["en"])),
      ...faultsWith(withMore('<Recall of="own" />', "welcome", ["en"])),
    ].filter((line) => / {2}(?:not-in-|quiz-not-graded)/.test(line)),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/quiz/en.mdx:24:1  quiz-not-graded  <Reflect id="own"> is never graded. → Move it into a lesson: a quiz asks questions.",
      "first-steps/quiz/en.mdx:24:1  not-in-quiz  A quiz holds only activities. → Take <Recall> out.",
      "welcome/en.mdx:10:1  not-in-welcome  The welcome page has no account to answer for: <Recall> has no place there. → Move it into a lesson.",
    ]
  `);
});

test("a module cannot have the name of the page of notes", () => {
  const edits = { "course.yaml": (text: string) => text.replace("id: first-steps", "id: notes") };
  expect(faultsWith(edits).filter((line) => line.includes("reserved-id"))).toHaveLength(1);
});
