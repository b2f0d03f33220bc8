/** The rules of a quiz attempt: what is drawn, in which order it is shown, and what it is worth. */

/** Gives a text its place in an order: equal for equal texts, not to be foreseen without the secret. */
export type Rank = (text: string) => string;

/**
 * Draws items so that every outcome is asked about before any outcome is asked about twice.
 * @param pool the quiz's items
 * @param count how many to draw; the whole pool when it is smaller
 * @param rank the attempt's own order
 * @returns ids in the order in which they are shown
 */
export function drawItems(pool: readonly { id: string; outcome: string }[], count: number, rank: Rank): string[] {
  const byOutcome = new Map<string, string[]>();
  for (const id of ranked(
    pool.map((item) => item.id),
    rank,
  )) {
    const outcome = pool.find((item) => item.id === id)?.outcome ?? "";
    byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), id]);
  }
  const queues = ranked([...byOutcome.keys()], rank).map((outcome) => byOutcome.get(outcome) ?? []);
  const drawn: string[] = [];
  for (let round = 0; drawn.length < Math.min(count, pool.length); round += 1) {
    for (const queue of queues) {
      const id = queue[round];
      if (id !== undefined && drawn.length < count) drawn.push(id);
    }
  }
  return ranked(drawn, rank);
}

/** The same ids in the order of an attempt; ties, which a hash does not make, fall back to the id. */
export function ranked(ids: readonly string[], rank: Rank): string[] {
  return ids
    .map((id) => ({ id, place: rank(id) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/**
 * The score of an attempt: the mean of its items, an item without an answer counting 0.
 * @param scores one number 0…1 for each drawn item
 * @returns 0…1000, rounded down, so that 69.99 % never reads or counts as 70 %
 */
export function attemptScore(scores: readonly number[]): number {
  if (scores.length === 0) return 0;
  const sum = scores.reduce((total, score) => total + score, 0);
  // 1e-9 takes back what binary fractions lose: three times a third is the whole.
  return Math.floor((sum / scores.length) * 1000 + 1e-9);
}

/** Whether a score, 0…1000, reaches the pass mark in whole percent. */
export function isPassed(scorePermille: number, passPercent: number): boolean {
  return scorePermille >= passPercent * 10;
}
