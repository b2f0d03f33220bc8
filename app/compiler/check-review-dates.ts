import type { ContentProblem } from "./problem.ts";
import type { SourceEntry } from "./sources-schema.ts";

/**
 * Sources that should have been looked at again.
 * @param today `YYYY-MM-DD`; on the day itself a source is not overdue yet
 * @param at where an entry of `sources.yaml` says when
 */
export function checkReviewDates(
  file: string,
  sources: Iterable<SourceEntry>,
  today: string,
  at: (id: string) => { line: number; column: number },
): ContentProblem[] {
  return [...sources]
    .filter(({ reviewBy }) => reviewBy < today)
    .map(({ id, reviewBy, owner }) => ({
      file,
      ...at(id),
      severity: "warning",
      code: "review-overdue",
      message: `The source "${id}" was to be looked at again by ${reviewBy}; today is ${today}.`,
      fix: `${owner}: open it, correct what has changed, then write today's date at checkedOn and a new one at reviewBy.`,
    }));
}
