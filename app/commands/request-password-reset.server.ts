import { readEmailAddress } from "#app/domain/email-address.ts";
import { paths } from "#app/domain/paths.ts";
import { accept, type Result } from "#app/domain/result.ts";
import { refuseTries } from "#app/session/limits.server.ts";
import { mailLanguage, mailTexts } from "#app/session/mail-texts.ts";
import { hashSecretToken, makeSecretToken } from "#app/session/secret-token.server.ts";
import { findAccountByEmail } from "#app/store/accounts.server.ts";
import { appendAuditEvent } from "#app/store/audit.server.ts";
import { insertPasswordReset } from "#app/store/password-resets.server.ts";
import type { Services } from "./services.ts";

/** How long a link in a mail works. */
export const RESET_MINUTES = 30;

/**
 * Mails a link with which its reader chooses a new password. Whether the address has an account shows neither in the
 * answer nor in its time: both cases are one durable write, and the mail goes out afterwards.
 * @param given.network the asking IP address
 * @returns accepted, or refused as `email-malformed` or `too-many-tries` (values.minutes)
 */
export async function requestPasswordReset(
  services: Pick<Services, "store" | "now" | "origin" | "mailer" | "limits" | "log">,
  given: { email: string; network: string },
): Promise<Result<null, "email-malformed" | "too-many-tries">> {
  const { store, now, origin, mailer, limits, log } = services;
  const email = readEmailAddress(given.email);
  if (!email.ok) return email;
  const allowance = await limits.requestReset({ email: email.value, network: given.network });
  if (!allowance.ok) return refuseTries(allowance);

  const token = makeSecretToken();
  const at = now();
  const account = await store.write(async (tx) => {
    const found = await findAccountByEmail(tx, email.value);
    const active = found && found.disabledAt === null ? found : null;
    if (active) {
      await insertPasswordReset(tx, {
        id: hashSecretToken(token),
        accountId: active.id,
        createdAt: at,
        expiresAt: at + RESET_MINUTES * 60_000,
      });
    }
    await appendAuditEvent(tx, {
      at,
      actorId: null,
      kind: "password-reset-requested",
      subject: found?.id ?? "unknown",
      details: {},
    });
    return active;
  });

  if (account) {
    // The account's own language, not the asker's: the mail is for its owner.
    const language = mailLanguage(account.language);
    const link = { reset: origin + paths.reset(language, token), minutes: RESET_MINUTES };
    mailer.post({ to: account.email, ...mailTexts[language].reset(link) }, log);
  }
  return accept(null);
}
