/**
 * The name that was probably meant: the nearest of `names` by edits, case aside. Of a short name at least half must be right: `div` is no
 * mistyped `Aid`.
 * @returns null when nothing is near
 */
export function nearest(word: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const name of names) {
    const distance = edits(word.toLowerCase(), name.toLowerCase());
    if (distance < least && distance * 2 <= name.length) [best, least] = [name, distance];
  }
  return best;
}

/** “Did you mean …?”, or another sentence when nothing is near. */
export function suggest(word: string, names: Iterable<string>, otherwise: string): string {
  const name = nearest(word, names);
  return name === null ? otherwise : `Did you mean "${name}"?`;
}

/** Levenshtein's distance; infinite for texts of very different length. */
export function edits(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 40) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
