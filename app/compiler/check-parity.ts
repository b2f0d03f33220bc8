import { findDefinition } from "#app/activities/definitions.ts";
import type { MarkdownPoint } from "#app/activities/markdown-node.ts";
import type { ContentProblem } from "./problem.ts";
import type { Page, PageActivity, PageExhibit } from "./read-page.ts";

/**
 * Compares a translation with the page that it translates: the same activities in the same order, with the same parts and keys, the
 * same citations and sheets in the same order, the same number of sections. Answers and places hang on these.
 */
export function checkParity(source: Page, translation: Page): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const add = (code: string, place: MarkdownPoint, message: string, fix: string) => {
    problems.push({
      file: translation.file,
      line: place.line,
      column: place.column,
      severity: "error",
      code,
      message,
      fix,
    });
  };
  const there = (place: MarkdownPoint) => `${source.file}:${place.line}`;
  const start = { line: 1, column: 1 };

  if (source.sections.length !== translation.sections.length) {
    const last = source.sections.at(-1)?.place ?? start;
    add(
      "parity-sections",
      translation.sections.at(-1)?.place ?? start,
      `The number of sections (##) is ${translation.sections.length} here and ${source.sections.length} at ${there(last)}.`,
      "Give both the same sections in the same order.",
    );
  }

  for (const { one, many, code } of PIECES) {
    const [ours, theirs]: [Piece[], Piece[]] = [translation[many], source[many]];
    const at = firstDifference(ours, theirs, ({ id }) => id);
    if (at !== null) {
      const [here, other] = [ours[at], theirs[at]];
      add(
        code,
        here?.place ?? ours.at(-1)?.place ?? start,
        `${name(here)} stands here as ${one} ${at + 1}; at ${there(other?.place ?? theirs.at(-1)?.place ?? start)} it is ${name(other)}.`,
        `Give both pages the same ${many} with the same ids in the same order.`,
      );
      continue;
    }
    for (const [index, piece] of ours.entries()) {
      const other = theirs[index];
      if (other) comparePieces(piece, other, there(other.place), add);
    }
  }

  const recalled = firstDifference(translation.recalls, source.recalls, ({ of }) => of);
  if (recalled !== null) {
    const [here, other] = [translation.recalls[recalled], source.recalls[recalled]];
    const words = (recall: typeof here) => (recall ? `"${recall.of}"` : "none");
    add(
      "parity-recalls",
      here?.place ?? translation.recalls.at(-1)?.place ?? start,
      `<Recall> ${recalled + 1} is of ${words(here)} here and of ${words(other)} at ${there(other?.place ?? source.recalls.at(-1)?.place ?? start)}.`,
      "Recall the same notes in the same order in every language.",
    );
  }

  const cited = firstDifference(translation.citations, source.citations, (cite) => JSON.stringify([cite.id, cite.at]));
  if (cited !== null) {
    const [here, other] = [translation.citations[cited], source.citations[cited]];
    const words = (cite: typeof here) => (cite ? `"${cite.id}", ${cite.at}` : "none");
    add(
      "parity-citations",
      here?.place ?? translation.citations.at(-1)?.place ?? start,
      `Citation ${cited + 1} is ${words(here)} here and ${words(other)} at ${there(other?.place ?? source.citations.at(-1)?.place ?? start)}.`,
      "Cite the same places in the same order in every language.",
    );
  }

  const named = firstDifference(translation.aids, source.aids, ({ id }) => id);
  if (named !== null) {
    const [here, other] = [translation.aids[named], source.aids[named]];
    const words = (aid: typeof here) => (aid ? `"${aid.id}"` : "none");
    add(
      "parity-aids",
      here?.place ?? translation.aids.at(-1)?.place ?? start,
      `Aid ${named + 1} is ${words(here)} here and ${words(other)} at ${there(other?.place ?? source.aids.at(-1)?.place ?? start)}.`,
      "Lead to the same aids in the same order in every language.",
    );
  }
  return problems;
}

type Piece = PageActivity | PageExhibit;

const PIECES = [
  { one: "activity", many: "activities", code: "parity-activities" },
  { one: "exhibit", many: "exhibits", code: "parity-exhibits" },
] as const;

function comparePieces(
  here: Piece,
  other: Piece,
  there: string,
  add: (code: string, place: MarkdownPoint, message: string, fix: string) => void,
): void {
  if ("outcome" in here && "outcome" in other && here.outcome !== other.outcome) {
    add(
      "parity-outcome",
      here.place,
      `"${here.id}" has another outcome here than at ${there}.`,
      `Write outcome="${other.outcome}".`,
    );
  }
  const difference = differenceOf(here, other);
  if (difference)
    add(difference.code, here.place, `"${here.id}" has ${difference.what} here than at ${there}.`, difference.fix);
}

/** The first thing in which two languages of an activity differ; the others may follow from it. */
function differenceOf(here: Piece, other: Piece): { code: string; what: string; fix: string } | null {
  if (here.tag !== other.tag) return { code: "parity-kind", what: "another tag", fix: `Write <${other.tag}>.` };
  if (!here.draft || !other.draft) return null;
  const [kind, otherKind] = [here.draft.public.kind, other.draft.public.kind];
  if (kind !== otherKind) {
    return {
      code: "parity-kind",
      what: `another kind (${kind}, not ${otherKind})`,
      fix: "Mark the same options as right.",
    };
  }
  for (const [part, count] of Object.entries(other.draft.parts)) {
    const own = here.draft.parts[part] ?? 0;
    if (own === count) continue;
    const what = `another number of ${part} (${own}, not ${count})`;
    return { code: "parity-parts", what, fix: "Give both the same, in the same order." };
  }
  if (JSON.stringify(here.draft.key) !== JSON.stringify(other.draft.key)) {
    if (kind === "scenario") {
      return {
        code: "parity-ways",
        what: "other ways on, or other effects,",
        fix: "Keep the order of scenes and choices; let each lead to the same scene, with the same effects.",
      };
    }
    return findDefinition(kind)
      ? {
          code: "parity-key",
          what: "other right answers",
          fix: "Keep the order of options and rows, and the same right answers.",
        }
      : { code: "parity-data", what: "other data", fix: "Keep the order of rows, and the same figures and days." };
  }
  if (isFixed(here.draft.public) !== isFixed(other.draft.public)) {
    return {
      code: "parity-order",
      what: "another rule of order",
      fix: 'Write order="fixed" in every language or in none.',
    };
  }
  if (asksConfidence(here.draft.public) !== asksConfidence(other.draft.public)) {
    return {
      code: "parity-confidence",
      what: "another rule of confidence",
      fix: 'Write confidence="ask" in every language or in none.',
    };
  }
  return null;
}

function isFixed(activity: object): boolean {
  return "fixed" in activity && activity.fixed === true;
}

function asksConfidence(activity: object): boolean {
  return "confidence" in activity && activity.confidence === true;
}

function firstDifference<Item>(
  ours: readonly Item[],
  theirs: readonly Item[],
  idOf: (item: Item) => string,
): number | null {
  const length = Math.max(ours.length, theirs.length);
  for (let index = 0; index < length; index += 1) {
    const [here, other] = [ours[index], theirs[index]];
    if (here === undefined || other === undefined || idOf(here) !== idOf(other)) return index;
  }
  return null;
}

function name(piece: Piece | undefined): string {
  return piece ? `"${piece.id}"` : "nothing";
}
