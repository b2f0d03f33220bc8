import { type CourseStatus, isFarFromDeclared, type PageRow, type PageStatus } from "#app/domain/content-status.ts";
import type { Language } from "#app/domain/language.ts";
import type { StatusCell, StatusRow } from "#app/ui/author/status-table.tsx";

/** A page of a course, as its lines in the table of the state: the title in the reader's language, lists as their lengths. */
export function statusRow(row: PageRow, course: CourseStatus, language: Language): StatusRow {
  const { kind, folder, declaredMinutes, revision, materialRevision } = row;
  const cell = (one: Language) => statusCell(row.languages[one], declaredMinutes);
  return {
    kind,
    folder,
    ...titleOf(row, course, language),
    declaredMinutes,
    revision,
    materialRevision,
    languages: { en: cell("en"), ru: cell("ru"), be: cell("be") },
  };
}

/** The title of a page in the reader's language, else in the source's; its folder where neither can be read. */
export function titleOf(row: PageRow, course: CourseStatus, language: Language) {
  for (const titleLanguage of [language, course.sourceLanguage]) {
    const page = row.languages[titleLanguage];
    if (page) return { title: page.title, titleLanguage };
  }
  return { title: row.folder, titleLanguage: course.sourceLanguage };
}

function statusCell(page: PageStatus | null, declaredMinutes: number | null): StatusCell | null {
  if (!page) return null;
  const { state, words, minutes, uncited, problems } = page;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return {
    state,
    blocksBehind: page.behind.length,
    words,
    minutes,
    far: isFarFromDeclared(minutes, declaredMinutes),
    uncited,
    errors,
    warnings: problems.length - errors,
  };
}
