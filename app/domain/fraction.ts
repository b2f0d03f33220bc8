/**
 * Exact numbers: what people type has decimals, and binary fractions would turn a half that is to be rounded up into a little less.
 * Values are in lowest terms, with a bottom above 0.
 */

export interface Fraction {
  top: bigint;
  bottom: bigint;
}

/** Beyond this no sum of money or share lies; a formula that multiplies itself would otherwise never end. */
const MOST_BITS = 2048n;
const LARGEST = 1n << MOST_BITS;

/** Why there is no number. */
export type FractionFault = "division-by-zero" | "too-large";

/** A whole number. */
export function whole(value: bigint): Fraction {
  return { top: value, bottom: 1n };
}

/**
 * The very decimals that a number is written with: 0.1 is one tenth.
 * @param value finite, at most 15 digits
 * @throws RangeError when it is not finite
 */
export function fractionOf(value: number): Fraction {
  const [, sign = "", digits = "", places = "", power = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  if (digits === "") throw new RangeError(`no number to reckon with: ${value}`);
  const exponent = Number(power) - places.length;
  const top = BigInt(`${sign}${digits}${places}`);
  return exponent < 0 ? reduced(top, 10n ** BigInt(-exponent)) : whole(top * 10n ** BigInt(exponent));
}

/** The four operations. @returns a fault for a division by zero and for numbers of more than 2,048 bits */
export function reckon(left: Fraction, sign: "+" | "-" | "*" | "/", right: Fraction): Fraction | FractionFault {
  if (sign === "/" && right.top === 0n) return "division-by-zero";
  const found =
    sign === "*"
      ? reduced(left.top * right.top, left.bottom * right.bottom)
      : sign === "/"
        ? reduced(left.top * right.bottom, left.bottom * right.top)
        : reduced(
            sign === "+"
              ? left.top * right.bottom + right.top * left.bottom
              : left.top * right.bottom - right.top * left.bottom,
            left.bottom * right.bottom,
          );
  return size(found.top) >= LARGEST || found.bottom >= LARGEST ? "too-large" : found;
}

/** Below 0, 0, or above 0, as `left` is less than, equal to or more than `right`. */
export function compare(left: Fraction, right: Fraction): number {
  const difference = left.top * right.bottom - right.top * left.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * Rounds half up, away from 0: 2.005 is 2.01, −2.005 is −2.01.
 * @param decimals 0 to 15
 * @returns in plain figures with a point, all decimals written: `-2.00`; never `-0.00`
 */
export function rounded({ top, bottom }: Fraction, decimals: number): string {
  const scaled = size(top) * 10n ** BigInt(decimals) * 2n + bottom;
  const digits = String(scaled / (bottom * 2n)).padStart(decimals + 1, "0");
  const sign = top < 0n && /[1-9]/.test(digits) ? "-" : "";
  const point = digits.length - decimals;
  return sign + digits.slice(0, point) + (decimals === 0 ? "" : `.${digits.slice(point)}`);
}

/** The value of plain figures with a point, as `rounded` writes them. */
export function fractionIn(plain: string): Fraction {
  const [digits = "", places = ""] = plain.split(".");
  return reduced(BigInt(digits + places), 10n ** BigInt(places.length));
}

function reduced(top: bigint, bottom: bigint): Fraction {
  let [large, small] = [size(top), size(bottom)];
  while (small > 0n) [large, small] = [small, large % small];
  const sign = bottom < 0n ? -1n : 1n;
  return large === 0n ? whole(0n) : { top: (sign * top) / large, bottom: (sign * bottom) / large };
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}
