import { expect, test } from "vitest";
import { correlationInterval, shareInterval } from "#app/domain/item-statistics/intervals.ts";

// Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3.
test.each([
  { sum: 81, n: 263, from: 0.2553, to: 0.3662 },
  { sum: 15, n: 148, from: 0.0624, to: 0.1605 },
  { sum: 0, n: 20, from: 0, to: 0.1611 },
  { sum: 1, n: 29, from: 0.0061, to: 0.1718 },
])("the interval of $sum of $n is the published one", ({ sum, n, from, to }) => {
  const interval = shareInterval(sum, n);
  expect(interval.from).toBeCloseTo(from, 4);
  expect(interval.to).toBeCloseTo(to, 4);
});

test("a share of all has an interval that ends at 1", () => {
  const { from, to } = shareInterval(20, 20);
  expect(from).toBeCloseTo(1 - 0.1611, 4);
  expect(to).toBe(1);
});

test("the interval of a correlation lies around it, and is narrower the more pairs there are", () => {
  // tanh(atanh(0.5) ± 1.959964 ÷ √(28 − 3)) = tanh(0.549306 ± 0.391993)
  const few = correlationInterval(0.5, 28);
  expect(few.from).toBeCloseTo(0.156, 3);
  expect(few.to).toBeCloseTo(0.736, 3);
  const many = correlationInterval(0.5, 2800);
  expect(many.from).toBeGreaterThan(few.from);
  expect(many.to).toBeLessThan(few.to);
  expect(Number.isFinite(correlationInterval(1, 30).from)).toBe(true);
});
