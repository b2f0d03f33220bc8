/** Intervals that hold the true value in 95 of 100 samples. */

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959964;

export interface Interval {
  from: number;
  to: number;
}

/**
 * Wilson's score interval of a share (Wilson 1927; method 3 of Newcombe 1998). For scores between 0 and 1 that may be partial it is on the
 * safe side: their variance is at most that of right and wrong answers with the same mean.
 * @param sum of the scores, 0…n
 * @param n how many there are, at least 1
 * @returns the interval, inside 0…1
 */
export function shareInterval(sum: number, n: number): Interval {
  const share = sum / n;
  const squared = Z * Z;
  const middle = share + squared / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + squared / (4 * n * n));
  const scale = 1 + squared / n;
  return { from: Math.max(0, (middle - half) / scale), to: Math.min(1, (middle + half) / scale) };
}

/**
 * The interval of a correlation by Fisher's z transformation (Fisher 1921).
 * @param r −1…1
 * @param n pairs, at least 4
 */
export function correlationInterval(r: number, n: number): Interval {
  // A perfect correlation has no finite z; nothing that is measured here is one.
  const bounded = Math.max(-0.999999, Math.min(0.999999, r));
  const half = Z / Math.sqrt(n - 3);
  return { from: Math.tanh(Math.atanh(bounded) - half), to: Math.tanh(Math.atanh(bounded) + half) };
}
