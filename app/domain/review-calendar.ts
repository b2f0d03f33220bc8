/** When each source is to be looked at again, month by month. */

/** A month, `YYYY-MM`, with the sources that are due in it, the earliest first. */
export interface ReviewMonth<Source> {
  month: string;
  sources: Source[];
}

/**
 * What is due, in the order of the days; the same day keeps the order of the list.
 * @param today `YYYY-MM-DD`; what is due today is not overdue yet
 * @param count of months, this one included
 * @returns `later` is what is due after those months
 */
export function reviewCalendar<Source extends { reviewBy: string }>(
  sources: readonly Source[],
  today: string,
  count = 12,
): { overdue: Source[]; months: ReviewMonth<Source>[]; later: Source[] } {
  const inOrder = byReviewDay(sources);
  const ahead = inOrder.filter(({ reviewBy }) => reviewBy >= today);
  const months = monthsFrom(today.slice(0, 7), count);
  const last = months.at(-1) ?? "";
  return {
    overdue: inOrder.filter(({ reviewBy }) => reviewBy < today),
    months: months.map((month) => ({ month, sources: ahead.filter(({ reviewBy }) => reviewBy.startsWith(month)) })),
    later: ahead.filter(({ reviewBy }) => reviewBy.slice(0, 7) > last),
  };
}

/** The earliest review day first; the overdue ones thus lead. */
export function byReviewDay<Source extends { reviewBy: string }>(sources: readonly Source[]): Source[] {
  return [...sources].sort((a, b) => (a.reviewBy < b.reviewBy ? -1 : a.reviewBy > b.reviewBy ? 1 : 0));
}

/** How a source stands to its review day; `days` counts from today to it, or from it to today when it is over. */
export type ReviewState = { kind: "overdue" | "soon"; days: number } | { kind: "today" | "later" };

/** Days before a review from which on it is called due soon. */
export const SOON_DAYS = 30;

/** @param today `YYYY-MM-DD` */
export function reviewState({ reviewBy }: { reviewBy: string }, today: string): ReviewState {
  const days = daysBetween(today, reviewBy);
  if (days < 0) return { kind: "overdue", days: -days };
  if (days === 0) return { kind: "today" };
  return days <= SOON_DAYS ? { kind: "soon", days } : { kind: "later" };
}

const DAY_MS = 86_400_000;

/** ISO dates without a time are read as UTC, so each day has the same length. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function monthsFrom(first: string, count: number): string[] {
  const [year = 0, month = 1] = first.split("-").map(Number);
  return Array.from({ length: count }, (_, index) => {
    const since = year * 12 + (month - 1) + index;
    return `${String(Math.floor(since / 12)).padStart(4, "0")}-${String((since % 12) + 1).padStart(2, "0")}`;
  });
}
