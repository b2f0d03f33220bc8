import { expect, test } from "vitest";
import { verdictOf } from "#app/domain/assessment/verdict.ts";

const EXAM = { passPercent: 70, modulePassPercent: { m7: 50, m8: 50 } };

/** Ten modules of four items; `right` says how many of each are right, four where nothing is said. */
function examWith(right: Record<string, number>) {
  return Array.from({ length: 10 }, (_, index) => `m${index + 1}`).flatMap((moduleId) =>
    Array.from({ length: 4 }, (_, place) => ({ moduleId, score: place < (right[moduleId] ?? 4) ? 1 : 0 })),
  );
}

test.each([
  { right: {}, passed: true, score: 1000 },
  { right: { m7: 2, m8: 2 }, passed: true, score: 900 },
  { right: { m7: 1 }, passed: false, score: 925 },
  { right: { m8: 1 }, passed: false, score: 925 },
  { right: { m1: 0, m2: 0, m3: 0 }, passed: true, score: 700 },
  { right: { m1: 0, m2: 0, m3: 0, m4: 3 }, passed: false, score: 675 },
])("with $right right answers the exam has $score thousandths, passed: $passed", ({ right, passed, score }) => {
  expect(verdictOf(EXAM, examWith(right as Record<string, number>))).toMatchObject({ scorePermille: score, passed });
});

test("each module is told with what it needed", () => {
  const { modules } = verdictOf(EXAM, examWith({ m7: 1 }));
  expect(modules.find(({ moduleId }) => moduleId === "m7")).toEqual({
    moduleId: "m7",
    scorePermille: 250,
    neededPercent: 50,
  });
  expect(modules.find(({ moduleId }) => moduleId === "m1")).toEqual({
    moduleId: "m1",
    scorePermille: 1000,
    neededPercent: null,
  });
});

test("69.99 % is not 70 %, and three thirds are a whole", () => {
  const items = Array.from({ length: 10_000 }, (_, index) => ({ moduleId: "m1", score: index < 6999 ? 1 : 0 }));
  expect(verdictOf({ passPercent: 70, modulePassPercent: {} }, items)).toMatchObject({
    scorePermille: 699,
    passed: false,
  });
  const thirds = [1 / 3, 1 / 3, 1 / 3].map((score) => ({ moduleId: "m1", score }));
  expect(verdictOf({ passPercent: 33, modulePassPercent: { m1: 33 } }, thirds).passed).toBe(true);
});

test("nothing asked, and a module with a mark that was not asked about, are not passed", () => {
  expect(verdictOf({ passPercent: 1, modulePassPercent: {} }, []).passed).toBe(false);
  const others = examWith({}).filter(({ moduleId }) => moduleId !== "m8");
  expect(verdictOf(EXAM, others).passed).toBe(false);
});

test("no answer makes a result worse", () => {
  for (let wrong = 0; wrong < 40; wrong += 1) {
    const items = examWith({}).map((item, index) => (index < wrong ? { ...item, score: 0 } : item));
    const better = items.map((item, index) => (index === wrong - 1 ? { ...item, score: 1 } : item));
    expect(verdictOf(EXAM, better).scorePermille).toBeGreaterThanOrEqual(verdictOf(EXAM, items).scorePermille);
    if (verdictOf(EXAM, items).passed) expect(verdictOf(EXAM, better).passed).toBe(true);
  }
});
