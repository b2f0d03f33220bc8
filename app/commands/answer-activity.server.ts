import type { AnswerProblem, FormFields, Grade } from "#app/activities/activity.ts";
import { fieldsOf } from "#app/activities/activity-state.ts";
import { definitionOf } from "#app/activities/definitions.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import type { Course, Lesson, Module } from "#app/domain/course.ts";
import type { Language } from "#app/domain/language.ts";
import { accept, refuse, type Result } from "#app/domain/result.ts";
import { appendActivityAnswer } from "#app/store/answers.server.ts";
import type { Services } from "./services.ts";

/**
 * Grades an answer to an activity of a lesson and keeps it. The same `answerId` counts once, however often it is sent.
 * @param fields the form's fields, named with the activity's id in front
 * @returns what was stored; refused as `answer-empty`, as `answer-foreign` when activity or answerId are not the learner's, or as what
 *   the kind says of an answer that it cannot read; a refused answer is not kept
 */
export async function answerActivity(
  services: Pick<Services, "store" | "now" | "rememberPlace">,
  given: {
    accountId: string;
    course: Course;
    module: Module;
    lesson: Lesson;
    activityId: string;
    answerId: string;
    fields: FormFields;
    language: Language;
  },
): Promise<
  Result<{ response: unknown; key: unknown; grade: Grade }, "answer-empty" | "answer-foreign" | AnswerProblem>
> {
  const { accountId, course, module, lesson, activityId, answerId, language } = given;
  const record = lesson.activities.includes(activityId) ? findActivity(course.id, activityId) : null;
  if (!record || !/^[0-9a-f-]{36}$/.test(answerId)) return refuse("answer-foreign");
  const definition = definitionOf(record.kind);
  const response = definition.readResponse(record.public[language], fieldsOf(given.fields, activityId));
  if (response === null) return refuse("answer-empty");
  const problem = definition.problemOf?.(record.public[language], response);
  if (problem) return refuse(problem);

  const grade = definition.grade(record.key, response);
  const now = services.now();
  const stored = await services.store.write((tx) =>
    appendActivityAnswer(tx, {
      id: answerId,
      accountId,
      courseId: course.id,
      lessonId: lesson.id,
      activityId,
      version: record.version,
      response,
      scorePermille: Math.floor(grade.score * 1000 + 1e-9),
      language,
      answeredAt: now,
    }),
  );
  if (!stored) return refuse("answer-foreign");
  services.rememberPlace({
    accountId,
    courseId: course.id,
    moduleId: module.id,
    lessonId: lesson.id,
    anchor: activityId,
    seenAt: now,
  });
  return accept({ response: stored.response, key: record.key, grade: definition.grade(record.key, stored.response) });
}
