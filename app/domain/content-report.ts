/** What a learner says about a lesson: which place, which kind of mistake, and in words what is wrong. */
import type { Problem, Result } from "./result.ts";

export const REPORT_KINDS = ["mistake", "source", "unclear", "translation", "other"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Characters that a report may have, and a note that answers it. */
export const LONGEST_REPORT = 2000;

/** A place of a lesson that a report can name. */
export interface LessonPassage {
  /** `s2`, a section with its heading; `s2.3`, the third passage in it; or the id of an activity. */
  place: string;
  /** The section that holds it: `s0` before the first heading, `s1` … */
  section: string;
  /** Its words in the language of the page, without marks; of an activity what it asks. */
  text: string;
}

/** A report as authors see it: it does not say who sent it. Times are UTC milliseconds. */
export interface ContentReport {
  id: string;
  courseId: string;
  moduleId: string;
  lessonId: string;
  language: string;
  /** As in `LessonPassage`; empty for the lesson as a whole. */
  place: string;
  /** The passage as the learner saw it. */
  excerpt: string;
  /** The revision of the lesson at that time. */
  revision: number;
  kind: string;
  text: string;
  createdAt: number;
  /** Null while it is open. */
  answeredAt: number | null;
  /** The account of the author. */
  answeredBy: string | null;
  note: string | null;
}

/** Which reports are wanted; what is left out chooses all. */
export interface ReportFilter {
  courseId?: string | undefined;
  moduleId?: string | undefined;
  lessonId?: string | undefined;
  state?: "open" | "answered" | undefined;
}

export type ReportRefusal = "report-kind-missing" | "report-empty" | "report-too-long";

/** Narrows what a form or an old row says to a kind of today. */
export function isReportKind(value: unknown): value is ReportKind {
  return REPORT_KINDS.some((kind) => kind === value);
}

/** The element of the lesson's page at which a place begins; null where there is none: before the first heading, and for the whole lesson. */
export function anchorOf(place: string): string | null {
  const [anchor = ""] = place.split(".");
  return anchor === "" || anchor === "s0" ? null : anchor;
}

/** Text from a form with its line ends made one character each, and without space around it. */
export function tidyReport(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

/**
 * Reads what a learner wrote.
 * @returns the tidy text; refused with everything that is wrong at once
 */
export function readReport(given: {
  kind: string;
  text: string;
}): Result<{ kind: ReportKind; text: string }, ReportRefusal> {
  const { kind } = given;
  const text = tidyReport(given.text);
  const problems: Problem<ReportRefusal>[] = [];
  if (!isReportKind(kind)) problems.push({ code: "report-kind-missing", field: "kind" });
  if (text === "") problems.push({ code: "report-empty", field: "text" });
  if (text.length > LONGEST_REPORT) problems.push({ code: "report-too-long", field: "text" });
  return isReportKind(kind) && problems.length === 0 ? { ok: true, value: { kind, text } } : { ok: false, problems };
}
