import type Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Tx } from "./db.server.ts";

type Statement = Database.Statement<unknown[]>;

const MOST_STATEMENTS = 500;

/** Keeps prepared statements: preparing costs more than running. */
export class StatementCache {
  readonly #client: Database.Database;
  readonly #statements = new Map<string, Statement>();

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

/**
 * A handle for queries that can be taken away: afterwards every query through it throws, also one that was built or
 * prepared before.
 */
export function makeHandle(statements: StatementCache): { db: Tx; takeAway: () => void } {
  const gate = { open: true };
  const client = { prepare: (sql: string) => new GatedStatement(statements.prepare(sql), gate) };
  // Only `prepare` is used: transactions are opened by the store itself.
  const db = drizzle(client as unknown as Database.Database);
  // Awaiting a builder of the synchronous driver answers as that of an asynchronous one does.
  return { db: db as unknown as Tx, takeAway: () => void (gate.open = false) };
}

class GatedStatement {
  readonly #statement: Statement;
  readonly #gate: { open: boolean };
  #raw = false;

  constructor(statement: Statement, gate: { open: boolean }) {
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
