/**
 * Reads the numbers and dates of a text in the form of its language, so that two languages can be compared: 1,5 in Russian is 1.5
 * in English, “110,3 тыс.” is “110.3 thousand”, “12 траўня 2025 года” is “12 May 2025”. Number words, Roman numerals and months
 * without a number are not read.
 */
import type { Language } from "#app/domain/language.ts";
import { type Amount, amountValue, findAmounts } from "./written-amounts.ts";
import { type CalendarDate, findDate } from "./written-dates.ts";

export interface Quantity {
  /** Equal for what means the same: `4535`, `3.7%`, `304000000`, `2025-05-12`, `2025-05`, `--05-12`, `1990s`, `10:30`. */
  value: string;
  /** As it stands in the text. */
  written: string;
  /** Its place in the text, in UTF-16 units. */
  from: number;
  /** What it may also mean: the year alone, where an adjective names the month. */
  also: string | null;
  /** An ordinal, such as 3rd: the other language may say it in a word. */
  ordinal: boolean;
}

interface Found {
  from: number;
  to: number;
  date: CalendarDate | null;
  amount: Amount | null;
}

/** Addresses hold digits that are no numbers. */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|[^\s@]+@[^\s@]+/gu;
/** What may stand between two numbers of which only the second has its unit: 2.9 to 3.7 %, 5 и 12 мая. */
const LINK = /^\s*(?:[-‑–—]|to|and|or|until|till|до|по|и|или|да|па|і|й|або|ці)\s*$/u;

/** The numbers and dates of a text, in its order. */
export function quantitiesIn(text: string, language: Language): Quantity[] {
  const plain = text.replace(ADDRESS, (address) => " ".repeat(address.length));
  const found: Found[] = [];
  for (let at = digitFrom(plain, 0); at >= 0; at = digitFrom(plain, found.at(-1)?.to ?? 0)) {
    const date = findDate(plain, at);
    if (date) found.push({ ...date, amount: null });
    else found.push(...findAmounts(plain, at, language).map((one) => ({ ...one, date: null })));
  }
  for (let index = found.length - 2; index >= 0; index -= 1) {
    const [one, next] = [found[index], found[index + 1]];
    if (one && next) share(one, next, plain.slice(one.to, next.from));
  }
  return found.map(({ from, to, date, amount }) => ({
    value: date ? dateValue(date) : amount ? amountValue(amount) : "",
    written: text.slice(from, to).replace(/\s+/gu, " "),
    from,
    also: date?.loose ? String(date.year) : null,
    ordinal: amount?.ordinal ?? false,
  }));
}

/** Gives the first of two linked numbers what only the second says: month and year, per cent, thousands, the century. */
function share(one: Found, next: Found, between: string): void {
  if (!LINK.test(between)) return;
  const bare = one.amount !== null && one.amount.scale === 0 && !one.amount.percent && !one.amount.negative;
  if (next.date) {
    if (one.date) one.date.year ??= next.date.year;
    else if (bare && next.date.day !== null && isDay(one.amount?.digits ?? "")) {
      one.date = { ...next.date, day: Number(one.amount?.digits) };
      one.amount = null;
    }
  } else if (bare && one.amount && next.amount) {
    const [first, second] = [one.amount, next.amount];
    if (!/^(?:1[5-9]|20)\d\d$/.test(first.digits)) {
      first.percent = second.percent;
      first.scale = second.scale;
    } else if (/^[-‑–—]$/u.test(between) && isLaterInCentury(first.digits, second)) {
      second.digits = first.digits.slice(0, 2) + second.digits;
    }
  }
}

function isDay(digits: string): boolean {
  return /^\d{1,2}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 31;
}

/** The 21 of 2017–21. */
function isLaterInCentury(year: string, { digits, scale, percent }: Amount): boolean {
  return /^\d\d$/.test(digits) && scale === 0 && !percent && digits > year.slice(2);
}

function dateValue({ year, month, day }: CalendarDate): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return [year ?? "-", two(month), ...(day === null ? [] : [two(day)])].join("-");
}

function digitFrom(text: string, from: number): number {
  const at = text.slice(from).search(/\d/);
  return at < 0 ? -1 : from + at;
}
