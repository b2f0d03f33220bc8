/** The addresses of the product: the only place that spells them. */
import { isLanguage, type Language } from "./language.ts";

/** The anchor of the note which tells that a lesson has changed since the learner finished it. */
export const CHANGE_NOTE = "changed";

export const paths = {
  home: (lang: Language) => `/${lang}`,
  dashboard: (lang: Language) => `/${lang}/dashboard`,
  course: (lang: Language, course: string) => `/${lang}/courses/${course}`,
  welcome: (lang: Language, course: string) => `/${lang}/courses/${course}/welcome`,
  lesson: (lang: Language, course: string, module: string, lesson: string, anchor?: string | null) =>
    `/${lang}/courses/${course}/${module}/${lesson}${anchor ? `#${anchor}` : ""}`,
  /** Where a learner says what is wrong in a lesson. */
  report: (lang: Language, course: string, module: string, lesson: string, at?: string | null) =>
    `/${lang}/courses/${course}/${module}/${lesson}/report${at ? `?at=${encodeURIComponent(at)}` : ""}`,
  quiz: (lang: Language, course: string, module: string) => `/${lang}/courses/${course}/${module}/quiz`,
  attempt: (lang: Language, course: string, module: string, attempt: string) =>
    `/${lang}/courses/${course}/${module}/quiz/${attempt}`,
  /** @param version of the printed sheet from which somebody comes */
  aid: (lang: Language, course: string, aid: string, version?: string | null) =>
    `/${lang}/courses/${course}/aids/${aid}${version ? `?v=${encodeURIComponent(version)}` : ""}`,
  /** What the QR code of a printed sheet holds; it needs no language. */
  aidShort: (course: string, aid: string, version: string) => `/aids/${course}/${aid}?v=${encodeURIComponent(version)}`,
  /** What the learner wrote in a course for themselves. */
  notes: (lang: Language, course: string) => `/${lang}/courses/${course}/notes`,
  notesFile: (lang: Language, course: string) => `/${lang}/courses/${course}/notes.txt`,
  /** Where learners print the action plans that they wrote in a course. */
  plan: (lang: Language, course: string) => `/${lang}/courses/${course}/plan`,
  planText: (lang: Language, course: string) => `/${lang}/courses/${course}/plan.txt`,
  certificate: (lang: Language, course: string) => `/${lang}/courses/${course}/certificate`,
  certificateFile: (id: string) => `/certificates/${id}.pdf`,
  verify: (lang: Language) => `/${lang}/verify`,
  verifyCode: (lang: Language, code: string) => `/${lang}/verify/${code}`,
  /** What the QR code holds; it needs no language. */
  verifyShort: (code: string) => `/verify/${code}`,
  signIn: (lang: Language, next?: string) =>
    `/${lang}/account/sign-in${next ? `?next=${encodeURIComponent(next)}` : ""}`,
  signUp: (lang: Language) => `/${lang}/account/sign-up`,
  signOut: (lang: Language) => `/${lang}/account/sign-out`,
  forgotten: (lang: Language) => `/${lang}/account/forgotten`,
  reset: (lang: Language, token: string) => `/${lang}/account/reset/${token}`,
  account: (lang: Language) => `/${lang}/account`,
  issuer: (lang: Language) => `/${lang}/issuer`,
  issuerCertificate: (lang: Language, id: string) => `/${lang}/issuer/${id}`,
  author: (lang: Language) => `/${lang}/author`,
  /** @param folder of the lesson or quiz in its course, such as `first-steps/who-counts` */
  authorPage: (lang: Language, course: string, folder: string) => `/${lang}/author/courses/${course}/${folder}`,
  /** @param folder of the lesson or quiz in its course */
  authorPreview: (lang: Language, course: string, folder: string) => `/${lang}/author/preview/${course}/${folder}`,
  authorSources: (lang: Language) => `/${lang}/author/sources`,
  /** @param at one cited place in the source; without it, all */
  authorSource: (lang: Language, course: string, source: string, at?: string | null) =>
    `/${lang}/author/sources/${course}/${source}${at ? `?at=${encodeURIComponent(at)}` : ""}`,
  authorDue: (lang: Language) => `/${lang}/author/due`,
  authorReports: (lang: Language) => `/${lang}/author/reports`,
  authorSurveys: (lang: Language) => `/${lang}/author/surveys`,
  /** @param course @param survey ids; without them, every survey */
  authorSurveysFile: (lang: Language, one?: { course: string; survey: string }) =>
    `/${lang}/author/surveys.csv${one ? `?${new URLSearchParams(one)}` : ""}`,
  authorGallery: (lang: Language) => `/${lang}/author/gallery`,
};

/**
 * The same page in another language: only the first segment changes, so place and query stay.
 * Pages that have no language in their address get one.
 */
export function inLanguage(path: string, lang: Language): string {
  if (/^\/(?:en|ru|be)(?=[/?]|$)/.test(path)) return path.replace(/^\/(?:en|ru|be)/, `/${lang}`);
  return path === "/" ? `/${lang}` : `/${lang}${path}`;
}

/** Course, module and lesson of a lesson's path, or null. */
export function lessonAt(path: string): { courseId: string; moduleId: string; lessonId: string } | null {
  const match = /^\/(?:en|ru|be)\/courses\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path);
  const [, courseId, moduleId, lessonId] = match ?? [];
  return courseId && moduleId && lessonId && lessonId !== "quiz" && moduleId !== "aids"
    ? { courseId, moduleId, lessonId }
    : null;
}

/**
 * The language of a page: what the frame of the page decided, else what the address says. The frame's decision is missing
 * on a page that stands in for a form that failed.
 */
export function languageOf(frame: unknown, pathname: string): Language {
  const decided = (frame as { language?: unknown } | null | undefined)?.language;
  if (isLanguage(decided)) return decided;
  const first = pathname.split("/")[1];
  return isLanguage(first) ? first : "en";
}
