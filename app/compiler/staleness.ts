/** How far a translation is behind its source, block by block, and what the check says about it. */
import type { BlockChange } from "#app/domain/content-status.ts";
import type { PageBlock } from "./blocks.ts";
import type { ContentProblem } from "./problem.ts";
import type { Page } from "./read-page.ts";
import { diffSequences, type Step } from "./sequence-diff.ts";
import type { TranslationRecord } from "./translation-record.ts";
import { diffWords, isTypo, likeness } from "./word-diff.ts";

/** Two texts are versions of one block when at least this share of their words is the same. */
const SAME_BLOCK = 0.3;
/** How many places a message names. */
const NAMED = 4;

/** The blocks of the source that have changed since a translation was recorded, in the order of the source. */
export function changesSince(
  record: TranslationRecord,
  source: readonly PageBlock[],
  translation: readonly PageBlock[],
): BlockChange[] {
  const before = record.blocks.map(([, text]) => text);
  const now = source.map(({ text }) => text);
  const changes: BlockChange[] = [];
  let gap: Step[] = [];
  let behind: number | null = null;
  const flush = (next: number) => {
    const lineAfter = source[Math.min(next, source.length - 1)]?.place.line ?? 1;
    changes.push(...changesIn(gap, { record, before, source, translation, lineAfter, behind }));
    gap = [];
  };
  for (const step of diffSequences(before, now)) {
    if (step.kind !== "same") {
      gap.push(step);
      continue;
    }
    flush(step.now);
    behind = step.before;
  }
  flush(source.length);
  return changes;
}

/** Changes that an edit declared as typo explains are none. */
export function withoutTypos(changes: readonly BlockChange[]): BlockChange[] {
  return changes.filter(({ before, now }) => before === null || now === null || !isTypo(before, now));
}

/** The warning about a translation; null when it is current. */
export function stalenessProblem(source: Page, translation: Page): ContentProblem | null {
  const { behind } = translation;
  const problem = (line: number, code: string, message: string, fix: string): ContentProblem => ({
    file: translation.file,
    line,
    column: 1,
    severity: "warning",
    code,
    message,
    fix,
  });
  const record = `npm run content -- translated ${translation.file}`;
  if (behind === null) {
    const message = `The translation is not recorded as current with ${source.file}.`;
    return problem(1, "translation-not-recorded", message, `Compare the two, then run: ${record}`);
  }
  if (behind.length === 0) return null;
  const named = behind
    .slice(0, NAMED)
    .map(({ change, sourceLine, line }) => `line ${sourceLine} ${WORDS[change]} (line ${line} here)`);
  const more = behind.length > NAMED ? `, and ${behind.length - NAMED} more` : "";
  return problem(
    behind[0]?.line ?? 1,
    "translation-behind",
    `The translation is ${countBlocks(behind.length)} behind ${source.file}: ${named.join(", ")}${more}.`,
    `See npm run content -- stale ${translation.file}, translate, then run: ${record}. Was it a typo? npm run content -- typo ${source.file}`,
  );
}

/** “1 block”, “3 blocks”. */
export function countBlocks(count: number): string {
  return count === 1 ? "1 block" : `${count} blocks`;
}

const WORDS: Record<BlockChange["change"], string> = {
  changed: "has changed",
  added: "is new",
  removed: "follows a block that is gone",
};

interface Pages {
  record: TranslationRecord;
  before: readonly string[];
  source: readonly PageBlock[];
  translation: readonly PageBlock[];
  /** The line of the source that follows the gap. */
  lineAfter: number;
  /** The recorded block before the gap. */
  behind: number | null;
}

/** Pairs what went with what came between two blocks that stayed. */
function changesIn(gap: readonly Step[], pages: Pages): BlockChange[] {
  const removed = gap.flatMap((step) => (step.kind === "removed" ? [step.before] : []));
  const added = gap.flatMap((step) => (step.kind === "added" ? [step.now] : []));
  const alone = removed.length === 1 && added.length === 1;
  const changes: BlockChange[] = [];
  let last = pages.behind;
  const gone = (index: number) => {
    const before = pages.before[index] ?? "";
    last = index;
    changes.push({
      change: "removed",
      before,
      now: null,
      words: diffWords(before, ""),
      sourceLine: pages.source[added[0] ?? -1]?.place.line ?? pages.lineAfter,
      line: lineOf(index, pages),
    });
  };
  for (const index of added) {
    const block = pages.source[index];
    if (!block) continue;
    const at = removed.findIndex((old) => {
      const sameScope = pages.record.blocks[old]?.[0] === block.scope;
      return (alone && sameScope) || likeness(pages.before[old] ?? "", block.text) >= SAME_BLOCK;
    });
    for (const old of removed.splice(0, Math.max(at, 0))) gone(old);
    const old = at < 0 ? undefined : removed.shift();
    const before = old === undefined ? null : (pages.before[old] ?? "");
    last = old ?? last;
    changes.push({
      change: before === null ? "added" : "changed",
      before,
      now: block.text,
      words: diffWords(before ?? "", block.text),
      sourceLine: block.place.line,
      line: last === null ? (pages.translation[0]?.place.line ?? 1) : lineOf(last, pages),
    });
  }
  for (const old of removed) gone(old);
  return changes;
}

/** The line of the translation's block that stands for a recorded one: the same place in the same part of the page. */
function lineOf(index: number, { record, translation }: Pages): number {
  const scope = record.blocks[index]?.[0];
  const place = record.blocks.slice(0, index).filter(([one]) => one === scope).length;
  const own = translation.filter((block) => block.scope === scope);
  return own[Math.min(place, own.length - 1)]?.place.line ?? 1;
}
