/** Why a certificate may be revoked. The class is public; nothing else about the case is. */
export const REVOCATION_REASONS = ["issued-in-error", "misconduct", "holder-request"] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

export function isRevocationReason(value: unknown): value is RevocationReason {
  return REVOCATION_REASONS.some((reason) => reason === value);
}
