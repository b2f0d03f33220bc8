import type { Language } from "./language.ts";

const NBSP = "\u00a0";

/** As they stand alone, at the head of a list. */
const MONTH_HEADINGS: Record<Language, readonly string[]> = {
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
    "Январь",
    "Февраль",
    "Март",
    "Апрель",
    "Май",
    "Июнь",
    "Июль",
    "Август",
    "Сентябрь",
    "Октябрь",
    "Ноябрь",
    "Декабрь",
  ],
  be: [
    "Студзень",
    "Люты",
    "Сакавік",
    "Красавік",
    "Май",
    "Чэрвень",
    "Ліпень",
    "Жнівень",
    "Верасень",
    "Кастрычнік",
    "Лістапад",
    "Снежань",
  ],
};

/**
 * A month as a heading: `November 2026`, `Ноябрь 2026`, `Лістапад 2026`, with a space that does not break.
 * @param isoMonth `YYYY-MM`
 * @throws RangeError when that is no month of the calendar
 */
export function formatMonth(isoMonth: string, language: Language): string {
  const [, year = "", month = ""] = /^(\d{4})-(\d{2})$/.exec(isoMonth) ?? [];
  const name = MONTH_HEADINGS[language][Number(month) - 1];
  if (name === undefined) throw new RangeError(`no month of the calendar: ${isoMonth}`);
  return name + NBSP + String(Number(year));
}
