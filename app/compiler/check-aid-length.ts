import type { MarkdownNode, MarkdownPoint } from "#app/activities/markdown-node.ts";
import type { Language } from "#app/domain/language.ts";
import { countWords } from "./blocks.ts";
import { attributesOf } from "./guard.ts";
import type { Limits } from "./limits-schema.ts";
import type { Passage } from "./passages.ts";
import { walk } from "./walk.ts";
import type { CourseWords } from "./words.ts";

interface Sheet {
  tree: MarkdownNode;
  passages: readonly Passage[];
  words: CourseWords;
  language: Language;
}

/** An aid that does not fit one side of A5, with the terms that are explained at its foot. */
export function checkAidLength(
  sheet: Sheet,
  { aidWords }: Limits,
  warn: (place: MarkdownPoint, code: string, message: string, fix: string) => void,
): void {
  const printed = sheet.passages.filter(({ kind }) => kind !== "summary").map(({ text }) => text);
  const words = [...printed, ...termsOf(sheet)].reduce((sum, text) => sum + countWords(text), 0);
  if (words <= aidWords) return;
  warn(
    { line: 1, column: 1 },
    "aid-long",
    `The aid has ${words} words with the terms that it explains; one side of A5 takes ${aidWords}.`,
    "Shorten it, or make two aids of it.",
  );
}

function termsOf({ tree, words, language }: Sheet): string[] {
  const terms = new Set<string>();
  walk(tree, (node) => {
    const id = node.name === "Term" ? attributesOf(node).get("id") : undefined;
    const term = id === undefined ? undefined : words.glossary?.get(id);
    if (term) terms.add(`${term[language]}: ${term.definition[language]}`);
  });
  return [...terms];
}
