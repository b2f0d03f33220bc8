import { existsSync } from "node:fs";
import path from "node:path";
import { GALLERY } from "#app/domain/gallery.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { MAX_PAGE_BYTES } from "./check-bounds.ts";
import { checkFolders } from "./check-folders.ts";
import { checkLinks } from "./check-links.ts";
import { checkNotes } from "./check-notes.ts";
import { checkOutline } from "./check-outline.ts";
import { checkParity } from "./check-parity.ts";
import { checkParityNumbers } from "./check-parity-numbers.ts";
import { repeatedActivities, smallPools } from "./check-pools.ts";
import { checkRecalls } from "./check-recalls.ts";
import { checkReviewDates } from "./check-review-dates.ts";
import { checkTranslations, missingLanguage } from "./check-translations.ts";
import type { CoursePages } from "./course-pages.ts";
import { type CourseFile, CourseSchema } from "./course-schema.ts";
import { type CompiledCourse, compileCourse } from "./compile-course.ts";
import { type ContentProblem, hasErrors } from "./problem.ts";
import { namesOf, type PageFolder } from "./page-folder.ts";
import type { AidLink } from "./read-page.ts";
import { FROM_DISK, type Reading } from "./reading.ts";
import { readWords } from "./read-words.ts";
import { readYaml } from "./read-yaml.ts";
import type { CourseWords } from "./words.ts";

/** In bytes: what `course.yaml`, `sources.yaml` and `glossary.yaml` may have each. */
export const MAX_DATA_BYTES = 4 * 1024 * 1024;

/**
 * Reads one course and everything that is wrong with it.
 * @param root the folder that holds all courses
 * @param courseId name of the course's folder
 * @param today `YYYY-MM-DD`; without it nothing is overdue
 * @param reading how files become texts, and texts pages
 * @returns course: null when there is an error in it; pages: what could be read all the same, null when its own files cannot be
 */
export function readCourse(
  root: string,
  courseId: string,
  today?: string,
  reading: Reading = FROM_DISK,
): { course: CompiledCourse | null; pages: CoursePages | null; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const fileOf = (...names: string[]) => path.posix.join(root.split(path.sep).join("/"), courseId, ...names);
  const add = (file: string, code: string, message: string, fix: string, place = { line: 1, column: 1 }) =>
    problems.push({ file, ...place, severity: "error", code, message, fix });
  const textOf = (name: string): string | null => {
    const file = path.join(root, courseId, name);
    const text = existsSync(file) ? reading.text(file, MAX_DATA_BYTES) : null;
    if (text !== null && Buffer.byteLength(text) <= MAX_DATA_BYTES) return text;
    if (text !== null) {
      const size = `${MAX_DATA_BYTES / 1024 / 1024} MiB`;
      add(fileOf(name), "file-too-large", `${name} is larger than ${size} and was not read.`, "Shorten it.");
      return null;
    }
    add(fileOf(name), "missing-file", `The course has no ${name}.`, "Add it; content/README.md says what it holds.");
    return null;
  };

  const words = readWords(fileOf, textOf);
  problems.push(...words.problems);
  if (today !== undefined) {
    const at = (id: string) => ({ line: words.lines.sources.get(id) ?? 1, column: 1 });
    problems.push(...checkReviewDates(fileOf("sources.yaml"), words.sources?.values() ?? [], today, at));
  }
  const text = textOf("course.yaml");
  if (text === null) return { course: null, pages: null, problems };
  const outline = readYaml(fileOf("course.yaml"), text, CourseSchema);
  problems.push(...outline.problems);
  if (!outline.value) return { course: null, pages: null, problems };
  const course = outline.value;
  problems.push(...checkOutline(fileOf("course.yaml"), outline, course));

  const courseWords: CourseWords = {
    courseId,
    salt: course.salt,
    sources: words.sources,
    glossary: words.glossary,
    aids: new Set(course.aids.map(({ id }) => id)),
    outcomes: new Set(course.modules.flatMap((module) => module.outcomes.map((outcome) => outcome.id))),
    limits: course.limits,
  };
  const folders = listedFolders(course);
  const listing = outline.at(["modules"]);
  checkFolders(path.join(root, courseId), folders, (names, code, message, fix) => {
    add(
      code === "missing-folder" ? fileOf("course.yaml") : fileOf(...names),
      code,
      message,
      fix,
      code === "missing-folder" ? listing : undefined,
    );
  });

  for (const folder of folders) {
    const names = namesOf(folder);
    const directory = path.join(root, courseId, ...names);
    if (!existsSync(directory)) continue;
    const before = problems.length;
    for (const language of LANGUAGES) {
      const file = fileOf(...names, `${language}.mdx`);
      const onDisk = path.join(directory, `${language}.mdx`);
      if (!existsSync(onDisk)) {
        problems.push(missingLanguage(file, folder.kind, language, course));
        continue;
      }
      const read = reading.page({
        file,
        folder: directory,
        text: reading.text(onDisk, MAX_PAGE_BYTES),
        language,
        kind: folder.kind,
        words: courseWords,
      });
      problems.push(...read.problems);
      if (!read.page) continue;
      folder.pages[language] = read.page;
      problems.push(...checkLinks(read.page, courseId, course));
    }
    const source = folder.pages[course.sourceLanguage];
    for (const page of Object.values(folder.pages)) {
      if (!source || page === source) continue;
      problems.push(...checkParity(source, page), ...checkParityNumbers(source, page));
    }
    problems.push(
      ...checkTranslations(folder, course.sourceLanguage, path.join(root, courseId), problems.slice(before)),
    );
  }
  linkAids(courseId, course, folders);
  problems.push(...checkRecalls(folders, course.sourceLanguage));
  problems.push(...repeatedActivities(folders), ...smallPools(course, folders, outline, fileOf("course.yaml")));
  problems.push(...checkNotes(folders));
  if (!words.sources || !words.glossary) return { course: null, pages: null, problems };
  const { sources, glossary, lines } = words;
  const pages: CoursePages = { courseId, directory: fileOf(), file: course, folders, sources, glossary, lines };
  if (hasErrors(problems)) return { course: null, pages, problems };
  return { course: compileCourse({ courseId, file: course, folders, sources, glossary }), pages, problems };
}

/** Tells each page what the sheets that it leads to are called in its language. */
function linkAids(courseId: string, { sourceLanguage }: CourseFile, folders: readonly PageFolder[]): void {
  for (const page of folders.flatMap(({ pages }) => Object.values(pages))) {
    const links = page.aids.map(({ id }): [string, AidLink] => {
      const pages = folders.find(({ aidId }) => aidId === id)?.pages;
      const title = (pages?.[page.language] ?? pages?.[sourceLanguage])?.title ?? id;
      return [id, { title, href: courseId === GALLERY ? null : paths.aid(page.language, courseId, id) }];
    });
    page.aidLinks = Object.fromEntries(links);
  }
}

function listedFolders(course: CourseFile): PageFolder[] {
  const folders: PageFolder[] = [];
  const add = (kind: PageFolder["kind"], ids: Partial<Pick<PageFolder, "moduleId" | "lessonId" | "aidId">>) =>
    folders.push({ kind, moduleId: null, lessonId: null, aidId: null, ...ids, pages: {} });
  if (course.welcome) add("welcome", {});
  for (const module of course.modules) {
    for (const lesson of module.lessons) add("lesson", { moduleId: module.id, lessonId: lesson.id });
    add("quiz", { moduleId: module.id });
  }
  for (const { id } of course.aids) add("aid", { aidId: id });
  return folders;
}
