import fc from "fast-check";
import { expect, test } from "vitest";
import { definitionOf, findDefinition } from "#app/activities/definitions.ts";
import { match } from "#app/activities/match/definition.ts";
import { multiple } from "#app/activities/multiple/definition.ts";
import { single } from "#app/activities/single/definition.ts";

const letters = ["a", "b", "c", "d", "e"];
const options = letters.map((id) => ({ id, text: [id] }));
const words = { id: "one", outcome: "m1.o1", setting: [], stem: ["Which?"] };
const choice = { ...words, options, fixed: false };
const rows = ["r1", "r2", "r3", "r4"];
const answers = ["a1", "a2", "a3"];
const pairing = {
  kind: "match" as const,
  ...words,
  rows: rows.map((id) => ({ id, text: [id] })),
  answers: answers.map((id) => ({ id, text: [id] })),
};

function form(entries: [string, string][]): URLSearchParams {
  return new URLSearchParams(entries);
}

const ticks = fc.subarray(letters);
const rightTicks = fc.subarray(letters, { minLength: 1 });
const pairs = fc.record(Object.fromEntries(rows.map((row) => [row, fc.constantFrom(...answers)])));
const someArePaired = fc.record(Object.fromEntries(rows.map((row) => [row, fc.constantFrom(...answers)])), {
  requiredKeys: [],
});

test("only the right option of a single choice scores, and it scores 1", () => {
  fc.assert(
    fc.property(fc.constantFrom(...letters), fc.constantFrom(...letters), (right, response) => {
      const { score, marks } = single.grade({ right }, response);
      expect(score).toBe(right === response ? 1 : 0);
      expect(marks).toEqual(right === response ? { [right]: "right" } : { [response]: "wrong", [right]: "missed" });
    }),
  );
});

test("a multiple choice scores right ticks less wrong ticks, out of all right ones", () => {
  const key = { right: ["a", "b", "c"] };
  const cases: [string[], number][] = [
    [["a", "b", "c"], 1],
    [["a", "b"], 2 / 3],
    [["a", "b", "d"], 1 / 3],
    [["a", "d"], 0],
    [["d", "e"], 0],
    [["a", "b", "c", "d", "e"], 1 / 3],
    [[], 0],
  ];
  for (const [response, score] of cases) expect(multiple.grade(key, response).score).toBeCloseTo(score, 12);
  expect(multiple.grade(key, ["a", "d"]).marks).toEqual({ a: "right", d: "wrong", b: "missed", c: "missed" });
});

test("a multiple choice scores 0 to 1, whatever the order of ticks, and only the key scores 1", () => {
  fc.assert(
    fc.property(rightTicks, ticks, fc.integer({ min: 0, max: 4 }), (right, response, turn) => {
      const { score, marks } = multiple.grade({ right }, response);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(score === 1).toBe([...right].sort().join() === [...response].sort().join());
      const turned = [...response.slice(turn), ...response.slice(0, turn), ...response];
      expect(multiple.grade({ right: [...right].reverse() }, turned)).toEqual({ score, marks });
    }),
  );
});

test("each pair of a match counts alike, and only the key scores 1", () => {
  fc.assert(
    fc.property(pairs, someArePaired, (key, response) => {
      const { score, marks } = match.grade({ pairs: key }, response as Record<string, string>);
      const right = rows.filter((row) => response[row] === key[row]).length;
      expect(score).toBeCloseTo(right / rows.length, 12);
      expect(score === 1).toBe(right === rows.length);
      for (const row of rows) {
        const given = response[row];
        expect(marks[row]).toBe(given === undefined ? "missed" : given === key[row] ? "right" : "wrong");
      }
    }),
  );
});

test("a match grades rows alone: what an object inherits is no answer", () => {
  expect(match.grade({ pairs: { constructor: "a1", r1: "a2" } }, { r1: "a2" }).score).toBe(0.5);
});

test("an answer is read from its form, and ids that the activity does not have are dropped", () => {
  const one = { kind: "single" as const, ...choice };
  const many = { kind: "multiple" as const, ...choice };
  expect(single.readResponse(one, form([["answer", "b"]]))).toBe("b");
  expect(single.readResponse(one, form([["answer", "z"]]))).toBeNull();
  expect(
    single.readResponse(
      one,
      form([
        ["answer", "a"],
        ["answer", "b"],
      ]),
    ),
  ).toBeNull();
  expect(single.readResponse(one, form([]))).toBeNull();
  expect(
    multiple.readResponse(
      many,
      form([
        ["answer", "c"],
        ["answer", "a"],
        ["answer", "c"],
        ["answer", "__proto__"],
      ]),
    ),
  ).toEqual(["a", "c"]);
  expect(multiple.readResponse(many, form([["other", "a"]]))).toBeNull();
  expect(
    match.readResponse(
      pairing,
      form([
        ["answer.r1", "a2"],
        ["answer.r2", ""],
        ["answer.r3", "a9"],
        ["answer.r9", "a1"],
      ]),
    ),
  ).toEqual({ r1: "a2" });
  expect(match.readResponse(pairing, form([["answer.r1", ""]]))).toBeNull();
});

test("options are shuffled unless the author fixed them, answers of a match always, its rows never", () => {
  expect(single.shuffled({ kind: "single", ...choice })).toEqual(letters);
  expect(multiple.shuffled({ kind: "multiple", ...choice, fixed: true })).toEqual([]);
  expect(match.shuffled(pairing)).toEqual(answers);
});

test("the solution scores 1, and a form can send it", () => {
  expect(single.grade({ right: "b" }, single.solution({ right: "b" })).score).toBe(1);
  expect(multiple.grade({ right: ["a", "c"] }, multiple.solution({ right: ["a", "c"] })).score).toBe(1);
  const key = { pairs: { r1: "a2", r2: "a1" } };
  expect(match.grade(key, match.solution(key)).score).toBe(1);
  expect(match.ResponseSchema.safeParse(match.solution(key)).success).toBe(true);
});

test("a kind that nobody registered is not found, `constructor` neither", () => {
  expect(findDefinition("single")).toBe(single);
  expect(findDefinition("constructor")).toBeNull();
  expect(() => definitionOf("__proto__")).toThrow('no activity of the kind "__proto__"');
});

test("schemas take what they made and nothing more", () => {
  expect(single.PublicSchema.safeParse({ kind: "single", ...choice }).success).toBe(true);
  expect(single.PublicSchema.safeParse({ kind: "single", ...choice, right: "a" }).success).toBe(false);
  expect(match.PublicSchema.safeParse({ ...pairing, pairs: {} }).success).toBe(false);
  expect(multiple.PublicSchema.safeParse({ kind: "multiple", ...choice, stem: [{ html: "x" }] }).success).toBe(false);
});
