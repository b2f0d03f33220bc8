import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "./db.server.ts";
import { accountRoles, accounts } from "./schema.server.ts";

export type Account = typeof accounts.$inferSelect;

/** @returns whether it was inserted: false when the address has an account already */
export async function insertAccount(tx: Tx, account: Omit<Account, "disabledAt">): Promise<boolean> {
  const inserted = await tx
    .insert(accounts)
    .values({ ...account, email: account.email.toLowerCase() })
    .onConflictDoNothing({ target: accounts.email })
    .returning({ id: accounts.id });
  return inserted.length > 0;
}

/** @param email in any case */
export async function findAccountByEmail(db: Db, email: string): Promise<Account | null> {
  const [account] = await db.select().from(accounts).where(eq(accounts.email, email.toLowerCase()));
  return account ?? null;
}

export async function findAccountById(db: Db, accountId: string): Promise<Account | null> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  return account ?? null;
}

/** The newest accounts, newest first. */
export async function listAccounts(db: Db, { limit }: { limit: number }): Promise<Account[]> {
  return db.select().from(accounts).orderBy(desc(accounts.createdAt), desc(accounts.id)).limit(limit);
}

/** How many people of the demo there are; a production server refuses to start while there is one. */
export async function countDemoAccounts(db: Db): Promise<number> {
  const demo = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.demo, true));
  return demo.length;
}

export async function updatePassword(tx: Tx, given: { accountId: string; passwordHash: string }): Promise<void> {
  await tx.update(accounts).set({ passwordHash: given.passwordHash }).where(eq(accounts.id, given.accountId));
}

/** Changes what the next certificate will say; those already issued keep the name that they have. */
export async function updateName(tx: Tx, given: { accountId: string; name: string }): Promise<void> {
  await tx.update(accounts).set({ name: given.name }).where(eq(accounts.id, given.accountId));
}

export async function updateLanguage(tx: Tx, given: { accountId: string; language: string }): Promise<void> {
  await tx.update(accounts).set({ language: given.language }).where(eq(accounts.id, given.accountId));
}

/** The first time stays. Sessions are not ended by this: see `deleteSessionsOf`. */
export async function disableAccount(tx: Tx, given: { accountId: string; at: number }): Promise<void> {
  await tx
    .update(accounts)
    .set({ disabledAt: given.at })
    .where(and(eq(accounts.id, given.accountId), isNull(accounts.disabledAt)));
}

/** Roles beyond that of a learner, which everyone has; in alphabetical order. */
export async function listRolesOf(db: Db, accountId: string): Promise<string[]> {
  const rows = await db
    .select({ role: accountRoles.role })
    .from(accountRoles)
    .where(eq(accountRoles.accountId, accountId))
    .orderBy(asc(accountRoles.role));
  return rows.map(({ role }) => role);
}

/** @returns whether the account did not have the role before */
export async function grantRole(
  tx: Tx,
  grant: { id: string; accountId: string; role: string; at: number },
): Promise<boolean> {
  const granted = await tx
    .insert(accountRoles)
    .values({ id: grant.id, accountId: grant.accountId, role: grant.role, grantedAt: grant.at })
    .onConflictDoNothing({ target: [accountRoles.accountId, accountRoles.role] })
    .returning({ id: accountRoles.id });
  return granted.length > 0;
}

/** @returns whether the account had the role */
export async function revokeRole(tx: Tx, given: { accountId: string; role: string }): Promise<boolean> {
  const revoked = await tx
    .delete(accountRoles)
    .where(and(eq(accountRoles.accountId, given.accountId), eq(accountRoles.role, given.role)))
    .returning({ id: accountRoles.id });
  return revoked.length > 0;
}
