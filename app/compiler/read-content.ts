import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { GALLERY } from "#app/domain/gallery.ts";
import type { CompiledCourse } from "./compile-course.ts";
import type { CoursePages } from "./course-pages.ts";
import { ID } from "./ids.ts";
import { type ContentProblem, sortProblems } from "./problem.ts";
import { readCourse } from "./read-course.ts";
import { FROM_DISK, type Reading } from "./reading.ts";

export interface Content {
  /** Courses without a fault, by folder name. */
  courses: CompiledCourse[];
  /** The gallery of samples, which authors see and learners do not; null without one, or with a fault. */
  gallery: CompiledCourse | null;
  /** Every course and, last, the gallery, as far as they could be read. */
  pages: CoursePages[];
  /** Everything that is wrong, in all courses. */
  problems: ContentProblem[];
}

/**
 * Reads every course under a folder and collects everything that is wrong. Bad content is an answer, never an exception.
 * @param root the folder that holds one folder for each course, from the working directory
 * @param today `YYYY-MM-DD`: sources whose review date is past are reported; without it none is
 * @param reading how files become texts, and texts pages: an editor's unsaved words stand in for what is on the disk
 */
export function readContent(root: string, today?: string, reading: Reading = FROM_DISK): Content {
  const courses: CompiledCourse[] = [];
  const pages: CoursePages[] = [];
  const problems: ContentProblem[] = [];
  let gallery: CompiledCourse | null = null;
  const fault = (file: string, code: string, message: string, fix: string) =>
    problems.push({ file, line: 1, column: 1, severity: "error", code, message, fix });
  if (!existsSync(root)) {
    fault(root, "missing-folder", `There is no folder "${root}".`, "Give the folder that holds the courses.");
    return { courses, gallery, pages, problems };
  }
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .sort((a, b) => Number(a === GALLERY) - Number(b === GALLERY) || (a < b ? -1 : 1));
  for (const name of folders) {
    if (!ID.test(name)) {
      fault(
        path.posix.join(root, name),
        "course-id",
        `A course cannot be called "${name}".`,
        "Use small Latin letters, digits and single hyphens.",
      );
      continue;
    }
    const read = readCourse(root, name, today, reading);
    for (const problem of read.problems) problems.push(problem);
    if (name === GALLERY) gallery = read.course;
    else if (read.course) courses.push(read.course);
    if (read.pages) pages.push(read.pages);
  }
  return { courses, gallery, pages, problems: sortProblems(problems) };
}
