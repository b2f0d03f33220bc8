import fc from "fast-check";
import { expect, test } from "vitest";
import { paragraph, text } from "#app/interop/question-text.ts";
import type { NumberQuestion, QuizQuestion, ShortQuestion } from "#app/interop/quiz-question.ts";
import { readGift } from "#app/interop/read-gift.ts";
import { lostInGift, writeGift } from "#app/interop/write-gift.ts";
import { NO_WORDS, pageOf, placesOf, readBack, RULES } from "./rules.ts";

const asked = { outcome: "m1.o1", setting: [], stem: [text("How much?")], explanation: [paragraph([text("So.")])] };
const reason = [paragraph([text("Why not.")])];
const fee: NumberQuestion = {
  kind: "number",
  id: "fee",
  ...asked,
  unit: "BYN a month",
  values: [
    { value: 1250.5, tolerance: 10, percent: false, right: true, reason: [] },
    { value: -0.25, tolerance: 0, percent: false, right: false, reason },
  ],
};
const word: ShortQuestion = {
  kind: "short",
  id: "word",
  ...asked,
  wordings: [
    { text: "stock: of people", right: true, reason: [] },
    { text: "flow {in} ~ #1", right: false, reason },
  ],
};

test("a number and a short answer come back from GIFT as they were", () => {
  const gift = writeGift([fee, word], NO_WORDS);
  expect(gift).toMatchInlineSnapshot(`
    "// [id:fee] [tag:outcome:m1.o1] [tag:unit:BYN a month]
    ::fee::[markdown]How much?{#
    	=1250.5:10
    	=%0%-0.25:0#[markdown]Why not.
    	####[markdown]So.
    }

    // [id:word] [tag:outcome:m1.o1]
    ::word::[markdown]How much?{
    	=stock\\: of people
    	=%0%flow \\{in\\} \\~ \\#1#[markdown]Why not.
    	####[markdown]So.
    }
    "
  `);
  expect(readGift(gift, RULES)).toEqual({ questions: [fee, word], notes: [], pictures: [] });
});

test("a number and a short answer come back from a page as they were", () => {
  const page = pageOf([fee, word]);
  expect(page).toContain('<Number id="fee" outcome="m1.o1" unit="BYN a month">');
  expect(page).toContain("- [x] 1250.5 ± 10\n");
  expect(readBack(page)).toEqual({ questions: [fee, word], faults: [] });
});

test("numbers of every size come back from GIFT and from a page", () => {
  const amount = fc.record({
    value: fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
      .map((one) => Number(one.toFixed(4)) + 0),
    tolerance: fc.double({ noNaN: true, min: 0, max: 1000 }).map((one) => Number(one.toFixed(3)) + 0),
  });
  fc.assert(
    fc.property(amount, ({ value, tolerance }) => {
      const question: QuizQuestion = {
        ...fee,
        values: [{ value, tolerance, percent: false, right: true, reason: [] }],
      };
      expect(readGift(writeGift([question], NO_WORDS), RULES).questions).toEqual([question]);
      expect(readBack(pageOf([question])).questions).toEqual([question]);
    }),
    { numRuns: 60 },
  );
});

test("what GIFT cannot say of a number is told", () => {
  const percent = { ...fee, values: [{ value: 200, tolerance: 5, percent: true, right: true, reason: [] }] };
  expect(lostInGift(percent)).toEqual([
    "GIFT knows no tolerance in per cent; it was written in the unit of the value.",
    "GIFT shows no unit beside a number; “BYN a month” became a tag. Name it in the question.",
  ]);
  expect(writeGift([percent], NO_WORDS)).toContain("=200:10\n");
  const arrow = { ...word, wordings: [{ text: "a -> b", right: true, reason: [] }] };
  expect(lostInGift(arrow)).toHaveLength(1);
  expect(readGift(writeGift([arrow], NO_WORDS), RULES).questions).toMatchObject([{ kind: "short" }]);
});

test("numbers as Moodle takes them are taken: alone, as a range, with a feedback for anything else", () => {
  const read = readGift(
    [
      "::a::A?{#3.14:0.01}",
      "::b::B?{#1..2#Right####In general}",
      "::c::C?{#=5 =%50%6#Nearly ~#Read again}",
      "::d::D?{#-7}",
      "::e::E?{#=%50%3}",
    ].join("\n\n"),
    RULES,
  );
  const values = read.questions.map((question) =>
    question.kind === "number" ? question.values.map(({ value, tolerance, right }) => [value, tolerance, right]) : null,
  );
  expect(values).toEqual([
    [[3.14, 0.01, true]],
    [[1.5, 0.5, true]],
    [
      [5, 0, true],
      [6, 0, false],
    ],
    [[-7, 0, true]],
  ]);
  expect(placesOf(read)).toEqual([
    "1 no-feedback",
    "3 moved-feedback",
    "5 weights",
    "5 moved-feedback",
    "7 no-feedback",
    "9 no-right-option",
  ]);
  expect(read.questions[2]?.explanation).toEqual([paragraph([text("Read again")])]);
});

test("an activity that no other format knows is named when a page is exported", () => {
  const page = `${pageOf([fee])}\n<Spot id="advert" outcome="m1.o1">\n\nLook.\n\n</Spot>\n`;
  expect(readBack(page).questions).toEqual([fee]);
});
