import fc from "fast-check";
import { expect, test } from "vitest";
import { type NumberPublic, number } from "#app/activities/number/definition.ts";
import { foldAnswer } from "#app/activities/short/fold-answer.ts";
import { type ShortKey, short } from "#app/activities/short/definition.ts";
import { spot } from "#app/activities/spot/definition.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";

const asked = { id: "one", outcome: "m1.o1", setting: [], stem: ["How much?"] };
const numberIn = (language: Language): NumberPublic => ({ kind: "number", ...asked, unit: "BYN", language });
const form = (...entries: [string, string][]) => new URLSearchParams(entries);
const typed = (value: number | null, text = "typed") => ({ text, value, language: "en" as const });

test("only a number within the tolerance scores, and it scores 1", () => {
  const amount = fc.record({
    value: fc.integer({ min: -1000, max: 1000 }),
    tolerance: fc.integer({ min: 0, max: 50 }),
    percent: fc.boolean(),
  });
  fc.assert(
    fc.property(amount, fc.integer({ min: -2000, max: 2000 }), (right, given) => {
      const width = right.percent ? (Math.abs(right.value) * right.tolerance) / 100 : right.tolerance;
      const { score, marks } = number.grade({ right: [right], near: [] }, typed(given));
      const inside = Math.abs(given - right.value) <= width + 1e-9;
      expect(score).toBe(inside ? 1 : 0);
      expect(marks).toEqual({ answer: inside ? "right" : "wrong" });
    }),
  );
});

test("a near miss earns nothing and names its reason; a right value comes first", () => {
  const exact = (value: number) => ({ value, tolerance: 0, percent: false });
  const key = { right: [exact(5), exact(6)], near: [exact(50), { value: 5, tolerance: 2, percent: false }] };
  expect(number.grade(key, typed(6))).toEqual({ score: 1, marks: { answer: "right" } });
  expect(number.grade(key, typed(5))).toEqual({ score: 1, marks: { answer: "right" } });
  expect(number.grade(key, typed(50))).toEqual({ score: 0, marks: { answer: "wrong", n1: "wrong" } });
  expect(number.grade(key, typed(7))).toEqual({ score: 0, marks: { answer: "wrong", n2: "wrong" } });
  expect(number.grade(key, typed(null, "five"))).toEqual({ score: 0, marks: { answer: "wrong" } });
  expect(number.grade(key, number.unanswered)).toEqual({ score: 0, marks: { answer: "missed" } });
});

test("a number keeps the text as it was typed, readable or not", () => {
  expect(number.readResponse(numberIn("en"), form(["answer", " 1,234 "]))).toEqual({
    text: " 1,234 ",
    value: 1234,
    language: "en",
  });
  const unread = number.readResponse(numberIn("ru"), form(["answer", "1.234"]));
  expect(unread).toEqual({ text: "1.234", value: null, language: "ru" });
  expect(unread && number.problemOf?.(numberIn("ru"), unread)).toBe("amount-ambiguous");
  expect(number.readResponse(numberIn("en"), form(["answer", "  "]))).toBeNull();
  expect(number.readResponse(numberIn("en"), form())).toBeNull();
  expect(number.readResponse(numberIn("en"), form(["answer", "1"], ["answer", "2"]))).toBeNull();
  expect(number.readResponse(numberIn("en"), form(["answer", "9".repeat(5000)]))?.text).toHaveLength(100);
});

test("a number that was typed on the page of one language means the same on the page of another", () => {
  const before = number.readResponse(numberIn("en"), form(["answer", "1,234"]));
  const carried: [string, string][] = [
    ["answer.typed", "1,234"],
    ["answer.language", "en"],
  ];
  for (const language of LANGUAGES) {
    expect(number.readResponse(numberIn(language), form(["answer", "1,234"], ...carried))).toEqual(before);
  }
  expect(number.readResponse(numberIn("ru"), form(["answer", "1,235"], ...carried))).toEqual({
    text: "1,235",
    value: 1.235,
    language: "ru",
  });
  expect(number.readResponse(numberIn("ru"), form(["answer", "1,234"], ["answer.language", "xx"]))?.language).toBe(
    "ru",
  );
});

const KEY: ShortKey = {
  wordings: {
    en: { right: ["migrant stock", "stock"], near: ["flow"] },
    ru: { right: ["численность мигрантов"], near: ["поток"] },
    be: { right: ["колькасць мігрантаў"], near: ["паток"] },
  },
};

test.each<[string, string]>([
  ["Stock", "stock"],
  ["  migrant   stock ", "migrant stock"],
  ["migrant\u00a0stock", "migrant stock"],
  ["stock.", "stock"],
  ["ЁЛКА", "елка"],
  ["зачёт", "зачет"],
  ["за́мок", "замок"],
  ["абʼект", "аб'ект"],
  ["аб’ект", "аб'ект"],
  ["аб‘ект", "аб'ект"],
  ["каўказ", "каўказ"],
  ["«труд»", '"труд"'],
  ["„праца“", '"труд"'.replace("труд", "праца")],
  ["EUR – 5", "eur - 5"],
  ["не‑граждане", "не-граждане"],
  ["так\u00adсама", "таксама"],
])("“%s” is the same short answer as “%s”", (typedText, wording) => {
  expect(foldAnswer(typedText)).toBe(foldAnswer(wording));
});

test.each<[string, string]>([
  ["каўказ", "кауказ"],
  ["мой", "мои"],
  ["30 days", "30-days"],
  ["migrantstock", "migrant stock"],
  ["stocks", "stock"],
  ["stock!", "stock"],
  ["café", "cafe"],
  ["«труд»", "труд"],
])("“%s” is another short answer than “%s”", (typedText, wording) => {
  expect(foldAnswer(typedText)).not.toBe(foldAnswer(wording));
});

test("folding twice is folding once", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."Ёёўу\u0306\u0308\u0301’'«»–- .аЯé\u00a0İ"), maxLength: 12 });
  fc.assert(fc.property(fc.oneof(letters, fc.string()), (text) => foldAnswer(foldAnswer(text)) === foldAnswer(text)));
});

test("a wording of any language is right on every page, and nothing else is", () => {
  for (const wording of ["stock", "Migrant stock.", "Численность мигрантов", "КОЛЬКАСЦЬ МІГРАНТАЎ"]) {
    expect(short.grade(KEY, wording)).toEqual({ score: 1, marks: { answer: "right" } });
  }
  expect(short.grade(KEY, "Паток")).toEqual({ score: 0, marks: { answer: "wrong", n1: "wrong" } });
  for (const wrong of ["колькасць мігрантау", "stok", "...", "constructor"]) {
    expect(short.grade(KEY, wrong)).toEqual({ score: 0, marks: { answer: "wrong" } });
  }
  expect(short.grade(KEY, short.unanswered)).toEqual({ score: 0, marks: { answer: "missed" } });
  fc.assert(fc.property(fc.string(), (text) => [0, 1].includes(short.grade(KEY, text).score)));
});

test("a short answer is kept as it was typed", () => {
  const activity = { kind: "short" as const, ...asked, language: "en" as const };
  expect(short.readResponse(activity, form(["answer", " Stock. "]))).toBe(" Stock. ");
  expect(short.readResponse(activity, form(["answer", " \n "]))).toBeNull();
  expect(short.readResponse(activity, form(["answer", "a"], ["answer", "b"]))).toBeNull();
  expect(short.readResponse(activity, form(["answer", "x".repeat(9999)]))).toHaveLength(300);
});

const phrases = ["p1", "p2", "p3", "p4", "p5"];

test("faults found less false alarms, out of all faults: never below 0, and full marks for the key alone", () => {
  const faults = fc.subarray(phrases, { minLength: 1 });
  fc.assert(
    fc.property(faults, fc.subarray(phrases), fc.integer({ min: 0, max: 4 }), (key, response, turn) => {
      const { score, marks } = spot.grade({ faults: key }, response);
      const hits = response.filter((id) => key.includes(id)).length;
      expect(score).toBeCloseTo(Math.max(0, hits - (response.length - hits)) / key.length, 12);
      expect(score === 1).toBe([...key].sort().join() === [...response].sort().join());
      const turned = [...response.slice(turn), ...response.slice(0, turn), ...response];
      expect(spot.grade({ faults: [...key].reverse() }, turned)).toEqual({ score, marks });
    }),
  );
});

test("phrases that the text does not have are dropped, and the order of ticks makes no difference", () => {
  const activity = {
    kind: "spot" as const,
    ...asked,
    text: [{ phrase: "p2" }, { phrase: "p1" }],
    phrases: [
      { id: "p2", text: "b" },
      { id: "p1", text: "a" },
    ],
  };
  expect(spot.readResponse(activity, form(["answer", "p2"], ["answer", "p9"], ["answer", "p1"]))).toEqual(["p1", "p2"]);
  expect(spot.readResponse(activity, form(["answer", "__proto__"]))).toBeNull();
  expect(spot.shuffled(activity)).toEqual([]);
});

test("schemas take what they made and nothing more", () => {
  expect(number.PublicSchema.safeParse(numberIn("en")).success).toBe(true);
  expect(number.PublicSchema.safeParse({ ...numberIn("en"), right: [] }).success).toBe(false);
  expect(short.KeySchema.safeParse(KEY).success).toBe(true);
  expect(short.KeySchema.safeParse({ wordings: { en: KEY.wordings.en } }).success).toBe(false);
  expect(spot.KeySchema.safeParse({ faults: [] }).success).toBe(false);
});
