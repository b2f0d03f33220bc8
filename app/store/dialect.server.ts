/**
 * The column kit. One schema stands on SQLite and on PostgreSQL; `DATABASE_URL` says which, once for the process.
 * Typed as SQLite's throughout: the builders that the store uses are the same in both, and the values in TypeScript are too.
 */
import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";
import { env } from "#app/env.server.ts";

export type Dialect = "sqlite" | "postgres";

/** The database behind an address: `file:` is SQLite, `postgres:`, `postgresql:` and `pglite:` are PostgreSQL. */
export function dialectOf(url: string): Dialect {
  return url.startsWith("file:") ? "sqlite" : "postgres";
}

export const dialect: Dialect = dialectOf(env.DATABASE_URL);
const onPostgres = dialect === "postgres";

// drizzle's own jsonb parses a second time and makes the number 1 of the text "1".
const jsonb = pg.customType<{ data: unknown; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
});

const bySqlite = {
  table: sqlite.sqliteTable,
  unique: sqlite.unique,
  index: sqlite.index,
  text: (name: string) => sqlite.text(name),
  integer: (name: string) => sqlite.integer(name),
  instant: (name: string) => sqlite.integer(name, { mode: "number" }),
  boolean: (name: string) => sqlite.integer(name, { mode: "boolean" }),
  json: (name: string) => sqlite.text(name, { mode: "json" }),
};

const byPostgres = {
  table: pg.pgTable,
  unique: pg.unique,
  index: pg.index,
  text: (name: string) => pg.text(name),
  // 64 bits, as in SQLite.
  integer: (name: string) => pg.bigint(name, { mode: "number" }),
  instant: (name: string) => pg.bigint(name, { mode: "number" }),
  boolean: (name: string) => pg.boolean(name),
  json: (name: string) => jsonb(name),
};

const kit = onPostgres ? (byPostgres as unknown as typeof bySqlite) : bySqlite;

export const { table, unique, index, text, integer, boolean, json } = kit;

/** A moment in UTC milliseconds. */
export const { instant } = kit;
