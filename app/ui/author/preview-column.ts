import { createContext, useContext } from "react";
import type { Review } from "#app/activities/activity-state.ts";
import type { PublicActivity } from "#app/activities/activity.ts";
import type { Language, Localised } from "#app/domain/language.ts";
import type { PreviewChoice } from "./preview-address.ts";

/** A source as a reviewer wants to see it beside a claim. */
export interface PreviewSource {
  title: Localised;
  body: string;
  url: string;
  /** Days, `YYYY-MM-DD`. */
  checkedOn: string;
  reviewBy: string;
  overdue: boolean;
}

/** A lesson, quiz, welcome page or sheet as its preview needs it. */
export interface PreviewPage {
  courseId: string;
  folder: string;
  choice: PreviewChoice;
  /** Address of styles for the whole page; null for those of the site. */
  styleSheet: string | null;
  columns: {
    language: Language;
    title: string;
    /** Null for a quiz, whose questions are in `items`. */
    lessonKey: string | null;
    /** By id of the activity: after an answer, or with the key for a reviewer; null before. */
    reviews: Record<string, Review | null>;
    /** By id of the activity: code of what is wrong with an answer that cannot be graded. */
    problems: Record<string, string>;
    /** By id of an activity that is never graded: what the address answers, or null. */
    responses: Record<string, unknown>;
    /** The questions of a quiz. */
    items: PublicActivity[];
  }[];
  /** Cited on this page, by id; empty unless a reviewer looks. */
  sources: Record<string, PreviewSource>;
  /** By id; empty unless a reviewer looks. */
  outcomes: Record<string, string>;
  /** What a learner reported about this page. */
  report: { excerpt: string; language: Language; changed: boolean } | null;
}

/** What the parts of one column must know. */
export interface PreviewColumn {
  page: PreviewPage;
  language: Language;
  /** Of all ids in the column, so that two languages can stand on one page; empty in the first. */
  prefix: string;
  reviews: Record<string, Review | null>;
  problems: Record<string, string>;
  responses: Record<string, unknown>;
  /** The language of the author pages around it. */
  reader: Language;
}

const ColumnContext = createContext<PreviewColumn | null>(null);

export const PreviewColumnProvider = ColumnContext.Provider;

/** @throws Error outside of a column: a bug */
export function usePreviewColumn(): PreviewColumn {
  const column = useContext(ColumnContext);
  if (!column) throw new Error("Parts of a preview stand in a column.");
  return column;
}
