/**
 * The rules of an assessment as data: the page that states them, the draw, the clock, the grade and the certificate all read this one table, so
 * what is promised is what is done.
 */
export interface AssessmentRules {
  /** Items of an attempt. */
  items: number;
  /** Of them, how many come from modules before this one; 0 for an assessment over all modules. */
  returning: number;
  /** For an assessment over all modules: how many outcomes of each module are asked about at least; null for a quiz of one module. */
  outcomesPerModule: number | null;
  /** Whole percent of the whole attempt, 1 to 100. */
  passPercent: number;
  /** Whole percent that the items of a module must reach besides, by id of the module. */
  modulePassPercent: Readonly<Record<string, number>>;
  attempts: AttemptRule;
  /** Minutes by the server's clock; null without a limit. */
  timeLimitMinutes: number | null;
  feedback: FeedbackPolicy;
}

/** After `free` attempts a new one may begin `waitHours` after the last was handed in; `free` null is no limit. */
export interface AttemptRule {
  free: number | null;
  waitHours: number;
}

/**
 * What is told, and when: `each` – right answers and reasons after each item; `end` – after handing in; `reasons` – after handing in, the
 * reasons of the learner's own answers and no right answers.
 */
export const FEEDBACK_POLICIES = ["each", "end", "reasons"] as const;
export type FeedbackPolicy = (typeof FEEDBACK_POLICIES)[number];

/** Where an item comes from. */
export interface PoolItem {
  id: string;
  moduleId: string;
  outcome: string;
}
