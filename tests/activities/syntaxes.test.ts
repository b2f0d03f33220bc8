import { expect, test } from "vitest";
import { lessonWith, readLesson } from "../compiler/fixtures.ts";

function draftOf(tag: string) {
  const { page, problems } = readLesson(lessonWith(tag));
  expect(problems).toEqual([]);
  return page?.activities[0]?.draft;
}

const question = (attributes: string, options: string) =>
  `<Question id="one" outcome="m1.o1"${attributes}>\nAnna is here.\n\n- not an option\n\nWhich *way*,\nsays the <Term id="border">border</Term>?\n${options}\n\nThe reason.<Cite id="treaty-1990" at="Art. 1" />\n</Question>`;

test("a question with one right option is a single choice, its case told before it asks", () => {
  const draft = draftOf(question("", "- [ ] This\n  > No.\n- [x] **That**\n  > Yes.\n  >\n  > Again."));
  expect(draft).toEqual({
    public: {
      kind: "single",
      id: "one",
      outcome: "m1.o1",
      setting: [
        { el: "p", children: ["Anna is here."] },
        { el: "ul", children: [{ el: "li", children: ["not an option"] }] },
      ],
      stem: [
        "Which ",
        { el: "em", children: ["way"] },
        ", says the ",
        { el: "term", term: "border", definition: "A line on a map.", children: ["border"] },
        "?",
      ],
      options: [
        { id: "a", text: ["This"] },
        { id: "b", text: [{ el: "strong", children: ["That"] }] },
      ],
      fixed: false,
    },
    key: { right: "b" },
    feedback: {
      parts: {
        a: [{ el: "p", children: ["No."] }],
        b: [
          { el: "p", children: ["Yes."] },
          { el: "p", children: ["Again."] },
        ],
      },
      explanation: [
        {
          el: "p",
          children: [
            "The reason.",
            {
              el: "cite",
              source: "treaty-1990",
              at: "Art. 1",
              label: "Treaty of tests",
              href: "https://example.org/treaty",
            },
          ],
        },
      ],
    },
    parts: { options: 2 },
  });
});

test("several right options, or the author's word, make a multiple choice", () => {
  const several = draftOf(question("", "- [x] This\n  > Yes.\n- [x] That\n  > Yes.\n- [ ] Those\n  > No."));
  expect(several).toMatchObject({ public: { kind: "multiple", fixed: false }, key: { right: ["a", "b"] } });
  const one = draftOf(question(' select="multiple" order="fixed"', "- [x] This\n  > Yes.\n- [ ] That\n  > No."));
  expect(one).toMatchObject({ public: { kind: "multiple", fixed: true }, key: { right: ["a"] } });
});

const MATCH = (rows: string, reasons: string) =>
  `<Match id="two" outcome="m1.o1">\nMatch them.\n\n| Rule | Place |\n|---|---|\n${rows}\n\n${reasons}\n\nThe reason.\n</Match>`;

test("rows of a match may share an answer, and a surplus answer keeps its reason", () => {
  const draft = draftOf(
    MATCH(
      "| One | first |\n| Two | second |\n| Three |  first  |\n| | third |",
      "1. One.\n2. Two.\n3. Three.\n4. Surplus.",
    ),
  );
  if (draft?.public.kind !== "match") throw new Error("no match");
  const { pairs } = draft.key as { pairs: Record<string, string> };
  const textOf = (id: string | undefined) =>
    "answers" in draft.public && Array.isArray(draft.public.answers)
      ? draft.public.answers.find((answer) => answer.id === id)?.text[0]
      : null;
  expect(Object.fromEntries(Object.entries(pairs).map(([row, answer]) => [row, textOf(answer)]))).toEqual({
    r1: "first",
    r2: "second",
    r3: "first",
  });
  const surplus = Object.keys(draft.feedback.parts).filter((id) => id.startsWith("a"));
  expect(surplus.map(textOf)).toEqual(["third"]);
  expect(draft.parts).toEqual({ rows: 3, answers: 3 });
});

test("the numbers of a match's answers do not follow its rows", () => {
  const rows = Array.from({ length: 8 }, (_, index) => `| Row ${"abcdefgh"[index]} | place ${"abcdefgh"[index]} |`);
  const reasons = rows.map((_, index) => `${index + 1}. Because.`);
  const orders = ["two", "three", "four"].map((id) => {
    const draft = draftOf(MATCH(rows.join("\n"), reasons.join("\n")).replace('"two"', `"${id}"`));
    const { pairs } = (draft?.key ?? {}) as { pairs: Record<string, string> };
    return Object.values(pairs).join();
  });
  expect(new Set(orders).size).toBe(3);
  expect(orders).not.toContain("a1,a2,a3,a4,a5,a6,a7,a8");
});
