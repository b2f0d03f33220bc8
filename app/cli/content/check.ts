import type { Command } from "commander";
import { hasErrors, problemLine } from "#app/compiler/problem.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { dayOf, TODAY_OPTION } from "./day.ts";
import { ROOT_OPTION } from "./root-option.ts";

/** `content check`: every problem of every course. Ends with 1 when there is an error. */
export function addCheck(program: Command): void {
  program
    .command("check")
    .description("reads every course and lists every problem; ends with 1 when there is an error")
    .option(...ROOT_OPTION)
    .option("--json", "print the problems as JSON, for editors and scripts")
    .option(...TODAY_OPTION)
    .action(({ root, json, today }: { root: string; json?: boolean; today?: string }) => {
      const { pages, problems } = readContent(root, today ?? dayOf(new Date()));
      if (json) console.log(JSON.stringify(problems, null, 2));
      else {
        for (const problem of problems) console.log(problemLine(problem));
        const names = pages.map(({ courseId }) => courseId).join(", ");
        console.log(
          problems.length === 0
            ? `No problems: ${names}.`
            : `${problems.length} problem${problems.length === 1 ? "" : "s"}.`,
        );
      }
      process.exitCode = hasErrors(problems) ? 1 : 0;
    });
}
