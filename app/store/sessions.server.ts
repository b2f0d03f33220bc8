import { and, desc, eq, lte, ne } from "drizzle-orm";
import type { Db, Tx } from "./db.server.ts";
import { prepared } from "./prepared.server.ts";
import { accountRoles, accounts, sessions } from "./schema.server.ts";

export type Session = typeof sessions.$inferSelect;

/** Who a session belongs to, without what only signing in needs. */
export interface SessionAccount {
  id: string;
  email: string;
  name: string;
  language: string;
  disabledAt: number | null;
  demo: boolean;
  /** In alphabetical order; a mere learner has none. */
  roles: string[];
}

export async function insertSession(tx: Tx, session: Session): Promise<void> {
  await tx.insert(sessions).values(session);
}

const sessionById = prepared(["id"], (db, { id }) =>
  db
    .select({
      session: sessions,
      account: {
        id: accounts.id,
        email: accounts.email,
        name: accounts.name,
        language: accounts.language,
        disabledAt: accounts.disabledAt,
        demo: accounts.demo,
      },
      role: accountRoles.role,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(accountRoles, eq(accountRoles.accountId, accounts.id))
    .where(eq(sessions.id, id)),
);

/**
 * Whether it has expired or its account is disabled is for the caller to judge.
 * @param id SHA-256 of the cookie's value, in hex
 */
export async function findSessionWithAccount(
  db: Db,
  id: string,
): Promise<{ session: Session; account: SessionAccount } | null> {
  const rows = await sessionById(db, { id });
  const [first] = rows;
  if (!first) return null;
  const roles = rows.map(({ role }) => role).filter((role) => role !== null);
  return { session: first.session, account: { ...first.account, roles: roles.toSorted() } };
}

/** Newest first. */
export async function listSessionsOf(db: Db, accountId: string): Promise<Session[]> {
  return db.select().from(sessions).where(eq(sessions.accountId, accountId)).orderBy(desc(sessions.createdAt));
}

export async function updateSessionExpiry(tx: Tx, given: { id: string; expiresAt: number }): Promise<void> {
  await tx.update(sessions).set({ expiresAt: given.expiresAt }).where(eq(sessions.id, given.id));
}

export async function deleteSession(tx: Tx, id: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id));
}

/** @param exceptId a session that stays, such as the one that asks */
export async function deleteSessionsOf(tx: Tx, accountId: string, { exceptId = "" } = {}): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.accountId, accountId), ne(sessions.id, exceptId)));
}

/** @returns how many there were */
export async function deleteExpiredSessions(tx: Tx, now: number): Promise<number> {
  const deleted = await tx.delete(sessions).where(lte(sessions.expiresAt, now)).returning({ id: sessions.id });
  return deleted.length;
}
