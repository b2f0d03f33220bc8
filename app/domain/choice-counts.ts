/**
 * How often learners chose what, for showing it to one of them. Small groups are left out, and of the others only rounded shares are told:
 * nobody must be able to tell from a figure, or from how it grows, what a single colleague did.
 */

/** Learners, one of whom may be the reader: above ten others. */
export const FEWEST_LEARNERS = 12;

/**
 * @param chosen for each learner the choices that count, each once, as `question.answer`; empty for one who does not count
 * @returns the share of each among the choices of its question in per cent, in whole tens, by the same keys; without the questions that fewer
 *   than `FEWEST_LEARNERS` came to; null when nothing is left
 */
export function sharesOfChoices(chosen: readonly (readonly string[])[]): Record<string, number> | null {
  const counts = new Map<string, number>();
  const learners = new Map<string, number>();
  const totals = new Map<string, number>();
  const count = (counted: Map<string, number>, key: string) => counted.set(key, (counted.get(key) ?? 0) + 1);
  for (const choices of chosen) {
    for (const choice of choices) {
      count(counts, choice);
      count(totals, questionOf(choice));
    }
    for (const question of new Set(choices.map(questionOf))) count(learners, question);
  }
  const shown = [...counts].filter(([choice]) => (learners.get(questionOf(choice)) ?? 0) >= FEWEST_LEARNERS);
  const shareOf = (choice: string, times: number) =>
    Math.round((10 * times) / (totals.get(questionOf(choice)) ?? 1)) * 10;
  return shown.length > 0 ? Object.fromEntries(shown.map(([choice, times]) => [choice, shareOf(choice, times)])) : null;
}

function questionOf(choice: string): string {
  return choice.split(".")[0] ?? "";
}
