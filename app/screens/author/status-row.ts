import type { CourseStatus, PageRow, PageStatus } from "#app/domain/content-status.ts";
import type { Language } from "#app/domain/language.ts";
import type { StatusCell, StatusRow } from "#app/ui/author/status-table.tsx";

/** A page of a course, as its line in the table of the state: titles in the reader's language, lists as their lengths. */
export function statusRow(row: PageRow, course: CourseStatus, language: Language): StatusRow {
  const { en, ru, be } = row.languages;
  return {
    folder: row.folder,
    ...titleOf(row, course, language),
    languages: { en: statusCell(en), ru: statusCell(ru), be: statusCell(be) },
  };
}

/** The title of a page in the reader's language, else in the source's; its folder where no language can be read. */
export function titleOf(row: PageRow, course: CourseStatus, language: Language) {
  for (const titleLanguage of [language, course.sourceLanguage]) {
    const page = row.languages[titleLanguage];
    if (page) return { title: page.title, titleLanguage };
  }
  return { title: row.folder, titleLanguage: course.sourceLanguage };
}

/** A page in one language, counted; null where it is missing or cannot be read. */
export function statusCell(page: PageStatus | null): StatusCell | null {
  if (!page) return null;
  const { state, words, minutes, uncited, problems } = page;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return {
    state,
    blocksBehind: page.behind.length,
    words,
    minutes,
    uncited,
    errors,
    warnings: problems.length - errors,
  };
}
