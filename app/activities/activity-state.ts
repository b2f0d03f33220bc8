import { type Confidence, confidenceOf } from "#app/domain/confidence.ts";
import type { Exhibit, Feedback, FormFields, Grade, PublicActivity } from "./activity.ts";

/** What a learner sees of an activity after answering it: only then does the key travel. */
export interface Review {
  response: unknown;
  grade: Grade;
  key: unknown;
  feedback: Feedback;
  /** How sure the learner was; null, or left out, where nobody asked or nobody said. */
  confidence?: Confidence | null;
  /** For a reviewer: `response` is the key itself, and nobody's answer. */
  solution?: true;
}

/** One activity of a lesson as one learner meets it. */
export interface ActivityState {
  /** Ids of its shuffled parts in the order in which they are shown. */
  order: string[];
  /** Idempotency key of the next answer. */
  answerId: string;
  /** The newest answer, to start from when it is given anew; null when there is none. */
  response: unknown;
  review: Review | null;
  /** Of a kind that is never graded: see `OpenDefinition`. */
  keeps?: "answer" | "note";
  /** What is stored, where `response` is a text that was refused. */
  stored?: unknown;
  /** Whether the page answers a form that was just saved. */
  saved?: true;
  /** See `OpenViewProps`. */
  others?: Record<string, number> | null;
  /** Of a kind that recalls notes: see `OpenViewProps`. */
  notes?: RecalledNote[];
  /** Code of a problem with what was just sent. */
  problem?: string;
}

/** What a learner wrote in another activity of the course, shown to nobody but themselves. */
export interface RecalledNote {
  /** Of that activity. */
  id: string;
  /** What it asked. */
  title: string;
  lines: { heading: string; text: string }[];
}

/** What every kind's view gets. Field names begin with `prefix` and a dot, so that many activities fit into one form. */
export interface ActivityViewProps<Public, Response, Key> {
  activity: Public;
  order: readonly string[];
  prefix: string;
  /** What was answered before, to start from; null when nothing was. */
  response: Response | null;
  /** How sure the learner said to be of it, to start from; null, or left out, where nobody has said. */
  confidence?: Confidence | null;
  /** Code of what is wrong with the answer; the frame says it in the element `<prefix>-problem`. */
  problem?: string | null;
  /** After the answer is in; the fields are then closed. */
  review: (Omit<Review, "response" | "key"> & { response: Response; key: Key }) | null;
}

/** What the view of a kind that is never graded gets. It draws its own buttons: `intent` is the name, `answer` the value of those that save. */
export interface OpenViewProps<Public extends PublicActivity, Response> {
  activity: Public;
  /** Field names begin with it and a dot. */
  prefix: string;
  /** What was answered last; null when nothing was. A view follows it: with script it changes as answers come in. */
  response: Response | null;
  /** Code of what is wrong with the answer; the frame says it in the element `<prefix>-problem`. */
  problem: string | null;
  /** How often others chose what, by the keys of `OpenDefinition.choicesIn`; null where too few have answered, or nobody counts. */
  others: Record<string, number> | null;
  /** What the learner wrote in the activities that this one recalls; left out where it recalls none, and in previews. */
  notes?: readonly RecalledNote[];
  /** Address of the page that prints what was written, for a kind that has one; left out in previews. */
  sheet?: string;
  /** Whether answers can be given: not in a reviewer's and not in a printed preview. */
  open: boolean;
}

/** What the view of an exhibit gets. */
export interface ExhibitViewProps<Public extends Exhibit> {
  exhibit: Public;
  /** Of ids and field names. */
  prefix: string;
  /** The query of the page's address: without script, a form of an exhibit comes back to its own page with its fields there. */
  query: URLSearchParams;
}

/**
 * How sure a learner said to be, in the field `confidence`: beside the answer, not part of it.
 * @param fields of this activity alone
 * @returns null where the activity does not ask, where nobody said, and for what none of the three is
 */
export function confidenceIn(activity: PublicActivity, fields: FormFields): Confidence | null {
  const [said, ...others] = fields.getAll("confidence");
  return activity.confidence && others.length === 0 ? confidenceOf(said) : null;
}

/** The fields of one activity among those of a form that holds many. */
export function fieldsOf(form: FormFields, prefix: string): FormFields {
  return { getAll: (name) => form.getAll(`${prefix}.${name}`) };
}
