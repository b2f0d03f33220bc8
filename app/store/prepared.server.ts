import { type Placeholder, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.server.ts";
import { dialect } from "./dialect.server.ts";
import { baseOf } from "./sqlite-handle.server.ts";

interface Built<Row> extends PromiseLike<Row[]> {
  /** PostgreSQL's builders take the values here. */
  execute(values?: Record<string, unknown>): Promise<Row[]>;
  prepare(): unknown;
}

interface Prepared<Row> {
  all(values: Record<string, unknown>): Row[];
}

/**
 * A query that many requests ask. Putting its words together costs ten times what SQLite takes to answer it, so that is
 * done once for each connection. PostgreSQL is a network away, and gains nothing by it.
 *
 * A placeholder in a JSON column writes the JSON `null` for null, where a plain value writes SQL's NULL; both are read as null.
 * @param names of the values that the query is given each time
 * @param build makes the query, with a placeholder for each of them
 */
export function prepared<Name extends string, Row>(
  names: readonly Name[],
  build: (db: Tx, values: { [N in Name]: Placeholder<N> }) => PromiseLike<Row[]>,
): (db: Db, values: Record<NoInfer<Name>, unknown>) => Promise<Row[]> {
  const placeholders = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as {
    [N in Name]: Placeholder<N>;
  };
  const queries = new WeakMap<object, Prepared<Row>>();
  return async (db, values) => {
    if (dialect === "postgres") return (build(db as Tx, placeholders) as Built<Row>).execute(values);
    const base = baseOf(db);
    let query = queries.get(base);
    if (!query) {
      query = (build(base, placeholders) as Built<Row>).prepare() as Prepared<Row>;
      queries.set(base, query);
    }
    return query.all(values);
  };
}
