import { isDeepStrictEqual } from "node:util";
import type { AnswerProblem, FormFields } from "#app/activities/activity.ts";
import { fieldsOf } from "#app/activities/activity-state.ts";
import { findOpenDefinition } from "#app/activities/definitions.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import type { Course, Lesson, Module } from "#app/domain/course.ts";
import type { Language } from "#app/domain/language.ts";
import { accept, refuse, type Result } from "#app/domain/result.ts";
import { saveNote as storeNote } from "#app/store/notes.server.ts";
import type { Services } from "./services.ts";

/**
 * Keeps what a learner writes for themselves in an activity of a lesson. Only the newest text is kept, and an emptied one is deleted.
 * @param fields the form's fields, named with the activity's id in front. A field `shown` holds the text with which the page was made, as
 *   JSON: a page that still says the same was not touched, and what another device has saved since stays
 * @param seq the client's own count, rising with each change; an older one never overwrites a newer one
 * @returns what the page says now; refused as `answer-foreign` when the lesson has no such note, `answer-stale` when a newer text is
 *   there already, or as what the kind says of a text that it cannot take; a refused text is not kept
 */
export async function saveNote(
  services: Pick<Services, "store" | "now" | "newId" | "rememberPlace">,
  given: {
    accountId: string;
    course: Course;
    module: Module;
    lesson: Lesson;
    activityId: string;
    fields: FormFields;
    seq: number;
    language: Language;
  },
): Promise<Result<{ response: unknown }, "answer-foreign" | "answer-stale" | AnswerProblem>> {
  const { accountId, course, module, lesson, activityId, seq, language } = given;
  const record = lesson.activities.includes(activityId) ? findActivity(course.id, activityId) : null;
  const definition = record && findOpenDefinition(record.kind);
  if (!record || definition?.keeps !== "note") return refuse("answer-foreign");
  const own = fieldsOf(given.fields, activityId);
  const response = definition.readResponse(record.public[language], own);
  const problem = response === null ? null : definition.problemOf?.(record.public[language], response);
  if (problem) return refuse(problem);

  const now = services.now();
  const [shown, ...others] = own.getAll("shown");
  const untouched = others.length === 0 && isDeepStrictEqual(parsed(shown), response);
  if (!untouched) {
    const note = { id: services.newId(), accountId, courseId: course.id, lessonId: lesson.id, activityId };
    const kept = await services.store.write((tx) =>
      storeNote(tx, { ...note, response, seq, language, writtenAt: now }),
    );
    if (kept === "stale") return refuse("answer-stale");
  }
  services.rememberPlace({
    accountId,
    courseId: course.id,
    moduleId: module.id,
    lessonId: lesson.id,
    anchor: activityId,
    seenAt: now,
  });
  return accept({ response });
}

/** The order of an object's fields may differ: PostgreSQL keeps one of its own. Undefined for what is no JSON. */
function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
