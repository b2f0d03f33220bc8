import { Command } from "commander";
import { hasErrors, problemLine } from "#app/compiler/problem.ts";
import { readContent } from "#app/compiler/read-content.ts";

const program = new Command("content").description(
  "The author's desk: what is wrong with the courses, where, and how to mend it",
);

program
  .command("check")
  .description("reads every course and lists every problem; ends with 1 when there is an error")
  .option("--root <folder>", "the folder that holds the courses", "content")
  .option("--json", "print the problems as JSON, for editors and scripts")
  .action(({ root, json }: { root: string; json?: boolean }) => {
    const { courses, problems } = readContent(root);
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

program.parse();
