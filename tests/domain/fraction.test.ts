import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, type Fraction, fractionIn, fractionOf, reckon, rounded, whole } from "#app/domain/fraction.ts";

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([top, bottom]) => ({ top, bottom }));

function value(found: ReturnType<typeof reckon>): Fraction {
  if (typeof found === "string") throw new Error(found);
  return found;
}

test("the four operations are those of fractions, in lowest terms", () => {
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      const same = (found: ReturnType<typeof reckon>, top: bigint, bottom: bigint) => {
        const { top: own, bottom: under } = value(found);
        expect(own * bottom).toBe(top * under);
        expect(under).toBeGreaterThan(0n);
      };
      same(reckon(a, "+", b), a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
      same(reckon(a, "-", b), a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
      same(reckon(a, "*", b), a.top * b.top, a.bottom * b.bottom);
      if (b.top !== 0n) same(reckon(a, "/", b), a.top * b.bottom, a.bottom * b.top);
    }),
  );
  expect(reckon(fractionOf(0.2), "-", fractionOf(0.7))).toEqual({ top: -1n, bottom: 2n });
});

test("a division by zero and a number without end are faults, not numbers", () => {
  expect(reckon(whole(1n), "/", whole(0n))).toBe("division-by-zero");
  let large: ReturnType<typeof reckon> = whole(10n ** 15n);
  for (let turn = 0; turn < 20 && typeof large !== "string"; turn += 1) large = reckon(large, "*", large);
  expect(large).toBe("too-large");
});

test.each([
  [2.005, 2, "2.01"],
  [1.005, 2, "1.01"],
  [-2.005, 2, "-2.01"],
  [-0.004, 2, "0.00"],
  [0.5, 0, "1"],
  [4.5, 2, "4.50"],
  [1e-7, 2, "0.00"],
  [1e-7, 7, "0.0000001"],
  [123456789012345, 1, "123456789012345.0"],
])("%d rounded half up to %d decimals is %s", (number, decimals, plain) => {
  expect(rounded(fractionOf(number), decimals)).toBe(plain);
});

test("what is rounded is at most half a place away, and rounding it again changes nothing", () => {
  fc.assert(
    fc.property(fraction, fc.integer({ min: 0, max: 6 }), (exact, decimals) => {
      const plain = rounded(exact, decimals);
      const off = value(reckon(exact, "-", fractionIn(plain)));
      const size = off.top < 0n ? { ...off, top: -off.top } : off;
      expect(compare(size, { top: 1n, bottom: 2n * 10n ** BigInt(decimals) })).toBeLessThanOrEqual(0);
      expect(rounded(fractionIn(plain), decimals)).toBe(plain);
    }),
  );
});

test("a number that was typed is its own decimals", () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 5 }), (digits, places) => {
      const number = digits / 10 ** places;
      expect(compare(fractionOf(number), { top: BigInt(digits), bottom: 10n ** BigInt(places) })).toBe(0);
    }),
  );
  for (const none of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => fractionOf(none)).toThrow(RangeError);
});
