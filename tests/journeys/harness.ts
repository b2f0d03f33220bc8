/** One real installation for the tests of a file: the built server, its database and its mails in a folder of their own. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll } from "vitest";
import { openStore, type Store } from "#app/store/open-store.server.ts";

/** The folder that `npm run build` fills. */
export const BUILD = process.env.BUILD ?? "build";
const PATIENCE = 30_000;

export interface Site {
  /** `http://localhost:PORT`. */
  origin: string;
  /** A second door to the server's database, for facts that a test needs and no page makes. */
  store: Store;
  /** Reads the database file as it is. */
  rows<Row>(sql: string, ...values: unknown[]): Row[];
  /** The mails so far, oldest first, with their text decoded. */
  mails(): Promise<{ to: string; text: string }[]>;
}

/**
 * Starts an installation that ends with the tests of the file. Call it at the top of a test file.
 * @param build the folder of the program; without it, the one that is built from `content/`
 */
export async function startSite({ build = BUILD }: { build?: string } = {}): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), "waymark-journey-"));
  const file = join(folder, "waymark.sqlite");
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const mailFolder = join(folder, "mail");
  const server = await startServer(build, origin, {
    PORT: String(port),
    ORIGIN: origin,
    DATABASE_URL: `file:${file}`,
    MAIL_FOLDER: mailFolder,
  });
  const store = await openStore({ url: `file:${file}`, now: Date.now });
  const reader = new Database(file, { readonly: true });
  afterAll(async () => {
    reader.close();
    await store.close();
    await stopServer(server);
    await rm(folder, { recursive: true });
  });
  return {
    origin,
    store,
    rows: <Row>(sql: string, ...values: unknown[]) => reader.prepare<unknown[], Row>(sql).all(...values),
    mails: () => readMails(mailFolder),
  };
}

async function startServer(build: string, origin: string, settings: Record<string, string>): Promise<ChildProcess> {
  const server = spawn(process.execPath, [join(build, "server/index.js")], {
    env: {
      NODE_ENV: "production",
      WAYMARK_MODE: "demo",
      ISSUER_NAME: "Waymark journeys",
      LOG_LEVEL: "error",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  server.stdout?.on("data", (chunk) => (said += chunk));
  server.stderr?.on("data", (chunk) => (said += chunk));
  const ends = Date.now() + PATIENCE;
  while (Date.now() < ends && server.exitCode === null) {
    const ready = await fetch(`${origin}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return server;
    await pause(50);
  }
  server.kill("SIGKILL");
  throw new Error(`The server in ${build} did not become ready. Was "npm run build" run? It said:\n${said}`);
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function readMails(folder: string): Promise<{ to: string; text: string }[]> {
  const names = await readdir(folder).catch(() => []);
  const mails: { to: string; text: string }[] = [];
  for (const name of names.sort()) {
    const mail = await readFile(join(folder, name), "latin1");
    const [head = "", ...body] = mail.split("\r\n\r\n");
    mails.push({ to: /^To: (.*)$/im.exec(head)?.[1]?.trim() ?? "", text: fromQuotedPrintable(body.join("\r\n\r\n")) });
  }
  return mails;
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Asks again and again until the answer is neither undefined nor false. */
export async function eventually<Value>(
  what: string,
  ask: () => Promise<Value | undefined | false> | Value | undefined | false,
): Promise<Value> {
  const ends = Date.now() + 10_000;
  while (Date.now() < ends) {
    const value = await ask();
    if (value !== undefined && value !== false) return value;
    await pause(50);
  }
  throw new Error(`This did not happen within ten seconds: ${what}`);
}
