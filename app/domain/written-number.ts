/**
 * Numbers as people write them, in three languages. A sign that can mean only one thing is read so on every page: 1 250,50 · 1,250.50 ·
 * 1'250.50 · 1.250,50 · −0,5. One comma or point before exactly three digits is read by the language of the page: in English 1,234
 * is a thousand and more, and 1.234 is little more than one; in Russian and Belarusian 1,234 is little more than one, and 1.234,
 * which some write for a thousand and some for a decimal, is refused. The signs of the languages are those of `formatNumber`.
 */
import type { Language } from "./language.ts";
import { accept, refuse, type Result } from "./result.ts";

export type NumberProblem = "amount-words" | "amount-several" | "amount-ambiguous" | "amount-grouping" | "amount-long";

/** More digits than a double holds exactly. */
const MOST_DIGITS = 15;
const SIGN = /^([-−–—‑‒﹣－+]?) ?(.*)$/su;
const BETWEEN_NUMBERS = /\d ?[-−–—‑‒+*×:;/] ?\d/u;
const THOUSANDS = /^[1-9]\d{0,2}$/;

/**
 * Reads one number.
 * @param unit what stands beside the field; who types it along is understood
 * @returns refused as `amount-words` for anything but one number in figures, `amount-several` for a range, fraction or sum,
 *   `amount-ambiguous` for a point that may part thousands or decimals, `amount-grouping` for digits that no language groups so,
 *   `amount-long` for more than 15 digits
 */
export function readNumber(text: string, language: Language, unit = ""): Result<number, NumberProblem> {
  const spaced = text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .replace(/[’ʼ`´‘]/g, "'")
    .trim();
  const alone = withoutUnit(
    spaced,
    unit
      .replace(/\s+/g, " ")
      .replace(/[’ʼ`´‘]/g, "'")
      .trim(),
  ).replace(/(?<=\d)\.$/, "");
  const [, sign = "", body = ""] = SIGN.exec(alone) ?? [];
  if (!/^[\d .,']*\d[\d .,']*$/.test(body))
    return refuse(BETWEEN_NUMBERS.test(body) ? "amount-several" : "amount-words");

  const parts = body.split(/[ .,']/);
  const signs = [...body.replace(/\d/g, "")];
  const decimal = decimalPlace(parts, signs, language);
  if (decimal === "ambiguous") return refuse("amount-ambiguous");
  if (decimal === "unfit") return refuse("amount-grouping");
  const whole = parts.slice(0, decimal ?? parts.length);
  const places = decimal === null ? "" : (parts[decimal] ?? "");
  if (whole.length > 1 && !(THOUSANDS.test(whole[0] ?? "") && whole.slice(1).every((part) => part.length === 3))) {
    return refuse("amount-grouping");
  }
  const digits = whole.join("").replace(/^0+/, "");
  if (digits.length + places.length > MOST_DIGITS) return refuse("amount-long");
  const value = Number(`${digits || "0"}.${places || "0"}`);
  return accept(/^[+]?$/.test(sign) || value === 0 ? value : -value);
}

/** Which part holds the decimals; null when none does. */
function decimalPlace(parts: string[], signs: string[], language: Language): number | null | "ambiguous" | "unfit" {
  const last = signs.at(-1);
  const before = signs.slice(0, -1);
  if (last === undefined) return null;
  // A sign at the end, two in a row, or a group at the beginning.
  if (parts.some((part, index) => part === "" && !(index === 0 && signs.length === 1))) return "unfit";
  const mark = last === "," || last === ".";
  if (before.length > 0) {
    if (new Set(before).size > 1) return "unfit";
    if (before[0] === last) return null;
    return mark ? signs.length : "unfit";
  }
  if (!mark) return parts[0] === "" ? "unfit" : null;
  if (!THOUSANDS.test(parts[0] ?? "") || parts[1]?.length !== 3) return 1;
  if (language === "en") return last === "," ? null : 1;
  return last === "," ? 1 : "ambiguous";
}

function withoutUnit(text: string, unit: string): string {
  if (unit === "") return text;
  const [lower, sought] = [text.toLowerCase(), unit.toLowerCase()];
  for (const written of [sought, sought.replace(/\.$/, ""), `${sought}.`]) {
    if (lower.endsWith(written) && /[\d.,] ?$/.test(text.slice(0, -written.length))) {
      return text.slice(0, -written.length).trim();
    }
    if (lower.startsWith(written) && /^ ?[-−–+\d.,]/.test(text.slice(written.length))) {
      return text.slice(written.length).trim();
    }
  }
  return text;
}

/**
 * Writes a number so that `readNumber` reads it back: `12,345.5` in English, `12 345,5` with no-break spaces in the others. Four digits, which may
 * be a year, stay together.
 * @param value as `readNumber` gave it: at most 15 digits
 */
export function writeNumber(value: number, language: Language): string {
  const plain = String(Math.abs(value));
  const [whole = "0", places = ""] = (plain.includes("e") ? Math.abs(value).toFixed(MOST_DIGITS) : plain).split(".");
  return inForm(value < 0, whole, places.replace(/0+$/, ""), language);
}

/**
 * The same with every decimal that it was given: `1234.50` in English, `1234,50` in the others.
 * @param plain figures with a point, such as `-1234.50`
 */
export function writeDecimal(plain: string, language: Language): string {
  const [whole = "0", places = ""] = plain.replace("-", "").split(".");
  return inForm(plain.startsWith("-"), whole, places, language);
}

function inForm(negative: boolean, whole: string, places: string, language: Language): string {
  const group = language === "en" ? "," : "\u00a0";
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
  const mark = language === "en" ? "." : ",";
  return (negative ? "−" : "") + grouped + (places === "" ? "" : mark + places);
}
