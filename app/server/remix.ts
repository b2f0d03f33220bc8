/**
 * The wall between the HTTP server and Remix: the only file of the server that imports it. The successor, React Router,
 * has the same request handler under another name.
 */
import { gzipSync } from "node:zlib";
import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";
import { narrowedHandlers } from "./route-branches.ts";

/**
 * The headers that pages ask for. Remix copies a request several times for each page, and each header costs. Origin is not
 * among them: the guard has judged it, and Remix's own comparison with Host would refuse honest proxies.
 */
const PASSED_ON = ["accept-language", "content-type"] as const;

/** Below this many bytes, gzip costs more than it saves. */
const WORTH_COMPRESSING = 1400;

/**
 * Answers with the page that Remix makes of a request.
 * @param origin the configured address; the request's own Host header is never trusted
 * @param contextFor what loaders and actions get
 */
export function remixHandler({
  build,
  mode,
  origin,
  contextFor,
}: {
  build: ServerBuild;
  mode: string;
  origin: string;
  contextFor: (request: ExpressRequest, response: ExpressResponse) => AppLoadContext;
}): RequestHandler {
  const handlerOf = narrowedHandlers(build, (branch) => createRequestHandler(branch, mode));
  return async (request, response, next) => {
    try {
      const headers = new Headers();
      for (const name of PASSED_ON) {
        const value = request.headers[name];
        if (typeof value === "string") headers.set(name, value);
      }
      const context = contextFor(request, response);
      const answer = await handlerOf(request.originalUrl)(
        new Request(origin + request.originalUrl, {
          method: request.method,
          headers,
          ...(request.bytes ? { body: request.bytes as BodyInit } : {}),
        }),
        context,
      );

      response.statusCode = answer.status;
      for (const [name, value] of answer.headers) {
        if (name === "set-cookie") response.append(name, value);
        else response.setHeader(name, value);
      }
      if (!answer.headers.has("cache-control")) response.setHeader("Cache-Control", "private, no-store");
      const { page } = context;
      if (answer.body === null && page === undefined) {
        response.end();
        return;
      }
      let body = page === undefined ? Buffer.from(await answer.arrayBuffer()) : Buffer.from(page);
      const packable = /^(text\/|application\/json)/.test(answer.headers.get("content-type") ?? "");
      if (packable) response.setHeader("Vary", "Accept-Encoding");
      if (packable && body.length > WORTH_COMPRESSING && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
        // A page takes a tenth of a millisecond; handing it to another thread would cost more than that.
        body = gzipSync(body, { level: 4 });
        response.setHeader("Content-Encoding", "gzip");
      }
      response.setHeader("Content-Length", body.length);
      response.end(request.method === "HEAD" ? undefined : body);
    } catch (error) {
      next(error);
    }
  };
}
