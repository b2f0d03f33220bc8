/**
 * How often learners chose what, for showing it to one of them. Small groups are left out: nobody must be able to tell from a count
 * what a single colleague did.
 */

/** Learners, one of whom may be the reader: above ten others. */
export const FEWEST_LEARNERS = 12;

/**
 * @param chosen for each learner the choices that count, each once, as `question.answer`; empty for one who does not count
 * @returns how many chose each, by the same keys, without the questions that fewer than `FEWEST_LEARNERS` came to; null when nothing is left
 */
export function countChoices(chosen: readonly (readonly string[])[]): Record<string, number> | null {
  const counts = new Map<string, number>();
  const learners = new Map<string, number>();
  for (const choices of chosen) {
    for (const choice of choices) counts.set(choice, (counts.get(choice) ?? 0) + 1);
    for (const question of new Set(choices.map(questionOf))) learners.set(question, (learners.get(question) ?? 0) + 1);
  }
  const shown = [...counts].filter(([choice]) => (learners.get(questionOf(choice)) ?? 0) >= FEWEST_LEARNERS);
  return shown.length > 0 ? Object.fromEntries(shown) : null;
}

function questionOf(choice: string): string {
  return choice.split(".")[0] ?? "";
}
