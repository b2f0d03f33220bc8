import type { MarkdownPoint } from "#app/activities/markdown-node.ts";
import type { PageKind } from "./check-structure.ts";
import type { Limits } from "./limits-schema.ts";
import { type Passage, placeIn } from "./passages.ts";

/** Where no sentence ends although a dot stands there: “No. 97”, «ст. 2», «тыс. человек», initials. */
const SHORTENED =
  /(?:^|[^\p{L}])(?:No|Nos|Art|Arts|para|paras|Ch|vs|Mr|Ms|Dr|St|e\.g|i\.e|ст|п|пп|ч|гл|г|гг|тыс|млн|млрд|т\.\s?е|т\.\s?д|арт|р|\p{Lu})\.$/u;
const SENTENCE_END = /[.!?…]+[»”"’)\]]*(?=\s+[«“„"(]?[\p{Lu}\d])/gu;

/** Sentences, titles and whole lessons that are longer than the course allows, and lessons that are hardly there. */
export function checkLengths(
  passages: readonly Passage[],
  kind: PageKind,
  limits: Limits,
  warn: (place: MarkdownPoint, code: string, message: string, fix: string) => void,
): void {
  for (const passage of passages) {
    if (passage.kind === "title" || passage.kind === "heading") {
      const letters = [...passage.text].length;
      if (letters > limits.titleLetters) {
        warn(
          passage.place,
          "title-long",
          `This ${passage.kind} has ${letters} letters; the course allows ${limits.titleLetters}.`,
          "Shorten it: it stands in the outline, and on a telephone.",
        );
      }
      continue;
    }
    for (const { from, text } of sentencesOf(passage.text)) {
      const words = countWords(text);
      if (words <= limits.sentenceWords) continue;
      warn(
        placeIn(passage, from),
        "sentence-long",
        `This sentence has ${words} words; the course allows ${limits.sentenceWords}.`,
        "Make two of it.",
      );
    }
  }
  const words = passages.reduce((sum, { text }) => sum + countWords(text), 0);
  const { min, max } = limits.lessonWords;
  const start = { line: 1, column: 1 };
  if (kind === "lesson" && words > max) {
    warn(start, "lesson-long", `The lesson has ${words} words; the course allows ${max}.`, "Make two lessons of it.");
  } else if (kind === "lesson" && words < min) {
    warn(start, "lesson-short", `The lesson has ${words} words; the course asks for ${min}.`, "Finish it, or join it.");
  }
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function sentencesOf(text: string): { from: number; text: string }[] {
  const sentences: { from: number; text: string }[] = [];
  let from = 0;
  const add = (to: number) => {
    const sentence = text.slice(from, to);
    const space = sentence.length - sentence.trimStart().length;
    if (sentence.trim() !== "") sentences.push({ from: from + space, text: sentence.trim() });
    from = to;
  };
  for (const end of text.matchAll(SENTENCE_END)) {
    const to = end.index + end[0].length;
    if (!SHORTENED.test(text.slice(Math.max(from, to - 12), to))) add(to);
  }
  add(text.length);
  return sentences;
}
