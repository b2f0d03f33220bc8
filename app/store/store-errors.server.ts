/** What the store throws when the machine is at fault. Everything else that a query throws comes through as it is. */

/** The database cannot be reached, is full, locked, broken or closed. Nothing of the change was kept; trying later may help. */
export class StoreUnavailable extends Error {
  override name = "StoreUnavailable";
}

/** More changes are waiting than the store takes. */
export class StoreBusy extends StoreUnavailable {
  override name = "StoreBusy";
}

/** A bug: a change waited for something other than the database, such as a file or the network. Nothing of it was kept. */
export class WriteWaitedError extends Error {
  override name = "WriteWaitedError";
  constructor() {
    super("A change may wait for its own queries only; do everything else before or after it. It was rolled back.");
  }
}

/** The database was migrated by a newer version of the program, or a migration was altered after it ran. */
export class MigrationMismatch extends Error {
  override name = "MigrationMismatch";
}

/** https://www.sqlite.org/rescode.html */
const SQLITE_FAULT = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL|CORRUPT|NOTADB)/;

/**
 * Connection, resources, operator intervention, system error, read-only transaction, lock and statement timeouts:
 * https://www.postgresql.org/docs/current/errcodes-appendix.html; then the words of the driver and of the network.
 */
const POSTGRES_FAULT =
  /^(08...|53...|57...|58...|25006|55P03|CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED)|E(CONN|HOST|NET|PIPE|TIMEDOUT|AI_)[A-Z_]*|ENOTFOUND)$/;

/** Serialization failure and deadlock: nothing is wrong, and another try may succeed. */
const CONTENTION = /^(40001|40P01)$/;

/** The error as the layers above want it: a fault of the machine wrapped as `StoreUnavailable`, anything else untouched. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  const fault = codesOf(error).find((code) => SQLITE_FAULT.test(code) || POSTGRES_FAULT.test(code));
  return fault ? new StoreUnavailable(`The database is not available (${fault}).`, { cause: error }) : error;
}

export function isContention(error: unknown): boolean {
  return codesOf(error).some((code) => CONTENTION.test(code));
}

export function isLocked(error: unknown): boolean {
  return codesOf(error).some((code) => /^SQLITE_(BUSY|LOCKED)/.test(code));
}

/** The codes of an error and of its causes: drizzle wraps what the driver throws. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let current = error; current instanceof Error && codes.length < 8; current = current.cause) {
    codes.push("code" in current && typeof current.code === "string" ? current.code : "");
  }
  return codes;
}
