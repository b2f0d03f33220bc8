import type { Db, StoreSettings, Tx } from "./db.server.ts";
import { checkMigrated } from "./migration-list.server.ts";
import { migratePostgres, readAppliedPostgres } from "./migrate-postgres.server.ts";
import { openPostgresClient } from "./postgres-client.server.ts";
import { asStoreError, isContention, StoreBusy, StoreUnavailable } from "./store-errors.server.ts";

const MOST_TRIES = 8;

/** The store on PostgreSQL. A change is a serializable transaction, run again when another one was in its way. */
export async function openPostgresStore(settings: StoreSettings) {
  const client = await openPostgresClient(settings.url);
  const { db } = client;
  let underWay = 0;
  let closed = false;

  async function read<T>(query: (db: Db) => Promise<T>): Promise<T> {
    if (closed) throw new StoreUnavailable("The store is closed.");
    try {
      return await query(db);
    } catch (error) {
      throw asStoreError(error);
    }
  }

  async function write<T>(change: (tx: Tx) => Promise<T>): Promise<T> {
    if (closed) throw new StoreUnavailable("The store is closed.");
    if (underWay >= settings.longestQueue) throw new StoreBusy("Too many changes are waiting.");
    underWay += 1;
    try {
      return await tryUntilSerial(change);
    } catch (error) {
      throw asStoreError(error);
    } finally {
      underWay -= 1;
    }
  }

  async function tryUntilSerial<T>(change: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await db.transaction(
          async (tx) => {
            // Those that met another one go on in single file, in all processes. LOCK comes before the snapshot is
            // taken, and reading goes on: https://www.postgresql.org/docs/current/sql-lock.html
            if (tries > 1) await tx.execute("LOCK TABLE schema_migrations IN EXCLUSIVE MODE");
            return change(tx);
          },
          { isolationLevel: "serializable" },
        );
      } catch (error) {
        if (!isContention(error)) throw error;
        if (tries >= MOST_TRIES) throw new StoreBusy("Too many changes are in each other's way.", { cause: error });
      }
    }
  }

  try {
    await migratePostgres(client, settings);
  } catch (error) {
    await client.close();
    throw asStoreError(error);
  }
  return {
    read,
    write,
    check: () =>
      read(async () => checkMigrated(await readAppliedPostgres(client.run), "postgres", settings.migrationsFolder)),
    async close() {
      if (closed) return;
      closed = true;
      await client.close();
    },
  };
}
