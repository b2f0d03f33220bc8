import { isLanguage } from "#app/domain/language.ts";
import { checkHolderName, type NameProblemCode } from "#app/domain/person-name.ts";
import { accept, type Problem, type Result } from "#app/domain/result.ts";
import { fontLacks } from "#app/issuing/certificate-font.server.ts";
import { updateLanguage, updateName } from "#app/store/accounts.server.ts";
import { appendAuditEvent } from "#app/store/audit.server.ts";
import type { Services } from "./services.ts";

/**
 * Changes the name and the language of mails. Certificates that were issued keep the name that stands on them.
 * @returns the name in its tidy form, or all that is wrong with the form
 */
export async function changeProfile(
  services: Pick<Services, "store" | "now">,
  given: { accountId: string; name: string; language: string },
): Promise<Result<{ name: string }, NameProblemCode | "language-unknown">> {
  const { accountId, language } = given;
  const name = checkHolderName(given.name, fontLacks);
  if (!name.ok || !isLanguage(language)) {
    const problems: Problem<NameProblemCode | "language-unknown">[] = name.ok
      ? []
      : name.problems.map((problem) => ({ ...problem, field: "name" }));
    if (!isLanguage(language)) problems.push({ code: "language-unknown", field: "language" });
    return { ok: false, problems };
  }
  await services.store.write(async (tx) => {
    await updateName(tx, { accountId, name: name.value });
    await updateLanguage(tx, { accountId, language });
    await appendAuditEvent(tx, {
      at: services.now(),
      actorId: accountId,
      kind: "profile-changed",
      subject: accountId,
      details: {},
    });
  });
  return accept({ name: name.value });
}
