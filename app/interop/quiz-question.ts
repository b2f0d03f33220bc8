import type { Amount } from "#app/domain/written-amount.ts";
import type { Language } from "#app/domain/language.ts";
import type { Block, Phrase } from "./question-text.ts";

/** A question between formats: what our pages, GIFT and Moodle XML can all say, with the names of our pages. */
export type QuizQuestion = ChoiceQuestion | MatchQuestion | NumberQuestion | ShortQuestion;

interface Asked {
  id: string;
  /** Empty when nobody has said it. */
  outcome: string;
  /** The case, told before the question; may be empty. */
  setting: Block[];
  stem: Phrase[];
  explanation: Block[];
}

export interface ChoiceQuestion extends Asked {
  kind: "choice";
  /** Whether several may be ticked. */
  multiple: boolean;
  /** Whether the order of the options means something. */
  fixed: boolean;
  /** Where learners are asked how sure they are. */
  confidence?: true;
  options: { right: boolean; text: Phrase[]; reason: Block[] }[];
}

export interface MatchQuestion extends Asked {
  kind: "match";
  /** A row without words is a surplus answer. */
  rows: { words: Phrase[]; answer: Phrase[] }[];
  /** One for each row; null when there are none. */
  reasons: Block[][] | null;
}

export interface NumberQuestion extends Asked {
  kind: "number";
  /** Empty when there is none. */
  unit: string;
  /** Right ones have no reason of their own. */
  values: (Amount & { right: boolean; reason: Block[] })[];
}

export interface ShortQuestion extends Asked {
  kind: "short";
  /** Right ones have no reason of their own. */
  wordings: { text: string; right: boolean; reason: Block[] }[];
}

/** What was not carried as it was: a question that was left out, or one that lost something. */
export interface TransferNote {
  /** In the file that was read, counted from 1. */
  line: number;
  lost: "question" | "part";
  /** In kebab-case; stable. */
  code: string;
  message: string;
  fix: string;
}

/** A picture that lay inside an imported file. */
export interface Picture {
  /** A safe file name, its ending by what the picture is. */
  name: string;
  bytes: Uint8Array;
}

export interface QuizImport {
  questions: QuizQuestion[];
  notes: TransferNote[];
  pictures: Picture[];
}

/** What an import is told. */
export interface ImportRules {
  language: Language;
  /** The outcome of questions that do not name one; empty leaves a gap that the content check names. */
  outcome: string;
  /** Whether an address may stand in a page. */
  isAllowedAddress(url: string): boolean;
}

/** Larger files are no question banks. In bytes or characters. */
export const LARGEST_FILE = 10 * 1024 * 1024;
