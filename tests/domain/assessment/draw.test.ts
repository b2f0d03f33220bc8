import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { drawExam, drawQuiz } from "#app/domain/assessment/draw.ts";
import type { PoolItem } from "#app/domain/assessment/rules.ts";

/** 24 items about four outcomes. */
function poolOf(moduleId: string, size = 24): PoolItem[] {
  return Array.from({ length: size }, (_, index) => ({
    id: `${moduleId}-${String(index + 1).padStart(2, "0")}`,
    moduleId,
    outcome: `${moduleId}.o${1 + (index % 4)}`,
  }));
}
const rankOf = (attempt: number) => (text: string) => createHash("sha256").update(`${attempt}|${text}`).digest("hex");
const MODULES = Array.from({ length: 10 }, (_, index) => `m${index + 1}`);
const ALL = MODULES.flatMap((id) => poolOf(id));
const NONE: ReadonlySet<string> = new Set();
const itemsOf = (ids: readonly string[]) => ids.map((id) => ALL.find((item) => item.id === id));

test("a quiz has six items of its module and two of earlier ones, each once, in a thousand attempts", () => {
  const given = { pool: poolOf("m3"), earlier: [...poolOf("m1"), ...poolOf("m2")], seen: NONE };
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const drawn = drawQuiz({ items: 8, returning: 2 }, given, rankOf(attempt));
    expect(new Set(drawn).size).toBe(8);
    const own = itemsOf(drawn).filter((item) => item?.moduleId === "m3");
    expect(own).toHaveLength(6);
    expect(new Set(own.map((item) => item?.outcome)).size).toBe(4);
  }
});

test("the first module's quiz has nothing to return to, and draws all from its own pool", () => {
  const drawn = drawQuiz({ items: 8, returning: 2 }, { pool: poolOf("m1"), earlier: [], seen: NONE }, rankOf(1));
  expect(drawn).toHaveLength(8);
  expect(itemsOf(drawn).every((item) => item?.moduleId === "m1")).toBe(true);
});

test("an exam has four items of each of ten modules, about at least three outcomes of each", () => {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const drawn = drawExam({ items: 40 }, { pool: ALL, seen: NONE }, rankOf(attempt));
    expect(new Set(drawn).size).toBe(40);
    for (const moduleId of MODULES) {
      const own = itemsOf(drawn).filter((item) => item?.moduleId === moduleId);
      expect(own).toHaveLength(4);
      expect(new Set(own.map((item) => item?.outcome)).size).toBeGreaterThanOrEqual(3);
    }
  }
});

test("what does not share out evenly is shared out by the attempt, and the number is kept", () => {
  const counts = new Map<string, number>();
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const drawn = drawExam({ items: 43 }, { pool: ALL, seen: NONE }, rankOf(attempt));
    expect(drawn).toHaveLength(43);
    for (const moduleId of MODULES) {
      if (itemsOf(drawn).filter((item) => item?.moduleId === moduleId).length === 5)
        counts.set(moduleId, (counts.get(moduleId) ?? 0) + 1);
    }
  }
  expect(counts.size).toBe(10);
});

test("a second attempt asks what the first did not, about the same outcomes", () => {
  const first = drawExam({ items: 40 }, { pool: ALL, seen: NONE }, rankOf(1));
  const second = drawExam({ items: 40 }, { pool: ALL, seen: new Set(first) }, rankOf(2));
  expect(second.filter((id) => first.includes(id))).toEqual([]);
  const outcomes = (ids: readonly string[]) =>
    itemsOf(ids)
      .map((item) => item?.outcome)
      .sort();
  expect(outcomes(second)).toEqual(outcomes(first));
});

test("when everything was met before, items return rather than that the attempt is short", () => {
  const given = { pool: poolOf("m1", 8), earlier: [], seen: new Set(poolOf("m1", 8).map(({ id }) => id)) };
  expect(drawQuiz({ items: 8, returning: 0 }, given, rankOf(1))).toHaveLength(8);
});

test("the draw is the attempt's own: the same rank draws the same, another draws something else", () => {
  const draw = (attempt: number) => drawExam({ items: 40 }, { pool: ALL, seen: NONE }, rankOf(attempt));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test("where an item stands in the file says nothing about whether it is drawn", () => {
  const times = new Map<string, number>();
  for (let attempt = 0; attempt < 2000; attempt += 1) {
    for (const id of drawQuiz(
      { items: 8, returning: 0 },
      { pool: poolOf("m1"), earlier: [], seen: NONE },
      rankOf(attempt),
    ))
      times.set(id, (times.get(id) ?? 0) + 1);
  }
  // A third of 2,000 attempts each, give or take what chance does.
  for (const { id } of poolOf("m1")) expect(Math.abs((times.get(id) ?? 0) - 2000 / 3), id).toBeLessThan(100);
});
