/** A copy of a healthy course in a folder of its own. */
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

export const COURSE = "border-basics";

/** @returns the folder that holds the courses; gone when the test is */
export function courseCopy(): string {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "waymark-studio-"));
  cpSync("tests/fixtures/courses/healthy", folder, { recursive: true });
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
