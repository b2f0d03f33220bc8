import { expect, test } from "vitest";
import { caseFile, type CaseFilePublic } from "#app/activities/case-file/definition.ts";
import { CASE_LETTERS, MOST_DOCUMENTS, MOST_QUESTIONS } from "#app/activities/case-file/limits.ts";
import { findOpenDefinition, OPEN_KINDS } from "#app/activities/definitions.ts";
import { reflect, type ReflectPublic } from "#app/activities/reflect/definition.ts";
import { REFLECT_LETTERS } from "#app/activities/reflect/limit.ts";
import { VERDICTS } from "#app/domain/note.ts";
import { countLetters, readNoteText } from "#app/domain/note-text.ts";
import { lessonWith, readLesson } from "../compiler/fixtures.ts";
import { question } from "./view-props.tsx";

const asked: ReflectPublic = { kind: "reflect", ...question("one"), hints: [] };
const file = (models: boolean[]): CaseFilePublic => ({
  kind: "case-file",
  ...question("one"),
  documents: [{ title: "The letter", blocks: [["Begin on Monday."]] }],
  questions: models.map((model, index) => ({
    id: `q${index + 1}`,
    text: [`Question ${index + 1}?`],
    model: model ? ["Model."] : null,
  })),
});
const form = (pairs: [string, string][]) => new URLSearchParams(pairs);

function draftOf(tag: string) {
  const { page, problems } = readLesson(lessonWith(tag));
  expect(problems).toEqual([]);
  return page?.activities[0]?.draft;
}

test("every kind that keeps notes can tell them again", () => {
  for (const kind of OPEN_KINDS) {
    const definition = findOpenDefinition(kind);
    if (definition?.keeps === "note") expect(definition.told, kind).toBeTypeOf("function");
  }
});

test.each([
  ["nothing", "", ""],
  ["spaces and line ends", " \r\n\t\n ", ""],
  ["line ends of every machine", "one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"],
  ["signs that no database keeps", "a\0b\ud800c", "ab\ufffdc"],
  ["what looks like markup", "<b>x</b> & {y}", "<b>x</b> & {y}"],
  ["letters beyond the basic plane", "𝒜 and ў", "𝒜 and ў"],
])("a text of %s is read", (_, typed, kept) => {
  expect(readNoteText([typed])).toBe(kept);
  expect(reflect.readResponse(asked, form([["answer", typed]]))).toBe(kept || null);
});

test("a field that is missing, sent twice, or no text is an empty one", () => {
  for (const values of [[], ["a", "b"], [7], [null], [{}]]) expect(readNoteText(values)).toBe("");
});

test("reading a text again changes nothing, whatever it holds", () => {
  const signs = ["a", "ў", " ", "\n", "\r\n", "\r", "\0", "\ud800", "\udc00", "𝒜", "\t", "\u00a0"];
  for (let seed = 1; seed < 400; seed += 1) {
    const typed = Array.from({ length: seed % 23 }, (_, at) => signs[(seed * (at + 7)) % signs.length]).join("");
    const once = readNoteText([typed]);
    expect(readNoteText([once])).toBe(once);
    expect(once).not.toMatch(/[\0\r]|^\s|\s$/);
    expect(once).not.toMatch(/\p{Surrogate}/u);
  }
});

test("a note may have as many letters as the field says, and not one more", () => {
  for (const letter of ["x", "ў", "𝒜"]) {
    expect(countLetters(letter.repeat(REFLECT_LETTERS))).toBe(REFLECT_LETTERS);
    expect(reflect.problemOf?.(asked, letter.repeat(REFLECT_LETTERS))).toBeNull();
    expect(reflect.problemOf?.(asked, letter.repeat(REFLECT_LETTERS + 1))).toBe("text-too-long");
    const answers = (letters: number) => ({ q1: { text: letter.repeat(letters), verdict: null } });
    expect(caseFile.problemOf?.(file([true]), answers(CASE_LETTERS))).toBeNull();
    expect(caseFile.problemOf?.(file([true]), answers(CASE_LETTERS + 1))).toBe("text-too-long");
  }
});

test("a case file keeps the answers that were written, and how they compare only where there is a model answer", () => {
  const given = form([
    ["answer.q1", "One."],
    ["answer.q1.verdict", "partly"],
    ["answer.q2", " "],
    ["answer.q2.verdict", "met"],
    ["answer.q3", "Three."],
    ["answer.q3.verdict", "met"],
    ["answer.q9", "No such question."],
    ["answer", "Nor this."],
  ]);
  expect(caseFile.readResponse(file([true, true, false]), given)).toEqual({
    q1: { text: "One.", verdict: "partly" },
    q3: { text: "Three.", verdict: null },
  });
  expect(caseFile.readResponse(file([true]), form([["answer.q1.verdict", "met"]]))).toBeNull();
  const odd = form([
    ["answer.q1", "One."],
    ["answer.q1.verdict", "perfect"],
  ]);
  expect(caseFile.readResponse(file([true]), odd)).toEqual({ q1: { text: "One.", verdict: null } });
});

test("what a form holds is read back as it was written, for every choice of answers", () => {
  for (let choice = 0; choice < 4 ** MOST_QUESTIONS; choice += 7) {
    const activity = file([true, false, true, false, true]);
    const picks = activity.questions.map((_, at) => Math.floor(choice / 4 ** at) % 4);
    const pairs = picks.flatMap((pick, at): [string, string][] => [
      [`answer.q${at + 1}`, pick === 0 ? "" : `Text ${pick}`],
      ...(pick > 1 ? [[`answer.q${at + 1}.verdict`, VERDICTS[pick - 1] ?? ""] as [string, string]] : []),
    ]);
    const response = caseFile.readResponse(activity, form(pairs));
    if (picks.every((pick) => pick === 0)) {
      expect(response).toBeNull();
      continue;
    }
    expect(caseFile.ResponseSchema.parse(JSON.parse(JSON.stringify(response)))).toEqual(response);
    const told = response && caseFile.told?.(activity, response);
    expect(told?.map(({ text }) => text)).toEqual(picks.filter(Boolean).map((pick) => `Text ${pick}`));
  }
});

test("an answer to a question that the author took away is told all the same", () => {
  expect(caseFile.told?.(file([true]), { q4: { text: "Kept.", verdict: null } })).toEqual([
    { asked: [], text: "Kept.", verdict: null },
  ]);
});

test("a reflection has its case, its question and its hints", () => {
  expect(
    draftOf(
      '<Reflect id="one" outcome="m1.o1">\nA **case**.\n\nWhat do you\ndo?\n\n- One *hint*.\n- Another.\n</Reflect>',
    ),
  ).toEqual({
    public: {
      kind: "reflect",
      id: "one",
      outcome: "m1.o1",
      setting: [{ el: "p", children: ["A ", { el: "strong", children: ["case"] }, "."] }],
      stem: ["What do you do?"],
      hints: [["One ", { el: "em", children: ["hint"] }, "."], ["Another."]],
    },
    key: null,
    feedback: { parts: {}, explanation: [] },
    parts: { hints: 2 },
  });
  expect(draftOf('<Reflect id="one" outcome="m1.o1">\nAlone?\n</Reflect>')).toMatchObject({
    public: { setting: [], stem: ["Alone?"], hints: [] },
  });
});

test("a case file has its papers with text and tables, and its questions with and without a model answer", () => {
  const tag = `<CaseFile id="one" outcome="m1.o1">
The case.

Read.

**The *first* letter**

Dear **Nina**,

> come on 3 June.

| What | Sum |
|---|---|
| Pay | 900 |

1. A list of the letter.

**The slip**

- Nothing.

1. What differs?
   > The sum.
2. What is missing?
</CaseFile>`;
  expect(draftOf(tag)).toEqual({
    public: {
      kind: "case-file",
      id: "one",
      outcome: "m1.o1",
      setting: [{ el: "p", children: ["The case."] }],
      stem: ["Read."],
      documents: [
        {
          title: "The first letter",
          blocks: [
            [
              { el: "p", children: ["Dear ", { el: "strong", children: ["Nina"] }, ","] },
              { el: "blockquote", children: [{ el: "p", children: ["come on 3 June."] }] },
            ],
            { el: "table", head: [["What"], ["Sum"]], rows: [[["Pay"], ["900"]]] },
            [{ el: "ol", children: [{ el: "li", children: ["A list of the letter."] }] }],
          ],
        },
        { title: "The slip", blocks: [[{ el: "ul", children: [{ el: "li", children: ["Nothing."] }] }]] },
      ],
      questions: [
        { id: "q1", text: ["What differs?"], model: [{ el: "p", children: ["The sum."] }] },
        { id: "q2", text: ["What is missing?"], model: null },
      ],
    },
    key: null,
    feedback: { parts: {}, explanation: [] },
    parts: { papers: 2, questions: 2, "model answers to question 1": 1, "model answers to question 2": 0 },
  });
});

test("what a definition cannot hold, a syntax does not make", () => {
  const tag = (papers: number, questions: number) =>
    `<CaseFile id="one" outcome="m1.o1">\nRead.\n\n${"x"
      .repeat(papers)
      .split("")
      .map((_, at) => `**Paper ${"i".repeat(at + 1)}**\n\nText.`)
      .join("\n\n")}\n\n${"x"
      .repeat(questions)
      .split("")
      .map((_, at) => `${at + 1}. Why?`)
      .join("\n")}\n</CaseFile>`;
  for (const papers of [0, 1, MOST_DOCUMENTS, MOST_DOCUMENTS + 1]) {
    for (const questions of [0, 1, MOST_QUESTIONS, MOST_QUESTIONS + 1]) {
      const { page, problems } = readLesson(lessonWith(tag(papers, questions)));
      const draft = page?.activities[0]?.draft ?? null;
      const whole = papers >= 1 && papers <= MOST_DOCUMENTS && questions >= 1 && questions <= MOST_QUESTIONS;
      expect(draft !== null, `${papers} papers, ${questions} questions`).toBe(whole);
      expect(problems.length > 0).toBe(!whole);
      if (draft) caseFile.PublicSchema.parse(draft.public);
    }
  }
});

test.each([
  [
    "a tag inside",
    '<Reflect id="one" outcome="m1.o1">\nWhy?\n\n<Callout kind="remember">\nNo.\n</Callout>\n</Reflect>',
  ],
  ["a heading inside", '<CaseFile id="one" outcome="m1.o1">\nRead.\n\n### The letter\n\nText.\n\n1. Why?\n</CaseFile>'],
  ["boxes inside", '<Reflect id="one" outcome="m1.o1">\nWhy?\n\n- [x] No.\n</Reflect>'],
  ["a table for hints", '<Reflect id="one" outcome="m1.o1">\nWhy?\n\n| a | b |\n|---|---|\n| c | d |\n</Reflect>'],
  ["nothing at all", '<CaseFile id="one" outcome="m1.o1" />'],
  ["deep nesting", `<Reflect id="one" outcome="m1.o1">\nWhy?\n\n${">".repeat(300)} x\n</Reflect>`],
  ["a picture", '<CaseFile id="one" outcome="m1.o1">\nRead.\n\n**A**\n\n![x](y.png)\n\n1. Why?\n</CaseFile>'],
  ["a recall with a body", '<Recall of="one">\nText.\n</Recall>'],
  ["a recall in a sentence", 'See <Recall of="one" /> here.'],
  ["a recall of no id", '<Recall of="One Two" />'],
])("%s is refused with its place, and nothing breaks", (_, body) => {
  const { problems } = readLesson(lessonWith(body));
  expect(problems.length).toBeGreaterThan(0);
  for (const { line, column, fix } of problems) {
    expect(line * column).toBeGreaterThan(0);
    expect(fix).not.toBe("");
  }
});
