/** Statements, categories and procedures from the author's page to its two halves. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readContent } from "#app/compiler/read-content.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { FIXTURES, lessonWith, readLesson, shown } from "./fixtures.ts";

const KINDS = path.join(FIXTURES, "kinds");

function draftOf(tag: string) {
  const { page, problems } = readLesson(lessonWith(tag));
  expect(problems).toEqual([]);
  const draft = page?.activities[0]?.draft;
  if (!draft) throw new Error("no activity was made");
  return draft;
}

function problemsWith(name: string, edit: (text: string) => string): string[] {
  const root = mkdtempSync(path.join(tmpdir(), "waymark-kinds-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(KINDS, root, { recursive: true });
  const file = path.join(root, "three-kinds", name);
  writeFileSync(file, edit(readFileSync(file, "utf8")));
  return readContent(root)
    .problems.map((problem) => shown(problem).replaceAll(`${root}/three-kinds/`, ""))
    .filter((line) => !/ {2}translation-/.test(line));
}

test("a matrix keeps its statements and the author's words, and ticks become the key", () => {
  const draft = draftOf(
    '<Matrix id="one" outcome="m1.o1" columns="Lawful / Unlawful" order="fixed">\nAnna is here.\n\n- a list of the case\n\nWhat holds?\n\n- [x] **This**\n  > Yes.\n- [ ] That\n  > No.\n\nThe reason.\n</Matrix>',
  );
  expect(draft).toMatchObject({
    public: {
      kind: "matrix",
      setting: [{ el: "p", children: ["Anna is here."] }, { el: "ul" }],
      stem: ["What holds?"],
      rows: [
        { id: "r1", text: [{ el: "strong", children: ["This"] }] },
        { id: "r2", text: ["That"] },
      ],
      columns: ["Lawful", "Unlawful"],
      fixed: true,
    },
    key: { pairs: { r1: "yes", r2: "no" } },
    feedback: { parts: { r1: [{ el: "p", children: ["Yes."] }], r2: [{ el: "p", children: ["No."] }] } },
    parts: { statements: 2, columns: 2 },
  });
});

test("a sort keeps its categories in the author's order, and its items say nothing about them", () => {
  const names = ["Left", "Middle", "Right"];
  const body = names.map((name) => `- ${name}\n${[1, 2, 3].map((n) => `  - ${name} ${n}\n    > Because.\n`).join("")}`);
  const orders = ["two", "three", "four"].map((id) => {
    const draft = draftOf(`<Sort id="${id}" outcome="m1.o1">\nWhere?\n\n${body.join("")}</Sort>`);
    const activity = draft.public as unknown as Record<"items" | "categories", { id: string; text: string[] }[]>;
    const { pairs } = draft.key as { pairs: Record<string, string> };
    expect(activity.categories.map(({ id: one, text }) => [one, ...text])).toEqual([
      ["c1", "Left"],
      ["c2", "Middle"],
      ["c3", "Right"],
    ]);
    for (const item of activity.items) {
      const category = activity.categories.find((one) => one.id === pairs[item.id]);
      expect(item.text[0]?.split(" ")[0]).toBe(category?.text[0]);
    }
    return Object.values(pairs).join();
  });
  expect(new Set(orders).size).toBe(3);
  expect(orders).not.toContain("c1,c1,c1,c2,c2,c2,c3,c3,c3");
});

test("the numbers of steps do not follow the procedure, and neither does their order in the page", () => {
  const list = [..."abcdefgh"].map((letter, index) => `${index + 1}. Step ${letter}\n   > Because.\n`).join("");
  const keys = ["two", "three", "four"].map((id) => {
    const draft = draftOf(`<Order id="${id}" outcome="m1.o1">\nIn order?\n\n${list}</Order>`);
    const { steps } = draft.public as unknown as { steps: { id: string; text: string[] }[] };
    const { sequence } = draft.key as { sequence: string[] };
    const inKey = sequence.map((step) => steps.find((one) => one.id === step)?.text[0]);
    expect(inKey).toEqual([..."abcdefgh"].map((letter) => `Step ${letter}`));
    expect(steps.map((step) => step.id)).toEqual(["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"]);
    return sequence.join();
  });
  expect(new Set(keys).size).toBe(3);
  expect(keys).not.toContain("s1,s2,s3,s4,s5,s6,s7,s8");
});

test("three languages make one activity with one key, and reasons for every part", () => {
  const course = readContent(KINDS).courses.find((one) => one.course.id === "three-kinds");
  expect(course?.activities.map(({ kind }) => kind)).toEqual(["matrix", "sort", "order", "matrix", "sort", "order"]);
  for (const record of course?.activities ?? []) {
    const key = record.key as { pairs?: Record<string, string>; sequence?: string[] };
    const ids = key.sequence ?? Object.keys(key.pairs ?? {});
    for (const language of LANGUAGES) {
      for (const id of ids) expect(record.feedback[language].parts[id]?.length, `${record.id} ${id}`).toBe(1);
    }
  }
});

test("a translation with another key, fewer parts or no words of its own for the columns is named", () => {
  const quiz = "practice/quiz/ru.mdx";
  expect([
    ...problemsWith(quiz, (text) => text.replace("- [x] Ей", "- [ ] Ей")),
    ...problemsWith(quiz, (text) => text.replace(' columns="Законно/Незаконно"', "")),
    ...problemsWith(quiz, (text) => text.replace(/ {2}- Угроза.*\n.*\n/, "")),
    ...problemsWith(quiz, (text) => text.replace(/- Цель\n/, "").replace(/ {2}- Работа/, "  - Работа")),
    ...problemsWith(quiz, (text) => text.replace(/3\. Спросить.*\n.*\n/, "")),
  ]).toMatchInlineSnapshot(`
    [
      "practice/quiz/ru.mdx:6:1  parity-key  "q-holds" has other right answers here than at practice/quiz/en.mdx:6. → Keep the order of options and rows, and the same right answers.",
      "practice/quiz/ru.mdx:6:1  parity-parts  "q-holds" has another number of columns (0, not 2) here than at practice/quiz/en.mdx:6. → Give both the same, in the same order.",
      "practice/quiz/ru.mdx:23:1  parity-parts  "q-elements" has another number of items (4, not 5) here than at practice/quiz/en.mdx:23. → Give both the same, in the same order.",
      "practice/quiz/ru.mdx:23:1  parity-parts  "q-elements" has another number of categories (2, not 3) here than at practice/quiz/en.mdx:23. → Give both the same, in the same order.",
      "practice/quiz/ru.mdx:43:1  parity-parts  "q-contact" has another number of steps (3, not 4) here than at practice/quiz/en.mdx:43. → Give both the same, in the same order.",
    ]
  `);
});
