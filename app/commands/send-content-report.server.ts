import { passagesOf } from "#app/catalogue/lesson-passages.server.ts";
import { lessonKey } from "#app/catalogue/lessons.ts";
import { readReport, type ReportRefusal } from "#app/domain/content-report.ts";
import type { Course, Lesson, Module } from "#app/domain/course.ts";
import type { Language } from "#app/domain/language.ts";
import { accept, refuse, type Result } from "#app/domain/result.ts";
import { findContentReportOf, insertContentReport } from "#app/store/content-reports.server.ts";
import type { Services } from "./services.ts";

type Refusal = ReportRefusal | "report-place-unknown" | "report-sent" | "report-foreign" | "too-many-reports";

/**
 * Keeps what a learner says about a place of a lesson, with the words that stand there. The same `reportId` counts once, however
 * often it is sent; with other words it is refused as `report-sent`, so that nothing is dropped in silence.
 * @param place as in `LessonPassage`; empty for the lesson as a whole
 * @returns the id; `report-foreign` when it is no id, or that of somebody else's report
 */
export async function sendContentReport(
  services: Pick<Services, "store" | "now" | "limits">,
  given: {
    accountId: string;
    reportId: string;
    course: Course;
    module: Module;
    lesson: Lesson;
    language: Language;
    place: string;
    kind: string;
    text: string;
  },
): Promise<Result<string, Refusal>> {
  const { accountId, reportId, course, module, lesson, language, place } = given;
  if (!/^[0-9a-f-]{36}$/.test(reportId)) return refuse("report-foreign");
  const read = readReport(given);
  if (!read.ok) return read;
  const { kind, text } = read.value;
  const key = lessonKey({ courseId: course.id, moduleId: module.id, lessonId: lesson.id, language });
  const excerpt =
    place === "" ? lesson.title[language] : passagesOf(key).find((passage) => passage.place === place)?.text;
  if (excerpt === undefined) return refuse("report-place-unknown", { field: "at" });

  const owner = { accountId, reportId };
  const isThis = (stored: { place: string; kind: string; text: string }) =>
    stored.place === place && stored.kind === kind && stored.text === text;
  // What is kept already costs no try: a learner on a poor line sends it until the answer arrives.
  const before = await services.store.read((db) => findContentReportOf(db, owner));
  if (before) return isThis(before) ? accept(reportId) : refuse("report-sent");
  if (!(await services.limits.reportContent({ accountId })).ok) return refuse("too-many-reports");

  return services.store.write(async (tx) => {
    const inserted = await insertContentReport(tx, {
      id: reportId,
      accountId,
      courseId: course.id,
      moduleId: module.id,
      lessonId: lesson.id,
      language,
      place,
      excerpt,
      revision: lesson.revision ?? 1,
      kind,
      text,
      createdAt: services.now(),
    });
    if (inserted) return accept(reportId);
    const stored = await findContentReportOf(tx, owner);
    if (!stored) return refuse("report-foreign");
    return isThis(stored) ? accept(reportId) : refuse("report-sent");
  });
}
