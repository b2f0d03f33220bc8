import type { Command } from "commander";
import { readContent } from "#app/compiler/read-content.ts";
import { countBlocks } from "#app/compiler/staleness.ts";
import { everyPage, findPage } from "#app/compiler/write-records.ts";
import { changeLines } from "./change-lines.ts";
import { ROOT_OPTION } from "./root-option.ts";

/** `content stale`: which blocks of the source have changed since a translation was made, and how. */
export function addStale(program: Command): void {
  program
    .command("stale")
    .description(
      "shows, word by word, what changed in the source since translations were made; ends with 1 when any is behind",
    )
    .argument("[files...]", "translations, or source pages for all their translations; without them every page")
    .option(...ROOT_OPTION)
    .option("--json", "print the changes as JSON")
    .action((files: string[], { root, json }: { root: string; json?: boolean }) => {
      const content = readContent(root);
      const asked = files.map((file) => {
        const found = findPage(content, file);
        if (!found) program.error(`${file} is no page that a course lists and that can be read.`);
        return found?.page;
      });
      const pages = everyPage(content).flatMap(({ page, source }) => {
        if (!source || page === source) return [];
        const wanted = asked.length === 0 || asked.includes(page) || asked.includes(source);
        return wanted ? [{ file: page.file, source: source.file, behind: page.behind }] : [];
      });
      const late = pages.filter(({ behind }) => behind === null || behind.length > 0);
      if (json) console.log(JSON.stringify(pages, null, 2));
      else {
        for (const { file, source, behind } of late) {
          console.log(behind ? `${file}: ${countBlocks(behind.length)} behind` : `${file}: not recorded as current`);
          for (const change of behind ?? []) for (const line of changeLines(change, source, file)) console.log(line);
        }
        if (late.length === 0) console.log("Every translation is current.");
      }
      process.exitCode = late.length > 0 ? 1 : 0;
    });
}
