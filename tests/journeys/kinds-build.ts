/** The program with the courses of `tests/fixtures/courses/kinds`, built once for all journeys of a run. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readContent } from "#app/compiler/read-content.ts";
import { buildProgram } from "./course-build.ts";

const CONTENT = "tests/fixtures/courses/kinds";
const PREFIX = "journey-kinds-";

/** The course with a lesson for each family of kinds, as the compiler reads it. */
export function sampleCourse() {
  const found = readContent(CONTENT).courses.find(({ course }) => course.id === "sample");
  if (!found) throw new Error(`${CONTENT}/sample has a fault.`);
  return found;
}

/**
 * Journeys run one file after the other, each in a process of its own: the first one builds for all.
 * @returns the folder of the program
 */
export function kindsBuild(): string {
  const name = `${PREFIX}${process.ppid}`;
  const folder = join("build", name);
  const finished = join(folder, "finished");
  if (existsSync(finished)) return folder;
  mkdirSync("build", { recursive: true });
  for (const old of readdirSync("build")) {
    if (old.startsWith(PREFIX)) rmSync(join("build", old), { recursive: true, force: true });
  }
  buildProgram(name, CONTENT);
  writeFileSync(finished, "");
  return folder;
}
