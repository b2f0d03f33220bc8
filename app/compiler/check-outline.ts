import type { ContentProblem } from "./problem.ts";
import type { CourseFile } from "./course-schema.ts";
import { checkEditions } from "./editions.ts";
import { AIDS } from "./page-folder.ts";
import type { YamlFile, YamlPath } from "./read-yaml.ts";

/** Names that are part of a page's address; a module or lesson of that name could not be reached. */
const RESERVED_MODULES = ["welcome", "certificate", "exam", "quiz", "notes", "plan", AIDS];
const RESERVED_LESSONS = ["quiz"];

/** Checks what `course.yaml` says of itself: ids are unique in the whole course, because progress hangs on them, and outcomes exist. */
export function checkOutline(file: string, read: YamlFile<CourseFile>, course: CourseFile): ContentProblem[] {
  const problems = checkEditions(file, read, course);
  const add = (path: YamlPath, code: string, message: string, fix: string) =>
    problems.push({ file, ...read.at(path), severity: "error", code, message, fix });
  const modules = new Set<string>();
  const lessons = new Set<string>();
  const outcomes = new Set<string>();
  const unique = (seen: Set<string>, id: string, what: string, path: YamlPath) => {
    if (seen.has(id))
      add(path, "duplicate-id", `The ${what} "${id}" is listed twice.`, "Give each its own id, in the whole course.");
    seen.add(id);
  };

  for (const [m, module] of course.modules.entries()) {
    unique(modules, module.id, "module", ["modules", m, "id"]);
    if (RESERVED_MODULES.includes(module.id)) {
      add(
        ["modules", m, "id"],
        "reserved-id",
        `A module cannot be called "${module.id}".`,
        "Choose another name for it and its folder.",
      );
    }
    for (const [o, outcome] of module.outcomes.entries()) {
      unique(outcomes, outcome.id, "outcome", ["modules", m, "outcomes", o, "id"]);
    }
    const own = module.outcomes.map((outcome) => outcome.id);
    for (const [l, lesson] of module.lessons.entries()) {
      const path = ["modules", m, "lessons", l];
      unique(lessons, lesson.id, "lesson", [...path, "id"]);
      if (RESERVED_LESSONS.includes(lesson.id)) {
        add(
          [...path, "id"],
          "reserved-id",
          `A lesson cannot be called "${lesson.id}".`,
          "Choose another name for it and its folder.",
        );
      }
      for (const [o, outcome] of lesson.outcomes.entries()) {
        if (own.includes(outcome)) continue;
        add(
          [...path, "outcomes", o],
          "unknown-outcome",
          `The module "${module.id}" has no outcome "${outcome}".`,
          `Its outcomes are ${own.join(", ")}.`,
        );
      }
    }
  }
  const aids = new Set<string>();
  for (const [a, aid] of course.aids.entries()) unique(aids, aid.id, "aid", ["aids", a, "id"]);
  return problems;
}
