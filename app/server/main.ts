/**
 * The entry of the built server: checks the settings, migrates under a lock, opens the store, serves, and closes in order.
 * In development `dev.ts` loads it through Vite.
 */
import { createServer, type RequestListener } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import * as build from "virtual:remix/server-build";
import { env, weakness } from "#app/env.server.ts";
import { countDemoAccounts } from "#app/store/accounts.server.ts";
import { createApp } from "./app.ts";
import { openServices, type RunningServices } from "./services.ts";

/** Milliseconds that open requests have to end after a signal. */
const GRACE = 10_000;

async function start(): Promise<void> {
  if (weakness.length > 0) {
    stop(
      `Not started: the configuration is too weak for production.\n${weakness.map((fault) => `  ${fault}`).join("\n")}`,
    );
  }
  const running = await openServices(env);
  if (env.NODE_ENV === "production" && env.WAYMARK_MODE !== "demo") {
    const demo = await running.services.store.read((db) => countDemoAccounts(db));
    if (demo > 0) {
      await running.close();
      stop(
        `Not started: the database holds ${demo} demo accounts, whose passwords are known to everyone.\n` +
          "  DATABASE_URL: give the production server a database of its own.",
      );
    }
  }
  listen(appOf(running), running);
}

/** The application for Vite's development server. */
export async function developmentApp(development: RequestHandler): Promise<RequestListener> {
  kept.services ??= openServices(env);
  return appOf(await kept.services, development);
}

/** Development reloads this module on each edit; the database stays open. */
const everywhere = globalThis as { waymark?: { services?: Promise<RunningServices> } };
everywhere.waymark ??= {};
const kept = everywhere.waymark;

function appOf(running: RunningServices, development?: RequestHandler): RequestListener {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return createApp({
    services: running.services,
    // The type of the virtual module is Remix's own build type.
    build: build as unknown as ServerBuild,
    mode: env.NODE_ENV,
    readSession: running.readSession,
    trustedProxies: env.TRUST_PROXY,
    assets: development ? null : path.join(here, "../client"),
    ...(development ? { development } : {}),
  });
}

function listen(app: RequestListener, running: RunningServices): void {
  const { log } = running.services;
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 20_000 }, app);
  server.maxConnections = 2000;
  server.on("error", (error: NodeJS.ErrnoException) => {
    stop(
      error.code === "EADDRINUSE"
        ? `Not started: port ${env.PORT} is in use. Set PORT to another one.`
        : `Not started: ${error.message}`,
    );
  });
  server.listen(env.PORT, env.HOST, () => {
    log.info({ origin: env.ORIGIN, port: env.PORT }, "serving");
    process.stdout.write(`Waymark serves on ${env.ORIGIN}\n`);
  });

  let closing = false;
  const shutDown = () => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(1), GRACE).unref();
    server.close(async () => {
      await running.close();
      process.exit(0);
    });
    server.closeIdleConnections();
  };
  process.on("SIGTERM", shutDown);
  process.on("SIGINT", shutDown);
}

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (import.meta.env.PROD) {
  await start().catch((error: unknown) =>
    stop(`Not started: ${error instanceof Error ? error.message : String(error)}`),
  );
}
