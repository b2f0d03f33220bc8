/** A process of its own that migrates the database named in its first argument, and says how many migrations it applied. */
import { migrate } from "#app/store/migrate.server.ts";

const [, , url = ""] = process.argv;
const applied = await migrate(url, { now: () => 0 });
process.stdout.write(String(applied.length));
