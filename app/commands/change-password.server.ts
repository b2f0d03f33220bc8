import { checkPassword, type PasswordProblemCode } from "#app/domain/password-rule.ts";
import { paths } from "#app/domain/paths.ts";
import { accept, refuse, type Result } from "#app/domain/result.ts";
import { refuseTries } from "#app/session/limits.server.ts";
import { mailLanguage, mailTexts } from "#app/session/mail-texts.ts";
import { hashPassword, verifyPassword } from "#app/session/passwords.server.ts";
import { createSessions } from "#app/session/sessions.server.ts";
import { findAccountById, updatePassword } from "#app/store/accounts.server.ts";
import { appendAuditEvent } from "#app/store/audit.server.ts";
import { deletePasswordResetsOf } from "#app/store/password-resets.server.ts";
import type { Services } from "./services.ts";

/**
 * Changes the password of somebody who is signed in and knows the current one. Every session ends and every open reset
 * link dies; this device gets a new session.
 * @returns a `Set-Cookie` value; refused as `password-wrong`, by the password rule, or as `too-many-tries` (values.minutes) or `too-busy`
 */
export async function changePassword(
  services: Pick<Services, "store" | "now" | "origin" | "mailer" | "limits" | "log">,
  given: { accountId: string; currentPassword: string; newPassword: string },
): Promise<Result<{ cookie: string }, "password-wrong" | PasswordProblemCode | "too-many-tries" | "too-busy">> {
  const { store, now, origin, mailer, limits, log } = services;
  const { accountId, currentPassword, newPassword } = given;
  const wrong = refuse("password-wrong", { field: "currentPassword" });
  const account = await store.read((db) => findAccountById(db, accountId));
  if (!account) return wrong;
  const checked = checkPassword(newPassword, account.email, "newPassword");
  if (!checked.ok) return checked;

  const allowance = await limits.changePassword({ accountId });
  if (!allowance.ok) return refuseTries(allowance);
  const verified = await verifyPassword(account.passwordHash, currentPassword);
  if (!verified.ok) return verified;
  if (!verified.value.right) return wrong;
  const hashed = await hashPassword(newPassword);
  if (!hashed.ok) return hashed;

  const sessions = createSessions(services);
  const changed = await store.write(async (tx) => {
    const current = await findAccountById(tx, accountId);
    // Between the look and this write somebody else may have changed it.
    if (!current || current.disabledAt !== null || current.passwordHash !== account.passwordHash) return null;
    await updatePassword(tx, { accountId, passwordHash: hashed.value });
    await deletePasswordResetsOf(tx, accountId);
    await sessions.endAll(tx, accountId);
    await appendAuditEvent(tx, {
      at: now(),
      actorId: accountId,
      kind: "password-changed",
      subject: accountId,
      details: {},
    });
    return sessions.start(tx, accountId);
  });
  if (!changed) return wrong;
  const language = mailLanguage(account.language);
  mailer.post(
    { to: account.email, ...mailTexts[language].passwordChanged({ forgotten: origin + paths.forgotten(language) }) },
    log,
  );
  return accept(changed);
}
