/** Days, months and years of a timeline, as they are written in a cell: `1990`, `2003-06`, `2013-11-26 → 2014-03-01`, `1948 ?`. */
import { formatDate } from "#app/domain/calendar-date.ts";
import { formatMonth } from "#app/domain/calendar-month.ts";
import type { Language } from "#app/domain/language.ts";

export interface When {
  /** A year, a month or a day: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`. */
  from: string;
  /** When what was adopted came into force; null where that is not told. */
  until: string | null;
  /** The date is commonly known, and nobody has compared it with its source. */
  general: boolean;
}

/** @returns null for anything but a date in one of the forms above, and for an end before its beginning */
export function readWhen(text: string): When | null {
  const [, from = "", until = null, mark] = /^(\d[\d-]*)(?:\s*(?:→|->)\s*(\d[\d-]*))?\s*(\?)?$/.exec(text.trim()) ?? [];
  if (!isDate(from) || (until !== null && (!isDate(until) || isAfter(from, until)))) return null;
  return { from, until, general: mark !== undefined };
}

/** Whether one date is surely later than another: the year alone says nothing about months. */
export function isAfter(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) > other.slice(0, length);
}

/** The place of a date on a scale of years; a year stands at its beginning, a month in its middle. */
export function yearsOf(date: string): number {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return year;
  return year + (month - 1 + (day === undefined ? 0.5 : (day - 1) / 31)) / 12;
}

/** In the reader's form: `1990`, `June 2003`, `26 November 2013`. @throws RangeError for what `readWhen` refuses */
export function formatWhen(date: string, language: Language): string {
  if (date.length === 4) return date;
  if (date.length > 7) return formatDate(date, language);
  const month = formatMonth(date, language);
  return language === "en" ? month : month.toLowerCase();
}

function isDate(text: string): boolean {
  if (!/^[12]\d{3}(?:-\d{2}){0,2}$/.test(text)) return false;
  try {
    formatWhen(text, "en");
    return true;
  } catch {
    return false;
  }
}
