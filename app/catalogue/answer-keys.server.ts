import { answerKeys } from "virtual:waymark/answer-keys";
import type { ActivityRecord } from "#app/activities/activity.ts";

/** Everything about an activity, its key included, or null when the course has no such activity. */
export function findActivity(courseId: string, activityId: string): ActivityRecord | null {
  const course = Object.hasOwn(answerKeys, courseId) ? answerKeys[courseId] : undefined;
  return course && Object.hasOwn(course, activityId) ? (course[activityId] ?? null) : null;
}
