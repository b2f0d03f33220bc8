import type { AppLoadContext } from "@remix-run/node";
import { dateIn } from "#app/domain/calendar-date.ts";
import { parseCertificateNumber, parseVerifyCode } from "#app/domain/certificate-number.ts";
import { verdict } from "#app/domain/certificate-state.ts";
import { findCertificateByCode, findCertificateByNumber, listEventsOf } from "#app/store/certificates.server.ts";
import { tooManyRequests } from "../request.server.ts";

/**
 * Answers "is this genuine?" for what stands in an address: a verify code, or a certificate's number. The code is on the paper and
 * cannot be guessed, so it shows the whole record; the number can be counted through, so it shows no person.
 * @throws Response 429 when one network asks too often
 */
export async function verification(context: AppLoadContext, typed: string) {
  const { services, network } = context;
  const limited = await services.limits.verifyCertificate({ network });
  if (!limited.ok) throw tooManyRequests(limited.retryAfterSeconds);

  const code = parseVerifyCode(typed);
  const number = parseCertificateNumber(typed);
  const checkedOn = dateIn(services.timeZone, services.now());
  if (!code.ok && !number.ok) {
    return { kind: "not-issued" as const, problem: number.problems[0]?.code ?? null, checkedOn, record: null };
  }
  const found = await services.store.read(async (db) => {
    const certificate = code.ok
      ? await findCertificateByCode(db, code.value)
      : number.ok
        ? await findCertificateByNumber(db, number.value.text)
        : null;
    return certificate && { certificate, events: await listEventsOf(db, certificate.id) };
  });
  const result = verdict(found?.certificate ?? null, found?.events ?? []);
  const record = found?.certificate.record;
  return {
    kind: result.kind,
    problem: null,
    checkedOn,
    revokedOn: result.kind === "revoked" ? dateIn(services.timeZone, result.on) : null,
    reason: result.kind === "revoked" ? result.reason : null,
    record: record
      ? {
          number: record.number,
          holderName: code.ok ? record.holderName : null,
          courseTitle: record.courseTitle,
          courseLanguage: record.language,
          edition: record.edition,
          issuedOn: record.issuedOn,
          lawAsOf: record.lawAsOf,
          workloadMinutes: record.workloadMinutes,
          issuerName: record.issuerName,
        }
      : null,
  };
}

export type Verification = Awaited<ReturnType<typeof verification>>;
