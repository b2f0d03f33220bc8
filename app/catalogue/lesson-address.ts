import { isLanguage } from "#app/domain/language.ts";
import { lessonKey, welcomeKey } from "./lessons.ts";

/**
 * The key of the lesson that a path shows, or null. The browser asks before it takes over a page, so that the
 * lesson's module is in memory by then.
 */
export function lessonKeyAt(pathname: string): string | null {
  const [language, courses, courseId, moduleId, lessonId, ...rest] = pathname.split("/").slice(1).map(decodeSegment);
  if (!isLanguage(language) || courses !== "courses" || !courseId || !moduleId || rest.length > 0) return null;
  if (lessonId === undefined) return moduleId === "welcome" ? welcomeKey(courseId, language) : null;
  return lessonId === "quiz" ? null : lessonKey({ courseId, moduleId, lessonId, language });
}

/** Whether a path shows the gallery of samples, which the browser loads only then. */
export function opensGallery(pathname: string): boolean {
  return /^\/[a-z]{2}\/author\/gallery\/?$/.test(pathname);
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
