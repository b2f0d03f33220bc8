/** Who is asking: the session cookie, and the account behind it. */
import type { Tx } from "#app/store/db.server.ts";
import type { Store } from "#app/store/open-store.server.ts";
import { StoreUnavailable } from "#app/store/store-errors.server.ts";
import { isSessionToken, tokenSessions } from "./lucia.server.ts";

/** The person behind a request. No page needs more of the account's row. */
export interface SignedIn {
  account: {
    id: string;
    name: string;
    email: string;
    language: string;
    /** With `learner`, which everybody is. */
    roles: string[];
  };
  /** UTC milliseconds. */
  session: { createdAt: number; expiresAt: number };
  /** A `Set-Cookie` value to send along, when this use put the expiry off. */
  refreshedCookie?: string;
}

export interface Sessions {
  /**
   * One indexed read; a write about twice a week. Goes on working while the database can only be read.
   * @param cookieHeader the request's `Cookie`
   * @returns null when nobody is signed in, or no longer
   */
  read(cookieHeader: string | null): Promise<SignedIn | null>;
  /** Begins a session in a command's transaction. The cookie is a `Set-Cookie` value. */
  start(tx: Tx, accountId: string): Promise<{ cookie: string }>;
  /** Ends the session of a request, if it has one. @returns a `Set-Cookie` value that forgets the cookie, and whose session it was */
  end(tx: Tx, cookieHeader: string | null): Promise<{ cookie: string; accountId: string | null }>;
  /** Ends every session of an account, on every device. */
  endAll(tx: Tx, accountId: string): Promise<{ cookie: string }>;
}

/**
 * @param store what `read` reads
 * @param origin decides between the cookie of https, which no other host or path can set, and the plain one of http on this machine
 * @param now UTC milliseconds
 */
export function createSessions({
  store,
  origin,
  now,
}: {
  store: Pick<Store, "read" | "write">;
  origin: string;
  now: () => number;
}): Sessions {
  const secure = origin.startsWith("https://");
  const name = secure ? "__Host-waymark" : "waymark";
  const forget = cookie(name, "", 0, secure);
  return {
    async read(cookieHeader) {
      const token = tokenIn(cookieHeader, name);
      if (!token) return null;
      const at = now();
      const found = await tokenSessions({ read: store.read.bind(store), write: writeIfPossible(store) }, at).find(
        token,
      );
      if (!found) return null;
      const { accountId, account, createdAt, expiresAt, prolonged } = found;
      return {
        account: { id: accountId, ...account, roles: ["learner", ...account.roles] },
        session: { createdAt, expiresAt },
        ...(prolonged ? { refreshedCookie: cookie(name, token, expiresAt - at, secure) } : {}),
      };
    },
    async start(tx, accountId) {
      const at = now();
      const { token, expiresAt } = await tokenSessions(doorsOf(tx), at).begin(accountId);
      return { cookie: cookie(name, token, expiresAt - at, secure) };
    },
    async end(tx, cookieHeader) {
      const token = tokenIn(cookieHeader, name);
      if (!token) return { cookie: forget, accountId: null };
      const sessions = tokenSessions(doorsOf(tx), now());
      const found = await sessions.find(token);
      await sessions.end(token);
      return { cookie: forget, accountId: found?.accountId ?? null };
    },
    async endAll(tx, accountId) {
      await tokenSessions(doorsOf(tx), now()).endAllOf(accountId);
      return { cookie: forget };
    },
  };
}

function doorsOf(tx: Tx) {
  return {
    read: <T>(query: (tx: Tx) => Promise<T>) => query(tx),
    write: (change: (tx: Tx) => Promise<unknown>) => change(tx),
  };
}

/** Putting an expiry off, or clearing away a dead session, is no reason to refuse a page. */
function writeIfPossible(store: Pick<Store, "write">) {
  return (change: (tx: Tx) => Promise<unknown>) =>
    store.write(change).catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable)) throw error;
    });
}

/** Only our own cookie is read, so that a broken one of somebody else's signs nobody out. */
function tokenIn(cookieHeader: string | null, name: string): string | null {
  for (const pair of (cookieHeader ?? "").split(";")) {
    const [key, value = ""] = pair.trim().split("=", 2);
    if (key === name && isSessionToken(value)) return value;
  }
  return null;
}

function cookie(name: string, value: string, lifetime: number, secure: boolean): string {
  const attributes = ["Path=/", `Max-Age=${Math.floor(lifetime / 1000)}`, "HttpOnly", "SameSite=Lax"];
  if (secure) attributes.push("Secure");
  return [`${name}=${value}`, ...attributes].join("; ");
}
