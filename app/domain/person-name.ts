/**
 * The name on a certificate, as its holder confirms it. What the rule lets through can be printed, read aloud and
 * retyped; control, bidirectional and invisible characters cannot hide in it.
 */
import { accept, type Problem, type Result } from "./result.ts";

export type NameProblemCode = "name-empty" | "name-too-long" | "name-character" | "name-letter-not-printable";

const SHORTEST = 2;
const LONGEST = 120;
const ALLOWED = /^[\p{L}\p{M} \-'’ʼ.,()]$/u;

/**
 * Checks a holder's name.
 * @param name as typed; it is trimmed, composed (NFC), runs of spaces become one, and special hyphens become `-`
 * @param lacks whether the certificate's font lacks a character
 * @returns the name in its printed form, 2 to 120 characters, or all that is wrong with it: `name-empty` (fewer
 *   than two characters, or no letter), `name-too-long` (values.most), `name-character` (values.character: the
 *   first that a name may not hold), `name-letter-not-printable` (values.letter: the first that the font lacks)
 */
export function checkHolderName(name: string, lacks: (character: string) => boolean): Result<string, NameProblemCode> {
  const tidy = name
    .normalize("NFC")
    .replace(/[‐‑]/gu, "-")
    .replace(/[\p{Zs}\t\r\n]+/gu, " ")
    .replace(/^ | $/g, "");
  const characters = [...tidy];
  const problems: Problem<NameProblemCode>[] = [];

  const forbidden = characters.find((character) => !ALLOWED.test(character));
  if (forbidden !== undefined) problems.push({ code: "name-character", values: { character: shown(forbidden) } });
  else if (characters.length < SHORTEST || !/\p{L}/u.test(tidy)) problems.push({ code: "name-empty" });

  if (characters.length > LONGEST) problems.push({ code: "name-too-long", values: { most: LONGEST } });

  const unprintable = characters.find((character) => ALLOWED.test(character) && lacks(character));
  if (unprintable !== undefined) {
    problems.push({ code: "name-letter-not-printable", values: { letter: shown(unprintable) } });
  }

  return problems.length === 0 ? accept(tidy) : { ok: false, problems };
}

/** The character itself, or its code point where there would be nothing to see or it would disturb the sentence. */
function shown(character: string): string {
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
