import { parseCertificateNumber } from "#app/domain/certificate-number.ts";
import { certificateState } from "#app/domain/certificate-state.ts";
import { accept, refuse, type Result } from "#app/domain/result.ts";
import { isRevocationReason } from "#app/domain/revocation.ts";
import { appendAuditEvent } from "#app/store/audit.server.ts";
import { appendCertificateEvent, findCertificateById, listEventsOf } from "#app/store/certificates.server.ts";
import type { Services } from "./services.ts";

type Refusal = "certificate-unknown" | "already-revoked" | "reason-missing" | "confirm-mismatch";

/**
 * Revokes a certificate. The record stays as it is; an event says what happened.
 * @param reason one of the public classes
 * @param confirmation the certificate's number, typed by the issuer, so that the wrong row is not revoked by a slip
 */
export async function revokeCertificate(
  services: Pick<Services, "store" | "now" | "newId">,
  given: { actorId: string; certificateId: string; reason: string; confirmation: string },
): Promise<Result<null, Refusal>> {
  const { actorId, certificateId, reason } = given;
  if (!isRevocationReason(reason)) return refuse("reason-missing", { field: "reason" });
  const typed = parseCertificateNumber(given.confirmation);

  return services.store.write(async (tx) => {
    const certificate = await findCertificateById(tx, certificateId);
    if (!certificate) return refuse("certificate-unknown");
    if (!typed.ok || typed.value.text !== certificate.record.number) {
      return refuse("confirm-mismatch", { field: "confirmation" });
    }
    const state = certificateState(await listEventsOf(tx, certificateId));
    if (state.kind === "revoked") return refuse("already-revoked");
    const now = services.now();
    await appendCertificateEvent(tx, {
      id: services.newId(),
      certificateId,
      kind: "revoked",
      reason,
      actorId,
      happenedAt: now,
    });
    await appendAuditEvent(tx, {
      at: now,
      actorId,
      kind: "certificate.revoked",
      subject: certificate.record.number,
      details: { reason },
    });
    return accept(null);
  });
}
