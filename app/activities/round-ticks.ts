/** Scales and their marks, for exhibits that draw figures. */

const STEPS = [1, 2, 5, 10];

/**
 * Marks of a scale that begins at zero: a round step (1, 2 or 5 and zeros), the last mark at or above the greatest value.
 * @param greatest 0 and more, finite
 * @param most how many steps at most, 2 and more
 * @returns ascending, from 0; at least two
 */
export function roundTicks(greatest: number, most: number): number[] {
  if (greatest <= 0) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(greatest / most));
  const step = STEPS.map((one) => one * power).find((one) => Math.ceil(tidy(greatest / one)) <= most) ?? 10 * power;
  const count = Math.ceil(tidy(greatest / step));
  return Array.from({ length: count + 1 }, (_, index) => tidy(index * step));
}

/**
 * Marks of a scale of years: whole years, round steps, the first at or before the earliest moment and the last at or after the latest.
 * @param earliest years, with a fraction for the part of the year
 * @param most how many steps at most
 * @returns ascending; at least two
 */
export function yearTicks(earliest: number, latest: number, most: number): number[] {
  for (let power = 1; ; power *= 10) {
    for (const step of STEPS.slice(0, 3).map((one) => one * power)) {
      const from = Math.floor(earliest / step) * step;
      const to = Math.max(Math.ceil(latest / step) * step, from + step);
      const count = Math.round((to - from) / step);
      if (count <= most) return Array.from({ length: count + 1 }, (_, index) => from + index * step);
    }
  }
}

/** Where a value stands: `from` and `to` of the domain become `start` and `end`. */
export function placed(value: number, from: number, to: number, start: number, end: number): number {
  return start + ((value - from) / (to - from)) * (end - start);
}

/** Without the last digits that binary fractions leave behind. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
