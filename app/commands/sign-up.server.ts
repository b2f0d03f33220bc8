import { readEmailAddress } from "#app/domain/email-address.ts";
import type { Language } from "#app/domain/language.ts";
import { checkPassword, type PasswordProblemCode } from "#app/domain/password-rule.ts";
import { paths } from "#app/domain/paths.ts";
import { checkHolderName, type NameProblemCode } from "#app/domain/person-name.ts";
import { accept, type Problem, type Result } from "#app/domain/result.ts";
import { fontLacks } from "#app/issuing/certificate-font.server.ts";
import { refuseTries } from "#app/session/limits.server.ts";
import { mailTexts } from "#app/session/mail-texts.ts";
import { hashPassword } from "#app/session/passwords.server.ts";
import { findAccountByEmail, insertAccount } from "#app/store/accounts.server.ts";
import { appendAuditEvent } from "#app/store/audit.server.ts";
import type { Services } from "./services.ts";

/**
 * Creates an account, unless the address has one already. The answer, the work and the time are the same in both cases, so
 * that nobody learns who has an account here; the owner of the address learns it by mail.
 * @param given.network the asking IP address
 * @returns accepted, or all that is wrong with the form; refused as `too-many-tries` (values.minutes) or `too-busy`
 */
export async function signUp(
  services: Pick<Services, "store" | "now" | "newId" | "origin" | "mailer" | "limits" | "log">,
  given: { name: string; email: string; password: string; language: Language; network: string },
): Promise<Result<null, "email-malformed" | NameProblemCode | PasswordProblemCode | "too-many-tries" | "too-busy">> {
  const { store, now, newId, origin, mailer, limits, log } = services;
  const name = checkHolderName(given.name, fontLacks);
  const email = readEmailAddress(given.email);
  const password = checkPassword(given.password, email.ok ? email.value : "");
  if (!name.ok || !email.ok || !password.ok) {
    const namesField = (problem: Problem<NameProblemCode>) => ({ ...problem, field: "name" });
    return {
      ok: false,
      problems: [
        ...(name.ok ? [] : name.problems.map(namesField)),
        ...(email.ok ? [] : email.problems),
        ...(password.ok ? [] : password.problems),
      ],
    };
  }

  const allowance = await limits.signUp({ email: email.value, network: given.network });
  if (!allowance.ok) return refuseTries(allowance);
  const hashed = await hashPassword(given.password);
  if (!hashed.ok) return hashed;

  const id = newId();
  const at = now();
  const created = await store.write(async (tx) => {
    const existing = await findAccountByEmail(tx, email.value);
    // Tried in both cases: a taken address is left alone, at the cost of a free one.
    const inserted = await insertAccount(tx, {
      id,
      email: email.value,
      name: name.value,
      language: given.language,
      passwordHash: hashed.value,
      demo: false,
      createdAt: at,
    });
    await appendAuditEvent(tx, {
      at,
      actorId: inserted ? id : null,
      kind: inserted ? "account-created" : "sign-up-repeated",
      subject: existing?.id ?? id,
      details: {},
    });
    return inserted;
  });

  const texts = mailTexts[given.language];
  const links = { signIn: origin + paths.signIn(given.language), forgotten: origin + paths.forgotten(given.language) };
  mailer.post({ to: email.value, ...(created ? texts.welcome(links) : texts.alreadyHere(links)) }, log);
  return accept(null);
}
