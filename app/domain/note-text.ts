/** What learners write for themselves: how long a text may be, and how days are read. */
import { formatDate } from "./calendar-date.ts";
import { accept, refuse, type Result } from "./result.ts";

export type NoteProblem = "note-too-long" | "day-unreadable";

/** Letters of one field of a note. */
export const MOST_NOTE_LETTERS = 2000;

/** The days that a plan can name: a year outside is a slip of the hand. */
export const [FIRST_DAY, LAST_DAY] = ["2000-01-01", "2100-12-31"];

/** A text as it is kept: line ends of one form, nothing before and after. */
export function noteText(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

/** @returns refused as `note-too-long` for more letters than one field may have */
export function checkNoteLength(text: string): Result<string, "note-too-long"> {
  return text.length > MOST_NOTE_LETTERS ? refuse("note-too-long") : accept(text);
}

/**
 * Reads a day as date fields send it (`2026-12-31`), or as it is typed where a browser has none (`31.12.2026`).
 * @returns an ISO date; refused as `day-unreadable` for anything else, and for days before 2000 or after 2100
 */
export function readDay(text: string): Result<string, "day-unreadable"> {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text) ?? [];
  const iso = year === "" ? text : [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  return isDay(iso) && iso >= FIRST_DAY && iso <= LAST_DAY ? accept(iso) : refuse("day-unreadable");
}

function isDay(iso: string): boolean {
  try {
    return formatDate(iso, "en") !== "";
  } catch {
    return false;
  }
}
