import type { AidVersion } from "./aid-version.ts";
import type { Language, Localised } from "./language.ts";

/** A course as its outline: what the compiler reads from `course.yaml` and the front matter of its files. */
export interface Course {
  id: string;
  title: Localised;
  summary: Localised;
  /** Printed on the certificate; a new edition is a new certificate. */
  edition: string;
  /** ISO date on which law and figures were last looked at. */
  lawAsOf: string;
  sourceLanguage: Language;
  review: "unreviewed" | "reviewed";
  welcome: CoursePage | null;
  completion: CompletionRule;
  modules: Module[];
  /** Sheets to print. */
  aids: Aid[];
  /** Sum of welcome page, lessons and quizzes, in minutes. */
  workloadMinutes: number;
}

/** The certificate needs every lesson read to the end and every quiz passed at this mark. */
export interface CompletionRule {
  /** Whole percent, 1 to 100. */
  quizPassPercent: number;
}

export interface CoursePage {
  title: Localised;
  summary: Localised;
  minutes: number;
  /** Languages without a translation: title, summary and page are those of the source language. Absent where there is none. */
  untranslated?: Language[];
}

/** A sheet to print: one side of A5. */
export interface Aid extends Omit<CoursePage, "minutes"> {
  id: string;
  version: AidVersion;
  materialRevision: number;
}

export interface Module {
  id: string;
  title: Localised;
  summary: Localised;
  outcomes: { id: string; text: Localised }[];
  lessons: Lesson[];
  quiz: Quiz;
}

export interface Lesson extends CoursePage {
  id: string;
  outcomes: string[];
  /** How many `##` screens it has; their anchors are `s1` … `sN` in every language. */
  sections: number;
  /** Activities in the order of the page, by id. */
  activities: string[];
  /** Activities whose notes the lesson shows again, each once; absent where it shows none. */
  recalls?: string[];
  /** How its text was revised; absent means 1, the first. See `changed-since.ts`. */
  revision?: number;
  materialRevision?: number;
  /** Activities that cover the newest material change; absent means all. */
  materialQuestions?: string[];
}

export interface Quiz extends CoursePage {
  /** How many items an attempt draws from the pool. */
  draw: number;
  items: QuizItem[];
}

export interface QuizItem {
  id: string;
  outcome: string;
}

/** The language in which somebody who chose a language reads a page of a course. */
export function textLanguage(
  { sourceLanguage }: Pick<Course, "sourceLanguage">,
  page: Pick<CoursePage, "untranslated">,
  chosen: Language,
): Language {
  return page.untranslated?.includes(chosen) ? sourceLanguage : chosen;
}

/** Finds a module of a course, or null. */
export function findModule(course: Pick<Course, "modules">, moduleId: string): Module | null {
  return course.modules.find((module) => module.id === moduleId) ?? null;
}

/** Finds a sheet of a course, or null. */
export function findAid(course: Pick<Course, "aids">, aidId: string): Aid | null {
  return course.aids.find((aid) => aid.id === aidId) ?? null;
}

/** Finds a lesson of a module, or null. */
export function findLesson(module: Module, lessonId: string): Lesson | null {
  return module.lessons.find((lesson) => lesson.id === lessonId) ?? null;
}

/** Lessons of the whole course in reading order, each with its module. */
export function readingOrder(course: Course): { module: Module; lesson: Lesson }[] {
  return course.modules.flatMap((module) => module.lessons.map((lesson) => ({ module, lesson })));
}
