import { type Command, InvalidArgumentError } from "commander";
import { DaySchema } from "#app/compiler/ids.ts";
import { hasErrors, problemLine } from "#app/compiler/problem.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { authorsDay } from "./authors-day.ts";
import { ROOT_OPTION } from "./root-option.ts";

/** `content check`: every problem of every course. Ends with 1 when there is an error. */
export function addCheck(program: Command): void {
  program
    .command("check")
    .description("reads every course and lists every problem; ends with 1 when there is an error")
    .option(...ROOT_OPTION)
    .option("--json", "print the problems as JSON, for editors and scripts")
    .option("--today <day>", "the day against which review dates are held, such as 2027-01-31", calendarDay)
    .action(({ root, json, today }: { root: string; json?: boolean; today?: string }) => {
      const { courses, problems } = readContent(root, today ?? authorsDay(new Date()));
      if (json) console.log(JSON.stringify(problems, null, 2));
      else {
        for (const problem of problems) console.log(problemLine(problem));
        const names = courses.map(({ course }) => course.id).join(", ");
        console.log(
          problems.length === 0
            ? `No problems: ${names}.`
            : `${problems.length} problem${problems.length === 1 ? "" : "s"}.`,
        );
      }
      process.exitCode = hasErrors(problems) ? 1 : 0;
    });
}

function calendarDay(value: string): string {
  if (DaySchema.safeParse(value).success) return value;
  throw new InvalidArgumentError("It must be a day of the calendar such as 2027-01-31.");
}
