/**
 * The two things by which a certificate is found: its number, which people read out and retype, and its
 * verify code, which nobody can guess. Numbers are `YYYY-NNNNNN-C`; C is the check character of ISO/IEC 7064,
 * MOD 11-2, over the ten digits. That system catches every wrong digit and every exchange of neighbours, and its
 * only letter is X, so no check character looks like another.
 */
import { accept, refuse, type Result } from "./result.ts";

export interface CertificateNumber {
  /** Canonical form, `YYYY-NNNNNN-C`. */
  text: string;
  /** Year of issue in the institution's time zone. */
  year: number;
  /** 1 to 999999, counted from 1 in each year. */
  serial: number;
}

/**
 * Writes a certificate's number.
 * @param year 1000 to 9999
 * @param serial 1 to 999999
 * @throws RangeError when either is out of range
 */
export function formatCertificateNumber(year: number, serial: number): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError(`no year of four digits: ${year}`);
  if (!Number.isInteger(serial) || serial < 1 || serial > 999_999) throw new RangeError(`no serial number: ${serial}`);
  const serialDigits = String(serial).padStart(6, "0");
  return `${year}-${serialDigits}-${checkCharacter(`${year}${serialDigits}`)}`;
}

/**
 * Reads a number as people type it: spaces, any kind of dash or none, lower case, Cyrillic letters in place of Latin ones,
 * O for 0 and I for 1, a leading “№” or “No.”.
 * @returns the number, or `number-malformed` (not of this shape), or `number-mistyped` (a character is wrong)
 */
export function parseCertificateNumber(
  text: string,
): Result<CertificateNumber, "number-malformed" | "number-mistyped"> {
  const typed = withoutSeparators(text.replace(/^\s*(№|no\.)/iu, ""));
  const read = /^(\d{4})(\d{6})([\dX])$/.exec(digitsForLetters(typed));
  if (!read) return refuse("number-malformed");
  const [, year = "", serial = "", check = ""] = read;
  if (checkCharacter(year + serial) !== check || Number(serial) === 0 || Number(year) < 1000) {
    return refuse("number-mistyped");
  }
  return accept({ text: `${year}-${serial}-${check}`, year: Number(year), serial: Number(serial) });
}

/** Crockford's base 32: no I, L, O or U. */
const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 20;

/** How many random bytes `makeVerifyCode` takes. */
export const VERIFY_CODE_BYTES = 13;

/**
 * Makes a verify code of 20 characters, 100 bits, in the canonical form that is stored and stands in addresses.
 * @param random at least 13 bytes of a cryptographic source; the last four bits of the thirteenth are not used
 * @throws RangeError when there are fewer
 */
export function makeVerifyCode(random: Uint8Array): string {
  if (random.length < VERIFY_CODE_BYTES) throw new RangeError(`a verify code takes ${VERIFY_CODE_BYTES} random bytes`);
  let code = "";
  for (let place = 0; place < CODE_LENGTH; place += 1) {
    const bit = place * 5;
    const pair = ((random[bit >> 3] ?? 0) << 8) | (random[(bit >> 3) + 1] ?? 0);
    code += CROCKFORD.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return code;
}

/** Writes a canonical verify code in groups of five, as it is printed: `7ZQ4K-…`. */
export function formatVerifyCode(code: string): string {
  return (code.match(/.{1,5}/g) ?? []).join("-");
}

/**
 * Reads a verify code as people type it: any case, spaces and dashes, O for 0, I or L for 1, Cyrillic letters in place
 * of Latin ones.
 * @returns the canonical code, or `code-malformed`
 */
export function parseVerifyCode(text: string): Result<string, "code-malformed"> {
  const code = digitsForLetters(withoutSeparators(text));
  const isCode = code.length === CODE_LENGTH && [...code].every((character) => CROCKFORD.includes(character));
  return isCode ? accept(code) : refuse("code-malformed");
}

/** ISO/IEC 7064 MOD 11-2, the pure system with modulus 11 and radix 2; 10 is written X. */
function checkCharacter(digits: string): string {
  let sum = 0;
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11;
  const check = (12 - sum) % 11;
  return check === 10 ? "X" : String(check);
}

const CYRILLIC = "АВСЕЗНІЈКМОРЅТУХЎЁ";
const LOOK_ALIKE = "ABCE3HIJKMOPSTYXYE";

/** Upper case, full-width forms as plain ones, Cyrillic look-alikes as Latin; spaces, dashes and invisible characters are dropped. */
function withoutSeparators(text: string): string {
  return [...text.normalize("NFKC").toUpperCase()]
    .filter((character) => !/[\s\p{Pd}\p{Cf}\u2212]/u.test(character))
    .map((character) => LOOK_ALIKE[CYRILLIC.indexOf(character)] ?? character)
    .join("");
}

function digitsForLetters(text: string): string {
  return text.replaceAll("O", "0").replace(/[IL]/g, "1");
}
