import type { Language } from "#app/domain/language.ts";
import type { PageKind } from "./check-structure.ts";
import type { Page } from "./read-page.ts";

/** A folder that the course lists, with its page in each language. */
export interface PageFolder {
  kind: PageKind;
  /** Null for the welcome page. */
  moduleId: string | null;
  /** Null for the welcome page and quizzes. */
  lessonId: string | null;
  pages: Partial<Record<Language, Page>>;
}

/** The folder inside the course, name by name. */
export function namesOf(folder: PageFolder): string[] {
  if (folder.kind === "welcome") return ["welcome"];
  return [folder.moduleId ?? "", folder.kind === "quiz" ? "quiz" : (folder.lessonId ?? "")];
}
