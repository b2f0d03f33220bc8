/**
 * The two doors to the database. Whatever `write` has answered is on the disk; a change that throws leaves nothing behind.
 */
import type { Db, StoreSettings, Tx } from "./db.server.ts";
import { dialect, dialectOf } from "./dialect.server.ts";

export interface Store {
  /** Each query sees what was committed before it. @throws StoreUnavailable */
  read<T>(query: (db: Db) => Promise<T>): Promise<T>;
  /**
   * All or nothing, and durable once answered. The change may wait for nothing but its own queries: SQLite refuses that
   * with WriteWaitedError; PostgreSQL, which may run the change again after a conflict, does not notice it.
   * @throws StoreUnavailable when it cannot be kept, StoreBusy when too many are waiting, else whatever `change` throws
   */
  write<T>(change: (tx: Tx) => Promise<T>): Promise<T>;
  /** @throws StoreUnavailable when the database does not answer, MigrationMismatch when it does not fit the program */
  check(): Promise<void>;
  /** Takes no more changes, waits for those already taken, and lets go of the database. */
  close(): Promise<void>;
}

/** `migrationsFolder` is by default the folder `migrations` where the process runs. */
export type StoreOptions = Pick<StoreSettings, "url" | "now"> & Partial<StoreSettings>;

/**
 * Opens the database and brings it up to date first, under a lock, however many processes start at once.
 * @throws StoreUnavailable, or MigrationMismatch when a newer version of the program has been here
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (dialectOf(options.url) !== dialect) {
    throw new Error(`DATABASE_URL chose ${dialect} for this process; it cannot open a database of another kind.`);
  }
  const settings: StoreSettings = { migrationsFolder: "migrations", patience: 5000, longestQueue: 10_000, ...options };
  if (dialect === "sqlite") {
    const { openSqliteStore } = await import("./sqlite-store.server.ts");
    return openSqliteStore(settings);
  }
  const { openPostgresStore } = await import("./postgres-store.server.ts");
  return openPostgresStore(settings);
}
