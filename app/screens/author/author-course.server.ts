import { findCourseStatus } from "#app/catalogue/content-status.server.ts";
import type { CourseStatus } from "#app/domain/content-status.ts";
import { notFound } from "../request.server.ts";

/** @throws Response 404 when there is no such course */
export function requireCourseStatus(params: { course?: string }): CourseStatus {
  const course = findCourseStatus(params.course ?? "");
  if (!course) throw notFound();
  return course;
}
