/** The HTTP server, put together: guard, autosave, headers, files, health, pages. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import sirv from "sirv";
import type { Services } from "#app/commands/services.ts";
import type { SignedIn } from "#app/session/sessions.server.ts";
import { autosaveRoutes } from "./autosave.ts";
import { guardRequests } from "./guard.ts";
import { securityHeaders } from "./headers.ts";
import { remixHandler } from "./remix.ts";

interface AppOptions {
  services: Services;
  build: ServerBuild;
  mode: string;
  /** Reads the session cookie of a request. */
  readSession: (cookie: string | null) => Promise<SignedIn | null>;
  /** Hops of proxies of ours in front; 0 when there is none. */
  trustedProxies: number;
  /** Folder of the browser's files; null in development, where Vite serves them. */
  assets: string | null;
  /** Vite's own middleware, in development. */
  development?: RequestHandler;
}

export function createApp(options: AppOptions): RequestListener {
  const { services, build, mode, readSession, trustedProxies, assets, development } = options;
  async function signedInOf(request: IncomingMessage, response: ServerResponse): Promise<SignedIn | null> {
    const signedIn = await readSession(request.headers.cookie ?? null);
    if (signedIn?.refreshedCookie) response.appendHeader("Set-Cookie", signedIn.refreshedCookie);
    return signedIn;
  }

  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", trustedProxies);
  app.set("etag", false);

  app.get("/healthz", (_request, response) => {
    response.setHeader("Cache-Control", "no-store");
    response.type("text/plain").send("alive");
  });
  // Files come before the headers of pages: a policy for scripts means nothing on them and costs a kilobyte each.
  if (assets) {
    const serve = sirv(assets, {
      brotli: true,
      gzip: true,
      etag: true,
      dotfiles: false,
      setHeaders(response) {
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
      },
    });
    app.get(/^\/assets\//, serve);
  }
  const guard = guardRequests({ origin: services.origin, trustsProxy: trustedProxies > 0 });
  app.use(guard);
  app.use(securityHeaders({ secure: services.origin.startsWith("https://"), development: development !== undefined }));
  if (development) app.use(development);
  app.get("/readyz", async (_request, response) => {
    response.setHeader("Cache-Control", "no-store");
    const ready = await services.store.check().then(
      () => true,
      () => false,
    );
    response
      .status(ready ? 200 : 503)
      .type("text/plain")
      .send(ready ? "ready" : "the database does not answer");
  });
  app.use(
    remixHandler({
      build,
      mode,
      origin: services.origin,
      contextFor(request, response) {
        let session: Promise<SignedIn | null> | undefined;
        return {
          services,
          nonce: response.locals.nonce as string,
          network: request.ip ?? "",
          cookie: request.headers.cookie ?? null,
          session() {
            session ??= signedInOf(request, response);
            return session;
          },
        };
      },
    }),
  );
  const failed = failures(services);
  app.use(((error, request, response, _next) => failed(error, request, response)) satisfies ErrorRequestHandler);

  const saving = autosaveRoutes(services, signedInOf);
  return (request, response) => {
    // Answers come often and many at once: Express costs more than all else that happens to them.
    if (!saving.has(request)) return void app(request, response);
    guard(request, response, () => {
      saving.answer(request, response).catch((error: unknown) => failed(error, request, response));
    });
  };
}

/** The last resort: no stack trace leaves the server, and the log finds the failure by its reference. */
function failures(services: Services) {
  return (error: unknown, request: IncomingMessage, response: ServerResponse): void => {
    const reference = randomUUID().slice(0, 8);
    services.log.error({ err: error, reference, path: request.url?.split("?", 1)[0] }, "a request failed");
    if (response.headersSent) return void response.destroy();
    response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
    response.end(`Something went wrong on our side. Reference: ${reference}`);
  };
}
