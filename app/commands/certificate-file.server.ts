import { can } from "#app/domain/permission.ts";
import { renderCertificate } from "#app/issuing/render-certificate.server.ts";
import { findCertificateById } from "#app/store/certificates.server.ts";
import type { Services } from "./services.ts";

/**
 * The PDF of a certificate, for its holder and for those who read the register.
 * @returns null when there is none, or when it is somebody else's: the two are not told apart
 */
export async function certificateFile(
  services: Pick<Services, "store">,
  given: { account: { id: string; roles: string[] }; certificateId: string },
): Promise<{ number: string; pdf: Buffer } | null> {
  const certificate = await services.store.read((db) => findCertificateById(db, given.certificateId));
  if (!certificate) return null;
  if (certificate.accountId !== given.account.id && !can(given.account.roles, "certificates.read")) return null;
  return { number: certificate.record.number, pdf: await renderCertificate(certificate.record) };
}
