import { type Command, InvalidArgumentError } from "commander";
import { DaySchema } from "#app/compiler/ids.ts";
import { hasErrors, problemLine } from "#app/compiler/problem.ts";
import { readContent } from "#app/compiler/read-content.ts";
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

function calendarDay(value: string): string {
  if (DaySchema.safeParse(value).success) return value;
  throw new InvalidArgumentError("It must be a day of the calendar such as 2027-01-31.");
}

/** The day on which the author sits at the desk, not the one in Greenwich. */
function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
