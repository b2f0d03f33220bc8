/** What a verifier is told about a certificate, as a function of what happened to it. */

/** The part of a stored certificate event that decides its state. */
export interface CertificateEvent {
  /** `issued` or `revoked`. */
  kind: string;
  reason: string | null;
  /** UTC milliseconds. */
  happenedAt: number;
}

export type CertificateState =
  | { kind: "genuine" }
  /** `on` is the instant of the first revocation in UTC milliseconds. */
  | { kind: "revoked"; on: number; reason: string | null };

export type Verdict = CertificateState | { kind: "not-issued" };

/**
 * Folds the events of one certificate. Their order does not matter; a second revocation changes nothing.
 * @throws Error when an event is of a kind that this version does not know: better no answer than a wrong “genuine”
 */
export function certificateState(events: readonly CertificateEvent[]): CertificateState {
  let first: CertificateEvent | null = null;
  for (const event of events) {
    if (event.kind === "revoked") {
      if (first === null || event.happenedAt < first.happenedAt) first = event;
    } else if (event.kind !== "issued") {
      throw new Error(`certificate event of an unknown kind: ${event.kind}`);
    }
  }
  return first === null ? { kind: "genuine" } : { kind: "revoked", on: first.happenedAt, reason: first.reason };
}

/**
 * The answer to “is this genuine?”. A revoked certificate was issued: it is never called unknown or forged.
 * @param certificate what the register holds under the number or code, or null
 * @param events the events of that certificate
 */
export function verdict(certificate: object | null, events: readonly CertificateEvent[]): Verdict {
  return certificate === null ? { kind: "not-issued" } : certificateState(events);
}
