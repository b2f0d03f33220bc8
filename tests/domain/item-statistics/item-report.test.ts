import { expect, test } from "vitest";
import type { AnswerColumns } from "#app/domain/item-statistics/answer-columns.ts";
import { type ItemReport, itemReports } from "#app/domain/item-statistics/item-report.ts";
import { type SimulatedItem, simulate } from "./cohort.ts";

const EVEN = [1, 1, 1] as const;

/** Sixty items of which fifty-four are sound. */
const FAULTY: Record<string, SimulatedItem> = {
  easy: { id: "easy", difficulty: -5, slope: 1, lures: EVEN },
  hard: { id: "hard", difficulty: 2.2, slope: 1, lures: EVEN },
  backwards: { id: "backwards", difficulty: 0, slope: -0.8, lures: EVEN },
  dead: { id: "dead", difficulty: 0, slope: 1, lures: [1, 1, 0.02] },
  russian: { id: "russian", difficulty: 0, slope: 1, lures: EVEN, harderIn: { 1: 1.4 } },
  english: { id: "english", difficulty: 0, slope: 1, lures: EVEN, harderIn: { 0: 1.4 } },
};
const SOUND: SimulatedItem[] = Array.from({ length: 54 }, (_, index) => ({
  id: `sound-${index}`,
  difficulty: -1.5 + (2.2 * index) / 53,
  slope: 0.8 + (index % 5) * 0.15,
  lures: EVEN,
}));
const POOL = [...Object.values(FAULTY), ...SOUND];

function flagsIn(reports: readonly ItemReport[]): Record<string, string[]> {
  return Object.fromEntries(
    reports
      .filter(({ flags }) => flags.length > 0)
      .map(({ item, flags }) => [
        item.id,
        flags.map((flag) =>
          "option" in flag
            ? `${flag.kind} ${flag.option}`
            : "language" in flag
              ? `${flag.kind} ${flag.language}`
              : flag.kind,
        ),
      ]),
  );
}

test("in a cohort of 2,000 every planted fault is found, and none is invented", () => {
  const { columns, facts } = simulate(POOL, { people: 2000, drawn: 40, gap: 0.3, seed: 7 });
  expect(flagsIn(itemReports(columns, facts, 3))).toEqual({
    easy: ["too-easy"],
    hard: ["too-hard"],
    backwards: ["negative-discrimination"],
    dead: ["dead-distractor d"],
    russian: ["harder-in-language 1"],
    english: ["harder-in-language 0"],
  });
});

test("over twenty cohorts sound items are flagged in fewer than one of a hundred cases", () => {
  let flagged = 0;
  for (let seed = 1; seed <= 20; seed += 1) {
    const { columns, facts } = simulate(SOUND, { people: 2000, drawn: 30, gap: 0.3, seed });
    flagged += itemReports(columns, facts, 3).filter(({ flags }) => flags.length > 0).length;
  }
  expect(flagged / (20 * SOUND.length)).toBeLessThan(0.01);
});

test("items at the very limit are flagged in at most five of a hundred cases", () => {
  // With knowledge spread normally, a slope of 1 and this difficulty, 30 % answer right.
  const limit = Array.from({ length: 40 }, (_, index) => ({
    id: `i${index}`,
    difficulty: 1.02,
    slope: 1,
    lures: EVEN,
  }));
  let flagged = 0;
  for (let seed = 1; seed <= 25; seed += 1) {
    const { columns, facts } = simulate(limit, { people: 400, drawn: 20, gap: 0, seed });
    const reports = itemReports(columns, facts, 3);
    flagged += reports.filter(({ flags }) => flags.some(({ kind }) => kind === "too-hard")).length;
  }
  expect(flagged / (25 * limit.length)).toBeLessThanOrEqual(0.05);
});

test("short quizzes and a gap between languages invent no item that is harder in one", () => {
  let flagged = 0;
  for (let seed = 1; seed <= 10; seed += 1) {
    const { columns, facts } = simulate(SOUND, { people: 2000, drawn: 8, attempts: 5, gap: 0.6, seed });
    const reports = itemReports(columns, facts, 3);
    flagged += reports.filter(({ flags }) => flags.some(({ kind }) => kind === "harder-in-language")).length;
  }
  expect(flagged / (10 * SOUND.length)).toBeLessThan(0.01);
});

test("who answered fewer than twenty questions is compared with nobody", () => {
  const { columns, facts } = simulate(POOL, { people: 2000, drawn: 19, gap: 0.6, seed: 1 });
  expect(itemReports(columns, facts, 3).flatMap(({ dif }) => dif.filter(Boolean))).toEqual([]);
});

/** Two items, answered by everybody. */
function columnsOf(
  answers: readonly { first: number; second: number; language?: number; chosen?: number }[],
): AnswerColumns {
  const both = answers.flatMap((one, attempt) => [
    { attempt, item: 0, score: one.first, chosen: one.chosen ?? 0, language: one.language ?? 0 },
    { attempt, item: 1, score: one.second, chosen: 0, language: one.language ?? 0 },
  ]);
  return {
    person: Int32Array.from(both, ({ attempt }) => attempt),
    attempt: Int32Array.from(both, ({ attempt }) => attempt),
    item: Int32Array.from(both, ({ item }) => item),
    language: Uint8Array.from(both, ({ language }) => language),
    score: Float32Array.from(both, ({ score }) => score),
    omitted: new Uint8Array(both.length),
    chosen: Int32Array.from(both, ({ chosen }) => chosen),
    seconds: Float32Array.from(both, (_, index) => index),
  };
}
const TWO = ["one", "two"].map((id) => ({ id, version: "1", options: ["a", "b"], right: ["a"] }));

test("under thirty answers nothing is said, in all and in each language", () => {
  const answers = Array.from({ length: 40 }, (_, index) => ({ first: index % 2, second: index % 3 === 0 ? 1 : 0 }));
  expect(itemReports(columnsOf(answers.slice(0, 29)), TWO, 1)[0]).toMatchObject({
    all: null,
    byLanguage: [null],
    flags: [],
  });
  const [report] = itemReports(
    columnsOf(answers.map((one, index) => ({ ...one, language: index < 29 ? 0 : 1 }))),
    TWO,
    2,
  );
  expect(report).toMatchObject({ all: { answers: 40 }, byLanguage: [null, null], dif: [null, null] });
});

test("facility is the mean score, partial scores included, and discrimination leaves the item itself out", () => {
  const answers = Array.from({ length: 60 }, (_, index) => ({
    first: [0, 0.5, 1][index % 3] ?? 0,
    second: index % 3 === 2 ? 1 : 0,
  }));
  const [report] = itemReports(columnsOf(answers), TWO, 1);
  expect(report?.all?.facility.value).toBeCloseTo(0.5, 6);
  // The other item of each attempt: the correlation of 0, ½, 1 with 0, 0, 1 is √3 ÷ 2.
  expect(report?.all?.discrimination?.value).toBeCloseTo(Math.sqrt(3) / 2, 6);
});

test("where all scored alike there is no discrimination to speak of", () => {
  const answers = Array.from({ length: 60 }, (_, index) => ({ first: 1, second: index % 2 }));
  expect(itemReports(columnsOf(answers), TWO, 1)[0]?.all?.discrimination).toBeNull();
});

test("each option of a multiple choice is counted for itself", () => {
  const answers = Array.from({ length: 40 }, (_, index) => ({ first: 1, second: 0, chosen: index < 10 ? 3 : 1 }));
  const [report] = itemReports(columnsOf(answers), TWO, 1);
  expect(report?.all?.options.map(({ id, right, value }) => [id, right, value])).toEqual([
    ["a", true, 1],
    ["b", false, 0.25],
  ]);
});

test("no answers at all make a report of nothing", () => {
  expect(itemReports(columnsOf([]), TWO, 3)[0]).toMatchObject({ all: null, flags: [] });
});

test("a million answers are counted", () => {
  const { columns, facts } = simulate(POOL, { people: 25_000, drawn: 40, gap: 0.3, seed: 3 });
  const reports = itemReports(columns, facts, 3);
  expect(reports.reduce((sum, { all }) => sum + (all?.answers ?? 0), 0)).toBe(1_000_000);
});
