import { lessonPassages } from "virtual:waymark/lesson-passages";
import type { LessonPassage } from "#app/domain/content-report.ts";

/** The places of a lesson that a report can name, in its order; empty for a lesson that does not exist. */
export function passagesOf(lessonKey: string): readonly LessonPassage[] {
  return Object.hasOwn(lessonPassages, lessonKey) ? (lessonPassages[lessonKey] ?? []) : [];
}
