import { expect, test } from "vitest";
import { survey } from "#app/activities/survey/definition.ts";
import { lessonWith, readLesson, shown } from "../compiler/fixtures.ts";

const tag = (body: string, ends = "Not at all/Fully") =>
  `<Survey id="opinion" outcome="m1.o1" ends="${ends}">\n${body}\n</Survey>`;
const problemsOf = (body: string, ends?: string) => readLesson(lessonWith(tag(body, ends))).problems.map(shown);
const BODY = "You have read it.\n\nHow far is this true?\n\n- It was **clear**.\n- It was long.\n\nThank you.";

function activity() {
  const { page, problems } = readLesson(lessonWith(tag(BODY)));
  expect(problems).toEqual([]);
  return { draft: page?.activities[0]?.draft, public: survey.PublicSchema.parse(page?.activities[0]?.draft?.public) };
}

test("an author's list becomes statements on one scale", () => {
  const { draft, public: made } = activity();
  expect(made).toMatchObject({
    stem: ["How far is this true?"],
    ends: ["Not at all", "Fully"],
    statements: [
      { id: "r1", text: ["It was ", { el: "strong", children: ["clear"] }, "."] },
      { id: "r2", text: ["It was long."] },
    ],
    closing: [{ el: "p", children: ["Thank you."] }],
  });
  expect(draft).toMatchObject({ key: null, parts: { statements: 2 }, feedback: { parts: {}, explanation: [] } });
});

test("what a form holds is read, and what the survey does not know is dropped", () => {
  const read = (...fields: [string, string][]) => survey.readResponse(activity().public, new URLSearchParams(fields));
  expect(read(["answer.r1", "5"], ["answer.r2", "none"], ["answer.r3", "1"])).toEqual({ r1: "5", r2: "none" });
  expect(read(["answer.r1", "6"], ["answer.r2", "3"])).toEqual({ r2: "3" });
  expect(read(["answer.r1", ""], ["answer", "1"], ["answer.__proto__", "1"])).toBeNull();
  expect(read()).toBeNull();
});

test.each([
  ["nothing at all", "", "parts-missing"],
  ["no question", "- It was clear.", "parts-without-stem"],
  [
    "13 statements",
    `How far?\n\n${Array.from({ length: 13 }, (_, at) => `- Text ${at}`).join("\n")}`,
    "survey-statements",
  ],
  ["a statement without words", "How far?\n\n-\n- It was clear.", "survey-statement"],
  ["a list in a statement", "How far?\n\n- It was\n  - clear", "survey-statement"],
  ["a tag in a statement", 'How far?\n\n- <Survey id="x" outcome="m1.o1" ends="a/b"></Survey>', "survey-statement"],
  ["a box", "How far?\n\n- [x] It was clear.", "box-outside-question"],
])("%s is refused with its place", (_, body, code) => {
  const problems = problemsOf(body);
  expect(
    problems.some((line) => new RegExp(`^en\\.mdx:\\d+:\\d+ {2}${code} `).test(line)),
    problems.join("\n"),
  ).toBe(true);
});

test.each(["", "Fully", "Same/Same", "a/b/c", `${"long ".repeat(9)}/Fully`])(
  "ends that are “%s” are refused",
  (ends) => {
    expect(problemsOf("How far?\n\n- It was clear.", ends).join("\n")).toMatch(/attribute/);
  },
);

test("one statement is enough, and it claims nothing", () => {
  expect(problemsOf("How far?\n\n- The 45 minutes were enough.")).toEqual([]);
});
