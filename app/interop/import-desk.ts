/** What an import gathers while it reads: questions, notes, pictures; and how a question's parts are brought into our form. */
import { takePicture } from "./picture.ts";
import { type Block, inOneParagraph, type Phrase } from "./question-text.ts";
import { questionId } from "./question-id.ts";
import type { ChoiceQuestion, ImportRules, Picture, QuizImport, QuizQuestion } from "./quiz-question.ts";
import type { TextTools } from "./text-tools.ts";

const OUTCOME = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;

export interface ImportDesk {
  rules: ImportRules;
  /**
   * Notes and pictures of one question.
   * @param line where it begins
   * @param label what the notes call it
   * @param files pictures that it brings with it, by name
   */
  tools(line: number, label: string, files?: ReadonlyMap<string, string>): TextTools;
  /** Notes that a whole question is not carried. */
  leaveOut(line: number, code: string, message: string, fix: string): void;
  /** Turns the name of a question into an id of its own. */
  idOf(name: string): string;
  /** The outcome that a tag of the question names, or that of the import. */
  outcomeOf(tags: readonly string[]): string;
  add(question: QuizQuestion, line: number): void;
  result(): QuizImport;
}

export function openImport(rules: ImportRules): ImportDesk {
  const questions: QuizQuestion[] = [];
  const notes: QuizImport["notes"] = [];
  const pictures: Picture[] = [];
  const taken = new Set<string>();
  return {
    rules,
    tools: (line, label, files = new Map()) => {
      const said = new Set<string>();
      const note = (code: string, message: string, fix: string) => {
        if (said.has(`${code} ${message}`)) return;
        said.add(`${code} ${message}`);
        notes.push({ line, lost: "part", code, message: `${label}: ${message}`, fix });
      };
      const picture = (src: string, alt: string) => takePicture({ src, alt, files, pictures, note });
      return { isAllowedAddress: rules.isAllowedAddress, note, picture };
    },
    leaveOut: (line, code, message, fix) => notes.push({ line, lost: "question", code, message, fix }),
    idOf: (name) => questionId(name, taken, `question-${taken.size + 1}`),
    outcomeOf: (tags) => {
      const named = tags.find((tag) => tag.startsWith("outcome:"))?.slice("outcome:".length) ?? "";
      return OUTCOME.test(named) ? named : rules.outcome;
    },
    add: (question, line) => {
      questions.push(question);
      for (const gap of gapsOf(question)) notes.push({ line, lost: "part", ...gap });
    },
    result: () => ({ questions, notes: notes.sort((a, b) => a.line - b.line), pictures }),
  };
}

/** The last paragraph asks; what comes before it tells the case. What follows the last paragraph is taken into it. */
export function askedBy(blocks: readonly Block[]): { setting: Block[]; stem: Phrase[] } {
  const last = Math.max(
    blocks.findLastIndex((block) => block.type === "paragraph"),
    0,
  );
  return { setting: blocks.slice(0, last), stem: inOneParagraph(blocks.slice(last)) };
}

/**
 * Notes weights that our scoring does not have: right ticks count alike, and a wrong tick takes one right tick away.
 * @param weights percent of the score for each option
 */
export function noteWeights(
  options: readonly { right: boolean; weight: number }[],
  multiple: boolean,
  tools: TextTools,
): void {
  const share = multiple ? 100 / options.filter(({ right }) => right).length : 100;
  const ours = (option: { right: boolean; weight: number }) =>
    Math.abs(option.weight - (option.right ? share : multiple ? -share : 0)) < 0.01;
  const others = options.filter((option) => !ours(option));
  if (others.length === 0) return;
  const found = others.map(({ weight }) => `${weight} %`).join(", ");
  tools.note(
    "weights",
    `the weights of its options (${found}) were not carried.`,
    multiple
      ? "Every right tick counts alike here and a wrong one takes one away; look whether that is fair."
      : "One option is right here and all others are wrong; make the question clear about it.",
  );
}

function gapsOf(question: QuizQuestion): { code: string; message: string; fix: string }[] {
  const gaps: { code: string; message: string; fix: string }[] = [];
  if (question.stem.length === 0) {
    gaps.push({
      code: "no-stem",
      message: `"${question.id}" asks nothing.`,
      fix: "Write the question as a paragraph before the options.",
    });
  }
  if (question.kind === "choice") {
    const without = missingReasons(question);
    if (without > 0) {
      gaps.push({
        code: "no-feedback",
        message: `"${question.id}" has no feedback for ${without} of ${question.options.length} options.`,
        fix: "Write after each empty “>” why the option is right or wrong.",
      });
    }
  } else if (question.kind === "number" || question.kind === "short") {
    const others = question.kind === "number" ? question.values : question.wordings;
    const without = others.filter(({ right, reason }) => !right && reason.length === 0).length;
    if (without > 0 || question.explanation.length === 0) {
      gaps.push({
        code: "no-feedback",
        message:
          without > 0
            ? `"${question.id}" has no feedback for ${without} of its wrong answers.`
            : `"${question.id}" does not explain its answer.`,
        fix: "Write after each empty “>” why the answer is wrong, and after the list why the right one is right.",
      });
    }
  } else if (question.reasons === null) {
    gaps.push({
      code: "no-feedback",
      message: `"${question.id}" gives no reasons for its pairs.`,
      fix: "Write a numbered list after the table, with one reason for each row.",
    });
  }
  return gaps;
}

function missingReasons(question: ChoiceQuestion): number {
  return question.options.filter(({ reason }) => reason.length === 0).length;
}
