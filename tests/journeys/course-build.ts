/** The program with a course of its own, for what the course that it ships with does not have. */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import { copyCourse } from "../compiler/fixtures.ts";

/**
 * Builds the program with other courses.
 * @param name of the folder in `build/`, where packages are found
 * @param content the folder of the courses
 * @returns the folder of the program
 */
export function buildProgram(name: string, content: string): string {
  const build = join("build", name);
  const { VITEST: _vitest, ...settings } = process.env;
  const built = spawnSync("npm", ["run", "--silent", "build"], {
    env: { ...settings, NODE_ENV: "production", CONTENT: content, BUILD: build },
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`The program was not built:\n${built.stdout}${built.stderr}`);
  return build;
}

/** Builds the program with the healthy course of the fixtures, edited; gone after the tests of the file. */
export function buildWith(name: string, edits: Parameters<typeof copyCourse>[0]): string {
  const content = copyCourse(edits);
  afterAll(() => rmSync(join("build", name), { recursive: true, force: true }));
  try {
    return buildProgram(name, content);
  } finally {
    rmSync(content, { recursive: true });
  }
}
