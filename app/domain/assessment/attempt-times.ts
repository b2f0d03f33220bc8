import type { AssessmentRules } from "./rules.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What comes in after the time is over still counts for so long, in milliseconds: a slow line is nobody's fault. */
export const GRACE = 30_000;

/** More time for a learner: so many percent in addition, or no limit at all. */
export type TimeAllowance = { kind: "extended"; percent: number } | { kind: "untimed" };

/** An earlier attempt; instants are UTC milliseconds. */
export interface EarlierAttempt {
  startedAt: number;
  /** Null while it is under way. */
  submittedAt: number | null;
}

/**
 * When an attempt ends.
 * @param startedAt UTC milliseconds by the server's clock
 * @returns UTC milliseconds, or null where there is no limit
 */
export function deadlineOf(
  { timeLimitMinutes }: Pick<AssessmentRules, "timeLimitMinutes">,
  startedAt: number,
  allowance: TimeAllowance | null,
): number | null {
  if (timeLimitMinutes === null || allowance?.kind === "untimed") return null;
  const more = allowance ? 1 + allowance.percent / 100 : 1;
  return startedAt + Math.round(timeLimitMinutes * more * MINUTE);
}

/**
 * Whether an answer still counts.
 * @param deadline as `deadlineOf` gives it
 * @param now UTC milliseconds by the server's clock; a clock that was put back lets an answer in rather than losing it
 */
export function isInTime(deadline: number | null, now: number): boolean {
  return deadline === null || now <= deadline + GRACE;
}

/**
 * When the next attempt may begin.
 * @param earlier the learner's attempts at this assessment, in any order
 * @returns UTC milliseconds, or 0 where it may begin at once
 */
export function nextAttemptFrom(
  { attempts: { free, waitHours } }: Pick<AssessmentRules, "attempts">,
  earlier: readonly EarlierAttempt[],
): number {
  const ended = earlier.flatMap(({ submittedAt }) => submittedAt ?? []);
  if (free === null || ended.length < free) return 0;
  return Math.max(...ended) + waitHours * HOUR;
}
