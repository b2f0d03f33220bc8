import type { WordChange } from "#app/domain/content-status.ts";
import { edits } from "./nearest.ts";
import { diffSequences } from "./sequence-diff.ts";

/** A typo mends at most this many letters in one run of words. */
const TYPO_LETTERS = 2;

/** Two texts in one: runs of words that stayed, went and came, in this order. Spaces between words are single. */
export function diffWords(before: string, now: string): WordChange[] {
  const [old, fresh] = [wordsOf(before), wordsOf(now)];
  const runs: WordChange[] = [];
  const pending: Record<WordChange["kind"], string[]> = { same: [], removed: [], added: [] };
  const flush = (...kinds: WordChange["kind"][]) => {
    for (const kind of kinds) {
      if (pending[kind].length > 0) runs.push({ kind, text: pending[kind].join(" ") });
      pending[kind] = [];
    }
  };
  for (const step of diffSequences(old, fresh)) {
    if (step.kind === "same") flush("removed", "added");
    else flush("same");
    pending[step.kind].push((step.kind === "added" ? fresh[step.now] : old[step.before]) ?? "");
  }
  flush("same", "removed", "added");
  return runs;
}

/** How much of two texts is the same, by words: 0…1. */
export function likeness(before: string, now: string): number {
  const total = wordsOf(before).length + wordsOf(now).length;
  if (total === 0) return 1;
  const same = diffWords(before, now).filter((run) => run.kind === "same");
  return (2 * same.reduce((sum, run) => sum + wordsOf(run.text).length, 0)) / total;
}

/** Whether two texts differ by a few letters at a time and by no figure: all that an edit declared as typo may change. */
export function isTypo(before: string, now: string): boolean {
  if (digitsOf(before) !== digitsOf(now)) return false;
  const runs = diffWords(before, now);
  return runs.every(({ kind, text }, index) => {
    const [previous, next] = [runs[index - 1], runs[index + 1]];
    if (kind === "same" || (kind === "removed" && next?.kind === "added")) return true;
    if (previous?.kind === "removed") return edits(previous.text, text) <= TYPO_LETTERS;
    // A word that came or went alone may be a “not”; only a mark, or a word written twice, is a slip of the pen.
    return !/[\p{L}\p{N}]/u.test(text) || previous?.text.split(" ").at(-1) === text;
  });
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, " ").trim();
}
