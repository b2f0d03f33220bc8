import type { AnswerColumns, ItemFacts } from "./answer-columns.ts";
import { correlationInterval, type Interval, shareInterval } from "./intervals.ts";
import { type Dif, mantelHaenszel, type Stratum } from "./mantel-haenszel.ts";

/** Under so many answers nothing is said: it would be chance, and it could be about somebody. */
export const LEAST_ANSWERS = 30;

/** Levels of equal size in which people of two languages are compared. */
const LEVELS = 10;

/**
 * People who answered fewer are not compared: how they did on the whole would rest on too little, and a language whose learners know less would
 * make its items look harder.
 */
const LEAST_TO_COMPARE = 20;

/** A share or a correlation with the interval that holds the true one in 95 of 100 samples. */
export interface Estimate extends Interval {
  value: number;
}

export interface ItemGroup {
  answers: number;
  /** Mean score, 0…1: the higher, the easier. */
  facility: Estimate;
  /**
   * How well the item tells those who know from those who do not: the correlation of its score with the mean score of the other items of the
   * attempt (corrected point-biserial), −1…1. Null where all scored alike.
   */
  discrimination: Estimate | null;
  /** Share of those who answered nothing, 0…1. */
  omissions: number;
  /** Half of the answers took less; null where nobody knows. */
  medianSeconds: number | null;
  /** How often each option was chosen, 0…1, in the order of the item. */
  options: (Estimate & { id: string; right: boolean })[];
}

export type ItemFlag =
  | { kind: "too-easy" }
  | { kind: "too-hard" }
  | { kind: "negative-discrimination" }
  /** Hardly anybody who erred fell for it. */
  | { kind: "dead-distractor"; option: string }
  /** Much harder in this language than for people of another who did equally well on the whole. */
  | { kind: "harder-in-language"; language: number };

export interface ItemReport {
  item: ItemFacts;
  /** Null under 30 answers, as everywhere below. */
  all: ItemGroup | null;
  byLanguage: (ItemGroup | null)[];
  /** Each language compared with the one that has the most answers; null for that one, and where it cannot be compared. */
  dif: (Dif | null)[];
  flags: ItemFlag[];
}

/**
 * What answers say about items. A flag is raised only where its interval lies wholly beyond the limit, so that of 100 sound items at the limit
 * not more than three are flagged by chance (five for a language); sound items away from it hardly ever are.
 * @param columns answers of attempts that were handed in
 * @param items by their number in the columns
 * @param languages how many there are
 */
export function itemReports(columns: AnswerColumns, items: readonly ItemFacts[], languages: number): ItemReport[] {
  const rests = restsOf(columns);
  const levels = levelsOf(columns);
  const groups = items.map((item) => Array.from({ length: languages + 1 }, () => newTally(item)));
  const strata = new Int32Array(items.length * languages * LEVELS * 2);
  const { person, item, language, score, omitted, chosen, seconds } = columns;
  for (let row = 0; row < item.length; row += 1) {
    const [number, spoken] = [item[row] ?? 0, language[row] ?? 0];
    const own = groups[number];
    if (!own) continue;
    const [x, y] = [score[row] ?? 0, rests[row] ?? Number.NaN];
    for (const tally of [own[languages], own[spoken]]) {
      if (!tally) continue;
      tally.n += 1;
      tally.sum += x;
      tally.omitted += omitted[row] ?? 0;
      for (let bits = chosen[row] ?? 0, bit = 0; bits !== 0; bits >>>= 1, bit += 1) {
        if ((bits & 1) === 1) tally.chosen[bit] = (tally.chosen[bit] ?? 0) + 1;
      }
      const time = seconds[row] ?? Number.NaN;
      if (!Number.isNaN(time)) tally.seconds.push(time);
      if (Number.isNaN(y)) continue;
      tally.pairs += 1;
      tally.x += x;
      tally.y += y;
      tally.xx += x * x;
      tally.yy += y * y;
      tally.xy += x * y;
    }
    const level = levels[person[row] ?? 0] ?? -1;
    if (level < 0) continue;
    const at = ((number * languages + spoken) * LEVELS + level) * 2 + (x >= 1 ? 0 : 1);
    strata[at] = (strata[at] ?? 0) + 1;
  }
  return items.map((facts, number) => {
    const tallies = groups[number] ?? [];
    const byLanguage = tallies.slice(0, languages).map((tally) => groupOf(tally, facts));
    const whole = tallies[languages];
    const all = whole ? groupOf(whole, facts) : null;
    const counts = tallies.slice(0, languages).map(({ n }) => n);
    const reference = counts.indexOf(Math.max(...counts));
    const dif = byLanguage.map((group, spoken) =>
      spoken === reference || !group || !byLanguage[reference]
        ? null
        : mantelHaenszel(strataOf(strata, number, languages, reference, spoken)),
    );
    return { item: facts, all, byLanguage, dif, flags: flagsOf(all, whole, dif, reference, facts) };
  });
}

interface Tally {
  n: number;
  sum: number;
  omitted: number;
  chosen: number[];
  seconds: number[];
  pairs: number;
  x: number;
  y: number;
  xx: number;
  yy: number;
  xy: number;
}

function newTally({ options }: ItemFacts): Tally {
  const nothing = { n: 0, sum: 0, omitted: 0, pairs: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
  return { ...nothing, chosen: options.map(() => 0), seconds: [] };
}

/** For each answer the mean score of the other items of its attempt; NaN where it is the only one. */
function restsOf({ attempt, score }: AnswerColumns): Float64Array {
  const { sums, counts } = totalsOf(attempt, score);
  const rests = new Float64Array(score.length);
  for (let row = 0; row < score.length; row += 1) {
    const own = attempt[row] ?? 0;
    const others = (counts[own] ?? 0) - 1;
    rests[row] = others < 1 ? Number.NaN : ((sums[own] ?? 0) - (score[row] ?? 0)) / others;
  }
  return rests;
}

/** For each person how they did among all: 0 for the lowest tenth to 9 for the highest, equal means sharing a level; −1 where it is unsaid. */
function levelsOf({ person, score }: AnswerColumns): Int8Array {
  const { sums, counts } = totalsOf(person, score);
  const means = sums.map((sum, index) =>
    (counts[index] ?? 0) < LEAST_TO_COMPARE ? Number.NaN : sum / (counts[index] ?? 1),
  );
  const sorted = means.filter((mean) => !Number.isNaN(mean)).sort();
  const bounds = Array.from(
    { length: LEVELS - 1 },
    (_, index) => sorted[Math.floor(((index + 1) * sorted.length) / LEVELS)] ?? 0,
  );
  return Int8Array.from(means, (mean) => (Number.isNaN(mean) ? -1 : bounds.filter((bound) => mean >= bound).length));
}

/** Sum and number of the scores of each owner: attempt or person. */
function totalsOf(owner: Int32Array, score: Float32Array): { sums: Float64Array; counts: Int32Array } {
  let owners = 0;
  for (const number of owner) if (number >= owners) owners = number + 1;
  const [sums, counts] = [new Float64Array(owners), new Int32Array(owners)];
  for (let row = 0; row < owner.length; row += 1) {
    const own = owner[row] ?? 0;
    sums[own] = (sums[own] ?? 0) + (score[row] ?? 0);
    counts[own] = (counts[own] ?? 0) + 1;
  }
  return { sums, counts };
}

function groupOf(tally: Tally, { options, right }: ItemFacts): ItemGroup | null {
  const { n, sum, omitted, chosen } = tally;
  if (n < LEAST_ANSWERS) return null;
  return {
    answers: n,
    facility: { value: sum / n, ...shareInterval(sum, n) },
    discrimination: discriminationOf(tally),
    omissions: omitted / n,
    medianSeconds: medianOf(tally.seconds),
    options: options.map((id, bit) => {
      const times = chosen[bit] ?? 0;
      return { id, right: right.includes(id), value: times / n, ...shareInterval(times, n) };
    }),
  };
}

function discriminationOf({ pairs, x, y, xx, yy, xy }: Tally): Estimate | null {
  const [spreadX, spreadY] = [xx - (x * x) / pairs, yy - (y * y) / pairs];
  // What rounding leaves of nothing is no spread.
  if (pairs < LEAST_ANSWERS || spreadX < 1e-9 || spreadY < 1e-9) return null;
  const value = (xy - (x * y) / pairs) / Math.sqrt(spreadX * spreadY);
  return { value, ...correlationInterval(value, pairs) };
}

function medianOf(values: number[]): number | null {
  if (values.length < LEAST_ANSWERS) return null;
  const sorted = Float64Array.from(values).sort();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function strataOf(strata: Int32Array, item: number, languages: number, reference: number, focal: number): Stratum[] {
  const at = (language: number, level: number, wrong: 0 | 1) =>
    strata[((item * languages + language) * LEVELS + level) * 2 + wrong] ?? 0;
  return Array.from({ length: LEVELS }, (_, level) => ({
    referenceRight: at(reference, level, 0),
    referenceWrong: at(reference, level, 1),
    focalRight: at(focal, level, 0),
    focalWrong: at(focal, level, 1),
  }));
}

/** Limits: facility as the course's quality rule has it, 30 % and 95 %. */
function flagsOf(
  all: ItemGroup | null,
  tally: Tally | undefined,
  dif: readonly (Dif | null)[],
  reference: number,
  { options, right }: ItemFacts,
): ItemFlag[] {
  if (!all || !tally) return [];
  const flags: ItemFlag[] = [];
  if (all.facility.from > 0.95) flags.push({ kind: "too-easy" });
  if (all.facility.to < 0.3) flags.push({ kind: "too-hard" });
  if (all.discrimination && all.discrimination.to < 0) flags.push({ kind: "negative-discrimination" });
  const wrong = options.map((id, bit) => (right.includes(id) ? 0 : (tally.chosen[bit] ?? 0)));
  const errors = wrong.reduce((sum, times) => sum + times, 0);
  for (const [bit, option] of options.entries()) {
    if (right.includes(option) || errors < LEAST_ANSWERS) continue;
    // Of three distractors each would be chosen by a third of those who err; of one, by all.
    if (shareInterval(wrong[bit] ?? 0, errors).to < 0.1) flags.push({ kind: "dead-distractor", option });
  }
  const strong = dif.map((one) => (one?.class === "C" ? one.delta : 0));
  for (const [language, delta] of strong.entries()) {
    if (delta < 0) flags.push({ kind: "harder-in-language", language });
  }
  // Easier in another language is harder in the one that all are compared with.
  if (strong.some((delta) => delta > 0)) flags.push({ kind: "harder-in-language", language: reference });
  return flags;
}
