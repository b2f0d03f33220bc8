import { readFileSync } from "node:fs";
import path from "node:path";
import { guard, isAllowedAddress } from "#app/compiler/guard.ts";
import { parseMarkdown } from "#app/compiler/parse-markdown.ts";
import { splitPage } from "#app/compiler/split-page.ts";
import type { QuizWords } from "#app/interop/cite-link.ts";
import type { ImportRules, QuizImport, QuizQuestion } from "#app/interop/quiz-question.ts";
import { readQuiz } from "#app/interop/read-quiz.ts";
import { writeQuiz } from "#app/interop/write-quiz.ts";

export const RULES: ImportRules = { language: "en", outcome: "m1.o1", isAllowedAddress };
export const NO_WORDS: QuizWords = { source: () => null, definition: () => null };

export function fixture(name: string): string {
  return readFileSync(path.join(import.meta.dirname, "../fixtures/interop", name), "utf8");
}

/** Notes as `line code`. */
export function placesOf({ notes }: QuizImport): string[] {
  return notes.map(({ line, code }) => `${line} ${code}`);
}

export function pageOf(questions: readonly QuizQuestion[]): string {
  return writeQuiz(questions, { title: "A quiz", summary: "One sentence." }, "en");
}

/** The questions that the compiler's parser finds in a page, and what its guard objects to. */
export function readBack(page: string): { questions: QuizQuestion[]; faults: string[] } {
  const parsed = parseMarkdown(splitPage(page).body);
  if (!parsed.ok) return { questions: [], faults: [`unparsable: ${parsed.message}`] };
  const faults: string[] = [];
  guard(parsed.tree, (code, _node, message) => faults.push(`${code}: ${message}`));
  return { questions: readQuiz(parsed.tree, isAllowedAddress, "en").questions, faults };
}
