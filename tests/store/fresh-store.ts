import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll } from "vitest";
import { env } from "#app/env.server.ts";
import { insertAccount } from "#app/store/accounts.server.ts";
import { dialect } from "#app/store/dialect.server.ts";
import type { Tx } from "#app/store/db.server.ts";
import { openStore, type Store, type StoreOptions } from "#app/store/open-store.server.ts";

/** A moment for all tests: 2026-03-02, 09:00 UTC. */
export const NOW = Date.UTC(2026, 2, 2, 9);

/** The address of an empty database that several connections or openings can share; removed after the tests of the file. */
export async function freshUrl(): Promise<string> {
  if (env.DATABASE_URL.startsWith("postgres")) return freshServerDatabase();
  const folder = mkdtempSync(join(tmpdir(), "waymark-store-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return dialect === "sqlite" ? `file:${join(folder, "store.sqlite")}` : `pglite:${join(folder, "store")}`;
}

async function freshServerDatabase(): Promise<string> {
  const name = `waymark_${randomUUID().replaceAll("-", "")}`;
  const server = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} });
  await server.unsafe(`CREATE DATABASE ${name}`);
  afterAll(async () => {
    await server.unsafe(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  });
  const url = new URL(env.DATABASE_URL);
  url.pathname = `/${name}`;
  return url.href;
}

/** A migrated store of its own, closed after the tests of the file. */
export async function openFreshStore(options: Partial<StoreOptions> = {}): Promise<Store> {
  const url = env.DATABASE_URL.startsWith("pglite:") ? "pglite:" : await freshUrl();
  const store = await openStore({ url, now: () => NOW, ...options });
  afterAll(() => store.close());
  return store;
}

/** A learner who is in the store, with a new id. */
export async function insertLearner(store: Store, more: { email?: string; demo?: boolean } = {}) {
  const id = randomUUID();
  const account = {
    id,
    email: `${id}@example.org`,
    name: "Alena Kavalenka",
    language: "be",
    passwordHash: "hash",
    demo: false,
    createdAt: NOW,
    ...more,
  };
  await store.write((tx) => insertAccount(tx, account));
  return account;
}

/** Runs a statement that no query of the store would run, such as one of somebody who has got hold of the database. */
export async function runSql(tx: Tx, statement: string): Promise<void> {
  const raw = tx as unknown as { run?: (query: unknown) => unknown; execute?: (query: unknown) => Promise<unknown> };
  await (dialect === "sqlite" ? raw.run?.(sql.raw(statement)) : raw.execute?.(sql.raw(statement)));
}
