/** What stands in the fields of a calculator, and what it makes of them. */
import type { Language } from "#app/domain/language.ts";
import { type NumberProblem, readNumber, writeNumber } from "#app/domain/written-number.ts";
import { type Calculated, calculate } from "./calculate.ts";
import type { CalculatorPublic } from "./definition.ts";

export type Input = CalculatorPublic["inputs"][number];
/** Texts of the fields, by field name. */
export type Typed = Readonly<Record<string, string>>;
/** What is wrong with a field; `missing` and `range` are the calculator's own. */
export type FieldProblem = NumberProblem | "missing" | "range";

export const LONGEST_FIELD = 40;

export interface Column {
  /** From 1. */
  number: number;
  /** Without anything typed in it, a column after the first is left alone. */
  used: boolean;
  /** By letter. */
  problems: Readonly<Record<string, FieldProblem>>;
  /** Null while a field has a problem. */
  calculated: Calculated | null;
}

/** Name of a field: in a form, and in the address of a page without script. */
export function fieldName(prefix: string, column: number, letter: string): string {
  return `${prefix}.${column}.${letter}`;
}

/** @returns what the address brought; null when it has no field of this calculator */
export function typedIn({ inputs, compare }: CalculatorPublic, prefix: string, query: URLSearchParams): Typed | null {
  const names = columnNumbers(compare).flatMap((column) =>
    inputs.map(({ letter }) => fieldName(prefix, column, letter)),
  );
  if (!names.some((name) => query.has(name))) return null;
  return Object.fromEntries(names.map((name) => [name, (query.get(name) ?? "").slice(0, LONGEST_FIELD)]));
}

/** The examples of the author, in the first column. */
export function examplesOf({ inputs }: CalculatorPublic, prefix: string, language: Language): Typed {
  return Object.fromEntries(
    inputs.map(({ letter, example }) => [fieldName(prefix, 1, letter), writeNumber(example, language)]),
  );
}

export function columnNumbers(compare: number): number[] {
  return Array.from({ length: compare }, (_, place) => place + 1);
}

export function columnsOf(exhibit: CalculatorPublic, prefix: string, typed: Typed, language: Language): Column[] {
  return columnNumbers(exhibit.compare).map((number) => columnOf(exhibit, prefix, typed, language, number));
}

function columnOf(exhibit: CalculatorPublic, prefix: string, typed: Typed, language: Language, number: number): Column {
  const texts = exhibit.inputs.map(({ letter }) => (typed[fieldName(prefix, number, letter)] ?? "").trim());
  const used = number === 1 || texts.some((text) => text !== "");
  const given: Record<string, number | null> = {};
  const problems: Record<string, FieldProblem> = {};
  for (const [place, { letter, unit }] of exhibit.inputs.entries()) {
    const text = texts[place] ?? "";
    const read = text === "" ? null : readNumber(text, language, unit);
    given[letter] = read?.ok ? read.value : null;
    if (!read?.ok) problems[letter] = read?.problems[0]?.code ?? "missing";
  }
  const calculated = calculate(exhibit, given);
  for (const letter of calculated.refused) problems[letter] ??= "range";
  return {
    number,
    used,
    problems: used ? problems : {},
    calculated: calculated.refused.length > 0 ? null : calculated,
  };
}
