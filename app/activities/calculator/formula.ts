/**
 * Formulas as authors write them: numbers with a decimal point, names, + - * / ( ), min and max. They are data: read into a tree and
 * reckoned exactly, never run.
 */
import { compare, type Fraction, type FractionFault, fractionIn, reckon, whole } from "#app/domain/fraction.ts";

export type Formula =
  | { kind: "number"; value: Fraction }
  | { kind: "name"; name: string }
  | { kind: "sum"; sign: Sign; left: Formula; right: Formula }
  | { kind: "pick"; pick: "min" | "max"; from: Formula[] };

type Sign = "+" | "-" | "*" | "/";

/** In signs. */
export const LONGEST_FORMULA = 200;
/** Brackets inside one another. */
export const DEEPEST_FORMULA = 20;
/** What an input or an output is called in formulas. */
export const NAME = /^(?!(?:min|max)$)[A-Za-z][A-Za-z0-9]{0,11}$/;

const TOKEN = /\s*(?:(\d{1,15}(?:\.\d{1,15})?)(?!\d)|([A-Za-z][A-Za-z0-9]*)|([-+*/(),]))/y;

interface Token {
  text: string;
  at: number;
}

/** @returns at: place of the fault, from 0; `found`: what stands there, empty at the end */
export type ReadFormula = { ok: true; formula: Formula } | { ok: false; at: number; found: string };

/** Reads a formula. It has at most `LONGEST_FORMULA` signs and `DEEPEST_FORMULA` brackets inside one another. */
export function readFormula(text: string): ReadFormula {
  try {
    return { ok: true, formula: new Reader(text).whole() };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { ok: false, at: fault.at, found: fault.found };
  }
}

/** Names in a formula, each once. */
export function namesIn(formula: Formula): Set<string> {
  if (formula.kind === "number") return new Set();
  if (formula.kind === "name") return new Set([formula.name]);
  const parts = formula.kind === "sum" ? [formula.left, formula.right] : formula.from;
  return new Set(parts.flatMap((part) => [...namesIn(part)]));
}

/**
 * The value of a formula.
 * @param valueOfName what a name stands for; a fault of it is the fault of all that hangs on it
 */
export function reckonFormula<Other extends string>(
  formula: Formula,
  valueOfName: (name: string) => Fraction | Other,
): Fraction | FractionFault | Other {
  if (formula.kind === "number") return formula.value;
  if (formula.kind === "name") return valueOfName(formula.name);
  const parts = formula.kind === "sum" ? [formula.left, formula.right] : formula.from;
  const values: Fraction[] = [];
  for (const part of parts) {
    const value = reckonFormula(part, valueOfName);
    if (typeof value === "string") return value;
    values.push(value);
  }
  const [first = whole(0n), second = whole(0n)] = values;
  if (formula.kind === "sum") return reckon(first, formula.sign, second);
  const wanted = formula.pick === "min" ? -1 : 1;
  return values.reduce((best, value) => (compare(value, best) === wanted ? value : best), first);
}

class Fault extends Error {
  constructor(
    readonly at: number,
    readonly found: string,
  ) {
    super("no formula");
  }
}

class Reader {
  private readonly tokens: Token[];
  private next = 0;
  private depth = 0;

  constructor(private readonly text: string) {
    if (text.length > LONGEST_FORMULA) throw new Fault(LONGEST_FORMULA, text.slice(LONGEST_FORMULA).slice(0, 1));
    this.tokens = tokensOf(text);
  }

  whole(): Formula {
    const formula = this.sum();
    return this.next < this.tokens.length ? this.fail() : formula;
  }

  private sum(): Formula {
    this.depth += 1;
    if (this.depth > DEEPEST_FORMULA) this.fail();
    const formula = this.chain(["+", "-"], () => this.chain(["*", "/"], () => this.signed()));
    this.depth -= 1;
    return formula;
  }

  private chain(signs: string[], part: () => Formula): Formula {
    let left = part();
    for (let sign = this.take(...signs); sign !== null; sign = this.take(...signs)) {
      left = { kind: "sum", sign: sign as Sign, left, right: part() };
    }
    return left;
  }

  private signed(): Formula {
    if (this.take("-") === null) return this.single();
    return { kind: "sum", sign: "-", left: { kind: "number", value: whole(0n) }, right: this.single() };
  }

  private single(): Formula {
    const token = this.tokens[this.next];
    if (token && /^\d/.test(token.text)) {
      this.next += 1;
      return { kind: "number", value: fractionIn(token.text) };
    }
    if (token && NAME.test(token.text)) {
      this.next += 1;
      return { kind: "name", name: token.text };
    }
    const pick = this.take("min", "max");
    if (this.take("(") === null) this.fail();
    const from = [this.sum()];
    while (pick !== null && this.take(",") !== null) from.push(this.sum());
    if (this.take(")") === null) this.fail();
    const [only] = from;
    return pick === null && only ? only : { kind: "pick", pick: pick === "min" ? "min" : "max", from };
  }

  private take(...wanted: string[]): string | null {
    const token = this.tokens[this.next];
    if (token === undefined || !wanted.includes(token.text)) return null;
    this.next += 1;
    return token.text;
  }

  private fail(): never {
    const token = this.tokens[this.next];
    throw new Fault(token?.at ?? this.text.length, token?.text ?? "");
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  let at = 0;
  while (at < end) {
    TOKEN.lastIndex = at;
    const [all, ...kinds] = TOKEN.exec(text) ?? [];
    const token = kinds.find((one) => one !== undefined);
    if (all === undefined || token === undefined) {
      const start = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
      throw new Fault(start, [...text.slice(start)][0] ?? "");
    }
    at += all.length;
    tokens.push({ text: token, at: at - token.length });
  }
  return tokens;
}
