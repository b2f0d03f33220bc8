import { LANGUAGES } from "#app/domain/language.ts";
import type { CourseFile } from "./course-schema.ts";
import type { PageFolder } from "./page-folder.ts";
import type { ContentProblem } from "./problem.ts";
import type { YamlFile } from "./read-yaml.ts";

/** Activities whose id is used already: answers hang on the id in the whole course. */
export function repeatedActivities(folders: readonly PageFolder[]): ContentProblem[] {
  const problems: ContentProblem[] = [];
  for (const language of LANGUAGES) {
    const seen = new Map<string, string>();
    for (const page of folders.flatMap((folder) => folder.pages[language] ?? [])) {
      for (const { id, place } of [...page.activities, ...page.exhibits]) {
        const first = seen.get(id);
        if (first === undefined) seen.set(id, `${page.file}:${place.line}`);
        else {
          problems.push({
            file: page.file,
            line: place.line,
            column: place.column,
            severity: "error",
            code: "duplicate-id",
            message: `The id "${id}" is used already at ${first}.`,
            fix: "Give each activity of the course its own id, the same in every language.",
          });
        }
      }
    }
  }
  return problems;
}

/** Quizzes that draw more questions than their pool has. */
export function smallPools(
  course: CourseFile,
  folders: readonly PageFolder[],
  outline: YamlFile<CourseFile>,
  file: string,
): ContentProblem[] {
  return course.modules.flatMap((module, index) => {
    const pages = folders.find((folder) => folder.kind === "quiz" && folder.moduleId === module.id)?.pages ?? {};
    const page = pages[course.sourceLanguage] ?? Object.values(pages)[0];
    if (!page || page.activities.length >= module.quiz.draw) return [];
    return [
      {
        file,
        ...outline.at(["modules", index, "quiz", "draw"]),
        severity: "error" as const,
        code: "quiz-pool-small",
        message: `The quiz of "${module.id}" draws ${module.quiz.draw} questions and ${page.file} has ${page.activities.length}.`,
        fix: "Write more questions, or draw fewer.",
      },
    ];
  });
}
