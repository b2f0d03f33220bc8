import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Language } from "#app/domain/language.ts";
import type { PageKind } from "./check-structure.ts";
import type { CourseFile } from "./course-schema.ts";
import { checkEdits } from "./edit-class.ts";
import { namesOf, type PageFolder } from "./page-folder.ts";
import { type ContentProblem, hasErrors } from "./problem.ts";
import { changesSince, stalenessProblem, withoutTypos } from "./staleness.ts";
import { parseRecord, recordPath, type TranslationRecord } from "./translation-record.ts";

/**
 * Finds where the translations in a folder are behind their source, writes it into the pages, and says it. A page with an error is
 * not said to be behind: mending it may change it again.
 * @param courseDirectory the folder of the course
 * @param found what is already known to be wrong
 */
export function checkTranslations(
  folder: PageFolder,
  sourceLanguage: Language,
  courseDirectory: string,
  found: readonly ContentProblem[],
): ContentProblem[] {
  const source = folder.pages[sourceLanguage];
  const problems: ContentProblem[] = [];
  for (const page of Object.values(folder.pages)) problems.push(...checkEdits(page, page === source));
  if (!source) return problems;
  const faulty = (file: string) => hasErrors([...found, ...problems].filter((problem) => problem.file === file));
  for (const page of Object.values(folder.pages)) {
    if (page === source) continue;
    const record = readRecord(courseDirectory, namesOf(folder), page.language);
    page.behind = null;
    if (record?.source === sourceLanguage) {
      const changes = changesSince(record, source.blocks, page.blocks);
      page.behind = source.edits.edit === "typo" ? withoutTypos(changes) : changes;
    }
    const problem = faulty(page.file) || faulty(source.file) ? null : stalenessProblem(source, page);
    if (problem) problems.push(problem);
  }
  return problems;
}

/** A page that does not exist in one language: a warning where learners may read it in another. */
export function missingLanguage(
  file: string,
  kind: PageKind,
  language: Language,
  { sourceLanguage, translations }: Pick<CourseFile, "sourceLanguage" | "translations">,
): ContentProblem {
  const place = { file, line: 1, column: 1, code: "missing-language" };
  const missing = `The page is missing in one language: ${language}.mdx`;
  if (language === sourceLanguage) {
    const message = `${missing}, in which the course is written first.`;
    return { ...place, severity: "error", message, fix: "Write it." };
  }
  const fix = `Write it beside ${sourceLanguage}.mdx.`;
  if (translations === "required") return { ...place, severity: "error", message: `${missing}.`, fix };
  if (kind !== "quiz") {
    return { ...place, severity: "warning", message: `${missing}; learners read ${sourceLanguage}.mdx.`, fix };
  }
  return { ...place, severity: "error", message: `${missing}. A quiz is needed in every language.`, fix };
}

/** The record of a translation, or null when there is none that can be read. */
export function readRecord(
  courseDirectory: string,
  names: readonly string[],
  language: Language,
): TranslationRecord | null {
  const file = path.join(courseDirectory, recordPath(names, language));
  return existsSync(file) ? parseRecord(readFileSync(file, "utf8")) : null;
}
