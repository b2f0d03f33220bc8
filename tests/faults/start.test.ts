/** What a production server says instead of starting with settings, people or a database that it must not serve with. */
import { createServer } from "node:net";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { insertAccount } from "#app/store/accounts.server.ts";
import { openStore } from "#app/store/open-store.server.ts";
import { freshInstallation, runServer, startServer } from "./server-process.ts";

/** Settings with which a production server starts. */
async function production() {
  const installation = await freshInstallation();
  const settings: Record<string, string> = {
    ...installation.settings,
    WAYMARK_MODE: "standard",
    ORIGIN: "https://learn.example.org",
    SECRET: "c2VjcmV0IHRoYXQgaXMgbG9uZyBlbm91Z2ggZm9yIHRoaXM=",
    ISSUER_NAME: "Academy of Public Administration",
  };
  return { ...installation, settings };
}

test("with sound settings a production server starts", async () => {
  const server = await startServer(await production());
  await server.end("SIGTERM");
  expect(server.said()).toContain("https://learn.example.org");
});

const refusals: { name: string; change: Record<string, string | undefined>; names: string }[] = [
  { name: "no ORIGIN", change: { ORIGIN: undefined }, names: "ORIGIN" },
  { name: "an ORIGIN without TLS", change: { ORIGIN: "http://learn.example.org" }, names: "ORIGIN" },
  { name: "an ORIGIN with a path", change: { ORIGIN: "https://example.org/learn" }, names: "ORIGIN" },
  { name: "an ORIGIN that is no address", change: { ORIGIN: "learn.example.org" }, names: "ORIGIN" },
  { name: "no SECRET", change: { SECRET: undefined }, names: "SECRET" },
  { name: "a SECRET of 31 characters", change: { SECRET: "x".repeat(31) }, names: "SECRET" },
  { name: "no ISSUER_NAME", change: { ISSUER_NAME: undefined }, names: "ISSUER_NAME" },
  { name: "the ISSUER_NAME of nobody", change: { ISSUER_NAME: "Waymark" }, names: "ISSUER_NAME" },
  { name: "a PORT that is no number", change: { PORT: "three thousand" }, names: "PORT" },
  { name: "a DATABASE_URL of an unknown kind", change: { DATABASE_URL: "mysql://localhost/x" }, names: "DATABASE_URL" },
  { name: "the demo on an address of the world", change: { WAYMARK_MODE: "demo" }, names: "WAYMARK_MODE" },
];

test.each(refusals)("$name: not started, and $names is named", async ({ change, names }) => {
  const { settings } = await production();
  const changed = Object.entries({ ...settings, ...change }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  expectRefusal(await runServer(Object.fromEntries(changed)), names);
});

test("all that is wrong is told at once", async () => {
  const { settings } = await production();
  const { ORIGIN, SECRET, ISSUER_NAME, ...bare } = settings;
  const ended = await runServer(bare);
  for (const name of ["ORIGIN", "SECRET", "ISSUER_NAME"]) expectRefusal(ended, name);
});

test("demo people in the database: not started, because everyone knows their passwords", async () => {
  const { settings, file } = await production();
  const store = await openStore({ url: `file:${file}`, now: Date.now });
  const demo = {
    id: "demo",
    email: "learner@example.org",
    name: "Nadzeya",
    language: "en",
    passwordHash: "-",
    demo: true,
  };
  await store.write((tx) => insertAccount(tx, { ...demo, createdAt: Date.now() }));
  await store.close();
  expectRefusal(await runServer(settings), "DATABASE_URL");
});

test("a port in use: not started, and PORT is named", async () => {
  const { settings, port } = await production();
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(port, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => holder.close(() => resolve())));
  expectRefusal(await runServer(settings), "PORT");
});

test("a database newer than the program: not started, and the database stays as it is", async () => {
  const { settings, file } = await production();
  const store = await openStore({ url: `file:${file}`, now: Date.now });
  await store.close();
  const client = new Database(file);
  onTestFinished(() => void client.close());
  const count = "SELECT count(*) AS count FROM schema_migrations";
  const known = (client.prepare(count).get() as { count: number }).count;
  client
    .prepare("INSERT INTO schema_migrations (place, tag, hash, applied_at) VALUES (?, 'of_the_future', 'x', 0)")
    .run(known);
  const ended = await runServer(settings);
  expectRefusal(ended, "newer");
  expect(client.prepare(count).get()).toEqual({ count: known + 1 });
});

/** Ended with 1, named what is to be changed, and did so in sentences instead of a stack trace. */
function expectRefusal({ code, said }: { code: number | null; said: string }, names: string): void {
  expect(code).toBe(1);
  expect(said).toContain(names);
  expect(said).not.toMatch(/\n\s+at /);
  expect(said).not.toContain("Waymark serves on");
}
