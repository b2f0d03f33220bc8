/**
 * The wall around lucia, which its author has retired: nothing else imports it, and what this file offers names nothing of it.
 * What lucia does not do is done here: the database holds the SHA-256 of a token and never the token, a session ends
 * 30 days after it began however often it is used, and time is the caller's.
 */
import { type Adapter, Lucia, TimeSpan } from "lucia";
import type { Db, Tx } from "#app/store/db.server.ts";
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  findSessionWithAccount,
  insertSession,
  listSessionsOf,
  updateSessionExpiry,
} from "#app/store/sessions.server.ts";
import { hashSecretToken } from "./secret-token.server.ts";

const DAY = 24 * 60 * 60 * 1000;

/** A session that is not used ends after this time, in milliseconds. */
export const IDLE_LIFETIME = 7 * DAY;
/** Every session ends after this time, in milliseconds (OWASP ASVS 5.0, 7.3.2). */
export const ABSOLUTE_LIFETIME = 30 * DAY;

interface SessionFacts {
  /** UTC milliseconds. */
  createdAt: number;
}

interface AccountFacts {
  name: string;
  email: string;
  language: string;
  roles: string[];
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionFacts, AccountFacts>;
    DatabaseSessionAttributes: SessionFacts;
    DatabaseUserAttributes: AccountFacts;
  }
}

/** Where queries run: a store, or the one transaction of a command. */
export interface Doors {
  read<T>(query: (db: Db) => Promise<T>): Promise<T>;
  write(change: (tx: Tx) => Promise<unknown>): Promise<unknown>;
}

export interface TokenSession {
  accountId: string;
  account: AccountFacts;
  /** UTC milliseconds, as `expiresAt`. */
  createdAt: number;
  expiresAt: number;
  /** Whether this use put the expiry off. */
  prolonged: boolean;
}

export interface TokenSessions {
  /** Begins a session. The token is told here and nowhere else. */
  begin(accountId: string): Promise<{ token: string; expiresAt: number }>;
  /** Whose token this is; null when it is unknown or expired, or its account is disabled. */
  find(token: string): Promise<TokenSession | null>;
  end(token: string): Promise<void>;
  endAllOf(accountId: string): Promise<void>;
}

/** Whether a text has the form of a token; what has not is not looked up. */
export function isSessionToken(text: string): boolean {
  return /^[a-z2-7]{40}$/.test(text);
}

/**
 * @param now UTC milliseconds
 */
export function tokenSessions(doors: Doors, now: number): TokenSessions {
  const adapter = new StoreAdapter(doors, now);
  const lucia = new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(IDLE_LIFETIME, "ms"),
    getSessionAttributes: (facts) => facts,
    getUserAttributes: (facts) => facts,
  });
  return {
    async begin(accountId) {
      const session = await lucia.createSession(accountId, { createdAt: now });
      return { token: session.id, expiresAt: now + IDLE_LIFETIME };
    },
    async find(token) {
      const { session, user } = await lucia.validateSession(token);
      if (!session) return null;
      const { id: accountId, ...account } = user;
      return { accountId, account, createdAt: session.createdAt, ...adapter.expiry };
    },
    end: (token) => lucia.invalidateSession(token),
    endAllOf: (accountId) => lucia.invalidateUserSessions(accountId),
  };
}

class StoreAdapter implements Adapter {
  /** Of the session that was looked up last. */
  expiry = { expiresAt: 0, prolonged: false };
  private latest = 0;
  /** Lucia reads the machine's clock; instants cross this wall as the machine would see them. */
  private readonly ahead: number;

  constructor(
    private readonly doors: Doors,
    private readonly now: number,
  ) {
    this.ahead = Date.now() - now;
  }

  async getSessionAndUser(token: string): ReturnType<Adapter["getSessionAndUser"]> {
    return this.doors.read(async (db) => {
      const found = await findSessionWithAccount(db, hashSecretToken(token));
      if (!found) return [null, null];
      const { session, account } = found;
      this.latest = session.createdAt + ABSOLUTE_LIFETIME;
      this.expiry = { expiresAt: Math.min(session.expiresAt, this.latest), prolonged: false };
      const databaseSession = {
        id: token,
        userId: account.id,
        expiresAt: this.toMachine(this.expiry.expiresAt),
        attributes: { createdAt: session.createdAt },
      };
      // Lucia ends a session that has no user.
      if (account.disabledAt !== null) return [databaseSession, null];
      const { name, email, language, roles } = account;
      return [databaseSession, { id: account.id, attributes: { name, email, language, roles } }];
    });
  }

  async getUserSessions(accountId: string): ReturnType<Adapter["getUserSessions"]> {
    const sessions = await this.doors.read((db) => listSessionsOf(db, accountId));
    return sessions.map(({ id, expiresAt, createdAt }) => ({
      id,
      userId: accountId,
      expiresAt: this.toMachine(expiresAt),
      attributes: { createdAt },
    }));
  }

  async setSession(session: { id: string; userId: string }): Promise<void> {
    await this.doors.write((tx) =>
      insertSession(tx, {
        id: hashSecretToken(session.id),
        accountId: session.userId,
        createdAt: this.now,
        expiresAt: this.now + IDLE_LIFETIME,
      }),
    );
  }

  async updateSessionExpiration(token: string): Promise<void> {
    const expiresAt = Math.min(this.now + IDLE_LIFETIME, this.latest);
    // In its last days a session asks for this at every use, and there is nothing left to put off.
    if (expiresAt <= this.expiry.expiresAt) return;
    await this.doors.write((tx) => updateSessionExpiry(tx, { id: hashSecretToken(token), expiresAt }));
    this.expiry = { expiresAt, prolonged: true };
  }

  async deleteSession(token: string): Promise<void> {
    await this.doors.write((tx) => deleteSession(tx, hashSecretToken(token)));
  }

  async deleteUserSessions(accountId: string): Promise<void> {
    await this.doors.write((tx) => deleteSessionsOf(tx, accountId));
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.doors.write((tx) => deleteExpiredSessions(tx, this.now));
  }

  private toMachine(instant: number): Date {
    return new Date(instant + this.ahead);
  }
}
