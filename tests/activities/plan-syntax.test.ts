import { expect, test } from "vitest";
import { plan } from "#app/activities/plan/definition.ts";
import { lessonWith, readLesson, shown } from "../compiler/fixtures.ts";

const LINES = [
  "1. **Problem** What is *wrong*?\n   > Somebody can check it.",
  "2. **Actions** Who does what?\n   > Each has a name.",
  "3. **Safeguards**\n   What could go wrong?\n   - Could it harm?\n   - Who sees it?\n   > Both are answered.",
];
const MODEL =
  "So wrote an office:\n\n1. Eleven of 40 said so.\n2. - The head opens it by 2027.\n   - A door.\n3. No names.";

function written({ lines = LINES, model = MODEL, attributes = ' actions="2"', intro = "Write your plan." } = {}) {
  return `<Plan id="one" outcome="m1.o1"${attributes}>\n${intro}\n\n${lines.join("\n")}\n\n${model}\n</Plan>`;
}

function draftOf(tag: string) {
  const { page, problems } = readLesson(lessonWith(tag));
  expect(problems).toEqual([]);
  const draft = page?.activities[0]?.draft;
  if (!draft) throw new Error("no activity was made");
  return draft;
}

function faultsOf(tag: string): string[] {
  return readLesson(lessonWith(tag)).problems.map(shown);
}

test("a plan has its lines with prompt, questions and criterion, and the model of each; figures in it need no source", () => {
  const draft = draftOf(written({ intro: "Of 300 plans few fit on a page.\n\nWrite *your* plan." }));
  const activity = plan.PublicSchema.parse(draft.public);
  expect(activity).toMatchObject({
    setting: [{ el: "p", children: ["Of 300 plans few fit on a page."] }],
    stem: ["Write ", { el: "em", children: ["your"] }, " plan."],
    from: [],
    actions: "l2",
    modelIntro: [{ el: "p", children: ["So wrote an office:"] }],
  });
  expect(activity.lines[0]).toEqual({
    id: "l1",
    title: "Problem",
    prompt: ["What is ", { el: "em", children: ["wrong"] }, "?"],
    questions: [],
    criterion: [{ el: "p", children: ["Somebody can check it."] }],
    model: [{ el: "p", children: ["Eleven of 40 said so."] }],
  });
  expect(activity.lines[1]?.model).toMatchObject([{ el: "ul" }]);
  expect(activity.lines[2]).toMatchObject({
    title: "Safeguards",
    prompt: ["What could go wrong?"],
    questions: [["Could it harm?"], ["Who sees it?"]],
  });
  expect(draft).toMatchObject({
    key: { from: [], actions: 2, questions: [0, 0, 2] },
    feedback: { parts: {}, explanation: [] },
    parts: { lines: 3 },
  });
});

test("a plan of twelve lines is read, one of thirteen is not", () => {
  const many = (count: number) => ({
    lines: Array.from({ length: count }, (_, at) => `${at + 1}. **Line ${"abcdefghijklm"[at]}** Why?\n    > So.`),
    model: `So:\n\n${Array.from({ length: count }, (_, at) => `${at + 1}. Text.`).join("\n")}`,
    attributes: "",
  });
  expect(draftOf(written(many(12))).parts).toEqual({ lines: 12 });
  expect(faultsOf(written(many(13)))).toEqual([expect.stringContaining("  plan-size  ")]);
});

test.each([
  ["an empty body", '<Plan id="one" outcome="m1.o1">\n</Plan>', "plan-without-lines"],
  ["no numbered list", written({ lines: ["- **A** b"], model: "" }), "plan-without-lines"],
  ["lists that run into one another", written({ model: MODEL.split("\n\n")[1] ?? "" }), "plan-line"],
  [
    "a tag in a line",
    written({ lines: [...LINES.slice(0, 2), '3. **C** d <Figure src="a.png" alt="b" />\n   > c'] }),
    "tag-place",
  ],
  ["an activity inside", written({ model: `${MODEL}\n\n<Order id="two" outcome="m1.o1">\n</Order>` }), "tag-place"],
  ["a line number that is no number", written({ attributes: ' actions="two"' }), "attribute-value"],
  ["ids that are none", written({ attributes: ' from="A  b"' }), "attribute-value"],
  ["an id given twice", written({ attributes: ' from="a a"' }), "attribute-value"],
  ["a box", written({ lines: [...LINES.slice(0, 2), "3. [x] **C** d\n   > c"] }), "box-outside-question"],
  ["a title and no prompt", written({ lines: [...LINES.slice(0, 2), "3. **C**\n   > c"] }), "plan-line"],
  ["an empty criterion", written({ lines: [...LINES.slice(0, 2), "3. **C** d\n   >"] }), "plan-criterion"],
  [
    "two lists of questions",
    written({ lines: [...LINES.slice(0, 2), "3. **C** d\n   - e\n\n   1. f\n   > c"] }),
    "plan-line-with-more",
  ],
  [
    "questions that nest",
    written({ lines: [...LINES.slice(0, 2), "3. **C** d\n   - e\n     - f\n   > c"] }),
    "plan-line-with-more",
  ],
  ["an empty line of the model", written({ model: "So:\n\n1. a\n2.\n3. c" }), "plan-model"],
])("%s is named with its place and the mend", (_name, tag, code) => {
  const faults = faultsOf(tag);
  expect(
    faults.some((fault) => new RegExp(`^en\\.mdx:\\d+:\\d+  ${code}  .+ → .+`).test(fault)),
    faults.join("\n"),
  ).toBe(true);
});

test("nothing that an author writes makes the reader fall", () => {
  const pieces = [
    "\n\n",
    "1. ",
    "2. ",
    "**A** ",
    "b",
    "   > c\n",
    "   - d\n",
    "> e\n",
    "- f\n",
    "| g |\n|---|\n",
    "![h](i)",
  ];
  for (let seed = 1; seed < 400; seed += 1) {
    const body = Array.from({ length: 12 }, (_, at) => pieces[(seed * (at + 3) * (at + 7) + at) % pieces.length]).join(
      "",
    );
    expect(() => readLesson(lessonWith(`<Plan id="one" outcome="m1.o1">\n${body}\n</Plan>`))).not.toThrow();
  }
});
