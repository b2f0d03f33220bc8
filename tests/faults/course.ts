/** The course that the faults are tried on, and what a learner sends to take it. */
import type { ActivityRecord } from "#app/activities/activity.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import { listCourses } from "#app/catalogue/courses.ts";
import { readingOrder } from "#app/domain/course.ts";
import { paths } from "#app/domain/paths.ts";

const [found] = listCourses();
const [first] = found?.modules ?? [];
if (!found || !first) throw new Error("There is no course to take.");

export const course = found;
export const module = first;
export const quizPath = paths.quiz("en", course.id, module.id);
export const certificatePath = paths.certificate("en", course.id);

export const lessons = readingOrder(course).map(({ module: within, lesson }) => ({
  path: paths.lesson("en", course.id, within.id, lesson.id),
  place: { courseId: course.id, moduleId: within.id, lessonId: lesson.id },
  lessonId: lesson.id,
  activities: lesson.activities,
}));

/** A right answer to an activity, or with `wrong` one that is not: the form's fields, and the response that is stored. */
export function answerTo(activityId: string, { wrong = false } = {}): { fields: string[][]; response: unknown } {
  const record = findActivity(course.id, activityId);
  if (!record) throw new Error(`There is no activity ${activityId}.`);
  const response = wrong ? wrongResponse(record) : rightResponse(record);
  return { fields: fieldsOf(activityId, response), response };
}

function rightResponse({ key }: ActivityRecord): unknown {
  const { right, pairs } = key as { right?: string | string[]; pairs?: Record<string, string> };
  return right ?? pairs;
}

function wrongResponse(record: ActivityRecord): unknown {
  const right = rightResponse(record);
  if (record.kind === "match") {
    const [[row, answer] = ["", ""], ...others] = Object.entries(right as Record<string, string>);
    const other = others.find(([, one]) => one !== answer)?.[1] ?? "";
    return { [row]: other };
  }
  const { options } = record.public.en as unknown as { options: { id: string }[] };
  const other = options.find(({ id }) => id !== right && !(Array.isArray(right) && right.includes(id)))?.id ?? "";
  return record.kind === "multiple" ? [other] : other;
}

function fieldsOf(activityId: string, response: unknown): string[][] {
  if (typeof response === "string") return [[`${activityId}.answer`, response]];
  if (Array.isArray(response)) return response.map((id: string) => [`${activityId}.answer`, id]);
  return Object.entries(response as Record<string, string>).map(([row, id]) => [`${activityId}.answer.${row}`, id]);
}
