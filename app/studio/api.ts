/** What the studio's server and its page tell each other. */
import type { ActivityState, Review } from "#app/activities/activity-state.ts";
import type { Language, Localised } from "#app/domain/language.ts";

/** A finding of the check, as in `npm run content -- check`, with the name by which the studio opens its file. */
export interface Finding {
  /** From the working directory, as the terminal prints it. */
  file: string;
  /** Null for what is no file that the studio opens, such as a folder. */
  name: string | null;
  line: number;
  column: number;
  severity: "error" | "warning";
  code: string;
  message: string;
  fix: string;
}

export interface TagFacts {
  place: "text" | "block" | "activity" | "exhibit";
  body: "none" | "words" | "blocks";
  attributes: { name: string; needed: boolean; values: string[] }[];
}

export interface PageEntry {
  kind: "welcome" | "lesson" | "quiz" | "aid";
  /** Titles of the page and of its module; null where `course.yaml` or the page could not be read. */
  title: Localised | null;
  module: Localised | null;
  /** By language: name, and whether there is such a file. */
  files: Record<Language, { name: string; exists: boolean }>;
  /** Names of the pictures in its folder. */
  pictures: string[];
}

export interface CourseFacts {
  id: string;
  title: Localised | null;
  sourceLanguage: Language;
  /** `course.yaml` and the others, by name. */
  data: string[];
  /** In reading order. */
  pages: PageEntry[];
  sources: { id: string; title: Localised; locators: { at: string; says: string }[] }[];
  terms: { id: string; term: Localised }[];
  outcomes: { id: string; text: Localised }[];
  /** Sheets to print, which `<Aid>` leads to. */
  aids: { id: string; title: Localised }[];
  /** Pages that a link may lead to, without the language in front. */
  addresses: { path: string; title: Localised }[];
}

export interface Facts {
  vocabulary: Record<string, TagFacts>;
  courses: CourseFacts[];
  findings: Finding[];
}

/** A file as it was opened: lines ended by line feeds. */
export interface OpenedFile {
  name: string;
  text: string;
  /** Null for a page that does not exist yet. */
  version: string | null;
  /** Why it cannot be edited here. */
  problem: "too-large" | "not-utf-8" | null;
}

export type SaveReply =
  | { saved: true; version: string }
  | { saved: false; problem: "not-a-course-file" | "too-large" | "not-utf-8" }
  /** `disk`: what is in the file now; null when it is gone. */
  | { saved: false; problem: "changed-on-disk"; disk: { text: string; version: string } | null };

export interface Preview {
  /** Address of the compiled lesson. */
  module: string;
  language: Language;
  courseId: string;
  moduleId: string;
  lessonId: string;
  title: string;
  moduleTitle: string;
  minutes: number | null;
  activities: Record<string, ActivityState>;
}

export interface CheckReply {
  findings: Finding[];
  /** The version of the file on the disk; null when there is none. */
  disk: string | null;
  /** Null while the text cannot be shown. */
  preview: Preview | null;
}

export type AnswerReply = { review: Review; nextAnswerId: string } | { response: unknown; nextAnswerId: string };

/** What the page says to its preview, and back. */
export type FrameMessage =
  | { kind: "ready" }
  | { kind: "show"; preview: Preview }
  | { kind: "shown"; module: string }
  | { kind: "open"; path: string };
