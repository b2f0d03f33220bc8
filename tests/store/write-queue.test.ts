import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { afterAll, expect, test } from "vitest";
import { dialect } from "#app/store/dialect.server.ts";
import type { Tx } from "#app/store/db.server.ts";
import { makeSqliteFile, openConnection, sqlitePath } from "#app/store/sqlite-connection.server.ts";
import { StoreUnavailable, WriteWaitedError } from "#app/store/store-errors.server.ts";
import { WriteQueue } from "#app/store/write-queue.server.ts";
import { freshUrl } from "./fresh-store.ts";

const notes = sqliteTable("notes", { id: integer("id").primaryKey(), body: text("body").notNull() });
const replies = sqliteTable("replies", { id: integer("id").primaryKey(), noteId: integer("note_id").notNull() });

async function freshQueue({ patience = 5000, longest = 1000, pages = 0 } = {}) {
  const path = sqlitePath(await freshUrl());
  makeSqliteFile(path);
  const connect = () => {
    const client = openConnection(path, { busyTimeout: 0 });
    client.exec(
      `CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
       CREATE TABLE IF NOT EXISTS replies (id INTEGER PRIMARY KEY, note_id INTEGER NOT NULL REFERENCES notes DEFERRABLE INITIALLY DEFERRED) STRICT`,
    );
    if (pages > 0) client.pragma(`max_page_count = ${pages}`);
    return client;
  };
  const queue = new WriteQueue(connect, { patience, longest });
  // What another process would see.
  const outside = new Database(path, { timeout: 0 });
  const seen = () => outside.prepare<[], number>("SELECT id FROM notes ORDER BY id").pluck().all();
  afterAll(async () => {
    await queue.close();
    outside.close();
  });
  return { queue, outside, seen };
}
const note =
  (id: number, body = "") =>
  async (tx: Tx) => {
    await tx.insert(notes).values({ id, body });
    return id;
  };

test.runIf(dialect === "sqlite")(
  "a change is answered after the commit that it shares with others, not before",
  async () => {
    const { queue, seen } = await freshQueue();
    let answered = false;
    const first = queue.add(note(1)).then(() => {
      answered = true;
      return seen();
    });
    const second = queue.add(async (tx) => {
      await tx.insert(notes).values({ id: 2, body: "" });
      return { answered, seen: seen(), own: await tx.select({ id: notes.id }).from(notes) };
    });
    // The second sees the first within the batch; nobody outside does.
    expect(await second).toEqual({ answered: false, seen: [], own: [{ id: 1 }, { id: 2 }] });
    expect(await first).toEqual([1, 2]);
  },
);

test.runIf(dialect === "sqlite")(
  "a change that waits for a timer or a file is refused, and the others are kept",
  async () => {
    const { queue, seen } = await freshQueue();
    const results = await Promise.allSettled([
      queue.add(note(1)),
      queue.add(async (tx) => {
        await note(2)(tx);
        await setTimeout(0);
      }),
      queue.add(async (tx) => {
        await note(3)(tx);
        await readFile("package.json");
      }),
      queue.add(note(4)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
    expect(results[1]).toMatchObject({ reason: expect.any(WriteWaitedError) });
    expect(results[2]).toMatchObject({ reason: expect.any(WriteWaitedError) });
    expect(seen()).toEqual([1, 4]);
  },
);

test.runIf(dialect === "sqlite")("the handle of a change that is over takes no more queries", async () => {
  const { queue, seen } = await freshQueue();
  let kept: Tx | undefined;
  let late: Promise<unknown> | undefined;
  const waiting = queue.add(async (tx) => {
    const prepared = tx.insert(notes).values({ id: 1, body: "" }).returning();
    late = setTimeout(5).then(() => prepared);
    late.catch(() => {});
    await late;
  });
  await expect(waiting).rejects.toBeInstanceOf(WriteWaitedError);
  await expect(late).rejects.toThrow(/is over/);
  await queue.add(async (tx) => {
    kept = tx;
  });
  await expect((async () => kept?.insert(notes).values({ id: 2, body: "" }))()).rejects.toThrow(/is over/);
  await expect((async () => kept?.select().from(notes))()).rejects.toThrow(/is over/);
  expect(seen()).toEqual([]);
});

test.runIf(dialect === "sqlite")(
  "when the commit fails, every change of the batch is refused and none is kept",
  async () => {
    const { queue, seen } = await freshQueue();
    // The missing note shows at the commit only.
    const results = await Promise.allSettled([
      queue.add(note(1)),
      queue.add(async (tx) => void (await tx.insert(replies).values({ id: 1, noteId: 99 }))),
      queue.add(() => Promise.reject(new Error("its own reason"))),
      queue.add(note(2)),
    ]);
    for (const result of results)
      expect(result).toMatchObject({ status: "rejected", reason: expect.any(StoreUnavailable) });
    expect(seen()).toEqual([]);
    expect(await queue.add(note(3))).toBe(3);
    expect(seen()).toEqual([3]);
  },
);

test.runIf(dialect === "sqlite")(
  "on a full disk changes are unavailable, those before it are kept, and small ones go on",
  async () => {
    const { queue, seen } = await freshQueue({ pages: 8 });
    expect(await queue.add(note(1))).toBe(1);
    await expect(queue.add(note(2, "x".repeat(100_000)))).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await queue.add(note(3))).toBe(3);
    expect(seen()).toEqual([1, 3]);
  },
);

test.runIf(dialect === "sqlite")(
  "a database locked by another process is unavailable once patience ends, and the process goes on meanwhile",
  async () => {
    const { queue, outside, seen } = await freshQueue({ patience: 150 });
    outside.exec("BEGIN IMMEDIATE");
    const writes = [queue.add(note(1)), queue.add(note(2))];
    let settled = false;
    void Promise.allSettled(writes).then(() => (settled = true));
    let turns = 0;
    while (!settled) {
      turns += 1;
      await setTimeout(1);
    }
    for (const write of writes) await expect(write).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(writes[0]).rejects.toMatchObject({ cause: { code: "SQLITE_BUSY" } });
    expect(turns).toBeGreaterThan(10);
    outside.exec("ROLLBACK");
    expect(await queue.add(note(3))).toBe(3);
    expect(seen()).toEqual([3]);
  },
);

test.runIf(dialect === "sqlite")("a change outlasts a short lock", async () => {
  const { queue, outside, seen } = await freshQueue();
  outside.exec("BEGIN IMMEDIATE");
  const waiting = queue.add(note(1));
  await setTimeout(30);
  outside.exec("ROLLBACK");
  expect(await waiting).toBe(1);
  expect(seen()).toEqual([1]);
});

test.runIf(dialect === "sqlite")("more changes than fit into one batch are all kept, in their order", async () => {
  const { queue, seen } = await freshQueue();
  const order: number[] = [];
  const ids = Array.from({ length: 700 }, (_, place) => place + 1);
  await Promise.all(ids.map((id) => queue.add(note(id)).then((answer) => order.push(answer))));
  expect(order).toEqual(ids);
  expect(seen()).toEqual(ids);
});

test.runIf(dialect === "sqlite")("every connection is as durable and as strict as the store promises", async () => {
  const path = sqlitePath(await freshUrl());
  makeSqliteFile(path);
  for (const options of [{}, { readonly: true }, { busyTimeout: 0 }]) {
    const client = openConnection(path, options);
    const read = (name: string) => client.pragma(name, { simple: true });
    expect(["journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check"].map(read)).toEqual([
      "wal",
      2,
      1,
      0,
      1,
    ]);
    client.close();
  }
});
