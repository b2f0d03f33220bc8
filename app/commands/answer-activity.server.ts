import type { AnswerProblem, FormFields, Grade } from "#app/activities/activity.ts";
import { confidenceIn, fieldsOf } from "#app/activities/activity-state.ts";
import { answeredDefinitionOf, definitionOf, findOpenDefinition } from "#app/activities/definitions.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import { type Confidence, confidenceOf } from "#app/domain/confidence.ts";
import type { Course, Lesson, Module } from "#app/domain/course.ts";
import type { Language } from "#app/domain/language.ts";
import { accept, refuse, type Result } from "#app/domain/result.ts";
import { appendActivityAnswer } from "#app/store/answers.server.ts";
import type { Services } from "./services.ts";

/**
 * Grades an answer to an activity of a lesson and keeps it; one of a kind that is never graded is only kept. The same `answerId` counts once, however often it is sent.
 * @param fields the form's fields, named with the activity's id in front; where the activity asks how sure the learner is, that may be among
 *   them, and is kept with the answer
 * @returns what was stored, `graded` null for a kind that is never graded; refused as `answer-empty`, as `answer-foreign` when activity or answerId are not the learner's, or as what
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
  Result<
    { response: unknown; graded: { key: unknown; grade: Grade; confidence: Confidence | null } | null },
    "answer-empty" | "answer-foreign" | AnswerProblem
  >
> {
  const { accountId, course, module, lesson, activityId, answerId, language } = given;
  const record = lesson.activities.includes(activityId) ? findActivity(course.id, activityId) : null;
  const open = record && findOpenDefinition(record.kind);
  // A note is kept elsewhere: see save-note.server.ts.
  if (!record || open?.keeps === "note" || !/^[0-9a-f-]{36}$/.test(answerId)) return refuse("answer-foreign");
  const definition = answeredDefinitionOf(record.kind);
  const fields = fieldsOf(given.fields, activityId);
  const response = definition.readResponse(record.public[language], fields);
  if (response === null) return refuse("answer-empty");
  const problem = definition.problemOf?.(record.public[language], response);
  if (problem) return refuse(problem);

  const gradeOf = (given: unknown) => (open ? null : definitionOf(record.kind).grade(record.key, given));
  const grade = gradeOf(response);
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
      scorePermille: grade && Math.floor(grade.score * 1000 + 1e-9),
      confidence: confidenceIn(record.public[language], fields),
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
  const storedGrade = gradeOf(stored.response);
  const confidence = confidenceOf(stored.confidence);
  return accept({
    response: stored.response,
    graded: storedGrade && { key: record.key, grade: storedGrade, confidence },
  });
}
