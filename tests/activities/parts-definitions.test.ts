/** Grading and reading of the kinds that are written as a list of parts: matrix, sort, order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { arrangedParts } from "#app/activities/definitions.ts";
import { matrix } from "#app/activities/matrix/definition.ts";
import { order } from "#app/activities/order/definition.ts";
import { sort } from "#app/activities/sort/definition.ts";

const words = { id: "one", outcome: "m1.o1", setting: [], stem: ["Which?"] };
const parts = (...ids: string[]) => ids.map((id) => ({ id, text: [id] }));
const statements = {
  kind: "matrix" as const,
  ...words,
  rows: parts("r1", "r2", "r3", "r4"),
  columns: null,
  fixed: false,
};
const items = {
  kind: "sort" as const,
  ...words,
  items: parts("i1", "i2", "i3"),
  categories: parts("c1", "c2"),
};
const STEPS = ["s1", "s2", "s3", "s4", "s5"];
const steps = { kind: "order" as const, ...words, steps: parts(...STEPS) };

const judged = fc.constantFrom("yes", "no");
const rows = statements.rows.map(({ id }) => id);
const sequence = fc.shuffledSubarray(STEPS, { minLength: STEPS.length });
const somePlaces = fc.record(Object.fromEntries(STEPS.map((id) => [id, fc.integer({ min: 1, max: STEPS.length })])), {
  requiredKeys: [],
});

function placed(ids: readonly string[]): Record<string, number> {
  return Object.fromEntries(ids.map((id, index) => [id, index + 1]));
}

test("each statement of a matrix counts alike, one left open is missed, and only the key scores 1", () => {
  const key = fc.record(Object.fromEntries(rows.map((row) => [row, judged])));
  const response = fc.record(Object.fromEntries(rows.map((row) => [row, judged])), { requiredKeys: [] });
  fc.assert(
    fc.property(key, response, (pairs, given) => {
      const { score, marks } = matrix.grade({ pairs }, given as Record<string, string>);
      const right = rows.filter((row) => given[row] === pairs[row]).length;
      expect(score).toBeCloseTo(right / rows.length, 12);
      expect(score === 1).toBe(right === rows.length);
      for (const row of rows) {
        const is = given[row] === undefined ? "missed" : given[row] === pairs[row] ? "right" : "wrong";
        expect(marks[row]).toBe(is);
      }
    }),
  );
});

test("each item of a sort counts alike", () => {
  const key = { pairs: { i1: "c1", i2: "c2", i3: "c2" } };
  expect(sort.grade(key, { i1: "c1", i2: "c2", i3: "c2" }).score).toBe(1);
  expect(sort.grade(key, { i1: "c2", i2: "c2" })).toEqual({
    score: 1 / 3,
    marks: { i1: "wrong", i2: "right", i3: "missed" },
  });
});

test("an order scores the share of neighbouring pairs in order", () => {
  const key = { sequence: STEPS };
  const cases: [Record<string, number>, number][] = [
    [placed(STEPS), 1],
    [placed([...STEPS].reverse()), 0],
    // The first step put last: only its own pair is lost.
    [placed(["s2", "s3", "s4", "s5", "s1"]), 3 / 4],
    // Two neighbours turned round.
    [placed(["s1", "s3", "s2", "s4", "s5"]), 3 / 4],
    // The same place twice.
    [{ s1: 1, s2: 2, s3: 2, s4: 4, s5: 5 }, 3 / 4],
    // Steps without a place.
    [{ s1: 1, s2: 2 }, 1 / 4],
    [{ s1: 1, s3: 3 }, 0],
    [{}, 0],
  ];
  for (const [response, score] of cases) expect(order.grade(key, response).score).toBe(score);
});

test("an order scores 0 to 1, and only the key's own order scores 1", () => {
  fc.assert(
    fc.property(sequence, fc.oneof(somePlaces, sequence.map(placed)), (right, response) => {
      const given = response as Record<string, number>;
      const { score, marks } = order.grade({ sequence: right }, given);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(score === 1).toBe(right.every((id, index) => given[id] === index + 1));
      expect(score === 1).toBe(Object.values(marks).every((mark) => mark === "right"));
      for (const id of STEPS) expect(marks[id] === "missed").toBe(given[id] === undefined);
    }),
  );
});

test("a step is right when it is in order with the steps next to it", () => {
  const { marks } = order.grade({ sequence: STEPS }, placed(["s2", "s3", "s4", "s5", "s1"]));
  expect(marks).toEqual({ s1: "wrong", s2: "wrong", s3: "right", s4: "right", s5: "right" });
});

test("the order in which parts are shown makes no difference to a grade", () => {
  fc.assert(
    fc.property(sequence, somePlaces, sequence, (right, response, shown) => {
      const given = response as Record<string, number>;
      const form = (ids: readonly string[]) =>
        new URLSearchParams(ids.map((id) => [`answer.${id}`, String(given[id] ?? "")]));
      const there = order.readResponse(steps, form(STEPS));
      expect(order.readResponse({ ...steps, steps: parts(...shown) }, form(shown))).toEqual(there);
      expect(order.readResponse(steps, form(shown))).toEqual(there);
      expect(JSON.stringify(order.readResponse(steps, form(shown)))).toBe(JSON.stringify(there));
      expect(order.grade({ sequence: right }, there ?? {})).toEqual(order.grade({ sequence: right }, given));
    }),
  );
});

test("what an object inherits is no place", () => {
  const { score, marks } = order.grade({ sequence: ["constructor", "toString", "s1"] }, { s1: 1 });
  expect(score).toBe(0);
  expect(marks.toString).toBe("missed");
});

test("steps are never shown in the right order, whatever the order of an attempt", () => {
  fc.assert(
    fc.property(sequence, sequence, (right, ranks) => {
      const publics = { en: steps, ru: steps, be: steps };
      const feedback = { parts: {}, explanation: [] };
      const record = {
        id: "one",
        kind: "order",
        version: "",
        key: { sequence: right },
        public: publics,
        feedback: { en: feedback, ru: feedback, be: feedback },
      };
      const shown = arrangedParts(record.public.en, record.key, (id) => String(ranks.indexOf(id)));
      expect([...shown].sort()).toEqual(STEPS);
      expect(shown).not.toEqual(right);
      if (ranks.join() !== right.join()) expect(shown).toEqual(ranks);
    }),
  );
});

test("statements are shuffled unless the author fixed them, items and steps always", () => {
  expect(matrix.shuffled(statements)).toEqual(rows);
  expect(matrix.shuffled({ ...statements, fixed: true })).toEqual([]);
  expect(sort.shuffled(items)).toEqual(["i1", "i2", "i3"]);
  expect(order.shuffled(steps)).toEqual(STEPS);
});

test("answers are read from their form; what the activity does not have, and what is no place, is dropped", () => {
  const form = (entries: [string, string][]) => new URLSearchParams(entries);
  expect(
    matrix.readResponse(
      statements,
      form([
        ["answer.r1", "yes"],
        ["answer.r2", "perhaps"],
        ["answer.r9", "no"],
      ]),
    ),
  ).toEqual({ r1: "yes" });
  expect(sort.readResponse(items, form([["answer.i2", "c3"]]))).toBeNull();
  expect(
    order.readResponse(
      steps,
      form([
        ["answer.s1", "2"],
        ["answer.s2", "2"],
        ["answer.s3", "6"],
        ["answer.s4", "1.5"],
        ["answer.s5", ""],
      ]),
    ),
  ).toEqual({ s1: 2, s2: 2 });
  expect(order.readResponse(steps, form([["answer.s1", "0"]]))).toBeNull();
});

test("an empty response scores nothing", () => {
  expect(matrix.grade({ pairs: { r1: "yes", r2: "no" } }, matrix.unanswered).score).toBe(0);
  expect(sort.grade({ pairs: { i1: "c1", i2: "c2" } }, sort.unanswered).score).toBe(0);
  expect(order.grade({ sequence: STEPS }, order.unanswered).score).toBe(0);
});

test("schemas take what the compiler made and no key", () => {
  expect(matrix.PublicSchema.safeParse(statements).success).toBe(true);
  expect(matrix.PublicSchema.safeParse({ ...statements, pairs: {} }).success).toBe(false);
  expect(sort.PublicSchema.safeParse(items).success).toBe(true);
  expect(sort.PublicSchema.safeParse({ ...items, categories: parts("c1") }).success).toBe(false);
  expect(order.PublicSchema.safeParse(steps).success).toBe(true);
  expect(order.PublicSchema.safeParse({ ...steps, sequence: STEPS }).success).toBe(false);
});
