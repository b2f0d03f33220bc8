import { and, eq, gt, lte } from "drizzle-orm";
import type { Tx } from "./db.server.ts";
import { passwordResets } from "./schema.server.ts";

export type PasswordReset = typeof passwordResets.$inferSelect;

export async function insertPasswordReset(tx: Tx, reset: PasswordReset): Promise<void> {
  await tx.insert(passwordResets).values(reset);
}

/**
 * Takes a reset: whoever takes it first has it.
 * @param id SHA-256 of the token, in hex
 * @returns the account that it opens, or null when it is unknown, expired or taken
 */
export async function consumePasswordReset(tx: Tx, { id, now }: { id: string; now: number }): Promise<string | null> {
  const [taken] = await tx
    .delete(passwordResets)
    .where(and(eq(passwordResets.id, id), gt(passwordResets.expiresAt, now)))
    .returning({ accountId: passwordResets.accountId });
  return taken?.accountId ?? null;
}

export async function deletePasswordResetsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.delete(passwordResets).where(eq(passwordResets.accountId, accountId));
}

/** @returns how many there were */
export async function deleteExpiredPasswordResets(tx: Tx, now: number): Promise<number> {
  const expired = lte(passwordResets.expiresAt, now);
  return (await tx.delete(passwordResets).where(expired).returning({ id: passwordResets.id })).length;
}
