/** The state of the content as the author's desk shows it: made by the compiler, read by the terminal and the author pages. */
import type { Language, Localised } from "./language.ts";

/** A run of words in the comparison of two texts. */
export interface WordChange {
  kind: "same" | "removed" | "added";
  text: string;
}

/** One block (a heading, a paragraph, an item, a row …) in which a translation is behind its source. */
export interface BlockChange {
  change: "changed" | "added" | "removed";
  /** The source text that was translated; null for a block that is new. */
  before: string | null;
  /** The source text of today; null for a block that is gone. */
  now: string | null;
  /** Both texts in one, word by word. */
  words: WordChange[];
  /** Where it stands in the source today; for a block that is gone, what stands in its place. */
  sourceLine: number;
  /** Where it belongs in the translation. */
  line: number;
}

/** As in the check: what is wrong, where, and how to mend it. */
export interface StatusProblem {
  file: string;
  line: number;
  column: number;
  severity: "error" | "warning";
  code: string;
  message: string;
  fix: string;
}

/** A page in one language. */
export interface PageStatus {
  file: string;
  title: string;
  /** Words that a learner reads; for a quiz those of the whole pool. */
  words: number;
  /** Minutes that they take at the stated speed, rounded up; for a quiz those of one attempt. */
  minutes: number;
  state: "source" | "current" | "behind" | "not-recorded";
  behind: BlockChange[];
  /** Claims with a number or a year and no source. */
  uncited: number;
  problems: StatusProblem[];
}

/** A lesson, a quiz, the welcome page or a sheet to print in all languages. */
export interface PageRow {
  kind: "lesson" | "quiz" | "welcome" | "aid";
  /** Null for the welcome page and sheets. */
  moduleId: string | null;
  /** Null for what is no lesson. */
  lessonId: string | null;
  /** Its folder in the course, such as `first-steps/who-counts`. */
  folder: string;
  /** What `course.yaml` promises; null for a sheet, for which it promises nothing. */
  declaredMinutes: number | null;
  revision: number;
  materialRevision: number;
  activities: string[];
  /** Null where the page is missing or cannot be read. */
  languages: Record<Language, PageStatus | null>;
}

/** An outcome, and how often it is practised and asked. */
export interface OutcomeRow {
  id: string;
  moduleId: string;
  text: Localised;
  /** Activities in lessons. */
  practice: number;
  /** Items in the pools of quizzes. */
  items: number;
}

export interface SourceRow {
  id: string;
  title: Localised;
  body: string;
  kind: string;
  url: string;
  confidence: "verified-in-corpus" | "well-established" | "unsure";
  owner: string;
  /** Days, `YYYY-MM-DD`. */
  checkedOn: string;
  reviewBy: string;
  /** Line in `sources.yaml`. */
  file: string;
  line: number;
  /** How many places rest on it, in the source language. */
  uses: number;
}

/** What a block of a page is; `attribute` stands for words in a tag, such as a caption. */
export type BlockPart =
  | "title"
  | "summary"
  | "heading"
  | "paragraph"
  | "item"
  | "row"
  | "option"
  | "reason"
  | "quotation"
  | "attribute"
  | "definition";

/** A place in the course that rests on a source; `what` is the innermost thing that holds it. */
export interface ImpactPlace {
  source: string;
  /** The cited place in the source; null for a term of the glossary, which names the source alone. */
  at: string | null;
  /** Null for a term of the glossary, which has all languages. */
  language: Language | null;
  file: string;
  line: number;
  column: number;
  what: "paragraph" | "question" | "activity" | "card" | "aid" | "term";
  part: BlockPart;
  /** Id of the activity, sheet or term, title of the card; null for running text. */
  id: string | null;
  /** The folder of the page; null for the glossary. */
  folder: string | null;
  /** Its first words. */
  excerpt: string;
}

export interface CourseStatus {
  id: string;
  title: Localised;
  edition: string;
  lawAsOf: string;
  sourceLanguage: Language;
  pages: PageRow[];
  outcomes: OutcomeRow[];
  sources: SourceRow[];
  /** Every place that rests on a source; an edition's certificates rest on all of them. */
  impact: ImpactPlace[];
  /** Problems of the course's own files: outline, bibliography, glossary. */
  problems: StatusProblem[];
}

export interface ContentStatus {
  /** In words: how `minutes` is counted. */
  readingSpeed: { wordsPerMinute: Record<Language, number>; minutesPerActivity: number };
  courses: CourseStatus[];
}

/**
 * Whether the minutes that a page declares are far from those that were counted: by more than a third of the count.
 * @param counted whole minutes, rounded up, as in `PageStatus`
 * @param declared null for a page that declares none
 */
export function isFarFromDeclared(counted: number, declared: number | null): boolean {
  return declared !== null && Math.abs(counted - declared) * 3 > counted;
}

/** Whether a source should have been looked at again before a day, `YYYY-MM-DD`. */
export function isOverdue(source: { reviewBy: string }, today: string): boolean {
  return source.reviewBy < today;
}

/** The places that rest on a source, or on one place in it. */
export function impactOf(course: CourseStatus, sourceId: string, at: string | null): ImpactPlace[] {
  return course.impact.filter(
    (place) => place.source === sourceId && (at === null || place.at === null || place.at === at),
  );
}
