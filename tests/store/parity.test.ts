import { readdirSync, readFileSync } from "node:fs";
import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { dialect } from "#app/store/dialect.server.ts";
import * as schema from "#app/store/schema.server.ts";

const ColumnSchema = z.object({ name: z.string(), type: z.string(), notNull: z.boolean(), primaryKey: z.boolean() });
const KeySchema = z.object({ columns: z.array(z.string()) });
const IndexSchema = z.object({
  columns: z.array(z.union([z.string(), z.object({ expression: z.string() })])),
  isUnique: z.boolean(),
});
const ForeignKeySchema = z.object({
  tableTo: z.string(),
  columnsFrom: z.array(z.string()),
  columnsTo: z.array(z.string()),
  onDelete: z.string(),
});
const SnapshotSchema = z.object({
  tables: z.record(
    z.string(),
    z.object({
      name: z.string(),
      columns: z.record(z.string(), ColumnSchema),
      indexes: z.record(z.string(), IndexSchema),
      uniqueConstraints: z.record(z.string(), KeySchema),
      foreignKeys: z.record(z.string(), ForeignKeySchema),
    }),
  ),
});

const SQLITE_TYPE: Record<string, string> = { text: "text", bigint: "integer", boolean: "integer", jsonb: "text" };

/** What the newest migration leaves behind, in words that fit both databases. */
function tablesAfter(kind: "sqlite" | "postgres") {
  const folder = `migrations/${kind}/meta`;
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith("_snapshot.json"))
    .toSorted()
    .at(-1);
  const { tables } = SnapshotSchema.parse(JSON.parse(readFileSync(`${folder}/${newest}`, "utf8")));
  return Object.fromEntries(
    Object.values(tables).map((table) => {
      const indexes = Object.entries(table.indexes).map(([name, index]) => {
        const columns = index.columns.map((column) => (typeof column === "string" ? column : column.expression));
        return { name, columns, unique: index.isUnique };
      });
      const uniques = Object.entries(table.uniqueConstraints).map(([name, { columns }]) => ({
        name,
        columns,
        unique: true,
      }));
      const columns = Object.values(table.columns).map(({ name, type, notNull, primaryKey }) => ({
        name,
        type: SQLITE_TYPE[type] ?? type,
        // A primary key is never null, whether the snapshot says so or not.
        notNull: notNull || primaryKey,
        primaryKey,
      }));
      return [
        table.name,
        {
          columns,
          keys: [...indexes, ...uniques].toSorted((a, b) => a.name.localeCompare(b.name)),
          foreignKeys: Object.values(table.foreignKeys).map(({ tableTo, columnsFrom, columnsTo, onDelete }) => ({
            tableTo,
            columnsFrom,
            columnsTo,
            onDelete,
          })),
        },
      ];
    }),
  );
}

test("both databases have the same tables, columns, keys and references", () => {
  expect(tablesAfter("postgres")).toEqual(tablesAfter("sqlite"));
});

test("both databases have the same migrations, in the same order", () => {
  const tags = (kind: string) =>
    JSON.parse(readFileSync(`migrations/${kind}/meta/_journal.json`, "utf8")).entries.map(
      ({ tag }: { tag: string }) => tag,
    );
  expect(tags("postgres")).toEqual(tags("sqlite"));
});

test("the migrations bring every table and column of the schema: npm run db:generate was not forgotten", () => {
  const wanted = Object.fromEntries(
    Object.values(schema)
      .filter((table) => is(table, Table))
      .map((table) => [
        getTableName(table),
        Object.values(getTableColumns(table)).map(({ name, notNull, primary }) => ({
          name,
          notNull: notNull || primary,
        })),
      ]),
  );
  const found = Object.fromEntries(
    Object.entries(tablesAfter(dialect)).map(([name, { columns }]) => [
      name,
      columns.map((column) => ({ name: column.name, notNull: column.notNull })),
    ]),
  );
  expect(found).toEqual(wanted);
});
