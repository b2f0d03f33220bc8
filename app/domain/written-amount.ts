import type { Language } from "./language.ts";
import { readNumber, writeNumber } from "./written-number.ts";

/** A value with what it may be off: in its own unit, or in per cent of the value. */
export interface Amount {
  value: number;
  /** 0 and more. */
  tolerance: number;
  percent: boolean;
}

/** What of a written amount cannot be read; `percent`: per cent of the value, or percentage points? */
export type AmountFault = "value" | "tolerance" | "percent";

/**
 * Reads an amount as authors write it: `1,250.50`, `1,250.50 ± 10`, `1,250.50 ± 5 %`, in the form of the language.
 * @param unit what the value counts; may be written along
 */
export function readAmount(text: string, language: Language, unit: string): Amount | AmountFault {
  const [written = "", margin, ...more] = text.split(/±|\+\/?[-−–]/);
  const value = readNumber(written, language, unit);
  if (!value.ok || more.length > 0) return "value";
  if (margin === undefined) return { value: value.value, tolerance: 0, percent: false };
  const percent = /%\s*$/.test(margin);
  if (percent && unit.includes("%")) return "percent";
  const tolerance = readNumber(percent ? margin.replace(/%\s*$/, "") : margin, language, percent ? "" : unit);
  if (!tolerance.ok || tolerance.value < 0) return "tolerance";
  return { value: value.value, tolerance: tolerance.value, percent };
}

/** An amount in the form that `readAmount` reads, with ordinary spaces. */
export function writeAmount({ value, tolerance, percent }: Amount, language: Language): string {
  const write = (one: number) => writeNumber(one, language).replaceAll("\u00a0", " ");
  return write(value) + (tolerance === 0 ? "" : ` ± ${write(tolerance)}${percent ? " %" : ""}`);
}

/** Half the width of what is let in, in the unit of the value. */
export function widthOf({ value, tolerance, percent }: Amount): number {
  return percent ? (Math.abs(value) * tolerance) / 100 : tolerance;
}

/** Whether a number is the amount, its limits included; binary fractions that miss a limit by their last digits are let in. */
export function isWithin(amount: Amount, given: number): boolean {
  if (amount.tolerance === 0) return given === amount.value;
  const width = widthOf(amount);
  const lost = 8 * Number.EPSILON * Math.max(Math.abs(amount.value), Math.abs(given), width);
  return Math.abs(given - amount.value) <= width + lost;
}
