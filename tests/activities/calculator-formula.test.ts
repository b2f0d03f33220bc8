import fc from "fast-check";
import { expect, test } from "vitest";
import { holds, readCondition } from "#app/activities/calculator/condition.ts";
import {
  DEEPEST_FORMULA,
  type Formula,
  LONGEST_FORMULA,
  namesIn,
  readFormula,
  reckonFormula,
} from "#app/activities/calculator/formula.ts";
import { compare, type Fraction, fractionOf } from "#app/domain/fraction.ts";

function formulaOf(text: string): Formula {
  const read = readFormula(text);
  if (!read.ok) throw new Error(`${text}: ${read.found} at ${read.at}`);
  return read.formula;
}

function worth(text: string, values: Record<string, number> = {}) {
  const found = reckonFormula(formulaOf(text), (name) => fractionOf(values[name] ?? 0));
  return typeof found === "string" ? found : Number(found.top) / Number(found.bottom);
}

/** A formula as text, and its value as the language of this test reckons it with whole numbers over one bottom. */
interface Made {
  text: string;
  top: bigint;
  bottom: bigint;
}

const VALUES: Record<string, number> = { A: 200, f: 5, m: 30, r: 29.4, k: 0, w1: 0.25 };
const leaf = fc.oneof(
  fc.integer({ min: 0, max: 999 }).map((n): Made => ({ text: String(n), top: BigInt(n), bottom: 1n })),
  fc.integer({ min: 0, max: 999 }).map((n): Made => ({ text: `${n}.5`, top: BigInt(n) * 2n + 1n, bottom: 2n })),
  fc.constantFrom(...Object.keys(VALUES)).map((name): Made => {
    return { text: name, top: BigInt(Math.round((VALUES[name] ?? 0) * 100)), bottom: 100n };
  }),
);
/** Every part in brackets, so that the reference knows no precedence of its own. */
const { made } = fc.letrec<{ made: Made }>((tie) => ({
  made: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.tuple(tie("made"), fc.constantFrom("+", "-", "*"), tie("made")).map(([a, sign, b]): Made => {
      const bottom = a.bottom * b.bottom;
      const [left, right] = [a.top * b.bottom, b.top * a.bottom];
      const top = sign === "+" ? left + right : sign === "-" ? left - right : a.top * b.top;
      return { text: `(${a.text} ${sign} ${b.text})`, top, bottom };
    }),
    fc.tuple(fc.constantFrom("min", "max"), tie("made"), tie("made")).map(([pick, a, b]): Made => {
      const less = a.top * b.bottom < b.top * a.bottom;
      return { ...(less === (pick === "min") ? a : b), text: `${pick}(${a.text}, ${b.text})` };
    }),
    tie("made").map(
      (a): Made => ({ ...a, text: `(-${a.text.startsWith("-") ? `(${a.text})` : a.text})`, top: -a.top }),
    ),
  ),
}));

test("a formula is worth what the reference says, exactly", () => {
  fc.assert(
    fc.property(made, ({ text, top, bottom }) => {
      fc.pre(text.length <= LONGEST_FORMULA);
      const found = reckonFormula(formulaOf(text), (name) => fractionOf(VALUES[name] ?? 0));
      if (typeof found === "string") throw new Error(found);
      expect(compare(found, { top, bottom } as Fraction)).toBe(0);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["1 + 2 * 3", 7],
  ["10 - 2 - 3", 5],
  ["12 / 2 / 3", 2],
  ["-A + 1", -199],
  ["2 * -3", -6],
  ["min(3, 1, 2) + max(1, 2)", 3],
  [" A*(1-r/m) ", 4],
])("%s is %d", (text, value) => {
  expect(worth(text, VALUES)).toBe(value);
});

test("a division by zero is a fault of all that hangs on it, and of nothing else", () => {
  expect(worth("1 + A / (m - m)", VALUES)).toBe("division-by-zero");
  expect(worth("(m - m) / A", VALUES)).toBe(0);
  expect(reckonFormula(formulaOf("1 + gone"), () => "no-value" as const)).toBe("no-value");
});

test.each([
  ["", 0, ""],
  ["   ", 3, ""],
  ["1 +", 3, ""],
  ["(1 + 2", 6, ""],
  ["1 + 2)", 5, ")"],
  ["1 2", 2, "2"],
  ["A b", 2, "b"],
  ["2A", 1, "A"],
  ["1.", 1, "."],
  ["1,5", 1, ","],
  ["А + 1", 0, "А"],
  ["A ** 2", 3, "*"],
  ["A; process.exit()", 1, ";"],
  ["constructor.constructor('x')()", 11, "."],
  ["min()", 4, ")"],
  ["min + 1", 4, "+"],
  ["--1", 1, "-"],
  ["A[0]", 1, "["],
  ["1234567890123456", 0, "1"],
  ["averylongname + 1", 0, "averylongname"],
  ["`A`", 0, "`"],
])("%j is refused at place %d", (text, at, found) => {
  expect(readFormula(text)).toEqual({ ok: false, at, found });
});

test("length and depth have bounds, and what lies within them is read", () => {
  const nested = (depth: number) => `${"(".repeat(depth)}1${")".repeat(depth)}`;
  expect(readFormula(nested(DEEPEST_FORMULA - 1)).ok).toBe(true);
  expect(readFormula(nested(DEEPEST_FORMULA)).ok).toBe(false);
  const long = `1${"+1".repeat((LONGEST_FORMULA - 1) / 2)}`;
  expect(readFormula(long).ok).toBe(true);
  expect(readFormula(`${long}+1`).ok).toBe(false);
  expect(readFormula("(".repeat(100_000)).ok).toBe(false);
});

test("no text makes the reader throw, and every refusal names a place in the text", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."A1.+-*/(), min") })), (text) => {
      const read = readFormula(text);
      if (!read.ok) expect(read.at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1000 },
  );
});

test("names of a formula are found once each", () => {
  expect([...namesIn(formulaOf("a * b + min(a, max(c, 2)) - 1"))]).toEqual(["a", "b", "c"]);
});

test.each([
  ["> 0", [0, false], [0.01, true]],
  [">= 3, <= 5", [3, true], [5, true], [5.01, false], [2.99, false]],
  ["≥ 3", [3, true]],
  ["< -1.5", [-1.5, false], [-2, true]],
  ["= 0", [0, true], [1, false]],
  ["", [-7, true]],
] as [string, ...[number, boolean][]][])("the condition %j holds for the numbers that it says", (text, ...cases) => {
  const condition = readCondition(text);
  if (!condition) throw new Error("no condition");
  for (const [number, wanted] of cases) expect(holds(condition, fractionOf(number))).toBe(wanted);
});

test.each(["0", "> ", "> zero", "!= 1", "> 1 and < 2", "> 1,5", "<> 1", "> 1, ", ">> 1", "> 1, > 2, > 3, > 4, > 5"])(
  "%j is no condition",
  (text) => {
    expect(readCondition(text)).toBeNull();
  },
);
