import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { CourseSchema } from "#app/compiler/course-schema.ts";

const guide = readFileSync(path.resolve(import.meta.dirname, "../../content/README.md"), "utf8");
/** What the skeleton of a course shows by itself. */
const PLAIN = ["title", "summary", "welcome", "modules"];

test("the author's guide explains every field of course.yaml that decides something, and no other", () => {
  const [, table = ""] = guide.split("Fields of `course.yaml` that decide something:");
  const told = [
    ...table
      .split("\n\n")
      .slice(0, 2)
      .join("\n")
      .matchAll(/^\| `(\w+)` \|/gm),
  ].map(([, field]) => field);
  expect(told.sort()).toEqual(
    Object.keys(CourseSchema.shape)
      .filter((field) => !PLAIN.includes(field))
      .sort(),
  );
});
