/** Answers that are typed, a number or words, as other systems have them: each with a weight and a feedback. */
import type { Block } from "./question-text.ts";
import type { Amount } from "#app/domain/written-amount.ts";
import type { ImportDesk } from "./import-desk.ts";
import type { Phrase } from "./question-text.ts";
import type { TextTools } from "./text-tools.ts";

interface WeighedAnswer<What> {
  what: What;
  /** Per cent of the points. */
  weight: number;
  feedback: Block[];
}

/**
 * Brings weighed answers into our form: right ones, and near misses that earn nothing and have a reason each. The feedback of right
 * answers and of “anything else” joins the explanation.
 * @param others feedback for anything else
 * @returns null when none is right, which is left for the caller to note
 */
function typedAnswers<What>(
  answers: readonly WeighedAnswer<What>[],
  others: Block[],
  explanation: Block[],
  tools: TextTools,
): { answers: (WeighedAnswer<What> & { right: boolean; reason: Block[] })[]; explanation: Block[] } | null {
  const isRight = ({ weight }: { weight: number }) => weight >= 100;
  if (!answers.some(isRight)) return null;
  const partly = answers.filter(({ weight }) => weight > 0 && weight < 100);
  if (partly.length > 0) {
    tools.note(
      "weights",
      `the weights of its answers (${partly.map(({ weight }) => `${weight} %`).join(", ")}) were not carried.`,
      "A near miss earns nothing here, and gets its reason; tick it if it should count as right.",
    );
  }
  const moved = new Map(
    [...answers.filter(isRight).map(({ feedback }) => feedback), others]
      .filter((blocks) => blocks.length > 0)
      .map((blocks) => [JSON.stringify(blocks), blocks]),
  );
  if (moved.size > 0) {
    tools.note(
      "moved-feedback",
      "the feedback of its right answers, or of any other answer, became part of the explanation.",
      "Look whether it reads well to everybody.",
    );
  }
  return {
    answers: answers.map((answer) => {
      const right = isRight(answer);
      return { ...answer, right, reason: right ? [] : answer.feedback };
    }),
    explanation: [...[...moved.values()].flat(), ...explanation],
  };
}

/** Whether an answer is Moodle's sign for anything else. */
export function isAnythingElse(text: string): boolean {
  return text.trim() === "*";
}

interface Typed<What> {
  line: number;
  /** What the notes call the question. */
  label: string;
  desk: ImportDesk;
  tools: TextTools;
  weighed: readonly WeighedAnswer<What>[];
  /** The feedback for anything else. */
  others: Block[];
  asked(): { id: string; outcome: string; setting: Block[]; stem: Phrase[] };
  explanation: Block[];
}

/** Adds a short answer, or notes why there is none. Words in which Moodle's * stands for any others are left out. */
export function addShort(given: Typed<string>): void {
  const { line, desk, tools, asked } = given;
  const plain = given.weighed.filter(({ what }) => !what.includes("*"));
  if (plain.length < given.weighed.length) {
    tools.note(
      "wildcard",
      "answers in which * stands for any words were left out.",
      "Write the wordings that you accept one by one.",
    );
  }
  const read = typedAnswers(plain, given.others, given.explanation, tools);
  if (!read) {
    withoutRight(given);
    return;
  }
  const wordings = read.answers.map(({ what, right, reason }) => ({ text: what, right, reason }));
  desk.add({ kind: "short", ...asked(), wordings, explanation: read.explanation }, line);
}

/** Adds a number, or notes why there is none. */
export function addNumber(given: Typed<Amount> & { unit: string }): void {
  const { line, desk, tools, asked, unit } = given;
  const read = typedAnswers(given.weighed, given.others, given.explanation, tools);
  if (!read) {
    withoutRight(given);
    return;
  }
  const values = read.answers.map(({ what, right, reason }) => ({ ...what, right, reason }));
  desk.add({ kind: "number", ...asked(), unit, values, explanation: read.explanation }, line);
}

/** What lies between two numbers, its limits included. */
export function between(low: number, high: number): Amount {
  const exact = (value: number) => Number(value.toPrecision(12));
  return { value: exact((low + high) / 2), tolerance: exact(Math.abs(high - low) / 2), percent: false };
}

function withoutRight({ line, label, desk }: Typed<unknown>): void {
  desk.leaveOut(line, "no-right-option", `${label} has no answer that earns all points.`, "Give one answer 100 %.");
}
