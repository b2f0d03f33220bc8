import type { Language } from "#app/domain/language.ts";
import type { PageKind } from "./check-structure.ts";
import type { Page } from "./read-page.ts";

/** The folder in which the sheets to print lie, and the step of their addresses. */
export const AIDS = "aids";

/** A folder that the course lists, with its page in each language. */
export interface PageFolder {
  kind: PageKind;
  /** Null for the welcome page and sheets to print. */
  moduleId: string | null;
  /** Null for what is no lesson. */
  lessonId: string | null;
  /** Null for what is no sheet to print. */
  aidId: string | null;
  pages: Partial<Record<Language, Page>>;
}

/** The folder inside the course, name by name. */
export function namesOf(folder: PageFolder): string[] {
  if (folder.kind === "welcome") return ["welcome"];
  if (folder.kind === "aid") return [AIDS, folder.aidId ?? ""];
  return [folder.moduleId ?? "", folder.kind === "quiz" ? "quiz" : (folder.lessonId ?? "")];
}
