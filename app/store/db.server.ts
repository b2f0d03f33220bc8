import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";

/** What a query may do. Queries are awaited builders; `.get`, `.all` and `.run` do not exist on PostgreSQL. */
export type Db = Pick<BaseSQLiteDatabase<"async", unknown>, "select" | "selectDistinct">;

/** What a change may do. It is dead once its `write` has settled. */
export type Tx = Db & Pick<BaseSQLiteDatabase<"async", unknown>, "insert" | "update" | "delete">;

export interface StoreSettings {
  /** As in `DATABASE_URL`, and of the same kind as that. */
  url: string;
  /** Holds `sqlite/` and `postgres/`. */
  migrationsFolder: string;
  /** UTC milliseconds; dates the migrations. */
  now: () => number;
  /** Milliseconds that a change waits for another process to let go of the database. */
  patience: number;
  /** Changes that may wait at once. */
  longestQueue: number;
}
