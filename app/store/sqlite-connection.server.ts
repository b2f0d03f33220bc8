import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { isLocked } from "./store-errors.server.ts";

/** The path in `file:data/waymark.sqlite` or `file:///srv/waymark.sqlite`. */
export function sqlitePath(url: string): string {
  const path = url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length);
  if (path === "" || path.includes(":memory:"))
    throw new Error("A SQLite store needs a file: reading takes a second connection.");
  return path;
}

/** Makes the file when there is none, readable by this user alone; SQLite gives its log the same rights. */
export function makeSqliteFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, "a", 0o600));
}

/**
 * Opens a connection with everything that the store relies on, and makes sure of it: a SQLite built otherwise ignores a
 * setting that it does not know.
 * @param busyTimeout milliseconds that a statement waits, blocking the process, for a lock of another process
 * @throws Error when a setting did not take
 */
export function openConnection(
  path: string,
  { readonly = false, busyTimeout = 5000 }: { readonly?: boolean; busyTimeout?: number } = {},
): Database.Database {
  const client = new Database(path, { readonly, fileMustExist: true, timeout: busyTimeout });
  try {
    const settings = {
      journal_mode: ["WAL", "wal"],
      // Without FULL, what was acknowledged just before a power cut may be gone: https://www.sqlite.org/pragma.html#pragma_synchronous
      synchronous: ["FULL", 2],
      foreign_keys: ["ON", 1],
      busy_timeout: [busyTimeout, busyTimeout],
      trusted_schema: ["OFF", 0],
      cell_size_check: ["ON", 1],
    } as const;
    for (const [name, [wanted, reported]] of Object.entries(settings)) {
      client.pragma(`${name} = ${wanted}`);
      const actual = client.pragma(name, { simple: true });
      if (actual !== reported) throw new Error(`SQLite has ${name} = ${String(actual)} and the store needs ${wanted}.`);
    }
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/**
 * Tries until no other process is in the way, letting this process go on with its work in between; SQLite's own way of
 * waiting would stop it.
 * @param patience milliseconds; then the last error is thrown
 */
export async function whenFree<T>(patience: number, attempt: () => T): Promise<T> {
  for (let waited = 0, pause = 1; ; waited += pause, pause = Math.min(pause * 2, 25)) {
    try {
      return attempt();
    } catch (error) {
      if (!isLocked(error) || waited >= patience) throw error;
    }
    await setTimeout(pause);
  }
}
