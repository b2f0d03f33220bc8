import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readContent } from "#app/compiler/read-content.ts";
import { openDesk } from "#app/studio/desk.server.ts";
import { typedAndSpot } from "../fixtures/typed-and-spot.ts";
import { COURSE, courseCopy } from "./fixture.ts";

const NAME = `${COURSE}/first-steps/who-counts/en.mdx`;
const TODAY = "2026-08-01";

function desk(root = courseCopy()) {
  const text = readFileSync(path.join(root, NAME), "utf8");
  return { root, text, desk: openDesk({ root, today: () => TODAY, runtime: "/assets/jsx.js" }) };
}

const broken = [
  { name: "an unknown source", edit: (text: string) => text.replace("figures-2024", "figures-2042") },
  {
    name: "an unknown tag",
    edit: (text: string) => text.replace('<Callout kind="example">', '<Calout kind="example">'),
  },
  { name: "a claim without a source", edit: (text: string) => `${text}\nIn 2023 there were 12 lines.\n` },
  { name: "a text that cannot be parsed", edit: (text: string) => `${text}\n<Cite id="\n` },
  { name: "a number that the translations do not have", edit: (text: string) => text.replace("17 times", "18 times") },
  { name: "front matter without a title", edit: (text: string) => text.replace("title: Who counts\n", "") },
  { name: "nothing at all", edit: () => "" },
];

test.each(broken)("the findings for $name are those of the check over the same text on the disk", async ({ edit }) => {
  const { root, text, desk: open } = desk();
  const edited = edit(text);
  const { findings } = await open.check(NAME, new Map([[NAME, edited]]));
  writeFileSync(path.join(root, NAME), edited);
  const { problems } = readContent(root, TODAY);
  expect(problems.length).toBeGreaterThan(0);
  expect(findings.map(({ name: _, ...finding }) => finding)).toEqual(problems);
  expect(findings.every(({ name, file }) => name !== null && file.endsWith(name))).toBe(true);
});

test("a page that was remembered is judged anew when the sources, the glossary or its pictures change", async () => {
  const { root, desk: open } = desk();
  expect((await open.check(NAME, new Map())).findings).toEqual([]);
  const sources = `${COURSE}/sources.yaml`;
  const renamed = readFileSync(path.join(root, sources), "utf8").replace("id: figures-2024", "id: figures-2025");
  const codes = async (drafts: [string, string][]) =>
    (await open.check(NAME, new Map(drafts))).findings.filter(({ name }) => name === NAME).map(({ code }) => code);
  expect(await codes([[sources, renamed]])).toContain("unknown-source");
  expect(await codes([])).toEqual([]);
  writeFileSync(path.join(root, COURSE, "first-steps/who-counts/other.svg"), "<svg/>");
  expect(await codes([])).toEqual([]);
});

test("an unsaved source text counts when its translation is checked", async () => {
  const { text, desk: open } = desk();
  const translation = NAME.replace("en.mdx", "ru.mdx");
  const { findings } = await open.check(translation, new Map([[NAME, text.replace("17 times", "18 times")]]));
  expect(findings.some(({ name }) => name === translation)).toBe(true);
});

test("the preview is the compiled lesson, with pictures from the studio and nothing of the key", async () => {
  const { text, desk: open } = desk();
  const { preview } = await open.check(NAME, new Map([[NAME, text.replace("Who counts", "Who counts now")]]));
  expect(preview).toMatchObject({ title: "Who counts now", language: "en", courseId: COURSE, lessonId: "who-counts" });
  const code = open.module(preview?.module.replace(/^\/lesson\/|\.js$/g, "") ?? "");
  expect(code).toContain('from "/assets/jsx.js"');
  expect(code).toContain(`"/picture/${COURSE}/first-steps/who-counts/line.svg"`);
  expect(code).not.toContain("REASON");
  expect(open.module("unknown")).toBeNull();
});

test("a text that only breaks a rule is shown; one that has no meaning is not", async () => {
  const { text, desk: open } = desk();
  const preview = async (edited: string) => (await open.check(NAME, new Map([[NAME, edited]]))).preview;
  expect(await preview(`${text}\nIn 2023 there were 12 lines.\n`)).not.toBeNull();
  expect(await preview(text.replace("figures-2024", "figures-2042"))).toBeNull();
  expect(await preview(`${text}\n{process.exit()}\n`)).toBeNull();
  expect(await preview(`${text}\n<Cite id="\n`)).toBeNull();
  const { preview: data } = await open.check(`${COURSE}/course.yaml`, new Map());
  expect(data).toBeNull();
});

test("an answer that the author tries in the preview is graded as a learner's", async () => {
  const { desk: open } = desk();
  const quiz = NAME.replace("who-counts", "quiz");
  const { preview } = await open.check(quiz, new Map());
  const [first = ""] = preview?.activities["q-more"]?.order ?? [];
  expect(first).toBe("");
  const given = { courseId: COURSE, activityId: "q-more", language: "en" };
  const scores = ["a", "b"].map((id) => {
    const reply = open.answer({ ...given, fields: [["q-more.answer", id]] });
    return reply && "review" in reply ? reply.review.grade.score : null;
  });
  expect(scores.filter((score) => score === 1).length + scores.filter((score) => score === 0).length).toBe(2);
  expect(open.answer({ ...given, fields: [] })).toBeNull();
  expect(open.answer({ ...given, activityId: "unknown", fields: [["unknown.answer", "a"]] })).toBeNull();
});

test("what is typed in the preview is graded by the wordings of its page, and asked again where it cannot be read", async () => {
  const { root, desk: open } = desk();
  const quiz = NAME.replace("who-counts", "quiz");
  const text = readFileSync(path.join(root, quiz), "utf8") + typedAndSpot("en");
  const { preview } = await open.check(quiz, new Map([[quiz, text]]));
  expect(preview).not.toBeNull();
  const answer = (activityId: string, words: string) =>
    open.answer({ courseId: COURSE, activityId, language: "en", fields: [[`${activityId}.answer`, words]] });
  expect(answer("q-word", "Migrant stock")).toMatchObject({ review: { grade: { score: 1 } } });
  expect(answer("q-fee", "1,250.50")).toMatchObject({ review: { grade: { score: 1 } } });
  expect(answer("q-fee", "many")).toEqual({ problem: "amount-words" });
});

test("the list names every page in every language, and opens a course whose outline is broken", () => {
  const { root, desk: open } = desk();
  const { courses, findings } = open.facts(new Map());
  expect(findings).toEqual([]);
  expect(courses[0]?.pages.map(({ kind }) => kind)).toEqual(["welcome", "lesson", "quiz"]);
  writeFileSync(path.join(root, COURSE, "course.yaml"), "title: [");
  const broken = open.facts(new Map());
  expect(broken.findings.length).toBeGreaterThan(0);
  expect(broken.courses[0]?.data).toContain(`${COURSE}/course.yaml`);
  expect(broken.courses[0]?.pages.map(({ files }) => files.ru.name)).toContain(NAME.replace("en.mdx", "ru.mdx"));
});
