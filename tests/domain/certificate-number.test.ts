import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatCertificateNumber,
  formatVerifyCode,
  makeVerifyCode,
  parseCertificateNumber,
  parseVerifyCode,
  VERIFY_CODE_BYTES,
} from "#app/domain/certificate-number.ts";

const years = fc.integer({ min: 1000, max: 9999 });
const serials = fc.integer({ min: 1, max: 999_999 });
const codeBytes = fc.uint8Array({ minLength: VERIFY_CODE_BYTES, maxLength: VERIFY_CODE_BYTES });
const code = (text: string) => {
  const result = parseCertificateNumber(text);
  return result.ok ? "accepted" : result.problems[0]?.code;
};

/** The definition: the weighted sum with weights 2^i from the right, check character included, leaves 1 modulo 11. */
function referenceCheck(digits: string): string {
  const weight = (place: number) => Number(2n ** BigInt(place) % 11n);
  for (let check = 0; check <= 10; check += 1) {
    const values = [...[...digits].map(Number), check];
    const sum = values.reduce((total, value, index) => total + value * weight(values.length - 1 - index), 0);
    if (sum % 11 === 1) return check === 10 ? "X" : String(check);
  }
  throw new Error("no check character fits");
}

test("every number has the check character that ISO/IEC 7064 MOD 11-2 defines", () => {
  // The standard's own example, and an ORCID, which uses the same system.
  expect(referenceCheck("0794")).toBe("0");
  expect(referenceCheck("000000021825009")).toBe("7");
  fc.assert(
    fc.property(years, serials, (year, serial) => {
      const number = formatCertificateNumber(year, serial);
      expect(number.slice(-1)).toBe(referenceCheck(number.slice(0, -2).replace("-", "")));
    }),
  );
});

test("a number that was written is read back", () => {
  fc.assert(
    fc.property(years, serials, (year, serial) => {
      const text = formatCertificateNumber(year, serial);
      expect(parseCertificateNumber(text)).toEqual({ ok: true, value: { text, year, serial } });
    }),
  );
});

test("one wrong digit never passes as another certificate", () => {
  fc.assert(
    fc.property(years, serials, fc.nat({ max: 12 }), fc.nat({ max: 9 }), (year, serial, place, digit) => {
      const number = formatCertificateNumber(year, serial);
      fc.pre(number[place] !== "-" && number[place] !== String(digit));
      expect(code(number.slice(0, place) + digit + number.slice(place + 1))).toBe("number-mistyped");
    }),
    { numRuns: 500 },
  );
});

test("two digits exchanged never pass as another certificate, however far apart they stand", () => {
  fc.assert(
    fc.property(years, serials, fc.nat({ max: 9 }), fc.nat({ max: 9 }), (year, serial, one, other) => {
      const number = formatCertificateNumber(year, serial);
      const digits = [...number.slice(0, -2).replace("-", "")];
      fc.pre(digits[one] !== digits[other]);
      [digits[one], digits[other]] = [digits[other] ?? "", digits[one] ?? ""];
      expect(code(digits.join("") + number.slice(-1))).toBe("number-mistyped");
    }),
    { numRuns: 500 },
  );
});

test("a number is understood with spaces, other dashes, small and Cyrillic letters", () => {
  const number = formatCertificateNumber(2026, firstSerialWithX());
  const digits = number.slice(0, 11);
  const ways = [
    number.toLowerCase(),
    `  ${number}\n`,
    number.replaceAll("-", ""),
    number.replaceAll("-", " – "),
    number.replaceAll("-", "\u2011"),
    number.replaceAll("-", "\u2212"),
    `${digits}-Х`,
    `${digits}-х`,
    `№ ${number}`,
    `No. ${number}`,
    number.replaceAll("0", "O"),
    number.replaceAll("0", "о"),
    number.replaceAll("-", "\u00ad-"),
  ];
  for (const way of ways) expect(parseCertificateNumber(way), way).toMatchObject({ ok: true, value: { text: number } });
});

function firstSerialWithX(): number {
  for (let serial = 1; serial < 100; serial += 1)
    if (formatCertificateNumber(2026, serial).endsWith("X")) return serial;
  throw new Error("no X");
}

test("what has not the shape of a number is called malformed, not mistyped", () => {
  for (const text of ["", "2026", "2026-123-4", "hello", "2026-000123-Y", "2026-000123-44", "20-26000123-4-5"]) {
    expect(code(text), text).toBe("number-malformed");
  }
});

test("no text makes reading a number or a code throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      parseCertificateNumber(text);
      parseVerifyCode(text);
    }),
  );
});

test("a verify code holds the first hundred random bits", () => {
  const firstBits = (bytes: Uint8Array) =>
    [...bytes]
      .map((byte) => byte.toString(2).padStart(8, "0"))
      .join("")
      .slice(0, 100);
  fc.assert(
    fc.property(codeBytes, (bytes) => {
      const made = makeVerifyCode(bytes);
      expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
      const bits = [...made].map((character) =>
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(character).toString(2).padStart(5, "0"),
      );
      expect(bits.join("")).toBe(firstBits(bytes));
    }),
  );
  expect(() => makeVerifyCode(new Uint8Array(12))).toThrow(RangeError);
});

test("a verify code is understood as printed, in small letters, in Cyrillic look-alikes and with O, I and L", () => {
  fc.assert(
    fc.property(codeBytes, (bytes) => {
      const made = makeVerifyCode(bytes);
      const printed = formatVerifyCode(made);
      expect(printed).toMatch(/^(.{5}-){3}.{5}$/);
      const cyrillic = made.replace(/[ABCEHKMPTXY]/g, (letter) => "АВСЕНКМРТХУ"["ABCEHKMPTXY".indexOf(letter)] ?? "");
      for (const way of [
        printed,
        printed.toLowerCase(),
        ` ${printed.replaceAll("-", "–")} `,
        cyrillic,
        cyrillic.toLowerCase(),
        made.replaceAll("0", "o"),
        made.replaceAll("1", "l"),
        made.replaceAll("1", "І"),
      ]) {
        expect(parseVerifyCode(way), way).toEqual({ ok: true, value: made });
      }
    }),
  );
});

test("a code that is too short, too long or holds U is refused", () => {
  for (const text of ["", "7ZQ4K-8M2NP-XT3VB-99CD", "7ZQ4K-8M2NP-XT3VB-99CDEE", "7ZQ4K-8M2NP-XT3VB-99CDU"]) {
    expect(parseVerifyCode(text)).toEqual({ ok: false, problems: [{ code: "code-malformed" }] });
  }
});

test("a year or serial number out of range is a bug, not a certificate", () => {
  for (const [year, serial] of [
    [999, 1],
    [2026, 0],
    [2026, 1_000_000],
    [2026.5, 1],
  ] as const) {
    expect(() => formatCertificateNumber(year, serial)).toThrow(RangeError);
  }
});
