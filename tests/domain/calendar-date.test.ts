import fc from "fast-check";
import { expect, test } from "vitest";
import { dateIn, formatDate, formatNumber } from "#app/domain/calendar-date.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("a certificate issued after midnight in Minsk bears the date of Minsk", () => {
  const evening = Date.UTC(2026, 11, 31, 21, 30);
  expect(dateIn("Europe/Minsk", evening)).toBe("2027-01-01");
  expect(dateIn("UTC", evening)).toBe("2026-12-31");
  expect(dateIn("America/New_York", Date.UTC(2026, 0, 1, 4, 59))).toBe("2025-12-31");
});

test("in UTC the date is the one of the ISO form", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (instant) => {
      expect(dateIn("UTC", instant)).toBe(new Date(instant).toISOString().slice(0, 10));
    }),
  );
});

test("dates are written out in each language, the month in the genitive", () => {
  expect(plain(formatDate("2026-11-25", "en"))).toBe("25 November 2026");
  expect(plain(formatDate("2026-11-25", "ru"))).toBe("25 ноября 2026 г.");
  expect(plain(formatDate("2026-11-25", "be"))).toBe("25 лістапада 2026 г.");
  expect(plain(formatDate("2024-02-09", "be"))).toBe("9 лютага 2024 г.");
});

test("the months of our tables are those of the locale data, where it has them", () => {
  for (const language of ["en", "ru", "be"] as const) {
    if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) continue;
    const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
      month: "long",
      day: "numeric",
      timeZone: "UTC",
    });
    for (let month = 0; month < 12; month += 1) {
      const name = format.formatToParts(Date.UTC(2026, month, 25)).find((part) => part.type === "month")?.value;
      expect(formatDate(`2026-${String(month + 1).padStart(2, "0")}-25`, language)).toContain(name);
    }
  }
});

test("a day that the calendar does not have is a bug", () => {
  for (const date of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "", "2026-11-25T00:00"]) {
    expect(() => formatDate(date, "en"), date).toThrow(RangeError);
  }
  expect(plain(formatDate("2024-02-29", "en"))).toBe("29 February 2024");
});

test("numbers are grouped and pointed as the reader is used to", () => {
  expect(formatNumber(1234567.5, "en")).toBe("1,234,567.5");
  expect(plain(formatNumber(1234567.5, "ru"))).toBe("1 234 567,5");
  expect(plain(formatNumber(-1234, "be"))).toBe("−1 234");
  expect(formatNumber(999, "ru")).toBe("999");
  expect(formatNumber(-0.0001, "en")).toBe("0");
  expect(formatNumber(0.1 + 0.2, "be")).toBe("0,3");
  expect(() => formatNumber(Number.NaN, "en")).toThrow(RangeError);
});
