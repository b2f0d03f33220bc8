/** What a calculator makes of the numbers of one column: exact until it is shown. */
import { type Fraction, type FractionFault, fractionIn, fractionOf, rounded } from "#app/domain/fraction.ts";
import { holds } from "./condition.ts";
import type { CalculatorPublic } from "./definition.ts";
import { readFormula, reckonFormula } from "./formula.ts";

/** Figures before the point: more than anybody reads, and than a bar can show. */
const LONGEST_RESULT = 15;

type Rules = Pick<CalculatorPublic, "inputs" | "outputs" | "bands">;

export interface Calculated {
  /** Letters of the inputs that are missing or do not meet their condition; then there is no result. */
  refused: string[];
  /** By letter: rounded half up, in plain figures with a point; null where it cannot be reckoned, as after a division by zero, or
   * has more than 15 figures before the point. */
  results: Record<string, string | null>;
  /** Places of the bands that hold, from 0. */
  bands: number[];
}

/**
 * Reckons one column. A band judges an output as it is shown, rounded, so that no reader sees a number and a sentence that contradict
 * each other.
 * @param given by letter of the input; null for one that cannot be read
 * @throws Error for a formula that cannot be read, which the syntax lets through nowhere
 */
export function calculate(rules: Rules, given: Readonly<Record<string, number | null>>): Calculated {
  const values = new Map<string, Fraction>();
  const refused: string[] = [];
  for (const { letter, condition } of rules.inputs) {
    const value = Object.hasOwn(given, letter) ? given[letter] : null;
    const exact = typeof value === "number" ? fractionOf(value) : null;
    if (exact && holds(condition, exact)) values.set(letter, exact);
    else refused.push(letter);
  }
  if (refused.length > 0) return { refused, results: {}, bands: [] };
  const results: Record<string, string | null> = {};
  for (const { letter, formula, decimals } of rules.outputs) {
    const value = reckoned(formula, values);
    if (typeof value !== "string") values.set(letter, value);
    const plain = typeof value === "string" ? null : rounded(value, decimals);
    results[letter] = plain !== null && (plain.split(".")[0] ?? "").length <= LONGEST_RESULT ? plain : null;
  }
  const shown = new Map(values);
  for (const [letter, result] of Object.entries(results)) if (result !== null) shown.set(letter, fractionIn(result));
  const bands = rules.bands.flatMap(({ formula, condition }, place) => {
    const value = reckoned(formula, shown);
    return typeof value !== "string" && holds(condition, value) ? [place] : [];
  });
  return { refused, results, bands };
}

function reckoned(text: string, values: ReadonlyMap<string, Fraction>): Fraction | FractionFault | "no-value" {
  const read = readFormula(text);
  if (!read.ok) throw new Error(`"${text}" is no formula.`);
  return reckonFormula(read.formula, (name) => values.get(name) ?? "no-value");
}
