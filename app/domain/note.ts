/** What learners write for themselves, as it is told back to them: nobody else ever reads it. */
import type { Language } from "./language.ts";
import type { RichNode } from "./rich-text.ts";

export const VERDICTS = ["met", "partly", "not-yet"] as const;

/** How writers find their own answer beside a model answer. */
export type Verdict = (typeof VERDICTS)[number];

/** One question of a note, and what was written to it. */
export interface NotePart {
  /** Null where the note has one question, which its activity asks. */
  asked: RichNode[] | null;
  text: string;
  verdict: Verdict | null;
}

/** A note with what it answers. */
export interface WrittenNote {
  activityId: string;
  /** Where it is written; null when the course has that place no longer. */
  lesson: { title: string; to: string } | null;
  /** The question of its activity; empty when the course has it no longer. */
  asked: RichNode[];
  /** The language of the question and of the lesson's title. */
  askedIn: Language;
  /** Empty where nothing was written. */
  parts: NotePart[];
  /** The day of its newest text, `YYYY-MM-DD`; null where nothing was written. */
  writtenOn: string | null;
  /** The language of the page on which it was written. */
  language: Language;
}
