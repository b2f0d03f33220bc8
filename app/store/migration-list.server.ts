import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Dialect } from "./dialect.server.ts";
import { MigrationMismatch } from "./store-errors.server.ts";

export interface Migration {
  /** Name of its file, without the ending. */
  tag: string;
  /** SHA-256 of its text, in hex. */
  hash: string;
  statements: string[];
}

export type AppliedMigration = Pick<Migration, "tag" | "hash">;

const JournalSchema = z.object({ entries: z.array(z.object({ idx: z.int(), tag: z.string() })) });

/** The migrations that the program brings, oldest first. */
export async function listMigrations(dialect: Dialect, folder: string): Promise<Migration[]> {
  const journal = JournalSchema.parse(JSON.parse(await readFile(join(folder, dialect, "meta/_journal.json"), "utf8")));
  const entries = journal.entries.toSorted((a, b) => a.idx - b.idx);
  return Promise.all(
    entries.map(async ({ tag }) => {
      // A checkout on Windows has other line ends and is the same migration.
      const text = (await readFile(join(folder, dialect, `${tag}.sql`), "utf8")).replaceAll("\r\n", "\n");
      const statements = text.split("--> statement-breakpoint").map((statement) => statement.trim());
      return { tag, hash: createHash("sha256").update(text).digest("hex"), statements: statements.filter(Boolean) };
    }),
  );
}

/**
 * Those that are still to be applied, oldest first.
 * @param applied what the database says about itself, oldest first
 * @throws MigrationMismatch when that is not the beginning of `known`
 */
export function pendingMigrations(known: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  for (const [place, { tag, hash }] of applied.entries()) {
    const own = known[place];
    if (own?.tag !== tag) {
      throw new MigrationMismatch(
        `The database has the migration ${tag}, which this version of the program does not know. Install the newer version again, or restore a backup.`,
      );
    }
    if (own.hash !== hash) {
      throw new MigrationMismatch(
        `The migration ${tag} was altered after it was applied. Put its file back as it was.`,
      );
    }
  }
  return known.slice(applied.length);
}

/** @throws MigrationMismatch when the database is older or newer than the program */
export async function checkMigrated(
  applied: readonly AppliedMigration[],
  dialect: Dialect,
  folder: string,
): Promise<void> {
  const [next] = pendingMigrations(await listMigrations(dialect, folder), applied);
  if (next) throw new MigrationMismatch(`The database lacks the migration ${next.tag}.`);
}
