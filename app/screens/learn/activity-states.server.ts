import { createHmac, hash } from "node:crypto";
import { type ActivityState, fieldsOf, type Review } from "#app/activities/activity-state.ts";
import type { ActivityRecord, AnswerProblem, FormFields } from "#app/activities/activity.ts";
import { answeredDefinitionOf, arrangedParts, definitionOf, findOpenDefinition } from "#app/activities/definitions.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import { choicesOfOthers } from "#app/commands/choices-of-others.server.ts";
import type { Services } from "#app/commands/services.ts";
import { type Confidence, confidenceOf } from "#app/domain/confidence.ts";
import type { Language } from "#app/domain/language.ts";
import { plainText } from "#app/domain/rich-text.ts";
import { notesFor } from "./recalled-notes.server.ts";

/**
 * What a learner may see of an activity once an answer to it is in; null for a kind that is never graded.
 * @param answer how sure somebody was of an answer that is not there says nothing
 */
export function reviewOf(
  record: ActivityRecord,
  { response, confidence = null }: { response: unknown; confidence?: Confidence | null },
  key: unknown,
  language: Language,
): Review | null {
  if (findOpenDefinition(record.kind)) return null;
  const definition = definitionOf(record.kind);
  return {
    response,
    grade: definition.grade(key, response ?? definition.unanswered),
    key,
    feedback: record.feedback[language],
    confidence: response === null ? null : confidence,
  };
}

/** What is wrong with a kept answer that cannot be graded as it stands; null when nothing is. */
export function problemOf(record: ActivityRecord, response: unknown, language: Language): AnswerProblem | null {
  if (response === null) return null;
  return answeredDefinitionOf(record.kind).problemOf?.(record.public[language], response) ?? null;
}

/** An answer that was refused, as it was typed; null for a form that holds none. */
export function typedAnswer(given: { courseId: string; activityId: string; fields: FormFields; language: Language }) {
  const record = findActivity(given.courseId, given.activityId);
  if (!record) return null;
  const fields = fieldsOf(given.fields, given.activityId);
  return answeredDefinitionOf(record.kind).readResponse(record.public[given.language], fields);
}

/**
 * The state of each activity of a lesson for one learner. The order of options is the learner's own and stays the same
 * on every visit and in every language.
 */
export function activityStates({
  courseId,
  activityIds,
  answers,
  notes,
  accountId,
  language,
  secret,
  newId,
  again,
}: {
  courseId: string;
  activityIds: readonly string[];
  answers: readonly { activityId: string; version: string; response: unknown; confidence: string | null }[];
  /** What the learner wrote for themselves. */
  notes: readonly { activityId: string; response: unknown }[];
  accountId: string;
  language: Language;
  secret: string;
  newId: () => string;
  /** Id of an activity that the learner wants to answer anew, or null. */
  again: string | null;
}): Record<string, ActivityState> {
  const states: Record<string, ActivityState> = {};
  for (const id of activityIds) {
    const record = findActivity(courseId, id);
    if (!record) continue;
    const seed = createHmac("sha256", secret).update(`${accountId}|${id}`).digest("hex");
    const rank = (part: string) => hash("sha256", seed + part);
    // An answer to an older version of the question says nothing about this one.
    const answer = answers.find((one) => one.activityId === id && one.version === record.version);
    const open = findOpenDefinition(record.kind);
    const kept = open?.keeps === "note" ? notes.find(({ activityId }) => activityId === id) : answer;
    // A text that was written for an older form of the activity may not fit this one.
    const response = open ? (open.ResponseSchema.safeParse(kept?.response).data ?? null) : (kept?.response ?? null);
    const recalled = open?.recalls?.(record.public[language]);
    states[id] = {
      order: arrangedParts(record.public[language], record.key, rank),
      answerId: newId(),
      response,
      ...(open ? { keeps: open.keeps } : {}),
      ...(recalled ? { notes: notesFor({ courseId, activityIds: recalled, notes, language }) } : {}),
      review:
        answer && id !== again
          ? reviewOf(record, { response, confidence: confidenceOf(answer.confidence) }, record.key, language)
          : null,
    };
  }
  return states;
}

/** The states with what others chose, where the learner may see it. */
export async function withOthers(
  services: Pick<Services, "store" | "now">,
  courseId: string,
  states: Record<string, ActivityState>,
): Promise<Record<string, ActivityState>> {
  const told = await Promise.all(
    Object.entries(states).map(async ([id, state]): Promise<[string, ActivityState]> => {
      const record = state.keeps === "answer" && state.response !== null ? findActivity(courseId, id) : null;
      if (!record) return [id, state];
      return [
        id,
        { ...state, others: await choicesOfOthers(services, { courseId, record, response: state.response }) },
      ];
    }),
  );
  return Object.fromEntries(told);
}

/** What activities of a course ask, in words. */
export function questionsOf(
  courseId: string,
  activityIds: readonly string[],
  language: Language,
): { id: string; text: string }[] {
  return activityIds.flatMap((id) => {
    const record = findActivity(courseId, id);
    return record ? [{ id, text: plainText(record.public[language].stem).trim() }] : [];
  });
}

/** Whether learners write for themselves in one of these activities. */
export function hasNotes(courseId: string, activityIds: readonly string[]): boolean {
  return activityIds.some((id) => {
    const record = findActivity(courseId, id);
    return record !== null && findOpenDefinition(record.kind)?.keeps === "note";
  });
}
