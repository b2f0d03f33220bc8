import type { Tx } from "./db.server.ts";

type Row = Record<string, unknown>;
type Run = (sql: string, values?: (string | number)[]) => Promise<Row[]>;

/** What the store needs of a PostgreSQL, whether it is a server or PGlite within this process. */
export interface PostgresClient {
  db: PostgresDb;
  run: Run;
  transaction<T>(work: (run: Run) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export type PostgresDb = Tx & {
  transaction<T>(work: (tx: Tx & Executor) => Promise<T>, settings: { isolationLevel: "serializable" }): Promise<T>;
};

interface Executor {
  execute(sql: string): Promise<unknown>;
}

/** `postgres://` connects to a server; `pglite:` runs in memory and `pglite:folder` in a folder, within this process. */
export async function openPostgresClient(url: string): Promise<PostgresClient> {
  return url.startsWith("pglite:") ? openPglite(url.slice("pglite:".length)) : openServer(url);
}

async function openServer(url: string): Promise<PostgresClient> {
  const { default: postgres } = await import("postgres");
  const { drizzle } = await import("drizzle-orm/postgres-js");
  const client = postgres(url, {
    max: 10,
    connect_timeout: 5,
    onnotice: () => {},
    connection: {
      application_name: "waymark",
      synchronous_commit: "on",
      statement_timeout: 10_000,
      lock_timeout: 5000,
      idle_in_transaction_session_timeout: 10_000,
    },
  });
  return {
    db: drizzle(client) as unknown as PostgresDb,
    run: async (sql, values = []) => client.unsafe(sql, values),
    transaction: async <T>(work: (run: Run) => Promise<T>) => {
      const result = await client.begin((tx) => work(async (sql, values = []) => tx.unsafe(sql, values)));
      return result as T;
    },
    close: () => client.end({ timeout: 5 }),
  };
}

async function openPglite(folder: string): Promise<PostgresClient> {
  const { PGlite } = await import("@electric-sql/pglite");
  const { drizzle } = await import("drizzle-orm/pglite");
  const client = await PGlite.create(folder === "" ? undefined : folder);
  return {
    db: drizzle(client) as unknown as PostgresDb,
    run: async (sql, values = []) => (await client.query<Row>(sql, values)).rows,
    transaction: (work) =>
      client.transaction((tx) => work(async (sql, values = []) => (await tx.query<Row>(sql, values)).rows)),
    close: () => client.close(),
  };
}
