import fc from "fast-check";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { isWithin, readAmount, writeAmount } from "#app/domain/written-amount.ts";
import { readNumber, writeNumber } from "#app/domain/written-number.ts";

function read(text: string, language: Language, unit?: string): number | string {
  const result = readNumber(text, language, unit);
  return result.ok ? result.value : (result.problems[0]?.code ?? "");
}

const NBSP = "\u00a0";
const THIN = "\u202f";

test.each<[string, number]>([
  ["0", 0],
  ["7", 7],
  ["007", 7],
  ["1250", 1250],
  ["1 250", 1250],
  [`1${NBSP}250`, 1250],
  [`1${THIN}250`, 1250],
  ["1'250", 1250],
  ["1’250", 1250],
  ["12 345 678", 12_345_678],
  ["12'345'678", 12_345_678],
  ["1,234,567", 1_234_567],
  ["1.234.567", 1_234_567],
  ["1,5", 1.5],
  ["1.5", 1.5],
  ["12,50", 12.5],
  ["0,234", 0.234],
  ["0.234", 0.234],
  ["1234,567", 1234.567],
  ["1234.567", 1234.567],
  ["1,2345", 1.2345],
  ["1 250,50", 1250.5],
  ["1 250.50", 1250.5],
  [`1${NBSP}250,5`, 1250.5],
  ["1 234,567", 1234.567],
  ["1'250.50", 1250.5],
  ["1,250.50", 1250.5],
  ["1.250,50", 1250.5],
  ["1,234,567.8", 1_234_567.8],
  ["1.234.567,8", 1_234_567.8],
  [".5", 0.5],
  [",5", 0.5],
  ["5.", 5],
  ["1250.", 1250],
  ["-5", -5],
  ["−5", -5],
  ["–5", -5],
  ["—5", -5],
  ["- 5", -5],
  ["‑0,5", -0.5],
  ["+5", 5],
  ["-0", 0],
  ["  42  ", 42],
  ["\t42\n", 42],
  ["4\u200b2", 42],
  ["\u200e-42", -42],
  ["123456789012345", 123_456_789_012_345],
])("“%s” is one number in every language", (text, value) => {
  for (const language of LANGUAGES) expect(read(text, language)).toBe(value);
});

test.each<[string, number | string, number | string]>([
  ["1,234", 1234, 1.234],
  ["1.234", 1.234, "amount-ambiguous"],
  ["12,500", 12_500, 12.5],
  ["12.500", 12.5, "amount-ambiguous"],
  ["-1.234", -1.234, "amount-ambiguous"],
  ["999,999", 999_999, 999.999],
])("“%s” is read by the language of the page: %s in English, %s in the others", (text, english, others) => {
  expect(read(text, "en")).toBe(english);
  expect(read(text, "ru")).toBe(others);
  expect(read(text, "be")).toBe(others);
});

test.each<[string, string]>([
  ["five", "amount-words"],
  ["пять", "amount-words"],
  ["about 5", "amount-words"],
  ["1,5 млн", "amount-words"],
  ["1e5", "amount-words"],
  ["0x10", "amount-words"],
  ["Infinity", "amount-words"],
  ["NaN", "amount-words"],
  ["5 EUR", "amount-words"],
  ["$5", "amount-words"],
  ["5²", "amount-words"],
  ["½", "amount-words"],
  ["٥", "amount-words"],
  ["-", "amount-words"],
  ["--5", "amount-words"],
  [",", "amount-words"],
  ["()", "amount-words"],
  ["5-10", "amount-several"],
  ["5 – 10", "amount-several"],
  ["1/2", "amount-several"],
  ["2+3", "amount-several"],
  ["2*3", "amount-several"],
  ["10:30", "amount-several"],
  ["5; 6", "amount-several"],
  ["12 34", "amount-grouping"],
  ["1 23", "amount-grouping"],
  ["1,23,456", "amount-grouping"],
  ["12.05.2025", "amount-grouping"],
  ["1,2,3", "amount-grouping"],
  ["1.234,567.8", "amount-grouping"],
  ["1,234 567", "amount-grouping"],
  ["0 123", "amount-grouping"],
  ["1234 567", "amount-grouping"],
  ["5,", "amount-grouping"],
  ["1, 5", "amount-grouping"],
  ["1''250", "amount-grouping"],
  ["'5", "amount-grouping"],
  ["1 234.567.8", "amount-grouping"],
  ["1234567890123456", "amount-long"],
  ["0.1234567890123456", "amount-long"],
  ["9".repeat(100), "amount-long"],
])("“%s” is refused in every language as %s", (text, code) => {
  for (const language of LANGUAGES) expect(read(text, language)).toBe(code);
});

test("the unit that stands beside the field may be typed along, before or after, and no other", () => {
  expect(read("1250 BYN", "en", "BYN")).toBe(1250);
  expect(read("1250byn", "en", "BYN")).toBe(1250);
  expect(read("BYN 1,250.50", "en", "BYN")).toBe(1250.5);
  expect(read("6,2 %", "ru", "%")).toBe(6.2);
  expect(read("500 руб", "ru", "руб.")).toBe(500);
  expect(read("500 руб.", "ru", "руб.")).toBe(500);
  expect(read("500 руб.", "ru", "руб")).toBe(500);
  expect(read("30 дней", "ru", "дней")).toBe(30);
  expect(read("1250 EUR", "en", "BYN")).toBe("amount-words");
  expect(read("BYN", "en", "BYN")).toBe("amount-words");
});

test("what is written is read back, in every language", () => {
  const number = fc.oneof(
    fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((one) => Number(one.toFixed(5)) + 0),
  );
  fc.assert(
    fc.property(number, fc.constantFrom(...LANGUAGES), (value, language) => {
      expect(read(writeNumber(value, language), language)).toBe(value + 0);
    }),
  );
});

test("no text breaks the reading, and what is read is a number of at most 15 digits", () => {
  const signs = fc.string({ unit: fc.constantFrom(..."0123456789.,' -−%e"), maxLength: 30 });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string()), fc.constantFrom(...LANGUAGES), (text, language) => {
      const result = readNumber(text, language);
      if (result.ok) expect(Math.abs(result.value)).toBeLessThan(1e15);
    }),
  );
});

test("an endless text is read in a moment", () => {
  const start = performance.now();
  for (const sign of ["1", " ", ",", "'", "1,", "-", "1 "]) read(sign.repeat(100_000), "en", "BYN");
  expect(performance.now() - start).toBeLessThan(2000);
});

test("an amount is written and read with its tolerance, absolute or per cent", () => {
  expect(readAmount("1,250.50 ± 10", "en", "BYN")).toEqual({ value: 1250.5, tolerance: 10, percent: false });
  expect(readAmount("1 250,50 ± 5 %", "ru", "руб.")).toEqual({ value: 1250.5, tolerance: 5, percent: true });
  expect(readAmount("1250 BYN +/- 0.5 BYN", "en", "BYN")).toEqual({ value: 1250, tolerance: 0.5, percent: false });
  expect(readAmount("6.2 % ± 0.1", "en", "%")).toEqual({ value: 6.2, tolerance: 0.1, percent: false });
  expect(readAmount("6.2 ± 0.1 %", "en", "%")).toBe("percent");
  expect(readAmount("1.234", "ru", "")).toBe("value");
  expect(readAmount("5 ± much", "en", "")).toBe("tolerance");
  expect(readAmount("5 ± -1", "en", "")).toBe("tolerance");
  expect(readAmount("5 ± 1 ± 1", "en", "")).toBe("value");
  expect(writeAmount({ value: 12_500.5, tolerance: 5, percent: true }, "be")).toBe("12 500,5 ± 5 %");
});

test("the limits of a tolerance are inside, whatever binary fractions make of them", () => {
  expect(isWithin({ value: 0.3, tolerance: 0.1, percent: false }, 0.4)).toBe(true);
  expect(isWithin({ value: 0.3, tolerance: 0.1, percent: false }, 0.2)).toBe(true);
  expect(isWithin({ value: 1250.5, tolerance: 5, percent: true }, 1313.025)).toBe(true);
  expect(isWithin({ value: 1250.5, tolerance: 5, percent: true }, 1313.03)).toBe(false);
  expect(isWithin({ value: -200, tolerance: 5, percent: true }, -210)).toBe(true);
  expect(isWithin({ value: 1e12, tolerance: 0, percent: false }, 1e12 + 1)).toBe(false);
  expect(isWithin({ value: 0, tolerance: 10, percent: true }, 0.001)).toBe(false);
});
