import type { Command } from "commander";
import { readContent } from "#app/compiler/read-content.ts";
import { everyPage, findPage, type FoundPage, recordTranslated } from "#app/compiler/write-records.ts";
import { ROOT_OPTION } from "./root-option.ts";

/** `content translated`: somebody has compared a translation with its source and found it current. */
export function addTranslated(program: Command): void {
  program
    .command("translated")
    .description("records that translations say what their source says now")
    .argument("[files...]", "translations, such as content/my-course/welcome/ru.mdx")
    .option("--all", "every translation that was never recorded; those that are behind must be named")
    .option(...ROOT_OPTION)
    .action((files: string[], { root, all }: { root: string; all?: boolean }) => {
      if (files.length === 0 && !all) program.error("Name the translations, or say --all.");
      const content = readContent(root);
      const pages: FoundPage[] = all ? everyPage(content).filter(({ page }) => page.behind === null) : [];
      let refused = 0;
      const refuse = (message: string) => {
        console.error(message);
        refused += 1;
      };
      for (const file of files) {
        const found = findPage(content, file);
        if (found) pages.push(found);
        else refuse(`${file} is no page that a course lists and that can be read; content check says more.`);
      }
      for (const found of pages) {
        const done = recordTranslated(content, found);
        if (done.ok) console.log(`${found.page.file} is current with ${found.source?.file}.`);
        else refuse(done.message);
      }
      if (all && pages.length === 0) console.log("Every translation is recorded already.");
      process.exitCode = refused > 0 ? 1 : 0;
    });
}
