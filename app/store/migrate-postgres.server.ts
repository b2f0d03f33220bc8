import type { StoreSettings } from "./db.server.ts";
import { type AppliedMigration, listMigrations, pendingMigrations } from "./migration-list.server.ts";
import type { PostgresClient } from "./postgres-client.server.ts";

/** Any number; all processes have to ask for the same one. */
const LOCK = 7_392_614;

/**
 * Brings a PostgreSQL database up to date, in one transaction under an advisory lock: it ends up migrated or as it was.
 * @returns the names of the migrations that this call applied
 */
export async function migratePostgres(
  client: PostgresClient,
  { migrationsFolder, now }: Pick<StoreSettings, "migrationsFolder" | "now">,
): Promise<string[]> {
  const known = await listMigrations("postgres", migrationsFolder);
  return client.transaction(async (run) => {
    // Another process's wait must not be cut short, and what it did must be seen.
    await run("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    await run("SET LOCAL lock_timeout = 0");
    await run("SET LOCAL statement_timeout = 0");
    await run(`SELECT pg_advisory_xact_lock(${LOCK})`);
    await run(
      "CREATE TABLE IF NOT EXISTS schema_migrations (place integer PRIMARY KEY, tag text NOT NULL, hash text NOT NULL, applied_at bigint NOT NULL)",
    );
    const applied = await readAppliedPostgres(run);
    const pending = pendingMigrations(known, applied);
    for (const [ahead, { tag, hash, statements }] of pending.entries()) {
      for (const statement of statements) await run(statement);
      await run("INSERT INTO schema_migrations (place, tag, hash, applied_at) VALUES ($1, $2, $3, $4)", [
        applied.length + ahead,
        tag,
        hash,
        now(),
      ]);
    }
    return pending.map(({ tag }) => tag);
  });
}

/** What the database says has been applied, oldest first. */
export async function readAppliedPostgres(run: PostgresClient["run"]): Promise<AppliedMigration[]> {
  const rows = await run("SELECT tag, hash FROM schema_migrations ORDER BY place");
  return rows.map(({ tag, hash }) => ({ tag: String(tag), hash: String(hash) }));
}
