import { expect, test } from "vitest";
import { anchorOf, isReportKind, LONGEST_REPORT, readReport, tidyReport } from "#app/domain/content-report.ts";

test.each([
  {
    name: "a report is read with tidy line ends",
    kind: "source",
    text: " Dead link.\r\nSince May.\r",
    value: "Dead link.\nSince May.",
  },
  {
    name: "a text of the greatest length is taken",
    kind: "other",
    text: "ж".repeat(LONGEST_REPORT),
    value: "ж".repeat(LONGEST_REPORT),
  },
])("$name", ({ kind, text, value }) => {
  expect(readReport({ kind, text })).toEqual({ ok: true, value: { kind, text: value } });
});

test("line ends of two characters count as one", () => {
  const text = `${"a".repeat(LONGEST_REPORT - 2)}\r\nb`;
  expect(readReport({ kind: "other", text }).ok).toBe(true);
});

test.each([
  { name: "without a kind", kind: "", text: "Wrong.", codes: ["report-kind-missing"] },
  { name: "of a kind that does not exist", kind: "toString", text: "Wrong.", codes: ["report-kind-missing"] },
  { name: "without words", kind: "other", text: " \r\n ", codes: ["report-empty"] },
  { name: "that is too long", kind: "other", text: "a".repeat(LONGEST_REPORT + 1), codes: ["report-too-long"] },
  { name: "with nothing in it", kind: "", text: "", codes: ["report-kind-missing", "report-empty"] },
])("a report $name is refused, with everything that is wrong", ({ kind, text, codes }) => {
  const read = readReport({ kind, text });
  expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(codes);
});

test.each([
  ["", null],
  ["s0.2", null],
  ["s3", "s3"],
  ["s3.12", "s3"],
  ["wages-after-return", "wages-after-return"],
])("the place “%s” begins at the element %s", (place, anchor) => {
  expect(anchorOf(place)).toBe(anchor);
});

test("a kind of an earlier version is none of today's", () => {
  expect([isReportKind("mistake"), isReportKind("typo"), isReportKind(null)]).toEqual([true, false, false]);
});

test("a note is tidied as a report is", () => {
  expect(tidyReport("\r\n a\rb ")).toBe("a\nb");
});
