import type { Db, StoreSettings, Tx } from "./db.server.ts";
import { checkMigrated } from "./migration-list.server.ts";
import { migrateSqlite, readAppliedSqlite } from "./migrate-sqlite.server.ts";
import { openConnection, sqlitePath } from "./sqlite-connection.server.ts";
import { makeHandle, StatementCache } from "./sqlite-handle.server.ts";
import { asStoreError, StoreUnavailable } from "./store-errors.server.ts";
import { WriteQueue } from "./write-queue.server.ts";

/** The store on one SQLite file: a queue in front of the one writing connection, and a connection for reading. */
export async function openSqliteStore(settings: StoreSettings) {
  const path = sqlitePath(settings.url);
  await migrateSqlite(path, settings);
  // The writer waits for other processes in `whenFree`, which does not stop this one; so SQLite itself must not wait.
  const queue = new WriteQueue(() => openConnection(path, { busyTimeout: 0 }), {
    patience: settings.patience,
    longest: settings.longestQueue,
  });
  // One is enough: this driver answers a query before anything else of the process runs.
  const reader = openConnection(path, { readonly: true });
  const { db, takeAway } = makeHandle(new StatementCache(reader));
  let closed = false;

  async function read<T>(query: (db: Db) => Promise<T>): Promise<T> {
    if (closed) throw new StoreUnavailable("The store is closed.");
    try {
      return await query(db);
    } catch (error) {
      throw asStoreError(error);
    }
  }

  return {
    read,
    write: <T>(change: (tx: Tx) => Promise<T>): Promise<T> => queue.add(change),
    check: () => read(async () => checkMigrated(readAppliedSqlite(reader), "sqlite", settings.migrationsFolder)),
    async close() {
      await queue.close();
      if (!closed) reader.close();
      closed = true;
      takeAway();
    },
  };
}
