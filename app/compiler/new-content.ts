/** Makes new courses, modules, lessons, quizzes and aids on disk: in all languages, listed in the outline, recorded as translated. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LANGUAGES, type Localised } from "#app/domain/language.ts";
import { checkOutline } from "./check-outline.ts";
import type { CoursePages } from "./course-pages.ts";
import { type CourseFile, CourseSchema } from "./course-schema.ts";
import { type DeskResult, refuseWork } from "./desk-result.ts";
import { ID } from "./ids.ts";
import { withItem } from "./outline-edit.ts";
import { AIDS } from "./page-folder.ts";
import { problemLine } from "./problem.ts";
import { readContent } from "./read-content.ts";
import { readYaml } from "./read-yaml.ts";
import {
  aidEntry,
  aidSkeleton,
  courseSkeleton,
  glossarySkeleton,
  indented,
  lessonEntry,
  lessonSkeleton,
  moduleEntry,
  quizSkeleton,
  sourcesSkeleton,
  welcomeSkeleton,
  wordsFor,
} from "./skeleton.ts";
import { everyPage, recordTranslated } from "./write-records.ts";

/** Titles that the author gave; where one is missing, a plain one stands in. */
export type GivenTitle = Partial<Localised>;

/** Files to be written, by path, in order. */
type Files = Map<string, string>;

/**
 * Makes a course with a welcome page and one module.
 * @param today YYYY-MM-DD
 * @param salt at least 16 random characters
 * @returns the files that were written
 */
export function newCourse(
  root: string,
  courseId: string,
  given: { title: GivenTitle; today: string; salt: string },
): DeskResult<string[]> {
  const directory = path.posix.join(root, courseId);
  if (!ID.test(courseId))
    return refuseWork(`A course cannot be called "${courseId}": use small Latin letters, digits and single hyphens.`);
  if (existsSync(directory)) return refuseWork(`${directory} exists already.`);
  const module = {
    id: "first-module",
    title: wordsFor(({ module }) => module),
    outcome: "m1.o1",
    lessonId: "first-lesson",
    draw: 2,
  };
  const nextYear = `${Number(given.today.slice(0, 4)) + 1}${given.today.slice(4).replace("-02-29", "-02-28")}`;
  const files: Files = new Map([
    [
      `${directory}/course.yaml`,
      courseSkeleton({ ...given, title: titles(given.title, "course"), module: moduleEntry(module) }),
    ],
    [`${directory}/sources.yaml`, sourcesSkeleton(given.today, nextYear)],
    [`${directory}/glossary.yaml`, glossarySkeleton()],
  ]);
  for (const language of LANGUAGES) files.set(`${directory}/welcome/${language}.mdx`, welcomeSkeleton(language));
  addLesson(files, `${directory}/${module.id}/${module.lessonId}`, {}, "first-question", module.outcome, true);
  addQuiz(files, `${directory}/${module.id}/quiz`, {}, quizQuestions(module.id, [module.outcome], 2, new Set()));
  return written(root, files);
}

/** Makes a module with one lesson and a quiz, at the end of a course. */
export function newModule(root: string, courseId: string, moduleId: string, title: GivenTitle): DeskResult<string[]> {
  const course = courseIn(root, courseId);
  if (!course) return noCourse(courseId);
  const { directory, file } = course;
  const lessonId = freeId(
    `${moduleId}-lesson`,
    new Set(file.modules.flatMap(({ lessons }) => lessons.map(({ id }) => id))),
  );
  const outcomes = new Set(file.modules.flatMap((module) => module.outcomes.map(({ id }) => id)));
  let number = file.modules.length + 1;
  while (outcomes.has(`m${number}.o1`)) number += 1;
  const module = { id: moduleId, title: titles(title, "module"), outcome: `m${number}.o1`, lessonId, draw: 2 };
  const outline = outlineWith(course, (text) => withItem(text, ["modules"], moduleEntry(module)));
  if (!outline.ok) return outline;
  const files: Files = new Map();
  const taken = activityIds(course);
  const question = freeId(`${moduleId}-question`, taken);
  addLesson(files, `${directory}/${moduleId}/${lessonId}`, {}, question, module.outcome, false);
  addQuiz(files, `${directory}/${moduleId}/quiz`, {}, quizQuestions(moduleId, [module.outcome], 2, taken));
  return written(root, files, outline.value);
}

/**
 * Makes a lesson in a module.
 * @param after the lesson after which it is read; without it the last comes last
 */
export function newLesson(
  root: string,
  courseId: string,
  moduleId: string,
  lessonId: string,
  given: { title: GivenTitle; minutes: number; after?: string },
): DeskResult<string[]> {
  const course = courseIn(root, courseId);
  if (!course) return noCourse(courseId);
  const index = course.file.modules.findIndex(({ id }) => id === moduleId);
  const module = course.file.modules[index];
  if (!module)
    return refuseWork(`The course "${courseId}" has no module "${moduleId}"; it has ${idsOf(course.file.modules)}.`);
  const after = module.lessons.findIndex(({ id }) => id === given.after);
  if (given.after !== undefined && after < 0)
    return refuseWork(`The module has no lesson "${given.after}"; it has ${idsOf(module.lessons)}.`);
  const outcome = module.outcomes[0]?.id ?? "";
  const entry = lessonEntry(lessonId, given.minutes, outcome);
  const outline = outlineWith(course, (text) =>
    withItem(text, ["modules", index, "lessons"], entry, after < 0 ? undefined : after),
  );
  if (!outline.ok) return outline;
  const files: Files = new Map();
  const question = freeId(`${lessonId}-question`, activityIds(course));
  addLesson(files, `${course.directory}/${moduleId}/${lessonId}`, given.title, question, outcome, false);
  return written(root, files, outline.value);
}

/** Makes the quiz pages of a module that are missing, with as many questions as an attempt draws. */
export function newQuiz(root: string, courseId: string, moduleId: string, title: GivenTitle): DeskResult<string[]> {
  const course = courseIn(root, courseId);
  if (!course) return noCourse(courseId);
  const module = course.file.modules.find(({ id }) => id === moduleId);
  if (!module)
    return refuseWork(`The course "${courseId}" has no module "${moduleId}"; it has ${idsOf(course.file.modules)}.`);
  const files: Files = new Map();
  const outcomes = module.outcomes.map(({ id }) => id);
  addQuiz(
    files,
    `${course.directory}/${moduleId}/quiz`,
    title,
    quizQuestions(moduleId, outcomes, module.quiz.draw, activityIds(course)),
  );
  return written(root, files);
}

/** Makes a sheet to print, the last of the course. Its text cites the first source of the course, for the author to replace. */
export function newAid(root: string, courseId: string, aidId: string, title: GivenTitle): DeskResult<string[]> {
  const course = courseIn(root, courseId);
  if (!course) return noCourse(courseId);
  const source = [...course.sources.values()].find(({ confidence }) => confidence !== "unsure");
  const [at] = Object.keys(source?.locators ?? {});
  if (!source || at === undefined)
    return refuseWork("An aid names its sources, and sources.yaml has none yet that can be cited: add one first.");
  const outline = outlineWith(course, (text) => {
    const listed = withItem(text, [AIDS], aidEntry(aidId));
    if (listed !== null || course.file.aids.length > 0 || /^aids\s*:/m.test(text)) return listed;
    return `${text}${text.endsWith("\n") ? "" : "\n"}aids:\n${indented(aidEntry(aidId), "  ")}`;
  });
  if (!outline.ok) return outline;
  const files: Files = new Map();
  const names = { ...wordsFor(({ aid }) => aid.title), ...title };
  for (const language of LANGUAGES) {
    const text = aidSkeleton(language, { title: names[language], source: source.id, at });
    files.set(`${course.directory}/${AIDS}/${aidId}/${language}.mdx`, text);
  }
  return written(root, files, outline.value);
}

function addLesson(
  files: Files,
  folder: string,
  title: GivenTitle,
  questionId: string,
  outcome: string,
  example: boolean,
): void {
  const names = titles(title, "lesson");
  for (const language of LANGUAGES) {
    const given = { title: names[language], questionId, outcome, example };
    files.set(`${folder}/${language}.mdx`, lessonSkeleton(language, given));
  }
}

function addQuiz(files: Files, folder: string, title: GivenTitle, questions: { id: string; outcome: string }[]): void {
  const names = titles(title, "quiz");
  for (const language of LANGUAGES) {
    files.set(`${folder}/${language}.mdx`, quizSkeleton(language, { title: names[language], questions }));
  }
}

function quizQuestions(moduleId: string, outcomes: readonly string[], count: number, taken: ReadonlySet<string>) {
  return Array.from({ length: count }, (_, index) => ({
    id: freeId(`${moduleId}-q${index + 1}`, taken),
    outcome: outcomes[index % outcomes.length] ?? "",
  }));
}

/** `course.yaml` with an entry more, checked before anything is written. */
function outlineWith(
  { directory, file }: CoursePages,
  edit: (text: string) => string | null,
): DeskResult<{ file: string; text: string }> {
  const name = `${directory}/course.yaml`;
  const text = edit(readFileSync(name, "utf8"));
  if (text === null)
    return refuseWork(`${name} lists its entries on one line; write each on a line of its own, beginning with "- ".`);
  const read = readYaml(name, text, CourseSchema);
  const known = new Set(checkOutline(name, { ...read, value: file }, file).map(({ message }) => message));
  const problems = read.value
    ? checkOutline(name, read, read.value).filter(({ message }) => !known.has(message))
    : read.problems;
  return problems.length > 0
    ? refuseWork(problems.map(problemLine).join("\n"))
    : { ok: true, value: { file: name, text } };
}

/** Writes what does not exist yet, lists it, and records the new translations as current with their new source. */
function written(root: string, files: Files, outline?: { file: string; text: string }): DeskResult<string[]> {
  const there = [...files.keys()].filter((file) => existsSync(file));
  if (there.length > 0) return refuseWork(`These exist already: ${there.join(", ")}.`);
  for (const [file, text] of files) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: "wx" });
  }
  if (outline) writeFileSync(outline.file, outline.text);
  const content = readContent(root);
  for (const found of everyPage(content)) {
    if (files.has(found.page.file) && found.page !== found.source) recordTranslated(content, found);
  }
  return { ok: true, value: [...(outline ? [outline.file] : []), ...files.keys()] };
}

function courseIn(root: string, courseId: string): CoursePages | null {
  return readContent(root).pages.find((course) => course.courseId === courseId) ?? null;
}

function noCourse(courseId: string): { ok: false; message: string } {
  return refuseWork(
    `There is no course "${courseId}" whose course.yaml, sources.yaml and glossary.yaml can be read; content check says more.`,
  );
}

function titles(given: GivenTitle, kind: "lesson" | "quiz" | "module" | "course"): Localised {
  return { ...wordsFor((words) => words[kind]), ...given };
}

function activityIds({ folders }: CoursePages): Set<string> {
  const pages = folders.flatMap((folder) => Object.values(folder.pages));
  return new Set(pages.flatMap((page) => page.activities.map(({ id }) => id)));
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
}

function idsOf(entries: CourseFile["modules"] | CourseFile["modules"][number]["lessons"]): string {
  return entries.map(({ id }) => id).join(", ");
}
