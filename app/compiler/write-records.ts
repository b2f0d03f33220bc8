/** Records that a translation is current: the only place that writes into `.translations`. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { BlockChange } from "#app/domain/content-status.ts";
import { readRecord } from "./check-translations.ts";
import type { CoursePages } from "./course-pages.ts";
import { type DeskResult, refuseWork } from "./desk-result.ts";
import { namesOf, type PageFolder } from "./page-folder.ts";
import { type ContentProblem, problemLine } from "./problem.ts";
import type { Content } from "./read-content.ts";
import type { Page } from "./read-page.ts";
import { changesSince } from "./staleness.ts";
import { recordOf, recordPath, recordText, type TranslationRecord } from "./translation-record.ts";
import { isTypo } from "./word-diff.ts";

/** A page of the content with what belongs to it. */
export interface FoundPage {
  course: CoursePages;
  folder: PageFolder;
  page: Page;
  /** Null when the source page is missing or cannot be parsed. */
  source: Page | null;
}

/** All pages of all courses, in the order of the outlines. */
export function everyPage(content: Content): FoundPage[] {
  return content.pages.flatMap((course) =>
    course.folders.flatMap((folder) =>
      Object.values(folder.pages).map((page) => ({
        course,
        folder,
        page,
        source: folder.pages[course.file.sourceLanguage] ?? null,
      })),
    ),
  );
}

/** The page that a path names, from the working directory; null when no course lists it or it cannot be parsed. */
export function findPage(content: Content, file: string): FoundPage | null {
  return everyPage(content).find(({ page }) => path.resolve(page.file) === path.resolve(file)) ?? null;
}

/**
 * Records a translation as current with its source as it is now.
 * @returns the file of the record; refused while either page has an error, or when it is no translation
 */
export function recordTranslated(content: Content, found: FoundPage): DeskResult<string> {
  const { course, folder, page, source } = found;
  if (!source) return refuseWork(`${page.file} has no source page that can be read.`);
  if (page === source) return refuseWork(`${page.file} is the source itself; name a translation beside it.`);
  const errors = errorsIn(content.problems, page, source);
  if (errors.length > 0) return refuseWork(`Mend this first:\n${errors.map(problemLine).join("\n")}`);
  const record = recordOf(source.language, source.edits.revision, source.blocks);
  return { ok: true, value: writeRecord(course, folder, page, record) };
}

export interface Typos {
  /** Records that were written. */
  files: string[];
  /** Changes that are more than a few letters, and stay behind. */
  left: BlockChange[];
}

/**
 * Takes what changed in a source page as mended typos: translations stay as current as they were.
 * @param anyway takes every change, whatever its size
 */
export function acceptTypos(found: FoundPage, anyway: boolean): DeskResult<Typos> {
  const { course, folder, page } = found;
  if (page !== found.source) return refuseWork(`${page.file} is a translation; name its source page.`);
  const typos: Typos = { files: [], left: [] };
  for (const translation of Object.values(folder.pages)) {
    const record = readRecord(course.directory, namesOf(folder), translation.language);
    if (translation === page || record?.source !== page.language) continue;
    const changes = changesSince(record, page.blocks, translation.blocks);
    const left = anyway
      ? []
      : changes.filter(({ before, now }) => before === null || now === null || !isTypo(before, now));
    if (left.length < changes.length) {
      const next =
        left.length === 0 ? recordOf(page.language, record.revision, page.blocks) : amended(record, changes, left);
      typos.files.push(writeRecord(course, folder, translation, next));
    }
    for (const change of left) {
      if (!typos.left.some(({ sourceLine, before }) => sourceLine === change.sourceLine && before === change.before))
        typos.left.push(change);
    }
  }
  return { ok: true, value: typos };
}

function amended(
  record: TranslationRecord,
  changes: readonly BlockChange[],
  left: readonly BlockChange[],
): TranslationRecord {
  const blocks: TranslationRecord["blocks"] = record.blocks.map(([scope, text]) => [scope, text]);
  for (const { before, now } of changes.filter((change) => !left.includes(change))) {
    const block = blocks.find(([, text]) => text === before);
    if (block && now !== null) block[1] = now;
  }
  return { ...record, blocks };
}

function writeRecord(course: CoursePages, folder: PageFolder, page: Page, record: TranslationRecord): string {
  const file = path.posix.join(course.directory, recordPath(namesOf(folder), page.language));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, recordText(record));
  return file;
}

function errorsIn(problems: readonly ContentProblem[], ...pages: Page[]): ContentProblem[] {
  return problems.filter(({ severity, file }) => severity === "error" && pages.some((page) => page.file === file));
}
