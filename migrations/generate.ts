/**
 * Writes the next migration of both databases after a change of the schema: `npm run db:generate -- --name add-seats`.
 * With `--custom` the files are empty, for triggers and data. Commit all that it writes; never alter one that was released.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

for (const [dialect, url] of [
  ["sqlite", "file:unused"],
  ["postgres", "postgres://unused"],
] as const) {
  const config = `--config=migrations/drizzle.${dialect}.ts`;
  const { status } = spawnSync("drizzle-kit", ["generate", config, ...process.argv.slice(2)], {
    // The schema is built for the database that this names.
    env: { ...process.env, DATABASE_URL: url },
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}

// drizzle-kit does not know STRICT tables: https://www.sqlite.org/stricttables.html
const folder = "migrations/sqlite";
for (const file of readdirSync(folder).filter((name) => name.endsWith(".sql"))) {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  const strict = text.replace(/(CREATE TABLE [^;]*?\n\))(;)/g, "$1 STRICT$2");
  if (strict !== text) writeFileSync(path, strict);
}
