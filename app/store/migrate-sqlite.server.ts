import Database from "better-sqlite3";
import type { StoreSettings } from "./db.server.ts";
import { type AppliedMigration, listMigrations, pendingMigrations } from "./migration-list.server.ts";
import { makeSqliteFile, whenFree } from "./sqlite-connection.server.ts";
import { asStoreError } from "./store-errors.server.ts";

/** Another process may be at it; milliseconds. */
const PATIENCE = 60_000;

/**
 * Brings a SQLite file up to date, in one transaction that keeps every other process out: it ends up migrated or as it was.
 * @returns the names of the migrations that this call applied
 */
export async function migrateSqlite(
  path: string,
  { migrationsFolder, now }: Pick<StoreSettings, "migrationsFolder" | "now">,
): Promise<string[]> {
  const known = await listMigrations("sqlite", migrationsFolder);
  try {
    makeSqliteFile(path);
    const client = new Database(path, { timeout: 0 });
    try {
      // Switching needs the file to itself for a moment. It lasts, and so is done only once in the life of a file.
      await whenFree(PATIENCE, () => client.pragma("journal_mode = WAL"));
      client.pragma("synchronous = FULL");
      // A table that is rebuilt must not take the rows that point at it along; all of them are checked before the commit.
      client.pragma("foreign_keys = OFF");
      await whenFree(PATIENCE, () => client.exec("BEGIN EXCLUSIVE"));
      return applyPending(client, known, now);
    } finally {
      client.close();
    }
  } catch (error) {
    throw asStoreError(error);
  }
}

/** What the database says has been applied, oldest first. */
export function readAppliedSqlite(client: Database.Database): AppliedMigration[] {
  return client.prepare<[], AppliedMigration>("SELECT tag, hash FROM schema_migrations ORDER BY place").all();
}

function applyPending(client: Database.Database, known: Awaited<ReturnType<typeof listMigrations>>, now: () => number) {
  client.exec(
    "CREATE TABLE IF NOT EXISTS schema_migrations (place INTEGER PRIMARY KEY, tag TEXT NOT NULL, hash TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT",
  );
  const applied = readAppliedSqlite(client);
  const pending = pendingMigrations(known, applied);
  const record = client.prepare("INSERT INTO schema_migrations (place, tag, hash, applied_at) VALUES (?, ?, ?, ?)");
  for (const [ahead, { tag, hash, statements }] of pending.entries()) {
    for (const statement of statements) client.exec(statement);
    record.run(applied.length + ahead, tag, hash, now());
  }
  const orphans = client.pragma("foreign_key_check");
  if (Array.isArray(orphans) && orphans.length > 0) {
    throw new Error(`A migration would leave ${orphans.length} rows that point at nothing. Nothing was changed.`);
  }
  client.exec("COMMIT");
  return pending.map(({ tag }) => tag);
}
