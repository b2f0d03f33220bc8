import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, type Phrase, wordsOf } from "#app/interop/question-text.ts";
import type { QuizQuestion } from "#app/interop/quiz-question.ts";
import { readGift } from "#app/interop/read-gift.ts";
import { writeGift } from "#app/interop/write-gift.ts";
import { hostileQuestion, hostileWords } from "./hostile-text.ts";
import { NO_WORDS, pageOf, readBack, RULES } from "./rules.ts";

/** A question as words alone, part by part; an address that became a link by itself reads as before. */
function said(question: QuizQuestion | undefined): unknown {
  if (question?.kind !== "choice") return null;
  const { setting, stem, explanation, options, multiple, fixed, id, outcome } = question;
  return {
    id,
    outcome,
    multiple,
    fixed,
    setting: setting.map(blockWords),
    stem: wordsOf(stem),
    explanation: explanation.map(blockWords),
    options: options.map(({ right, text, reason }) => ({ right, text: wordsOf(text), reason: reason.map(blockWords) })),
  };
}

function blockWords(block: Block): string {
  if (block.type === "paragraph") return wordsOf(block.children as Phrase[]);
  return block.children.map((child) => ("children" in child ? JSON.stringify(child) : "")).join();
}

test("whatever words a question is made of, its page says them, and nothing in the page is a tag, a program or a bad address", () => {
  fc.assert(
    fc.property(hostileQuestion, (question) => {
      const { questions, faults } = readBack(pageOf([question]));
      expect(faults).toEqual([]);
      expect(said(questions[0])).toEqual(said(question));
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("whatever words a question is made of, GIFT carries them there and back", () => {
  fc.assert(
    fc.property(hostileQuestion, (question) => {
      const gift = writeGift([question], NO_WORDS);
      const { questions, notes } = readGift(gift, RULES);
      expect(notes.filter(({ lost }) => lost === "question")).toEqual([]);
      expect(said(questions[0])).toEqual(said(question));
    }),
    { numRuns: 150 },
  );
}, 60_000);

test.each(["html", "markdown", "moodle", "plain"])(
  "whatever a foreign text in the format %s holds, the page made of it passes the guard",
  (format) => {
    fc.assert(
      fc.property(hostileWords, hostileWords, (stem, option) => {
        const escaped = (words: string) => words.replace(/[\\~=#{}:]/g, "\\$&").replace(/\s+/g, " ");
        const gift = `::q::[${format}]${escaped(stem)}{=[${format}]${escaped(option)}#[${format}]${escaped(stem)} ~b#c}`;
        const { questions } = readGift(gift, RULES);
        expect(questions).toHaveLength(1);
        expect(readBack(pageOf(questions)).faults).toEqual([]);
      }),
      { numRuns: 100 },
    );
  },
  60_000,
);
