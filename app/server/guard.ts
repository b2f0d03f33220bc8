/**
 * Stands in front of everything. Remix 2 runs an action for `POST …?_data=` from any origin, and answers 500 to TRACE and to
 * a malformed Origin; none of these reaches it. Cross-origin writes are refused by Fetch Metadata, or by Origin where a
 * browser sends none; neither check reads Host or X-Forwarded-Host.
 */
import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Bytes that a form may have. A Cyrillic letter takes six of them in a form without script, and the form of a long note holds it twice: as it is,
 * and as it was when the page was made.
 */
export const FORM_LIMIT = 256 * 1024;

const METHODS = new Set(["GET", "HEAD", "POST"]);
const TYPES = /^(application\/x-www-form-urlencoded|application\/json)\s*(;|$)/i;

declare module "node:http" {
  interface IncomingMessage {
    /** The body of a POST, read whole and within the limit. */
    bytes?: Buffer;
  }
}

/**
 * @param origin the address of the site, without a trailing slash
 * @param trustsProxy whether X-Forwarded-* headers come from a proxy of ours; otherwise they are dropped
 * @returns answers what is refused, and calls `next` for what may go on; a POST's body has been read by then
 */
export function guardRequests({ origin, trustsProxy }: { origin: string; trustsProxy: boolean }) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (!trustsProxy) {
      for (const name in request.headers) {
        if (name === "forwarded" || name.startsWith("x-forwarded-")) delete request.headers[name];
      }
    }
    const refusal = refusalOf(request, origin);
    if (refusal !== null) refuse(response, refusal);
    else if (request.method === "POST") readBody(request, response, next);
    else next();
  };
}

function refusalOf(request: IncomingMessage, origin: string): keyof typeof TEXTS | null {
  if (!METHODS.has(request.method ?? "")) return 405;
  if ((request.url ?? "").length > 2048) return 414;
  if (request.method !== "POST") return null;
  if (!isSameOrigin(request, origin)) return 403;
  if (!TYPES.test(request.headers["content-type"] ?? "")) return 415;
  return Number(request.headers["content-length"] ?? 0) > FORM_LIMIT ? 413 : null;
}

function isSameOrigin(request: IncomingMessage, origin: string): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return request.headers.origin === origin;
}

function readBody(request: IncomingMessage, response: ServerResponse, next: () => void): void {
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
    const [first] = chunks;
    request.bytes = chunks.length === 1 && first ? first : Buffer.concat(chunks);
    next();
  });
  request.on("error", () => {
    refused = true;
  });
}

const TEXTS = {
  403: "Refused: this form was sent from another site.",
  405: "This method is not allowed.",
  413: "Too large.",
  414: "The address is too long.",
  415: "This content type is not accepted.",
} as const;

function refuse(response: ServerResponse, status: keyof typeof TEXTS): void {
  response.writeHead(status, {
    ...(status === 405 ? { Allow: "GET, HEAD, POST" } : {}),
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Content-Type": "text/plain; charset=utf-8",
    Connection: "close",
  });
  response.end(TEXTS[status]);
}
