import fc from "fast-check";
import { isAllowedAddress } from "#app/compiler/guard.ts";
import { phrasesOf } from "#app/interop/plain-text.ts";
import { type Block, type Phrase, paragraph } from "#app/interop/question-text.ts";
import type { QuizQuestion } from "#app/interop/quiz-question.ts";
import { gather } from "#app/interop/tidy-text.ts";

const SIGNS = [..."{}<>*_`~=#:\\[]()!|&;-+.\"'/ 1aiЯў$%^@\u00a0"];
const WORDS = [
  "import ",
  "export ",
  "http://x.y ",
  "https://x.org/a_b_(c) ",
  "www.a.b ",
  "me@b.cd ",
  "->",
  "&amp;",
  "&lt;",
  "<script>",
  "</Question>",
  "- [x] ",
  "1. ",
  "> ",
  "javascript:",
  "\\n",
  "::",
  "####",
  "$CATEGORY:",
  "//",
  "[html]",
  "~%50%",
  '<Cite id="x" />',
  "| - | - |",
  "---",
  "&#123;",
  "\n",
];

/** Words that mean something to one of the formats, in any order. */
export const hostileWords = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...SIGNS) }, { weight: 1, arbitrary: fc.constantFrom(...WORDS) }),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((parts) => `x${parts.join("")}`);

/** The same, also where a line begins. */
const bareWords = fc
  .oneof(
    hostileWords,
    hostileWords.map((words) => words.slice(1)),
  )
  .filter((words) => words.trim() !== "");

const paragraphs: fc.Arbitrary<Block[]> = fc
  .array(fc.tuple(bareWords, fc.constantFrom("text", "strong", "emphasis")), { minLength: 1, maxLength: 3 })
  .map((pieces) => gather(pieces.map(([words, type]) => paragraph(phrases(words, type)))))
  .filter((blocks) => blocks.length > 0);

const oneParagraph: fc.Arbitrary<Phrase[]> = bareWords
  .map((words) => gather([paragraph(phrases(words, "text"))])[0])
  .filter((block) => block?.type === "paragraph")
  .map((block) => (block?.type === "paragraph" ? block.children : []));

function phrases(words: string, type: string): Phrase[] {
  const found = phrasesOf(words, { isAllowedAddress });
  return tidied(type === "strong" || type === "emphasis" ? [{ type, children: found }] : found);
}

function tidied(found: Phrase[]): Phrase[] {
  return gather(found).flatMap((block) => (block.type === "paragraph" ? block.children : []));
}

export const hostileQuestion: fc.Arbitrary<QuizQuestion> = fc
  .record({
    setting: paragraphs,
    stem: oneParagraph,
    explanation: paragraphs,
    options: fc.array(fc.record({ text: oneParagraph, reason: paragraphs, right: fc.boolean() }), {
      minLength: 2,
      maxLength: 5,
    }),
    fixed: fc.boolean(),
  })
  .map(({ options: drawn, ...rest }) => {
    const options = drawn.some(({ right }) => right)
      ? drawn
      : drawn.map((option, index) => ({ ...option, right: index === 0 }));
    const multiple = options.filter(({ right }) => right).length > 1;
    return { kind: "choice", id: "the-one", outcome: "m1.o1", ...rest, multiple, options };
  });
