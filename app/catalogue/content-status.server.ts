import { contentStatus } from "virtual:waymark/content-status";
import type { ContentStatus, CourseStatus, PageRow } from "#app/domain/content-status.ts";

/** The state of the content as it was when this program was built; in development, as it is now. */
export function readContentStatus(): ContentStatus {
  return contentStatus;
}

/** The state of one course, or null. */
export function findCourseStatus(courseId: string): CourseStatus | null {
  return contentStatus.courses.find(({ id }) => id === courseId) ?? null;
}

/**
 * A page of a course in all languages, or null.
 * @param folder such as `first-steps/who-counts`, `first-steps/quiz`, `welcome`
 */
export function findPageRow(course: CourseStatus, folder: string): PageRow | null {
  return course.pages.find((row) => row.folder === folder) ?? null;
}
