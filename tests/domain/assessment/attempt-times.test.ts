import { expect, test } from "vitest";
import { deadlineOf, isInTime, nextAttemptFrom } from "#app/domain/assessment/attempt-times.ts";

const START = Date.UTC(2026, 10, 25, 9, 0);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  { limit: 45, allowance: null, minutes: 45 },
  { limit: 45, allowance: { kind: "extended", percent: 50 } as const, minutes: 67.5 },
  { limit: 45, allowance: { kind: "extended", percent: 100 } as const, minutes: 90 },
])("45 minutes with $allowance end after $minutes minutes", ({ limit, allowance, minutes }) => {
  expect(deadlineOf({ timeLimitMinutes: limit }, START, allowance)).toBe(START + minutes * MINUTE);
});

test("without a limit, and for who works untimed, nothing ends", () => {
  expect(deadlineOf({ timeLimitMinutes: null }, START, { kind: "extended", percent: 50 })).toBeNull();
  expect(deadlineOf({ timeLimitMinutes: 45 }, START, { kind: "untimed" })).toBeNull();
  expect(isInTime(null, START + 1000 * HOUR)).toBe(true);
});

test("thirty seconds of grace are given, and not a moment more", () => {
  const deadline = START + 45 * MINUTE;
  expect(isInTime(deadline, deadline + 30_000)).toBe(true);
  expect(isInTime(deadline, deadline + 30_001)).toBe(false);
});

test("a server clock that is put back loses no answer", () => {
  expect(isInTime(START + 45 * MINUTE, START - 10 * HOUR)).toBe(true);
});

const TWICE = { attempts: { free: 2, waitHours: 24 } };
const at = (hours: number, open = false) => ({
  startedAt: START + hours * HOUR,
  submittedAt: open ? null : START + (hours + 0.5) * HOUR,
});

test.each([
  { earlier: [], from: 0 },
  { earlier: [at(0)], from: 0 },
  { earlier: [at(0), at(1)], from: START + 25.5 * HOUR },
  { earlier: [at(1), at(0)], from: START + 25.5 * HOUR },
  { earlier: [at(0), at(1), at(30)], from: START + 54.5 * HOUR },
  { earlier: [at(0), at(1, true)], from: 0 },
])("two attempts are free, and each further one waits a day: $earlier.length earlier ones", ({ earlier, from }) => {
  expect(nextAttemptFrom(TWICE, earlier)).toBe(from);
});

test("without a limit a hundred attempts need no waiting", () => {
  const earlier = Array.from({ length: 100 }, (_, index) => at(index));
  expect(nextAttemptFrom({ attempts: { free: null, waitHours: 24 } }, earlier)).toBe(0);
});
