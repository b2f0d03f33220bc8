import { type CertificateRecord, CertificateRecordSchema } from "#app/domain/certificate-record.ts";

/** A record such as the product issues, with the fields that a test cares about. */
export function certificateRecord(fields: Partial<CertificateRecord> = {}): CertificateRecord {
  return CertificateRecordSchema.parse({
    template: 1,
    id: "5a3f7c0e-7c52-4d0e-9d3a-0d8f6f1f2b11",
    number: "2026-000123-X",
    verifyCode: "7ZQ4K8M2NPXT3VB99CDE",
    verifyUrl: "https://learn.example.org/verify/7ZQ4K8M2NPXT3VB99CDE",
    holderName: "Ганна Ўладзіміраўна Шчарбакова",
    issuerName: "Акадэмія кіравання",
    courseId: "labour-migration",
    courseTitle: "Кіраванне працоўнай міграцыяй і супрацьдзеянне гандлю людзьмі",
    edition: "2026.1",
    lawAsOf: "2026-07-31",
    workloadMinutes: 744,
    language: "be",
    rule: { lessons: 24, quizzes: 6, quizPassPercent: 70 },
    issuedOn: "2026-11-25",
    issuedAt: Date.UTC(2026, 10, 25, 9, 30),
    ...fields,
  });
}
