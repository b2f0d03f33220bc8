import type { Command } from "commander";
import { readContent } from "#app/compiler/read-content.ts";
import { countBlocks } from "#app/compiler/staleness.ts";
import { acceptTypos, findPage } from "#app/compiler/write-records.ts";
import { changeLines } from "./change-lines.ts";
import { ROOT_OPTION } from "./root-option.ts";

/** `content typo`: what changed in a source page was a slip of the pen, and no translation is behind because of it. */
export function addTypo(program: Command): void {
  program
    .command("typo")
    .description("records that a source page changed by mended typos only, so that its translations stay current")
    .argument("<file>", "the source page, such as content/my-course/welcome/en.mdx")
    .option("--anyway", "take every change, also those of more than a few letters")
    .option(...ROOT_OPTION)
    .action((file: string, { root, anyway }: { root: string; anyway?: boolean }) => {
      const found = findPage(readContent(root), file);
      if (!found) return program.error(`${file} is no page that a course lists and that can be read.`);
      const done = acceptTypos(found, anyway ?? false);
      if (!done.ok) return program.error(done.message);
      const { files, left } = done.value;
      for (const record of files) console.log(`Wrote ${record}.`);
      if (files.length === 0 && left.length === 0) console.log("Nothing has changed.");
      if (left.length === 0) return;
      console.error(
        `${countBlocks(left.length)} changed by more than a few letters, and translations stay behind there:`,
      );
      for (const change of left) for (const line of changeLines(change, file)) console.error(line);
      process.exitCode = 1;
    });
}
