import { isCalendarDay } from "./calendar-date.ts";
import { accept, refuse, type Result } from "./result.ts";

export type DayProblem = "day-unreadable";

/** The days that a note can name: a year outside is a slip of the hand. */
export const [FIRST_DAY, LAST_DAY] = ["2000-01-01", "2100-12-31"];

/**
 * Reads a day as date fields send it (`2026-12-31`), or as it is typed where a browser has none (`31.12.2026`).
 * @returns an ISO date; refused as `day-unreadable` for anything else, and for days before 2000 or after 2100
 */
export function readDay(text: string): Result<string, DayProblem> {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text) ?? [];
  const iso = year === "" ? text : [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  return isCalendarDay(iso) && iso >= FIRST_DAY && iso <= LAST_DAY ? accept(iso) : refuse("day-unreadable");
}
