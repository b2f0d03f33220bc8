import type { MarkdownPoint } from "#app/activities/markdown-node.ts";
import type { Language } from "#app/domain/language.ts";
import { type Passage, placeIn } from "./passages.ts";
import type { ContentProblem } from "./problem.ts";
import { type Quantity, quantitiesIn } from "./quantities.ts";
import type { Page } from "./read-page.ts";

type PageWords = Pick<Page, "file" | "language" | "passages" | "sections">;

/**
 * Compares the numbers and dates of a translation with those of the page that it translates, passage by passage, in whatever order
 * the sentence puts them. Where a part of the page has other passages in the two languages, the whole part is compared,
 * and a warning says so. Parts that only one of the pages has are left to the other rules.
 */
export function checkParityNumbers(source: PageWords, translation: PageWords): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const sameSections = source.sections.length === translation.sections.length;
  const [ours, theirs] = [partsOf(translation.passages), partsOf(source.passages)];
  for (const [part, here] of ours) {
    const there = theirs.get(part);
    if (!there || (!sameSections && /^s\d+$/.test(part))) continue;
    const add = (severity: ContentProblem["severity"], code: string, at: MarkdownPoint, message: string, fix: string) =>
      problems.push({ file: translation.file, line: at.line, column: at.column, severity, code, message, fix });
    const alike = here.length === there.length && here.every(({ kind }, index) => kind === there[index]?.kind);
    // How many parts an activity has is compared by itself.
    if (!alike && here[0] && there[0] && /^s\d+$/.test(part)) {
      add(
        "warning",
        "parity-passages",
        here[0].place,
        `This part has ${passages(here)} here and ${passages(there)} at ${source.file}:${there[0].place.line}.`,
        "Divide the text into the same paragraphs, items and cells in every language.",
      );
    }
    const pairs = alike ? here.map((one, index) => [[one], there.slice(index, index + 1)]) : [[here, there]];
    for (const [mine = [], original = []] of pairs) {
      const difference = differenceOf(mine, translation.language, original, source.language);
      const [first, other] = [mine[0], original[0]];
      if (!difference || !first || !other) continue;
      const line = difference.there[0]?.line ?? other.place.line;
      add(
        "error",
        "parity-numbers",
        difference.here[0] ?? first.place,
        `The numbers of this ${alike ? first.kind : "part"} differ from ${source.file}:${line}: ${listed(difference.here, "here")}, ${listed(difference.there, "there")}.`,
        "Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
      );
    }
  }
  return problems;
}

interface Placed extends Quantity {
  line: number;
  column: number;
}

/** The numbers that only one side has; null when both have the same. */
function differenceOf(
  here: readonly Passage[],
  hereIn: Language,
  there: readonly Passage[],
  thereIn: Language,
): { here: Placed[]; there: Placed[] } | null {
  const [left, right] = [placed(here, hereIn), placed(there, thereIn)];
  const strike = (same: (one: Quantity, other: Quantity) => boolean) => {
    for (const one of [...left]) {
      const at = right.findIndex((other) => same(one, other));
      if (at < 0) continue;
      right.splice(at, 1);
      left.splice(left.indexOf(one), 1);
    }
  };
  strike((one, other) => one.value === other.value);
  strike((one, other) => one.also === other.value || one.value === other.also);
  const only = { here: left.filter(({ ordinal }) => !ordinal), there: right.filter(({ ordinal }) => !ordinal) };
  return only.here.length + only.there.length > 0 ? only : null;
}

/** A passage is compared with two translations, and by an editor after each edit of another page: its numbers are found once. */
const found = new WeakMap<Passage, Placed[]>();

function placed(passages: readonly Passage[], language: Language): Placed[] {
  return passages.flatMap((passage) => {
    const known =
      found.get(passage) ??
      quantitiesIn(passage.text, language).map((one) => ({ ...one, ...placeIn(passage, one.from) }));
    found.set(passage, known);
    return known;
  });
}

function partsOf(passages: readonly Passage[]): Map<string, Passage[]> {
  const parts = new Map<string, Passage[]>();
  for (const passage of passages) parts.set(passage.part, [...(parts.get(passage.part) ?? []), passage]);
  return parts;
}

function listed(numbers: readonly Quantity[], where: string): string {
  const words = numbers.map(({ written }) => `“${written}”`).join(", ");
  return `${words === "" ? "none" : words} ${where}`;
}

function passages(list: readonly Passage[]): string {
  return `${list.length} passage${list.length === 1 ? "" : "s"}`;
}
