import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { getTableName, is, Table } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { env } from "#app/env.server.ts";
import { newestAnswersOf } from "#app/store/answers.server.ts";
import { dialect } from "#app/store/dialect.server.ts";
import { migrate } from "#app/store/migrate.server.ts";
import { openStore } from "#app/store/open-store.server.ts";
import * as schema from "#app/store/schema.server.ts";
import { sqlitePath } from "#app/store/sqlite-connection.server.ts";
import { MigrationMismatch } from "#app/store/store-errors.server.ts";
import { freshUrl, NOW, runSql } from "./fresh-store.ts";

const now = () => NOW;
/** In the order in which they run; new ones join by themselves. */
const tags = (
  JSON.parse(readFileSync(`migrations/${dialect}/meta/_journal.json`, "utf8")).entries as { tag: string }[]
).map(({ tag }) => tag);

/** A copy of the migrations that a test may alter. */
function ownMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), "waymark-migrations-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  cpSync("migrations", folder, { recursive: true });
  return folder;
}

function addMigration(folder: string, tag: string, text: string): void {
  const path = join(folder, dialect, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8"));
  journal.entries.push({ idx: journal.entries.length, tag });
  writeFileSync(path, JSON.stringify(journal));
  writeFileSync(join(folder, dialect, `${tag}.sql`), text);
}

test("an empty database is migrated once; a second time there is nothing to do", async () => {
  const url = await freshUrl();
  expect(await migrate(url, { now })).toEqual(tags);
  expect(await migrate(url, { now })).toEqual([]);
});

test.skipIf(env.DATABASE_URL.startsWith("pglite:"))(
  "of eight processes that start at once one migrates and the others wait for it",
  async () => {
    const url = await freshUrl();
    const start = () => promisify(execFile)(process.execPath, ["--import", "tsx", "tests/store/migrate-once.ts", url]);
    const answers = await Promise.all(Array.from({ length: 8 }, start));
    expect(answers.map(({ stdout }) => stdout).toSorted()).toEqual([
      "0",
      "0",
      "0",
      "0",
      "0",
      "0",
      "0",
      String(tags.length),
    ]);
    const store = await openStore({ url, now });
    await store.check();
    await store.close();
  },
  120_000,
);

test("a later version brings its migration, and then the earlier version refuses the database", async () => {
  const [url, migrationsFolder] = [await freshUrl(), ownMigrations()];
  await migrate(url, { now });
  addMigration(
    migrationsFolder,
    "9999_seats",
    "CREATE TABLE seats (id text PRIMARY KEY);\n--> statement-breakpoint\nCREATE INDEX seats_id ON seats (id);",
  );
  expect(await migrate(url, { migrationsFolder, now })).toEqual(["9999_seats"]);
  await expect(migrate(url, { now })).rejects.toBeInstanceOf(MigrationMismatch);
  await expect(openStore({ url, now })).rejects.toThrow(/9999_seats, which this version of the program does not know/);
});

test("a migration that was altered after it ran is refused", async () => {
  const [url, migrationsFolder] = [await freshUrl(), ownMigrations()];
  await migrate(url, { migrationsFolder, now });
  writeFileSync(join(migrationsFolder, dialect, "0000_start.sql"), "SELECT 1;");
  await expect(migrate(url, { migrationsFolder, now })).rejects.toThrow(/0000_start was altered/);
});

test("a migration that fails in the middle leaves the database as it was", async () => {
  const [url, migrationsFolder] = [await freshUrl(), ownMigrations()];
  addMigration(
    migrationsFolder,
    "9999_broken",
    "CREATE TABLE seats (id text PRIMARY KEY);\n--> statement-breakpoint\nCREATE TABLE seats (id text);",
  );
  await expect(migrate(url, { migrationsFolder, now })).rejects.toThrow(/seats/);
  expect(await migrate(url, { now })).toEqual(tags);
});

test("a database that was migrated further while the server runs is not ready", async () => {
  const [url, migrationsFolder] = [await freshUrl(), ownMigrations()];
  const store = await openStore({ url, migrationsFolder, now });
  await store.check();
  const values = `(place, tag, hash, applied_at) VALUES (${tags.length}, '9999_seats', 'x', 0)`;
  await store.write((tx) => runSql(tx, `INSERT INTO schema_migrations ${values}`));
  await expect(store.check()).rejects.toBeInstanceOf(MigrationMismatch);
  await store.close();
});

test.runIf(dialect === "sqlite")("every table of SQLite is strict and holds what the schema says", async () => {
  const url = await freshUrl();
  await migrate(url, { now });
  const client = new Database(sqlitePath(url));
  const tables = client.pragma("table_list") as { schema: string; name: string; type: string; strict: number }[];
  const own = tables.filter(
    ({ schema, name, type }) => schema === "main" && type === "table" && !name.startsWith("sqlite_"),
  );
  expect(own.filter(({ strict }) => strict !== 1)).toEqual([]);
  const expected = Object.values(schema)
    .filter((table) => is(table, Table))
    .map((table) => getTableName(table));
  expect(own.map(({ name }) => name).toSorted()).toEqual([...expected, "schema_migrations"].toSorted());
  client.close();
});

test("answers from before confidence was asked keep every figure, and are still closed to change", async () => {
  const [url, older] = [await freshUrl(), ownMigrations()];
  const journalAt = join(older, dialect, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(journalAt, "utf8")) as { entries: { tag: string }[] };
  const from = journal.entries.findIndex(({ tag }) => tag === "0005_notes-and-confidence");
  writeFileSync(journalAt, JSON.stringify({ ...journal, entries: journal.entries.slice(0, from) }));
  await migrate(url, { migrationsFolder: older, now });
  const before = await openStore({ url, migrationsFolder: older, now });
  const statements = [
    `INSERT INTO accounts (id, email, name, language, password_hash, demo, created_at) VALUES ('p', 'a@example.org', 'A', 'be', 'x', ${dialect === "sqlite" ? "0" : "false"}, 1)`,
    `INSERT INTO activity_answers (id, account_id, course_id, lesson_id, activity_id, version, response, score_permille, language, answered_at) VALUES ('a', 'p', 'c', 'l', 'q', 'v', '["b"]', 333, 'be', 7)`,
  ];
  for (const statement of statements) await before.write((tx) => runSql(tx, statement));
  await before.close();

  await migrate(url, { now });
  const store = await openStore({ url, now });
  const [answer] = await store.read((db) => newestAnswersOf(db, { accountId: "p", courseId: "c", lessonId: "l" }));
  expect(answer).toEqual({
    id: "a",
    accountId: "p",
    courseId: "c",
    lessonId: "l",
    activityId: "q",
    version: "v",
    response: ["b"],
    scorePermille: 333,
    confidence: null,
    language: "be",
    answeredAt: 7,
  });
  await expect(store.write((tx) => runSql(tx, "UPDATE activity_answers SET score_permille = 1000"))).rejects.toThrow();
  await store.close();
});
