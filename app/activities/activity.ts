import type { z } from "zod";
import type { Language } from "#app/domain/language.ts";
import type { NotePart } from "#app/domain/note.ts";
import type { DayProblem } from "#app/domain/note-day.ts";
import type { NumberProblem } from "#app/domain/written-number.ts";
import type { RichNode } from "#app/domain/rich-text.ts";

/** What every kind has that learners answer, graded or not. The public half travels to the browser. */
export interface AnsweredDefinition<Public extends PublicActivity = PublicActivity, Response = unknown> {
  kind: Public["kind"];
  PublicSchema: z.ZodType<Public>;
  ResponseSchema: z.ZodType<Response>;
  /**
   * Reads what a form sent. Field names begin with `answer`: `answer` itself, `answer.<row>` where there are rows.
   * Unknown ids are dropped; null when nothing was answered.
   */
  readResponse(activity: Public, form: FormFields): Response | null;
  /** Why a response cannot be taken as it stands, where a kind knows such; null when nothing is wrong. */
  problemOf?(activity: Public, response: Response): AnswerProblem | null;
}

/**
 * What a graded kind of activity is made of. The key half never travels to the browser before the answer is in. Grading is pure: the
 * same key and response give the same grade, whatever the order in which the parts were shown.
 */
export interface ActivityDefinition<Public extends PublicActivity = PublicActivity, Key = unknown, Response = unknown>
  extends AnsweredDefinition<Public, Response> {
  KeySchema: z.ZodType<Key>;
  /** Ids of the parts that are shown in an order of the attempt's own; empty when the author fixed the order. */
  shuffled(activity: Public): string[];
  /** Another order for shuffled parts, where chance may not have the last word: steps that lay in the key's own order. */
  arrange?(order: string[], key: Key): string[];
  /** The response of somebody who answered nothing; it scores as little as a response can. */
  unanswered: Response;
  /**
   * A response that scores 1, for those who may see the key.
   * @param language of the page; English where it is left out. Only what is typed differs by it
   */
  solution(key: Key, language?: Language): Response;
  /** The score is 0…1; only the key's own answer scores 1. */
  grade(key: Key, response: Response): Grade;
}

/** A kind that is answered and never graded: it has no key, and everything about it is public. */
export interface OpenDefinition<Public extends PublicActivity = PublicActivity, Response = unknown>
  extends AnsweredDefinition<Public, Response> {
  /**
   * `answer`: kept like other answers, each for itself. `note`: the learner's own; only the newest text is kept, its writer can delete it,
   * and nobody else ever sees it. An emptied note is one that was deleted.
   */
  keeps: "answer" | "note";
  /**
   * What an answer chose, for telling others how many chose the same; `others` of its view counts these keys. Two keys with the same beginning up to
   * a dot belong to one choice. Empty for an answer that does not count, and for one whose writer may not see the count yet.
   */
  choicesIn?(activity: Public, response: Response): string[];
  /** What a note says, question by question, for its writer to read again elsewhere; of kinds that keep notes. */
  told?(activity: Public, response: Response): NotePart[];
  /** Ids of the activities whose notes their writer sees beside this one. The compiler lets only earlier ones through that keep notes. */
  recalls?(activity: Public): string[];
}

/** A kind that is looked at and used in place, and keeps nothing: what it shows is all there is. */
export interface ExhibitDefinition<Public extends Exhibit = Exhibit> {
  kind: Public["kind"];
  PublicSchema: z.ZodType<Public>;
}

/** What travels to the browser of an exhibit. */
export interface Exhibit {
  kind: string;
  id: string;
}

/** The part of FormData and URLSearchParams that reading an answer needs. */
export interface FormFields {
  getAll(name: string): unknown[];
}

export interface PublicActivity {
  kind: string;
  id: string;
  outcome: string;
  /** The case, told before the question; may be empty. */
  setting: RichNode[];
  stem: RichNode[];
  /** Where learners are asked how sure they are of their answer, too. */
  confidence?: true;
}

export interface Grade {
  /** 0…1 */
  score: number;
  /** How each part that the learner touched or missed stands; parts left alone rightly are absent. */
  marks: Record<string, Mark>;
}

/** What can be wrong with an answer that was typed; each has its sentence among the problems. */
export type AnswerProblem = NumberProblem | DayProblem | "text-too-long";

export type Mark = "right" | "wrong" | "missed";

/** The reasons, by part id (option id, row id), and the explanation of the whole; per language. */
export interface Feedback {
  parts: Record<string, RichNode[]>;
  explanation: RichNode[];
}

/** Everything about one activity, as the server holds it. `version` changes when its key, its parts or its English wording change. */
export interface ActivityRecord {
  id: string;
  kind: string;
  version: string;
  key: unknown;
  public: Record<"en" | "ru" | "be", PublicActivity>;
  feedback: Record<"en" | "ru" | "be", Feedback>;
}
