/** GIFT, Moodle's text format for questions (docs.moodle.org/en/GIFT_format), read block by block. */
import {
  type GIFTQuestion,
  type MultipleChoice,
  type Matching,
  type Numerical,
  type NumericalFormat,
  parse,
  type ShortAnswer,
  type TextFormat,
  type TrueFalse,
} from "gift-pegjs";
import type { Amount } from "#app/domain/written-amount.ts";
import { type GiftBlock, giftBlocks } from "./gift-blocks.ts";
import { askedBy, type ImportDesk, noteWeights, openImport } from "./import-desk.ts";
import { textOfAnyFormat } from "./any-text.ts";
import { type Block, inOneLine, inOneParagraph, type Phrase } from "./question-text.ts";
import type { ImportRules, QuizImport } from "./quiz-question.ts";
import { splitReasons } from "./match-reasons.ts";
import type { TextTools } from "./text-tools.ts";
import { addNumber, addShort, between, isAnythingElse } from "./typed-answers.ts";
import { trueAndFalse } from "./true-and-false.ts";

/** In characters; the parser is no match for more. */
const LONGEST_BLOCK = 30_000;
/** What the parser puts in the place of escaped signs, and does not take back in the answers of a matching question. */
const ESCAPED: Record<string, string> = {
  "092": "\\",
  "058": ":",
  "035": "#",
  "061": "=",
  "123": "{",
  "125": "}",
  "126": "~",
};

/** Stands for an arrow in the options of a choice, which the parser would take for a match. A sign without meaning of its own. */
const ARROW = "\uE000";

/** Comments, title, text and answers of a block. */
const PARTS = /^((?:\s*\/\/[^\n]*\n)*\s*)(::(?:[^:\\]|\\.|:(?!:))*::)?((?:[^{}\\]|\\.)*)(\{.*)$/s;

const OTHER_KINDS: Record<string, string> = {
  Essay: "an essay as its answer",
  Description: "no answer, only a text",
};

/** Reads a GIFT file. A question that cannot be read or carried is noted with its line, and the others are not touched by it. */
export function readGift(file: string, rules: ImportRules): QuizImport {
  const desk = openImport(rules);
  for (const block of giftBlocks(file)) readBlock(block, desk);
  return desk.result();
}

function readBlock(block: GiftBlock, desk: ImportDesk): void {
  const category = /^\s*\$CATEGORY:(.*)/.exec(block.text)?.[1];
  if (category !== undefined) {
    desk
      .tools(block.line, "Category")
      .note(
        "category",
        `"${category.trim().slice(0, 80)}" was not carried.`,
        "A quiz belongs to a module; give --course and --module.",
      );
    return;
  }
  if (block.text.length > LONGEST_BLOCK) {
    desk.leaveOut(
      block.line,
      "too-large",
      `A question has more than ${LONGEST_BLOCK} characters.`,
      "Look whether a } is missing.",
    );
    return;
  }
  try {
    for (const question of parseLeniently(block.text)) readQuestion(question, block, desk);
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    const { line, column } = error.location.start;
    desk.leaveOut(
      block.line + line - 1,
      "unreadable",
      whyUnreadable(block, column),
      "Mend it in the GIFT file and import it again.",
    );
  }
}

/**
 * The parser wants a backslash before every control sign; Moodle does without one before signs of the question's text and before
 * colons, as in https://, and takes an arrow among options with ~ as it stands; so do the files that people have.
 */
function parseLeniently(text: string): GIFTQuestion[] {
  try {
    return parse(text);
  } catch (error) {
    const [, before = "", title = "", stem, answers] = PARTS.exec(text) ?? [];
    if (!isSyntaxError(error) || stem === undefined || answers === undefined) throw error;
    const options = /(?:^|[^\\])~/.test(answers) ? answers.replaceAll("->", ARROW) : answers;
    const isNumber = /^\{\s*#/.test(answers);
    const named = title === "" ? "" : `::${withBackslashes(title.slice(2, -2), /:/)}::`;
    const mended =
      before + named + withBackslashes(stem, /[~=#:]/) + (isNumber ? asList(answers) : withBackslashes(options, /:/));
    try {
      return parse(mended);
    } catch {
      throw error;
    }
  }
}

/** A lone number with a feedback, which the parser knows only in a list. */
function asList(answers: string): string {
  const listed = answers.replace(/^\{\s*#\s*(?=[-\d.])/, "{#\n=");
  return listed.replace(/\s*(?<!\\)(####|~)/g, "\n$1").replace(/\}\s*$/, "\n}");
}

function withBackslashes(text: string, signs: RegExp): string {
  return text.replace(/\\.|[^\\]/gs, (sign) => (sign.length === 1 && signs.test(sign) ? `\\${sign}` : sign));
}

function whyUnreadable(block: GiftBlock, column: number): string {
  const plain = block.text.replace(/\\./g, "");
  const [open, shut] = [plain.split("{").length, plain.split("}").length];
  const from = `The question that begins in line ${block.line} cannot be read`;
  if (open > shut) return `${from}: a { is not closed. An empty line inside the answers would end the question.`;
  if (open < shut) return `${from}: a } was never opened. An empty line inside the answers would end the question.`;
  if (/\{\s*#/.test(block.text)) return `${from}. Numbers are written with a point, as in {#3.14:0.01}.`;
  return `${from}, from column ${column} on. The signs ~ = # { } : need a backslash before them where they are meant as themselves.`;
}

function readQuestion(question: GIFTQuestion, block: GiftBlock, desk: ImportDesk): void {
  if (question.type === "Category") return;
  const name = question.title?.trim() || (question.id ?? "");
  const label = name === "" ? `The question in line ${block.line}` : `"${name.slice(0, 80)}"`;
  const other = OTHER_KINDS[question.type];
  if (other !== undefined) {
    const fix = "There is no such kind here yet; write it as a choice or a match.";
    desk.leaveOut(block.line, `kind-${question.type.toLowerCase()}`, `${label} has ${other}.`, fix);
    return;
  }
  const tools = desk.tools(block.line, label);
  const read = (text: TextFormat | null | undefined): Block[] =>
    text ? textOfAnyFormat(text.text.replaceAll(ARROW, "->"), text.format, tools) : [];
  const tags = question.tags ?? [];
  const asked = () => ({
    id: desk.idOf(question.id ?? name),
    outcome: desk.outcomeOf(tags),
    ...askedBy(read(question.stem)),
  });
  switch (question.type) {
    case "MC":
      readChoice(question, { block, label, desk, tools, read, asked, tags });
      return;
    case "TF": {
      const { isTrue, trueFeedback, falseFeedback } = question;
      // The parser names the two by their order; Moodle gives the first to a wrong answer, the second to a right one.
      const [wrong, right] = [read(trueFeedback), read(falseFeedback)];
      desk.add(
        {
          kind: "choice",
          ...asked(),
          multiple: false,
          fixed: true,
          options: trueAndFalse(desk.rules.language, isTrue, isTrue ? [right, wrong] : [wrong, right]),
          explanation: read((question as TrueFalse).globalFeedback),
        },
        block.line,
      );
      return;
    }
    case "Matching":
      readMatch(question, { block, desk, tools, read, asked });
      return;
    case "Short":
      readShort(question, { block, label, desk, tools, read, asked });
      return;
    case "Numerical":
      readNumerical(question, { block, label, desk, tools, read, asked, tags });
      return;
  }
}

interface Reading {
  block: GiftBlock;
  desk: ImportDesk;
  tools: TextTools;
  read(text: TextFormat | null | undefined): Block[];
  asked(): { id: string; outcome: string; setting: Block[]; stem: Phrase[] };
}

function readChoice(question: MultipleChoice, given: Reading & { label: string; tags: readonly string[] }): void {
  const { block, label, desk, tools, read, asked, tags } = given;
  const marked = question.choices.filter(({ isCorrect }) => isCorrect).length;
  const multiple = marked === 0;
  const weights = question.choices.map(({ isCorrect, weight }) => weight ?? (isCorrect ? 100 : 0));
  const isRight = (index: number) =>
    multiple ? (weights[index] ?? 0) > 0 : question.choices[index]?.isCorrect === true;
  const rights = weights.filter((_, index) => isRight(index)).length;
  if (rights === 0 || marked > 1) {
    const code = rights === 0 ? "no-right-option" : "several-right";
    const message =
      rights === 0 ? `${label} has no right option.` : `${label} takes any one of ${marked} options as right.`;
    const fix =
      rights === 0 ? "Mark the right option with =." : "Let one option be right, or let all right ones be ticked.";
    desk.leaveOut(block.line, code, message, fix);
    return;
  }
  noteWeights(
    weights.map((weight, index) => ({ weight, right: isRight(index) })),
    multiple,
    tools,
  );
  desk.add(
    {
      kind: "choice",
      ...asked(),
      multiple,
      fixed: tags.includes("order:fixed"),
      ...(tags.includes("confidence:ask") ? { confidence: true } : {}),
      options: question.choices.map((choice, index) => ({
        right: isRight(index),
        text: inOneParagraph(read(choice.text)),
        reason: read(choice.feedback),
      })),
      explanation: read(question.globalFeedback),
    },
    block.line,
  );
}

function readMatch(question: Matching, { block, desk, tools, read, asked }: Reading): void {
  const rows = question.matchPairs.map(({ subquestion, subanswer }) => ({
    words: inOneLine(inOneParagraph(read(subquestion))),
    answer: inOneLine(inOneParagraph(textOfAnyFormat(unescaped(subanswer), "plain", tools))),
  }));
  desk.add(
    { kind: "match", ...asked(), rows, ...splitReasons(read(question.globalFeedback), rows.length) },
    block.line,
  );
}

function readShort(question: ShortAnswer, given: Reading & { label: string }): void {
  const { block, label, desk, tools, read, asked } = given;
  const isOther = ({ text }: { text: TextFormat }) => isAnythingElse(text.text);
  const weighed = question.choices
    .filter((choice) => !isOther(choice))
    .map((choice) => ({
      what: unescaped(choice.text.text).replace(/\s+/g, " ").trim(),
      weight: choice.weight ?? (choice.isCorrect ? 100 : 0),
      feedback: read(choice.feedback),
    }));
  const others = read(question.choices.find(isOther)?.feedback);
  addShort({
    line: block.line,
    label,
    desk,
    tools,
    weighed,
    others,
    asked,
    explanation: read(question.globalFeedback),
  });
}

function readNumerical(question: Numerical, given: Reading & { label: string; tags: readonly string[] }): void {
  const { block, label, desk, tools, read, asked, tags } = given;
  const choices = Array.isArray(question.choices)
    ? question.choices
    : [{ isCorrect: true, weight: null, text: question.choices, feedback: null }];
  const weighed = choices.flatMap(({ text, isCorrect, weight, feedback }) => {
    const what = amountOf(text);
    return what ? [{ what, weight: weight ?? (isCorrect ? 100 : 0), feedback: read(feedback) }] : [];
  });
  const others = read(choices.find(({ text }) => amountOf(text) === null)?.feedback);
  const unit = tags.find((tag) => tag.startsWith("unit:"))?.slice("unit:".length) ?? "";
  const explanation = read(question.globalFeedback);
  addNumber({ line: block.line, label, desk, tools, weighed, others, asked, explanation, unit });
}

/** Null for the sign of any other number. */
function amountOf(given: NumericalFormat): Amount | null {
  const { number, range = 0, numberLow, numberHigh } = given;
  if (numberLow !== undefined && numberHigh !== undefined) return between(numberLow, numberHigh);
  return typeof number === "number" ? { value: number, tolerance: range, percent: false } : null;
}

function unescaped(words: string): string {
  return words.replace(/&&(\d{3});/g, (whole, code: string) => ESCAPED[code] ?? whole).replaceAll("&&010", " ");
}

function isSyntaxError(error: unknown): error is Error & { location: { start: { line: number; column: number } } } {
  return error instanceof Error && error.name === "SyntaxError" && "location" in error;
}
