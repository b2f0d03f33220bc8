import { checkPassword, type PasswordProblemCode } from "#app/domain/password-rule.ts";
import { paths } from "#app/domain/paths.ts";
import { accept, type Problem, refuse, type Result } from "#app/domain/result.ts";
import { refuseTries } from "#app/session/limits.server.ts";
import { mailLanguage, mailTexts } from "#app/session/mail-texts.ts";
import { hashPassword } from "#app/session/passwords.server.ts";
import { hashSecretToken, isSecretToken } from "#app/session/secret-token.server.ts";
import { createSessions } from "#app/session/sessions.server.ts";
import { findAccountById, updatePassword } from "#app/store/accounts.server.ts";
import { appendAuditEvent } from "#app/store/audit.server.ts";
import { consumePasswordReset, deletePasswordResetsOf } from "#app/store/password-resets.server.ts";
import type { Services } from "./services.ts";

/**
 * Sets a new password by the link of a mail. The link works once; with it go every other open link and every session.
 * A password that is refused leaves the link alive.
 * @param given.network the asking IP address
 * @returns accepted; refused as `reset-invalid` (used, older than 30 minutes, or never issued), by the password rule, or as
 *   `too-many-tries` (values.minutes) or `too-busy`
 */
export async function resetPassword(
  services: Pick<Services, "store" | "now" | "origin" | "mailer" | "limits" | "log">,
  given: { token: string; newPassword: string; network: string },
): Promise<Result<null, "reset-invalid" | PasswordProblemCode | "too-many-tries" | "too-busy">> {
  const { store, now, origin, mailer, limits, log } = services;
  const { token, newPassword, network } = given;
  if (!isSecretToken(token)) return refuse("reset-invalid");
  // What can be refused without the account's address is refused before the costly work.
  const checked = checkPassword(newPassword, "", "newPassword");
  if (!checked.ok) return checked;
  const allowance = await limits.resetPassword({ network });
  if (!allowance.ok) return refuseTries(allowance);
  const hashed = await hashPassword(newPassword);
  if (!hashed.ok) return hashed;

  const sessions = createSessions(services);
  try {
    const account = await store.write(async (tx) => {
      const accountId = await consumePasswordReset(tx, { id: hashSecretToken(token), now: now() });
      const found = accountId === null ? null : await findAccountById(tx, accountId);
      if (!found || found.disabledAt !== null) return null;
      const personal = checkPassword(newPassword, found.email, "newPassword");
      if (!personal.ok) throw new PasswordRefused(personal.problems);
      await updatePassword(tx, { accountId: found.id, passwordHash: hashed.value });
      await deletePasswordResetsOf(tx, found.id);
      await sessions.endAll(tx, found.id);
      await appendAuditEvent(tx, {
        at: now(),
        actorId: found.id,
        kind: "password-reset",
        subject: found.id,
        details: {},
      });
      return found;
    });
    if (!account) return refuse("reset-invalid");
    const language = mailLanguage(account.language);
    mailer.post(
      { to: account.email, ...mailTexts[language].passwordChanged({ forgotten: origin + paths.forgotten(language) }) },
      log,
    );
    return accept(null);
  } catch (error) {
    if (error instanceof PasswordRefused) return { ok: false, problems: error.problems };
    throw error;
  }
}

/** Thrown out of the transaction to undo it, so that the link is not used up. */
class PasswordRefused extends Error {
  constructor(readonly problems: Problem<PasswordProblemCode>[]) {
    super("the password was refused");
  }
}
