/**
 * Who may speak with the studio. It writes files on the author's machine, so every request must name this very server as its host
 * (which a foreign name that was bent to 127.0.0.1 does not), must come from the studio's own page, and must carry the token that
 * was printed in the terminal of this start.
 */
import { createHash, timingSafeEqual } from "node:crypto";

export interface Asked {
  method: string;
  /** As it came: path and query. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
}

export interface Door {
  port: number;
  token: string;
}

/** `open`: the token in the address is right, the cookie is to be set. */
export type Judgement = { kind: "pass" } | { kind: "open" } | { kind: "refuse"; status: number; text: string };

/** Bytes that a request may have: the largest file of a course, as JSON. */
export const BODY_LIMIT = 6 * 1024 * 1024;

const REFUSALS = {
  address: [400, "This address cannot be read."],
  host: [403, "Refused: the studio answers only to 127.0.0.1 and localhost on its own port."],
  method: [405, "This method is not allowed."],
  origin: [403, "Refused: this request was sent from another site."],
  type: [415, "This content type is not accepted."],
  size: [413, "Too large."],
  token: [
    401,
    "Open the studio by the address that it printed in the terminal; the token in it is new for each start.",
  ],
} as const;

/** The name of the cookie: two studios on one machine do not take each other's. */
export function cookieName(port: number): string {
  return `waymark-studio-${port}`;
}

/** Why the studio does not start; null when it may. */
export function refusalToStart(mode: string): string | null {
  return mode === "production"
    ? "The studio writes files and is for an author's own machine: it does not start with NODE_ENV=production."
    : null;
}

export function judge(asked: Asked, door: Door): Judgement {
  const { method, url, headers } = asked;
  const header = (name: string) => (typeof headers[name] === "string" ? headers[name] : undefined);
  if (!url.startsWith("/") || url.startsWith("//") || url.length > 2048) return refuse("address");
  const host = header("host") ?? "";
  if (host !== `127.0.0.1:${door.port}` && host !== `localhost:${door.port}`) return refuse("host");
  if (method !== "GET" && method !== "POST") return refuse("method");

  const [path = "", query = ""] = url.split("?");
  const [site, origin] = [header("sec-fetch-site"), header("origin")];
  const own = `http://${host}`;
  if (origin !== undefined && origin !== own) return refuse("origin");
  if (site === undefined) {
    if (method === "POST" && origin !== own) return refuse("origin");
  } else if (site !== "same-origin" && !(site === "none" && method === "GET" && path === "/")) {
    return refuse("origin");
  }
  if (method === "POST") {
    if (!/^application\/json\s*(;|$)/i.test(header("content-type") ?? "")) return refuse("type");
    if (Number(header("content-length") ?? 0) > BODY_LIMIT) return refuse("size");
  }

  const given = new URLSearchParams(query).get("token");
  if (method === "GET" && path === "/" && given !== null) {
    return isSame(given, door.token) ? { kind: "open" } : refuse("token");
  }
  return isSame(cookieOf(header("cookie") ?? "", cookieName(door.port)), door.token)
    ? { kind: "pass" }
    : refuse("token");
}

/** A refusal by its name, for what is found out later. */
export function refuse(name: keyof typeof REFUSALS): Judgement & { kind: "refuse" } {
  const [status, text] = REFUSALS[name];
  return { kind: "refuse", status, text };
}

function cookieOf(header: string, name: string): string {
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return "";
}

/** Compares digests, so that the time it takes says nothing of the token. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
