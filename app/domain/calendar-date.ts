/**
 * Dates and numbers in the reader's form. The tables are our own: the locale data of Node changes between versions, and a
 * certificate must come out the same, byte for byte, on each of them.
 */
import type { Language } from "./language.ts";

const NBSP = "\u00a0";

const MONTHS: Record<Language, readonly string[]> = {
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  ru: [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
  ],
  be: [
    "студзеня",
    "лютага",
    "сакавіка",
    "красавіка",
    "мая",
    "чэрвеня",
    "ліпеня",
    "жніўня",
    "верасня",
    "кастрычніка",
    "лістапада",
    "снежня",
  ],
};

const NUMBER_SIGNS: Record<Language, { group: string; decimal: string }> = {
  en: { group: ",", decimal: "." },
  ru: { group: NBSP, decimal: "," },
  be: { group: NBSP, decimal: "," },
};

/**
 * The calendar day of an instant in a time zone.
 * @param timeZone an IANA name, such as `Europe/Minsk`
 * @param utcMs UTC milliseconds
 * @returns ISO date, `YYYY-MM-DD`
 * @throws RangeError when the time zone or the instant is not one
 */
export function dateIn(timeZone: string, utcMs: number): string {
  const parts = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).formatToParts(utcMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month").padStart(2, "0")}-${part("day").padStart(2, "0")}`;
}

/**
 * A date in long form: `25 November 2026`, `25 ноября 2026 г.`, `25 лістапада 2026 г.`, with spaces that do not break.
 * @param isoDate `YYYY-MM-DD`
 * @throws RangeError when that is no day of the calendar
 */
export function formatDate(isoDate: string, language: Language): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) ?? [];
  const name = MONTHS[language][Number(month) - 1];
  if (name === undefined || !isCalendarDay(isoDate)) {
    throw new RangeError(`no day of the calendar: ${isoDate}`);
  }
  const words = [String(Number(day)), name, String(Number(year))];
  if (language !== "en") words.push("г.");
  return words.join(NBSP);
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return (
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month))
  );
}

/**
 * A number in the reader's form: `12,345.5`, `12 345,5`.
 * @param value finite; rounded to at most three places after the sign, trailing zeros dropped
 * @throws RangeError when it is not finite, or 1e21 and more
 */
export function formatNumber(value: number, language: Language): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) throw new RangeError(`no number to show: ${value}`);
  const [whole = "0", places = ""] = Math.abs(value).toFixed(3).split(".");
  const { group, decimal } = NUMBER_SIGNS[language];
  const fraction = places.replace(/0+$/, "");
  const sign = value < 0 && (Number(whole) > 0 || fraction !== "") ? "−" : "";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return sign + grouped + (fraction === "" ? "" : decimal + fraction);
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
