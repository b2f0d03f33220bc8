/** The studio's start: checks that it may start, prepares its page, listens, and says how to come in. */
import { Command } from "commander";
import { env } from "#app/env.server.ts";
import { studioBundle } from "#app/studio/bundle.server.ts";
import { refusalToStart } from "#app/studio/guard.ts";
import { startStudio } from "#app/studio/serve.server.ts";
import { dayOf } from "./content/day.ts";
import { ROOT_OPTION } from "./content/root-option.ts";

const { root } = new Command("author")
  .description("the studio for writing: an editor with the check and a live preview, on this machine only")
  .option(...ROOT_OPTION)
  .parse()
  .opts<{ root: string }>();

const refusal = refusalToStart(env.NODE_ENV);
if (refusal !== null) {
  console.error(refusal);
  process.exit(1);
}
try {
  const bundle = await studioBundle(console.log);
  const studio = await startStudio({ root, port: env.PORT, bundle, today: () => dayOf(new Date()) });
  console.log(`
The studio is open. Go to this address in the browser of this machine:

  ${studio.address}

It shows the pages of the courses in ${root}/, checks what you write, shows the lesson beside it, and saves into the files.
Nobody else can reach it: it listens on this machine only, and the address is new for each start. Ctrl+C closes it.
`);
  const close = () => void studio.close().then(() => process.exit(0));
  process.on("SIGINT", close);
  process.on("SIGTERM", close);
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
  console.error(`Port ${env.PORT} is taken, perhaps by another studio. Choose another one: PORT=3200 npm run author`);
  process.exit(1);
}
