import { accept, refuse, type Result } from "./result.ts";

/**
 * Reads a text that a learner wrote for themselves.
 * @param values of one field of a form
 * @returns with single line feeds, without spaces at its ends and without signs that no database keeps; empty when nothing was written
 */
export function readNoteText(values: readonly unknown[]): string {
  const [text] = values;
  if (values.length !== 1 || typeof text !== "string") return "";
  return text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .trim();
}

/** How many letters a text has for its reader: a sign outside of the basic plane is one. */
export function countLetters(text: string): number {
  let letters = 0;
  for (const _letter of text) letters += 1;
  return letters;
}

/**
 * Whether texts are short enough to be kept.
 * @param letters the most that each may have
 */
export function checkNoteTexts(texts: readonly string[], letters: number): Result<readonly string[], "text-too-long"> {
  return texts.some((text) => countLetters(text) > letters) ? refuse("text-too-long") : accept(texts);
}

/** Why texts cannot be kept; null when they can. */
export function noteProblem(texts: readonly string[], letters: number): "text-too-long" | null {
  const checked = checkNoteTexts(texts, letters);
  return checked.ok ? null : (checked.problems[0]?.code ?? null);
}
