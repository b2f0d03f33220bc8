/**
 * Stands in front of everything. Remix 2 runs an action for `POST …?_data=` from any origin, and answers 500 to TRACE and to
 * a malformed Origin; none of these reaches it. Cross-origin writes are refused by Fetch Metadata, or by Origin where a
 * browser sends none; neither check reads Host or X-Forwarded-Host.
 */
import type { NextFunction, Request, RequestHandler, Response } from "express";

/** Bytes that a form may have. A quiz with every answer stays under a tenth of it. */
export const FORM_LIMIT = 64 * 1024;

const METHODS = new Set(["GET", "HEAD", "POST"]);
const TYPES = /^(application\/x-www-form-urlencoded|application\/json)\s*(;|$)/i;

declare module "express-serve-static-core" {
  interface Request {
    /** The body of a POST, read whole and within the limit. */
    bytes?: Buffer;
  }
}

/**
 * @param origin the address of the site, without a trailing slash
 * @param trustsProxy whether X-Forwarded-* headers come from a proxy of ours; otherwise they are dropped
 */
export function guardRequests({ origin, trustsProxy }: { origin: string; trustsProxy: boolean }): RequestHandler {
  return (request, response, next) => {
    if (!METHODS.has(request.method)) return refuse(response, 405, "GET, HEAD, POST");
    if (!trustsProxy) {
      for (const name of Object.keys(request.headers)) {
        if (name === "forwarded" || name.startsWith("x-forwarded-")) delete request.headers[name];
      }
    }
    if (request.originalUrl.length > 2048) return refuse(response, 414);
    if (request.method !== "POST") return next();
    if (!isSameOrigin(request, origin)) return refuse(response, 403);
    if (!TYPES.test(request.headers["content-type"] ?? "")) return refuse(response, 415);
    readBody(request, response, next);
  };
}

function isSameOrigin(request: Request, origin: string): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return request.headers.origin === origin;
}

function readBody(request: Request, response: Response, next: NextFunction): void {
  if (Number(request.headers["content-length"] ?? 0) > FORM_LIMIT) {
    refuse(response, 413);
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  let refused = false;
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (refused) return;
    // Counted as well as declared: a chunked body declares nothing.
    if (size > FORM_LIMIT) {
      refused = true;
      response.once("finish", () => request.destroy());
      refuse(response, 413);
      return;
    }
    chunks.push(chunk);
  });
  request.on("end", () => {
    if (refused) return;
    request.bytes = Buffer.concat(chunks);
    next();
  });
  request.on("error", () => {
    refused = true;
  });
}

const TEXTS: Record<number, string> = {
  403: "Refused: this form was sent from another site.",
  405: "This method is not allowed.",
  413: "Too large.",
  414: "The address is too long.",
  415: "This content type is not accepted.",
};

function refuse(response: Response, status: number, allow?: string): void {
  if (allow) response.setHeader("Allow", allow);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  response.setHeader("Connection", "close");
  response.status(status).type("text/plain").send(TEXTS[status]);
}
