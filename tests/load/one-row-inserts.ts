import Database from "better-sqlite3";

/**
 * The statement that both limits of answers run: one row, which is on the disk when it returns.
 * @param file of a database that does not exist yet
 */
export function openAnswers(file: string) {
  const client = new Database(file);
  client.pragma("journal_mode = WAL");
  client.pragma("synchronous = FULL");
  client.exec("CREATE TABLE answers (id TEXT PRIMARY KEY, attempt TEXT, item TEXT, response TEXT, at INTEGER) STRICT");
  return client.prepare<[string, string, string, string, number]>("INSERT INTO answers VALUES (?, ?, ?, ?, ?)");
}
