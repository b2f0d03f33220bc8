import { lessons, loaders } from "virtual:waymark/lessons";
import type { Language } from "#app/domain/language.ts";
import type { LessonModule } from "./lesson-module.ts";

/** Lessons that the browser has loaded since the page was opened. */
const remembered = new Map<string, LessonModule>();

/** The key of a lesson in one language. */
export function lessonKey(lesson: {
  courseId: string;
  moduleId: string;
  lessonId: string;
  language: Language;
}): string {
  return [lesson.courseId, lesson.moduleId, lesson.lessonId, lesson.language].join("/");
}

/** The key of a course's welcome page in one language. */
export function welcomeKey(courseId: string, language: Language): string {
  return [courseId, "welcome", language].join("/");
}

/** The key of a sheet to print in one language. */
export function aidKey(courseId: string, aidId: string, language: Language): string {
  return [courseId, "aids", aidId, language].join("/");
}

/** A lesson that is in memory: on the server every lesson, in the browser those that were loaded; else null. */
export function loadedLesson(key: string): LessonModule | null {
  if (Object.hasOwn(lessons, key)) return lessons[key] ?? null;
  return remembered.get(key) ?? null;
}

/**
 * Brings a lesson into memory.
 * @returns null when there is no such lesson
 * @throws Error when the file cannot be fetched; the next call tries again
 */
export async function loadLesson(key: string): Promise<LessonModule | null> {
  const loaded = loadedLesson(key);
  if (loaded) return loaded;
  const load = Object.hasOwn(loaders, key) ? loaders[key] : undefined;
  if (!load) return null;
  const lesson = await load();
  remembered.set(key, lesson);
  return lesson;
}
