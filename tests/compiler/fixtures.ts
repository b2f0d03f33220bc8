import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { LimitsSchema } from "#app/compiler/limits-schema.ts";
import type { ContentProblem } from "#app/compiler/problem.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { readPage } from "#app/compiler/read-page.ts";
import { readWords } from "#app/compiler/read-words.ts";
import type { CourseWords } from "#app/compiler/words.ts";

export const FIXTURES = path.join(import.meta.dirname, "../fixtures/courses");
export const HEALTHY = path.join(FIXTURES, "healthy");
export const COURSE = "border-basics";

/** What the pages of the healthy course may refer to. */
export function healthyWords(): CourseWords {
  const read = readWords(
    (name) => name,
    (name) => readFileSync(path.join(HEALTHY, COURSE, name), "utf8"),
  );
  const limits = LimitsSchema.parse({ lessonWords: { min: 0 } });
  return {
    courseId: COURSE,
    salt: "fixture-salt-0123456789abcdef",
    ...read,
    outcomes: new Set(["m1.o1", "m1.o2"]),
    limits,
  };
}

/** Reads a text as if it were the English page of the healthy course's only lesson. */
export function readLesson(text: string) {
  const folder = path.join(HEALTHY, COURSE, "first-steps/who-counts");
  return readPage({ file: "en.mdx", folder, text, language: "en", kind: "lesson", words: healthyWords() });
}

/** A lesson of one section with this body. */
export function lessonWith(body: string): string {
  return `---\ntitle: A page\nsummary: One sentence.\n---\n\n## A section\n\n${body}`;
}

type Edit = string | null | ((text: string) => string);

/** A copy of the healthy course with some files changed, replaced or (null) taken away; gone after the test. */
export function courseWith(edits: Record<string, Edit>): string {
  const root = copyCourse(edits);
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** The same, for whoever removes it. @returns the folder that holds the course */
export function copyCourse(edits: Record<string, Edit>): string {
  const root = mkdtempSync(path.join(tmpdir(), "waymark-course-"));
  cpSync(HEALTHY, root, { recursive: true });
  for (const [name, edit] of Object.entries(edits)) {
    const file = path.join(root, COURSE, name);
    if (edit === null) rmSync(file, { recursive: true });
    else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, typeof edit === "string" ? edit : edit(readFileSync(file, "utf8")));
    }
  }
  return root;
}

/** The problems of such a copy, one line each, without the folder it happens to lie in. */
export function problemsWith(edits: Record<string, Edit>, today?: string): string[] {
  const root = courseWith(edits);
  return readContent(root, today).problems.map((problem) => shown(problem).replaceAll(`${root}/${COURSE}/`, ""));
}

/** The same without what is said of translations that are behind: every edit of an English page leaves them behind. */
export function faultsWith(edits: Record<string, Edit>, today?: string): string[] {
  return problemsWith(edits, today).filter((line) => !/ {2}translation-/.test(line));
}

export function shown({ file, line, column, code, message, fix }: ContentProblem): string {
  return `${file}:${line}:${column}  ${code}  ${message} → ${fix}`;
}
