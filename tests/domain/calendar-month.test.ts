import { expect, test } from "vitest";
import { formatMonth } from "#app/domain/calendar-month.ts";

test("a month stands at the head of a list in the form of each language", () => {
  expect(formatMonth("2027-01", "en")).toBe("January\u00a02027");
  expect(formatMonth("2027-05", "ru")).toBe("Май\u00a02027");
  expect(formatMonth("2026-11", "be")).toBe("Лістапад\u00a02026");
});

test.each(["2027-00", "2027-13", "2027-1", "2027", "2027-01-01", ""])("“%s” is no month", (month) => {
  expect(() => formatMonth(month, "en")).toThrow(RangeError);
});
