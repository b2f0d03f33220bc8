import type { AppLoadContext } from "@remix-run/node";
import { findCourse } from "#app/catalogue/courses.ts";
import type { CertificateRecord } from "#app/domain/certificate-record.ts";
import { type CertificateState, certificateState } from "#app/domain/certificate-state.ts";
import type { Aid, Course, Lesson, Module } from "#app/domain/course.ts";
import { findAid, findLesson, findModule } from "#app/domain/course.ts";
import { type CourseProgress, foldProgress } from "#app/domain/progress.ts";
import { listAttemptsOf } from "#app/store/attempts.server.ts";
import { findCertificateOf, listEventsOf } from "#app/store/certificates.server.ts";
import { listCompletionsOf, listPlacesOf } from "#app/store/progress.server.ts";
import type { CertificateStanding } from "#app/ui/certificate-outlook.ts";
import { notFound } from "../request.server.ts";

/** @throws Response 404 when there is no such course */
export function requireCourse(params: { course?: string }): Course {
  const course = findCourse(params.course ?? "");
  if (!course) throw notFound();
  return course;
}

/** @throws Response 404 when the course has no such module */
export function requireModule(params: { course?: string; module?: string }): { course: Course; module: Module } {
  const course = requireCourse(params);
  const module = findModule(course, params.module ?? "");
  if (!module) throw notFound();
  return { course, module };
}

/** @throws Response 404 when the module has no such lesson */
export function requireLesson(params: { course?: string; module?: string; lesson?: string }): {
  course: Course;
  module: Module;
  lesson: Lesson;
} {
  const { course, module } = requireModule(params);
  const lesson = findLesson(module, params.lesson ?? "");
  if (!lesson) throw notFound();
  return { course, module, lesson };
}

/** @throws Response 404 when the course has no such sheet to print */
export function requireAid(params: { course?: string; aid?: string }): { course: Course; aid: Aid } {
  const course = requireCourse(params);
  const aid = findAid(course, params.aid ?? "");
  if (!aid) throw notFound();
  return { course, aid };
}

/** Everything known about one learner in one course, and what follows from it. */
export async function readProgress(
  context: AppLoadContext,
  accountId: string,
  course: Course,
): Promise<{
  progress: CourseProgress;
  certificate: CertificateStanding;
  /** The certificate of this edition and its state, or null. */
  issued: { record: CertificateRecord; state: CertificateState } | null;
}> {
  return context.services.store.read(async (db) => {
    const completions = await listCompletionsOf(db, { accountId, courseId: course.id });
    const places = await listPlacesOf(db, { accountId, courseId: course.id });
    const attempts = await listAttemptsOf(db, { accountId, courseId: course.id });
    const certificate = await findCertificateOf(db, { accountId, courseId: course.id, edition: course.edition });
    const issued = certificate && {
      record: certificate.record,
      state: certificateState(await listEventsOf(db, certificate.id)),
    };
    const standing = issued === null ? "none" : issued.state.kind === "revoked" ? "revoked" : "valid";
    return { progress: foldProgress(course, { completions, places, attempts }), certificate: standing, issued };
  });
}
