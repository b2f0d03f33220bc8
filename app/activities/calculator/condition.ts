/** Conditions as authors write them: `> 0`, or several with commas between them, `>= 3, <= 5`; none holds for every number. */
import { compare, type Fraction, fractionIn } from "#app/domain/fraction.ts";

export interface Comparison {
  sign: ">" | ">=" | "<" | "<=" | "=";
  /** In plain figures with a point. */
  than: string;
}

const COMPARISON = /^(>=|<=|>|<|=)\s*(-?\d{1,15}(?:\.\d{1,15})?)$/;
const SIGNS: Record<string, string> = { "≥": ">=", "≤": "<=", "−": "-" };
const MOST = 4;

/** @returns null when it cannot be read */
export function readCondition(text: string): Comparison[] | null {
  if (text.trim() === "") return [];
  const parts = text.replace(/[≥≤−]/g, (sign) => SIGNS[sign] ?? sign).split(/,\s+|,$/);
  const comparisons = parts.flatMap((part) => {
    const [, sign, than] = COMPARISON.exec(part.trim()) ?? [];
    return sign === undefined || than === undefined ? [] : [{ sign: sign as Comparison["sign"], than }];
  });
  return comparisons.length === parts.length && parts.length <= MOST ? comparisons : null;
}

export function holds(condition: readonly Comparison[], value: Fraction): boolean {
  return condition.every(({ sign, than }) => {
    const side = compare(value, fractionIn(than));
    if (sign === "=") return side === 0;
    return sign.startsWith(">") ? side > 0 || (side === 0 && sign === ">=") : side < 0 || (side === 0 && sign === "<=");
  });
}
