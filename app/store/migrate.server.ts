import type { StoreSettings } from "./db.server.ts";
import { dialectOf } from "./dialect.server.ts";

/**
 * Brings a database up to date without opening it for use. Any number of processes may call it at once: one does the
 * work and the others wait for it.
 * @param url as in `DATABASE_URL`
 * @returns the names of the migrations that this call applied
 * @throws MigrationMismatch when a newer version of the program has been here, or a migration was altered after it ran;
 *   StoreUnavailable when the database cannot be reached
 */
export async function migrate(
  url: string,
  { migrationsFolder = "migrations", now }: { migrationsFolder?: string } & Pick<StoreSettings, "now">,
): Promise<string[]> {
  const settings = { migrationsFolder, now };
  if (dialectOf(url) === "sqlite") {
    const { sqlitePath } = await import("./sqlite-connection.server.ts");
    const { migrateSqlite } = await import("./migrate-sqlite.server.ts");
    return migrateSqlite(sqlitePath(url), settings);
  }
  const { openPostgresClient } = await import("./postgres-client.server.ts");
  const { migratePostgres } = await import("./migrate-postgres.server.ts");
  const { asStoreError } = await import("./store-errors.server.ts");
  const client = await openPostgresClient(url);
  try {
    return await migratePostgres(client, settings);
  } catch (error) {
    throw asStoreError(error);
  } finally {
    await client.close();
  }
}
