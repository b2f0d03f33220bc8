/** The built server in a process of its own, which a test may kill, starve and start again on the same data. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { createSessions } from "#app/session/sessions.server.ts";
import { insertAccount } from "#app/store/accounts.server.ts";
import { openStore } from "#app/store/open-store.server.ts";

/** The folder that `npm run build` fills. */
const BUILD = process.env.BUILD ?? "build";
const PATIENCE = 30_000;

export interface Installation {
  folder: string;
  port: number;
  /** `http://localhost:PORT`. */
  origin: string;
  /** Path of the database. */
  file: string;
  settings: Record<string, string>;
}

export interface Learner {
  id: string;
  /** `name=value` of a session that has begun. */
  cookie: string;
}

/** A folder for the tests of a file, removed after them. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "waymark-faults-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Settings of a server that nobody has started yet, with everything it writes in one folder. */
export async function freshInstallation(folder = freshFolder()): Promise<Installation> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const file = join(folder, "waymark.sqlite");
  const settings = {
    NODE_ENV: "production",
    WAYMARK_MODE: "demo",
    PORT: String(port),
    ORIGIN: origin,
    DATABASE_URL: `file:${file}`,
    MAIL_FOLDER: join(folder, "mail"),
    ISSUER_NAME: "Waymark faults",
    LOG_LEVEL: "error",
  };
  return { folder, port, origin, file, settings };
}

/** Makes learners who are signed in, with no server running. */
export async function signedInLearners({ file, origin }: Installation, count: number): Promise<Learner[]> {
  const now = Date.now;
  const store = await openStore({ url: `file:${file}`, now });
  const sessions = createSessions({ store, origin, now });
  const learners: Learner[] = [];
  await store.write(async (tx) => {
    for (let made = 0; made < count; made += 1) {
      const id = randomUUID();
      // No password has this hash: these people never sign in.
      const account = { email: `${id}@example.org`, name: "Alena Kavalenka", language: "en", passwordHash: "-" };
      await insertAccount(tx, { id, ...account, demo: false, createdAt: now() });
      const { cookie } = await sessions.start(tx, id);
      learners.push({ id, cookie: cookie.split(";")[0] ?? "" });
    }
  });
  await store.close();
  return learners;
}

/** What a server said and how it ended. */
interface Ended {
  code: number | null;
  said: string;
}

export interface ServerProcess {
  pid: number;
  said(): string;
  /** @returns once the process is gone */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Runs the built server to its end, for a start that is refused. */
export async function runServer(settings: Record<string, string>): Promise<Ended> {
  const { child, said } = spawnServer(settings);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said: said() };
}

/** Starts the built server and waits until it serves. It ends with the tests of the file. */
export async function startServer({ settings }: Pick<Installation, "settings">): Promise<ServerProcess> {
  const { child, said } = spawnServer(settings);
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const fail = () => {
      child.kill("SIGKILL");
      reject(new Error(`The server in ${BUILD} does not serve. Was "npm run build" run? It said:\n${said()}`));
    };
    const patience = setTimeout(fail, PATIENCE);
    child.once("close", fail);
    child.stdout?.on("data", () => {
      if (!said().includes("Waymark serves on")) return;
      clearTimeout(patience);
      child.off("close", fail);
      resolve();
    });
  });
  return {
    pid: child.pid ?? 0,
    said,
    async end(signal) {
      child.kill(signal);
      await gone;
    },
  };
}

function spawnServer(settings: Record<string, string>): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [join(BUILD, "server/index.js")], {
    env: settings as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("close", () => running.delete(child));
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  child.stderr?.on("data", (chunk) => (said += chunk));
  return { child, said: () => said };
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

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
