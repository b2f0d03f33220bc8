/**
 * Group commit. Changes that wait are run one after the other, each in a savepoint, inside one transaction, and answered
 * after its commit: one fsync serves them all. Between BEGIN and COMMIT nothing else of this process runs, because a
 * change may wait for nothing but its queries, which this driver answers at once.
 */
import { setImmediate } from "node:timers/promises";
import type Database from "better-sqlite3";
import type { Tx } from "./db.server.ts";
import { whenFree } from "./sqlite-connection.server.ts";
import { makeHandle, StatementCache } from "./sqlite-handle.server.ts";
import { asStoreError, StoreBusy, StoreUnavailable, WriteWaitedError } from "./store-errors.server.ts";

/** Bounds how long a batch keeps the process from anything else: about 10 ms. */
const LARGEST_BATCH = 256;

interface Job {
  change: (tx: Tx) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

type Outcome = { kind: "done"; value: unknown } | { kind: "failed"; error: unknown };

export class WriteQueue {
  readonly #connect: () => Database.Database;
  readonly #patience: number;
  readonly #longest: number;
  #connection: Connection | null;
  #jobs: Job[] = [];
  #work: Promise<void> | null = null;
  #closed = false;

  /** @param connect opens a writing connection; called again when one has broken */
  constructor(connect: () => Database.Database, { patience, longest }: { patience: number; longest: number }) {
    this.#connect = connect;
    this.#patience = patience;
    this.#longest = longest;
    this.#connection = new Connection(connect());
  }

  /** @returns what the change returned, once it is on the disk */
  add<T>(change: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new StoreUnavailable("The store is closed."));
    if (this.#jobs.length >= this.#longest) return Promise.reject(new StoreBusy("Too many changes are waiting."));
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({ change, resolve: resolve as (value: unknown) => void, reject });
      this.#work ??= this.#runAll();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#work;
    this.#connection?.client.close();
    this.#connection = null;
  }

  async #runAll(): Promise<void> {
    while (this.#jobs.length > 0) {
      // Lets what has arrived in the meantime join the batch, and lets the rest of the process have its turn.
      await setImmediate();
      await this.#runBatch();
    }
    this.#work = null;
  }

  async #runBatch(): Promise<void> {
    let connection: Connection;
    try {
      connection = this.#connection ??= new Connection(this.#connect());
      await whenFree(this.#patience, () => connection.begin.run());
    } catch (error) {
      for (const job of this.#jobs.splice(0)) job.reject(unavailable(error));
      return;
    }
    const jobs: Job[] = [];
    const outcomes: Outcome[] = [];
    try {
      while (jobs.length < LARGEST_BATCH) {
        const job = this.#jobs.shift();
        if (!job) break;
        jobs.push(job);
        const outcome = await runInSavepoint(connection, job.change);
        outcomes.push(outcome);
        // A full disk or a failed write makes SQLite undo the transaction, and the earlier changes with it.
        if (!connection.client.inTransaction)
          throw outcome.kind === "failed" ? outcome.error : new Error("Rolled back.");
      }
      connection.commit.run();
    } catch (error) {
      this.#giveUp(connection);
      for (const job of jobs) job.reject(unavailable(error));
      return;
    }
    for (const [place, outcome] of outcomes.entries()) {
      if (outcome.kind === "done") jobs[place]?.resolve(outcome.value);
      else jobs[place]?.reject(asStoreError(outcome.error));
    }
  }

  #giveUp(connection: Connection): void {
    try {
      if (connection.client.inTransaction) connection.rollback.run();
    } catch {
      // A connection that cannot even roll back is of no more use; closing it rolls back.
      connection.client.close();
      this.#connection = null;
    }
  }
}

class Connection {
  readonly client: Database.Database;
  readonly statements: StatementCache;
  readonly begin: Database.Statement;
  readonly commit: Database.Statement;
  readonly rollback: Database.Statement;
  readonly savepoint: Database.Statement;
  readonly release: Database.Statement;
  readonly undo: Database.Statement;

  constructor(client: Database.Database) {
    this.client = client;
    this.statements = new StatementCache(client);
    this.begin = client.prepare("BEGIN IMMEDIATE");
    this.commit = client.prepare("COMMIT");
    this.rollback = client.prepare("ROLLBACK");
    this.savepoint = client.prepare("SAVEPOINT change");
    this.release = client.prepare("RELEASE change");
    this.undo = client.prepare("ROLLBACK TO change");
  }
}

async function runInSavepoint(connection: Connection, change: Job["change"]): Promise<Outcome> {
  connection.savepoint.run();
  const { db, takeAway } = makeHandle(connection.statements);
  const outcome = await withoutWaiting(() => change(db));
  takeAway();
  if (!connection.client.inTransaction) return outcome;
  if (outcome.kind === "failed") connection.undo.run();
  connection.release.run();
  return outcome;
}

/**
 * Runs a change and answers how it ended. Node empties the queue of settled promises before it runs a `nextTick` that was
 * asked for from within that queue: a change that has not ended by then is waiting for something from outside.
 */
function withoutWaiting(change: () => Promise<unknown>): Promise<Outcome> {
  return new Promise((resolve) => {
    let ended = false;
    const end = (outcome: Outcome) => {
      ended = true;
      resolve(outcome);
    };
    const failed = (error: unknown) => end({ kind: "failed", error });
    queueMicrotask(() => {
      try {
        change().then((value) => end({ kind: "done", value }), failed);
      } catch (error) {
        failed(error);
      }
      process.nextTick(() => {
        if (!ended) failed(new WriteWaitedError());
      });
    });
  });
}

/** Whatever kept a whole batch from the disk: the caller has to know that nothing was kept. */
function unavailable(error: unknown): unknown {
  const known = asStoreError(error);
  return known instanceof StoreUnavailable ? known : new StoreUnavailable("The change was not kept.", { cause: error });
}
