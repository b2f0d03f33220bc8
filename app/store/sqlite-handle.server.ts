import type Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Db, Tx } from "./db.server.ts";

type Statement = Database.Statement<unknown[]>;

const MOST_STATEMENTS = 500;

/** Keeps the prepared statements of a connection: preparing costs more than running. */
export class StatementCache {
  readonly #client: Database.Database;
  readonly #statements = new Map<string, Statement>();
  /** A handle that is never taken away, for queries that are built once. */
  readonly base: Tx = handleOn(this, { open: true });

  constructor(client: Database.Database) {
    this.#client = client;
  }

  prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      // Lists of values make a new text for each length; forgetting all of them now and then is enough.
      if (this.#statements.size >= MOST_STATEMENTS) this.#statements.clear();
      statement = this.#client.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

interface Gate {
  open: boolean;
}

const handles = new WeakMap<object, { gate: Gate; base: Tx }>();

/**
 * A handle for queries that can be taken away: afterwards every query through it throws, also one that was built or
 * prepared before.
 */
export function makeHandle(statements: StatementCache): { db: Tx; takeAway: () => void } {
  const gate = { open: true };
  const db = handleOn(statements, gate);
  handles.set(db, { gate, base: statements.base });
  const takeAway = () => {
    gate.open = false;
  };
  return { db, takeAway };
}

/**
 * The lasting handle of the connection that a handle works on.
 * @throws Error when the handle was taken away
 */
export function baseOf(db: Db): Tx {
  const handle = handles.get(db);
  if (!handle) throw new Error("not a handle of the store");
  if (!handle.gate.open) throw closedHandle();
  return handle.base;
}

function handleOn(statements: StatementCache, gate: Gate): Tx {
  // Of a client, drizzle uses `prepare` alone as long as nobody asks it for a transaction.
  const client = { prepare: (sql: string) => new GatedStatement(statements.prepare(sql), gate) };
  // Awaiting a builder of the synchronous driver answers as that of an asynchronous one does.
  return drizzle(client as unknown as Database.Database) as unknown as Tx;
}

class GatedStatement {
  readonly #statement: Statement;
  readonly #gate: Gate;
  #raw = false;

  constructor(statement: Statement, gate: Gate) {
    this.#statement = statement;
    this.#gate = gate;
  }

  raw(): this {
    this.#raw = true;
    return this;
  }

  all(...values: unknown[]): unknown[] {
    return this.#ready().all(...values);
  }

  get(...values: unknown[]): unknown {
    return this.#ready().get(...values);
  }

  run(...values: unknown[]): unknown {
    if (!this.#gate.open) throw closedHandle();
    return this.#statement.run(...values);
  }

  #ready(): Statement {
    if (!this.#gate.open) throw closedHandle();
    return this.#statement.raw(this.#raw);
  }
}

function closedHandle(): Error {
  return new Error("This change is over: its handle takes no more queries. Await every query inside the change.");
}
