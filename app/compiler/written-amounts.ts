/** Numbers as they are written in English, Russian and Belarusian, with what belongs to them: thousands, millions, per cent. */
import type { Language } from "#app/domain/language.ts";

export interface Amount {
  /** A decimal without spare zeros, `1990s`, a time of day, or a number of several parts such as `2.1.3`. */
  digits: string;
  /** A power of ten: 6 in “304 million”. */
  scale: number;
  percent: boolean;
  negative: boolean;
  /** An ordinal, such as 3rd. */
  ordinal: boolean;
}

interface FoundAmount {
  from: number;
  to: number;
  amount: Amount;
}

const WRITTEN = /(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}(?!\d))+|\d+)(?:[.,]\d+)*/uy;
const TIME = /\d{1,2}:\d{2}(?!\d)/uy;
const GAP = "[\\s\\u2060]*[-‑]?\\s*";
const SCALES: readonly [RegExp, number][] = [
  [new RegExp(`${GAP}(?:thousand|тыс\\.|тыс(?!\\p{L})|тысяч[аиуыйеюоўмях]{0,3})(?!\\p{L})`, "uy"), 3],
  [new RegExp(`${GAP}(?:million|mln|млн|миллион\\p{Ll}{0,3}|мільён\\p{Ll}{0,3})(?!\\p{L})`, "uy"), 6],
  [new RegExp(`${GAP}(?:billion|bn|млрд|миллиард\\p{Ll}{0,3}|мільярд\\p{Ll}{0,3})(?!\\p{L})`, "uy"), 9],
  [new RegExp(`${GAP}(?:trillion|трлн|триллион\\p{Ll}{0,3}|трыльён\\p{Ll}{0,3})(?!\\p{L})`, "uy"), 12],
];
const PERCENT = new RegExp(`${GAP}(?:%|per\\s?cent|percent|процент|працэнт|п\\.\\s?п\\.)`, "uy");
/** Endings after a hyphen; those of cardinals, such as 5-ти, are left alone. */
const ORDINAL = /(?:st|nd|rd|th|[-‑](?:й|я|е|го|му|ю|ый|ой|ая|ое|ые|ы|і|ага|га|аму|ую|ае))(?!\p{L})/uy;
const DECADE = /(?:s|[-‑](?:е|х|м|ми|я|ях|ям|мі|ых))(?!\p{L})/uy;
const SIGN = /(?:^|[\s(«“"])[-−–]$/u;
const MINUS = /(?<!\p{L})(?:minus|минус|мінус)\s+$/u;

/**
 * The numbers that begin with the digit at `at`: one, or all of a list without spaces such as 1,5,7.
 * @param language tells whether a comma parts thousands or decimals
 */
export function findAmounts(text: string, at: number, language: Language): FoundAmount[] {
  const time = matchAt(TIME, text, at);
  if (time) return [{ from: at, to: at + time.length, amount: plain(time) }];
  const written = matchAt(WRITTEN, text, at) ?? "";
  const numbers = readWritten(written, language);
  const found = numbers.map(({ from, length, digits }) => ({
    from: at + from,
    to: at + from + length,
    amount: plain(digits),
  }));
  const [first] = found;
  const last = found.at(-1);
  if (first) first.amount.negative = isNegative(text.slice(Math.max(0, at - 12), at));
  if (last) last.to += readUnit(last.amount, text, last.to);
  return found;
}

/** Equal for what means the same. */
export function amountValue({ digits, scale, percent, negative }: Amount): string {
  return `${negative ? "-" : ""}${scale === 0 ? digits : scaled(digits, scale)}${percent ? "%" : ""}`;
}

function plain(digits: string): Amount {
  return { digits, scale: 0, percent: false, negative: false, ordinal: false };
}

/** Reads what follows a number into it, and gives its length. */
function readUnit(amount: Amount, text: string, at: number): number {
  if (/^\d{3}0$/.test(amount.digits)) {
    const decade = matchAt(DECADE, text, at);
    if (decade !== null) {
      amount.digits += "s";
      return decade.length;
    }
  }
  const ordinal = /^\d+$/.test(amount.digits) ? matchAt(ORDINAL, text, at) : null;
  if (ordinal !== null) {
    amount.ordinal = true;
    return ordinal.length;
  }
  let to = at;
  for (const [words, scale] of SCALES) {
    const match = matchAt(words, text, to);
    if (match === null) continue;
    amount.scale = scale;
    to += match.length;
    break;
  }
  const percent = matchAt(PERCENT, text, to);
  amount.percent = percent !== null;
  return to + (percent?.length ?? 0) - at;
}

function readWritten(written: string, language: Language): { from: number; length: number; digits: string }[] {
  const tight = written.replace(/[ \u00a0\u2009\u202f]/gu, "");
  const whole = (digits: string) => [{ from: 0, length: written.length, digits }];
  const [thousands, decimal] = language === "en" ? [",", "."] : [".", ","];
  const commas = tight.split(",").length - 1;
  const dots = tight.split(".").length - 1;
  if (commas + dots === 0) return whole(trimmed(tight));
  const grouped = (sign: string) =>
    new RegExp(`^[1-9]\\d{0,2}(?:\\${sign}\\d{3})+(?:\\${sign === "," ? "." : ","}\\d+)?$`).test(tight);
  const asGrouped = (sign: string) => whole(trimmed(tight.replaceAll(sign, "").replace(",", ".")));
  if (commas + dots === 1) {
    // One dot is a decimal point everywhere: articles and targets are counted so in all three languages.
    if (language === "en" && commas === 1 && grouped(thousands)) return asGrouped(thousands);
    return whole(trimmed(tight.replace(",", ".")));
  }
  if (grouped(thousands)) return asGrouped(thousands);
  if (grouped(decimal)) return asGrouped(decimal);
  if (commas === 0) return whole(tight);
  let from = 0;
  return written.split(",").map((part) => {
    const one = { from, length: part.length, digits: trimmed(part.replace(/\s/gu, "")) };
    from += part.length + 1;
    return one;
  });
}

/** Without zeros that say nothing; a number of several parts stays as it is. */
function trimmed(decimal: string): string {
  const [whole = "", fraction = "", ...more] = decimal.split(".");
  if (more.length > 0) return decimal;
  const end = fraction.replace(/0+$/, "");
  return `${whole.replace(/^0+(?=\d)/, "")}${end === "" ? "" : `.${end}`}`;
}

function scaled(digits: string, scale: number): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const moved = fraction.padEnd(scale, "0");
  return trimmed(`${whole}${moved.slice(0, scale)}.${moved.slice(scale)}`);
}

function isNegative(before: string): boolean {
  return MINUS.test(before) || (SIGN.test(before) && !/\d\s[-−–]$/u.test(before));
}

function matchAt(form: RegExp, text: string, at: number): string | null {
  form.lastIndex = at;
  return form.exec(text)?.[0] ?? null;
}
