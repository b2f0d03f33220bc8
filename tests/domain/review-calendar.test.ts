import { expect, test } from "vitest";
import { byReviewDay, reviewCalendar, reviewState } from "#app/domain/review-calendar.ts";

const due = (...days: string[]) => days.map((reviewBy) => ({ reviewBy }));

test("what is due is laid out by month, from the month of today on, over the turn of the year", () => {
  const { overdue, months, later } = reviewCalendar(
    due("2027-01-31", "2026-11-24", "2026-11-25", "2026-11-30", "2027-10-31", "2027-11-01", "2026-01-01"),
    "2026-11-25",
  );
  expect(overdue).toEqual(due("2026-01-01", "2026-11-24"));
  expect(months.map(({ month }) => month)).toEqual([
    "2026-11",
    "2026-12",
    "2027-01",
    "2027-02",
    "2027-03",
    "2027-04",
    "2027-05",
    "2027-06",
    "2027-07",
    "2027-08",
    "2027-09",
    "2027-10",
  ]);
  const filled = months.filter(({ sources }) => sources.length > 0);
  expect(filled).toEqual([
    { month: "2026-11", sources: due("2026-11-25", "2026-11-30") },
    { month: "2027-01", sources: due("2027-01-31") },
    { month: "2027-10", sources: due("2027-10-31") },
  ]);
  expect(later).toEqual(due("2027-11-01"));
});

test("no source is lost in the calendar, and none is in it twice", () => {
  const days = Array.from({ length: 40 }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, "0");
    return `${2025 + Math.floor(index / 12)}-${month}-15`;
  });
  const { overdue, months, later } = reviewCalendar(due(...days), "2026-07-15", 5);
  const shown = [...overdue, ...months.flatMap(({ sources }) => sources), ...later];
  expect(shown.map(({ reviewBy }) => reviewBy)).toEqual([...days].sort());
});

test("sources of one day keep their order", () => {
  const sources = [
    { id: "b", reviewBy: "2027-01-31" },
    { id: "a", reviewBy: "2027-01-31" },
    { id: "c", reviewBy: "2026-01-31" },
  ];
  expect(byReviewDay(sources).map(({ id }) => id)).toEqual(["c", "b", "a"]);
});

test.each([
  { reviewBy: "2026-11-24", state: { kind: "overdue", days: 1 } },
  { reviewBy: "2025-11-25", state: { kind: "overdue", days: 365 } },
  { reviewBy: "2026-11-25", state: { kind: "today" } },
  { reviewBy: "2026-11-26", state: { kind: "soon", days: 1 } },
  { reviewBy: "2026-12-25", state: { kind: "soon", days: 30 } },
  { reviewBy: "2026-12-26", state: { kind: "later" } },
])("on 25 November 2026 a review by $reviewBy is $state.kind", ({ reviewBy, state }) => {
  expect(reviewState({ reviewBy }, "2026-11-25")).toEqual(state);
});
