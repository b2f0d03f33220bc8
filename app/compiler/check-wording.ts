/**
 * Words that the glossary sets aside: where it agrees on “migrant in an irregular situation”, nobody writes “illegal migrants”.
 * Whoever quotes may quote: what stands in “…”, «…» or „…“ is left alone, and so is the title of a link.
 */
import type { MarkdownPoint } from "#app/activities/markdown-node.ts";
import type { Language } from "#app/domain/language.ts";
import type { TermEntry } from "./glossary-schema.ts";
import { type Passage, placeIn } from "./passages.ts";

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d’'ʼ]*/gu;
const MARKED = /[\p{M}\u00ad\u200b-\u200d]/u;
const CLOSED_BY: Readonly<Record<string, string>> = { "«": "»", "“": "”", "„": "“”" };

export function checkWording(
  passages: readonly Passage[],
  glossary: ReadonlyMap<string, TermEntry>,
  language: Language,
  report: (place: MarkdownPoint, code: string, message: string, fix: string) => void,
): void {
  const avoided = [...glossary.values()].flatMap((entry) =>
    (entry.avoid?.[language] ?? []).map((phrase) => ({ entry, stems: phrase.split(/\s+/u).map(plainWord) })),
  );
  if (avoided.length === 0) return;
  for (const passage of passages) {
    const words = [...passage.text.matchAll(WORD)].map((word) => ({
      from: word.index,
      to: word.index + word[0].length,
      plain: plainWord(word[0]),
    }));
    const quoted = quotationsIn(passage.text);
    for (const { entry, stems } of avoided) {
      for (let at = 0; at + stems.length <= words.length; at += 1) {
        const run = words.slice(at, at + stems.length);
        const [first, last] = [run[0], run.at(-1)];
        if (!first || !last || !run.every(({ plain }, index) => fits(plain, stems[index] ?? ""))) continue;
        if (
          !run.slice(1).every(({ from }, index) => /^[\s\u2060‑-]+$/u.test(passage.text.slice(run[index]?.to, from)))
        ) {
          continue;
        }
        if (quoted.some(({ from, to }) => from <= first.from && last.to <= to)) continue;
        report(
          placeIn(passage, first.from),
          "term-avoided",
          `“${passage.text.slice(first.from, last.to).replace(/\s+/gu, " ")}” is not how this course says it.`,
          `Write “${entry[language]}” (glossary.yaml, ${entry.id}), or put quotation marks around words that you quote.`,
        );
      }
    }
  }
}

/** In small letters, without stress marks and invisible signs. */
function plainWord(word: string): string {
  // Most words have none, and taking letters apart is slow.
  const bare = MARKED.test(word)
    ? word
        .normalize("NFD")
        .replace(/[\u0300\u0301\u00ad\u200b-\u200d]/gu, "")
        .normalize("NFC")
    : word;
  return bare.toLowerCase().replaceAll("ё", "е");
}

function fits(word: string, stem: string): boolean {
  return stem.endsWith("*") ? word.startsWith(stem.slice(0, -1)) : word === stem;
}

/** Quotations that are closed; those inside others are part of them. */
function quotationsIn(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  const open: { from: number; closes: string }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const last = open.at(-1);
    if (last?.closes.includes(sign)) {
      found.push({ from: last.from, to: at });
      open.pop();
    } else if (Object.hasOwn(CLOSED_BY, sign)) open.push({ from: at, closes: CLOSED_BY[sign] ?? "" });
  }
  return found;
}
