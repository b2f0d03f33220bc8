import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { attemptScore, drawItems, isPassed, ranked } from "#app/domain/attempt.ts";

const rankOf = (secret: string) => (text: string) => createHmac("sha256", secret).update(text).digest("hex");
const pool = Array.from({ length: 13 }, (_, index) => ({ id: `q${index}`, outcome: `o${index % 5}` }));

test("a draw has the asked number of different items of the pool", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (secret, count) => {
      const drawn = drawItems(pool, count, rankOf(secret));
      expect(new Set(drawn).size).toBe(Math.min(count, pool.length));
      expect(drawn.every((id) => pool.some((item) => item.id === id))).toBe(true);
    }),
  );
});

test("every outcome is asked about before any is asked about twice", () => {
  fc.assert(
    fc.property(fc.string(), (secret) => {
      const outcomes = drawItems(pool, 8, rankOf(secret)).map((id) => pool.find((item) => item.id === id)?.outcome);
      expect(new Set(outcomes).size).toBe(5);
    }),
  );
});

test("the same attempt draws the same items in the same order, and other attempts draw others", () => {
  const draws = Array.from({ length: 40 }, (_, index) => drawItems(pool, 8, rankOf(String(index))).join());
  expect(drawItems(pool, 8, rankOf("0")).join()).toBe(draws[0]);
  expect(new Set(draws).size).toBeGreaterThan(35);
});

test("over many attempts each item is drawn about as often as the rule allows", () => {
  const counts = new Map<string, number>();
  for (let index = 0; index < 2000; index += 1) {
    for (const id of drawItems(pool, 8, rankOf(`attempt ${index}`))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  for (const { id } of pool) expect((counts.get(id) ?? 0) / 2000).toBeGreaterThan(0.4);
});

test("an order does not depend on the order in which the parts are written", () => {
  expect(ranked(["a", "b", "c", "d"], rankOf("x"))).toEqual(ranked(["d", "c", "b", "a"], rankOf("x")));
});

test.each([
  { name: "all right", scores: [1, 1, 1], expected: 1000 },
  { name: "nothing", scores: [0, 0], expected: 0 },
  { name: "three thirds are a whole", scores: [1 / 3 + 1 / 3 + 1 / 3], expected: 1000 },
  { name: "rounded down, so that 69.9 % is not 70 %", scores: [1, 1, 0.0999], expected: 699 },
  { name: "no item at all", scores: [], expected: 0 },
])("the score of an attempt: $name", ({ scores, expected }) => {
  expect(attemptScore(scores)).toBe(expected);
});

test("a score is always between 0 and 1000 and never above what was earned", () => {
  fc.assert(
    fc.property(fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (scores) => {
      const score = attemptScore(scores);
      const earned = (scores.reduce((sum, one) => sum + one, 0) / scores.length) * 1000;
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(earned + 1e-6);
    }),
  );
});

test("the pass mark is reached at the mark itself", () => {
  expect(isPassed(700, 70)).toBe(true);
  expect(isPassed(699, 70)).toBe(false);
});
