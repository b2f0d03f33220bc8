/**
 * Differential item functioning by Mantel and Haenszel: whether an item is harder for one group than for people of another group who did
 * equally well on the whole. Holland and Thayer 1988; classes as ETS uses them (Zwick, Thayer and Lewis 1999).
 */

/** People of one level: how many of each group answered right and not right. */
export interface Stratum {
  referenceRight: number;
  referenceWrong: number;
  focalRight: number;
  focalWrong: number;
}

/** A: negligible; B: some; C: so much that the item wants looking at. */
export type DifClass = "A" | "B" | "C";

export interface Dif {
  /** The common odds ratio: above 1 the item is easier for the reference group. */
  oddsRatio: number;
  /** Standard error of its logarithm (Robins, Breslow and Greenland 1986). */
  logError: number;
  /** The Mantel–Haenszel statistic with continuity correction, one degree of freedom. */
  chiSquare: number;
  /** ETS delta scale, −2.35 × ln(odds ratio): below 0 the item is harder for the focal group. */
  delta: number;
  class: DifClass;
}

/** Critical value of the chi-squared distribution with one degree of freedom, 5 %. */
const CHI_SQUARE_5 = 3.841459;
/** The 95th percentile of the normal distribution. */
const Z_ONE_SIDED = 1.644854;
const DELTA = -2.35;

/** @returns null where the groups cannot be compared: no level holds right and wrong answers of both */
export function mantelHaenszel(strata: readonly Stratum[]): Dif | null {
  let [right, wrong] = [0, 0];
  let [sumRight, sumMixed, sumWrong] = [0, 0, 0];
  let [observed, expected, variance] = [0, 0, 0];
  for (const { referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d } of strata) {
    const n = a + b + c + d;
    if (a + b === 0 || c + d === 0) continue;
    const [r, s] = [(a * d) / n, (b * c) / n];
    const [p, q] = [(a + d) / n, (b + c) / n];
    right += r;
    wrong += s;
    sumRight += p * r;
    sumMixed += p * s + q * r;
    sumWrong += q * s;
    observed += a;
    expected += ((a + b) * (a + c)) / n;
    if (n > 1) variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
  }
  if (right === 0 || wrong === 0 || variance === 0) return null;
  const oddsRatio = right / wrong;
  const logError = Math.sqrt(
    sumRight / (2 * right * right) + sumMixed / (2 * right * wrong) + sumWrong / (2 * wrong * wrong),
  );
  const chiSquare = Math.max(0, Math.abs(observed - expected) - 0.5) ** 2 / variance;
  const delta = DELTA * Math.log(oddsRatio);
  return { oddsRatio, logError, chiSquare, delta, class: classOf(delta, -DELTA * logError, chiSquare) };
}

/** B wants |delta| ≥ 1 and a difference from 0 that is no chance; C wants |delta| ≥ 1.5 and one from 1 that is none. */
function classOf(delta: number, error: number, chiSquare: number): DifClass {
  const size = Math.abs(delta);
  if (size < 1 || chiSquare <= CHI_SQUARE_5) return "A";
  return size >= 1.5 && (size - 1) / error > Z_ONE_SIDED ? "C" : "B";
}
