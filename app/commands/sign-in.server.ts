import { readEmailAddress } from "#app/domain/email-address.ts";
import { accept, refuse, type Result } from "#app/domain/result.ts";
import { refuseTries } from "#app/session/limits.server.ts";
import { networkOf } from "#app/session/network.ts";
import { hashPassword, verifyNothing, verifyPassword } from "#app/session/passwords.server.ts";
import { createSessions } from "#app/session/sessions.server.ts";
import { findAccountByEmail, findAccountById, updatePassword } from "#app/store/accounts.server.ts";
import { appendAuditEvent } from "#app/store/audit.server.ts";
import type { Services } from "./services.ts";

/**
 * Begins a session. An unknown address, a wrong password and a disabled account get one answer after the same work.
 * @param given.network the asking IP address
 * @param given.cookieHeader the request's cookies: a session that they hold ends
 * @returns a `Set-Cookie` value and the account's language; refused as `sign-in-refused`, `too-many-tries` (values.minutes) or `too-busy`
 */
export async function signIn(
  services: Pick<Services, "store" | "now" | "origin" | "limits" | "log">,
  given: { email: string; password: string; network: string; cookieHeader: string | null },
): Promise<Result<{ cookie: string; language: string }, "sign-in-refused" | "too-many-tries" | "too-busy">> {
  const { store, now, limits, log } = services;
  const address = readEmailAddress(given.email);
  // A malformed address has no account, and is not worth telling apart from one.
  const email = address.ok ? address.value : "";
  const asking = { email, network: given.network };
  const allowance = await limits.signIn(asking);
  if (!allowance.ok) return refuseTries(allowance);

  const account = await store.read((db) => findAccountByEmail(db, email));
  const verified = account
    ? await verifyPassword(account.passwordHash, given.password)
    : await verifyNothing(given.password);
  if (!verified.ok) return verified;
  if (!account || !verified.value.right || account.disabledAt !== null) {
    await limits.signInFailed(asking);
    // The log, not the trail: a write that only known accounts cause would tell them apart by its time.
    log.info({ accountId: account?.id ?? null, network: networkOf(given.network) }, "a sign-in was refused");
    return refuse("sign-in-refused");
  }

  const renewed = verified.value.outdated ? await hashPassword(given.password) : null;
  const sessions = createSessions(services);
  const started = await store.write(async (tx) => {
    const current = await findAccountById(tx, account.id);
    // Between the look and this write the account may have been disabled or its password changed.
    if (!current || current.disabledAt !== null || current.passwordHash !== account.passwordHash) return null;
    if (renewed?.ok) await updatePassword(tx, { accountId: account.id, passwordHash: renewed.value });
    await sessions.end(tx, given.cookieHeader);
    const { cookie } = await sessions.start(tx, account.id);
    await appendAuditEvent(tx, {
      at: now(),
      actorId: account.id,
      kind: "signed-in",
      subject: account.id,
      details: {},
    });
    return { cookie, language: current.language };
  });
  if (!started) return refuse("sign-in-refused");
  await limits.signedIn(asking);
  return accept(started);
}
