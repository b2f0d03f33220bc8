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

const NUMBER = (boxes: string, attributes = ' unit="BYN"') =>
  `<Number id="fee" outcome="m1.o1"${attributes}>\nA contract.\n\nWhat does he pay?\n\n${boxes}\n\nThe sum.<Cite id="treaty-1990" at="Art. 1" />\n</Number>`;

test("a number has right values with their tolerance, near misses with their reason, and a unit", () => {
  const draft = draftOf(NUMBER("- [x] 1,250.50 ± 5 %\n- [x] 1300\n- [ ] 1,000 ± 10\n  > Without the visa."));
  expect(draft).toMatchObject({
    public: { kind: "number", unit: "BYN", language: "en", setting: [{ el: "p" }], stem: ["What does he pay?"] },
    key: {
      right: [
        { value: 1250.5, tolerance: 5, percent: true },
        { value: 1300, tolerance: 0, percent: false },
      ],
      near: [{ value: 1000, tolerance: 10, percent: false }],
    },
    feedback: { parts: { n1: [{ el: "p", children: ["Without the visa."] }] } },
    parts: { "right values": 2, "near misses": 1, units: 1 },
  });
  expect(JSON.stringify(draft?.public)).not.toMatch(/1[,.]?250|1300|1[,.]?000|visa/);
});

test("the wordings of a short answer are the language's own, and its public half holds none of them", () => {
  const boxes = "- [x] migrant stock\n- [x] stock\n- [ ] flow\n  > That has a period.";
  const draft = draftOf(`<Short id="word" outcome="m1.o1">\nWhich word?\n\n${boxes}\n\nBecause.\n</Short>`);
  expect(draft).toMatchObject({
    key: {},
    wordings: { right: ["migrant stock", "stock"], near: ["flow"] },
    parts: { "near misses": 1 },
  });
  expect(draft?.public).toEqual({
    kind: "short",
    id: "word",
    outcome: "m1.o1",
    setting: [],
    stem: ["Which word?"],
    language: "en",
  });
});

const SPOT = (id: string) =>
  `<Spot id="${id}" outcome="m1.o1">\nMark what is wrong.\n\n> Work in a **large hotel** abroad.\n> Up to 3,000 a month.\n>\n> - We keep your passport\n> - Flat of *your own*\n\n- [x] We keep your passport\n  > Nobody may.\n- [ ] hotel\n  > Fine.\n- [x] 3,000 a month\n  > Too much.\n- [ ] your own\n  > Fine.\n\nThe reason.\n</Spot>`;

test("the phrases of a text stand where their words stood, numbered by nothing that tells faults from decoys", () => {
  const draft = draftOf(SPOT("advert"));
  if (draft?.public.kind !== "spot") throw new Error("no spot");
  const { text, phrases } = draft.public as unknown as { text: unknown; phrases: { id: string; text: string }[] };
  expect(phrases.map((phrase) => phrase.text)).toEqual(["hotel", "3,000 a month", "We keep your passport", "your own"]);
  const [hotel, pay, passport, flat] = phrases.map(({ id }) => ({ phrase: id }));
  expect(text).toEqual([
    {
      el: "p",
      children: ["Work in a ", { el: "strong", children: ["large ", hotel] }, " abroad. Up to ", pay, "."],
    },
    {
      el: "ul",
      children: [
        { el: "li", children: [passport] },
        { el: "li", children: ["Flat of ", { el: "em", children: [flat] }] },
      ],
    },
  ]);
  const { faults } = draft.key as { faults: string[] };
  expect([...faults].sort()).toEqual([pay?.phrase, passport?.phrase].sort());
  expect(draft.feedback.parts[hotel?.phrase ?? ""]).toEqual([{ el: "p", children: ["Fine."] }]);
  expect(JSON.stringify(draft.public)).not.toMatch(/Nobody may|Too much|Fine|fault/i);
  const keys = ["one-advert", "two-advert", "three-advert", "four-advert", "five-advert"].map((id) =>
    [...((draftOf(SPOT(id))?.key ?? { faults: [] }) as { faults: string[] }).faults].sort().join(),
  );
  expect(new Set(keys).size).toBeGreaterThan(1);
});
