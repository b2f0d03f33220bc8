/** The author's desk in the terminal. Adding a subcommand is adding a file in `content/` and one line here. */
import { Command } from "commander";
import { addCheck } from "./content/check.ts";
import { addExport } from "./content/export.ts";
import { addImpact } from "./content/impact.ts";
import { addImport } from "./content/import.ts";
import { addNew } from "./content/new.ts";
import { addStale } from "./content/stale.ts";
import { addStatus } from "./content/status.ts";
import { addTranslated } from "./content/translated.ts";
import { addTypo } from "./content/typo.ts";

const SUBCOMMANDS: ((program: Command) => void)[] = [
  addCheck,
  addExport,
  addImpact,
  addImport,
  addNew,
  addStale,
  addStatus,
  addTranslated,
  addTypo,
];

// Whoever reads only the first lines of a long report has read enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const program = new Command("content").description("The author's desk: write, check, translate and revise courses");
for (const add of SUBCOMMANDS) add(program);
await program.parseAsync();
