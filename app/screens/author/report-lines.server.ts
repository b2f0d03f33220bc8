import { findCourse, listCourses } from "#app/catalogue/courses.ts";
import { dateIn } from "#app/domain/calendar-date.ts";
import type { ContentReport, ReportFilter } from "#app/domain/content-report.ts";
import { findLesson, findModule, readingOrder } from "#app/domain/course.ts";
import { isLanguage, type Language } from "#app/domain/language.ts";
import type { ReportChoice } from "#app/ui/author/report-filter.tsx";
import type { ReportLine } from "#app/ui/author/report-list.tsx";

const DAY = 86_400_000;

/** Reads which reports are wanted; what names no course, lesson or state of ours chooses nothing. */
export function readReportChoice(query: URLSearchParams): ReportChoice {
  const lesson = query.get("lesson") ?? "";
  const state = query.get("state");
  const course = query.get("course") ?? "";
  return {
    course: findCourse(course) ? course : "",
    lesson: lessonsOf("en").some(({ lessons }) => lessons.some(({ address }) => address === lesson)) ? lesson : "",
    state: state === "open" || state === "answered" ? state : "",
  };
}

/** A lesson belongs to one course: it goes before the choice of a course. */
export function filterOf({ course, lesson, state }: ReportChoice): ReportFilter {
  const [lessonCourse, moduleId, lessonId] = lesson.split("/");
  return {
    courseId: lesson === "" ? course || undefined : lessonCourse,
    moduleId,
    lessonId,
    state: state || undefined,
  };
}

/** The courses with their lessons, for the choice. */
export function lessonsOf(language: Language) {
  return listCourses().map((course) => ({
    id: course.id,
    title: course.title[language],
    lessons: readingOrder(course).map(({ module, lesson }) => ({
      address: `${course.id}/${module.id}/${lesson.id}`,
      title: lesson.title[language],
    })),
  }));
}

/** A report as its line on the page, in the reader's language but for the learner's own words. */
export function reportLine(
  report: ContentReport,
  { reader, now, timeZone }: { reader: Language; now: number; timeZone: string },
): ReportLine {
  const { id, courseId, moduleId, lessonId, language, place, excerpt, revision, kind, text, createdAt } = report;
  const module = findModule(findCourse(courseId) ?? { modules: [] }, moduleId);
  const lesson = module && findLesson(module, lessonId);
  return {
    id,
    courseId,
    folder: `${moduleId}/${lessonId}`,
    title: lesson?.title[reader] ?? null,
    language: isLanguage(language) ? language : "en",
    place,
    excerpt,
    revision,
    kind,
    text,
    sentOn: dateIn(timeZone, createdAt),
    days: Math.max(0, Math.floor((now - createdAt) / DAY)),
    answer: report.answeredAt === null ? null : { on: dateIn(timeZone, report.answeredAt), note: report.note ?? "" },
  };
}
