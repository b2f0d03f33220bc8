import { randomBytes } from "node:crypto";
import { dateIn } from "#app/domain/calendar-date.ts";
import { formatCertificateNumber, makeVerifyCode, VERIFY_CODE_BYTES } from "#app/domain/certificate-number.ts";
import type { CertificateRecord } from "#app/domain/certificate-record.ts";
import { type Course, readingOrder } from "#app/domain/course.ts";
import type { Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { checkHolderName, type NameProblemCode } from "#app/domain/person-name.ts";
import { foldProgress } from "#app/domain/progress.ts";
import { accept, refuse, type Result } from "#app/domain/result.ts";
import { fontLacks } from "#app/issuing/certificate-font.server.ts";
import { listAttemptsOf } from "#app/store/attempts.server.ts";
import { appendAuditEvent } from "#app/store/audit.server.ts";
import {
  appendCertificateEvent,
  findCertificateOf,
  insertCertificate,
  nextSerial,
} from "#app/store/certificates.server.ts";
import { listCompletionsOf } from "#app/store/progress.server.ts";
import type { Services } from "./services.ts";

/**
 * Issues the certificate of a course: freezes the record, gives it its number, and notes both in the trail, all in one
 * transaction. Asked again, it answers with the certificate that exists.
 * @param holderName as the learner confirmed it
 * @param language of the certificate
 * @returns refused with the name's problem, or as `not-all-done`
 */
export async function issueCertificate(
  services: Pick<Services, "store" | "now" | "newId" | "origin" | "timeZone" | "issuerName">,
  given: { accountId: string; course: Course; holderName: string; language: Language },
): Promise<Result<CertificateRecord, NameProblemCode | "not-all-done">> {
  const { accountId, course, language } = given;
  const name = checkHolderName(given.holderName, fontLacks);
  if (!name.ok) return { ok: false, problems: name.problems.map((problem) => ({ ...problem, field: "name" })) };
  // Chance is drawn before the transaction: inside, only the database is waited for.
  const random = randomBytes(VERIFY_CODE_BYTES);
  const id = services.newId();

  return services.store.write(async (tx) => {
    const owner = { accountId, courseId: course.id };
    const existing = await findCertificateOf(tx, { ...owner, edition: course.edition });
    if (existing) return accept(existing.record);

    const completions = await listCompletionsOf(tx, owner);
    const attempts = await listAttemptsOf(tx, owner);
    if (!foldProgress(course, { completions, attempts, places: [] }).complete) return refuse("not-all-done");

    const issuedAt = services.now();
    const issuedOn = dateIn(services.timeZone, issuedAt);
    const year = Number(issuedOn.slice(0, 4));
    const verifyCode = makeVerifyCode(random);
    const record: CertificateRecord = {
      template: 1,
      id,
      number: formatCertificateNumber(year, await nextSerial(tx, year)),
      verifyCode,
      verifyUrl: services.origin + paths.verifyShort(verifyCode),
      holderName: name.value,
      issuerName: services.issuerName,
      courseId: course.id,
      courseTitle: course.title[language],
      edition: course.edition,
      lawAsOf: course.lawAsOf,
      workloadMinutes: course.workloadMinutes,
      language,
      rule: {
        lessons: readingOrder(course).length,
        quizzes: course.modules.length,
        quizPassPercent: course.completion.quizPassPercent,
      },
      issuedOn,
      issuedAt,
    };
    const { number } = record;
    await insertCertificate(tx, { id, number, verifyCode, ...owner, edition: course.edition, record, issuedAt });
    await appendCertificateEvent(tx, {
      id: services.newId(),
      certificateId: id,
      kind: "issued",
      reason: null,
      actorId: accountId,
      happenedAt: issuedAt,
    });
    await appendAuditEvent(tx, {
      at: issuedAt,
      actorId: accountId,
      kind: "certificate.issued",
      subject: number,
      details: { course: course.id, edition: course.edition },
    });
    return accept(record);
  });
}
