import { z } from "zod";
import { LANGUAGES } from "./language.ts";

/**
 * The frozen record of a certificate. PDF, page and credential are made from it alone, so a later rename, reworded
 * title or new template changes nothing that was issued.
 */
export const CertificateRecordSchema = z.strictObject({
  /** Version of this shape and of the template that draws it. */
  template: z.literal(1),
  id: z.string(),
  number: z.string(),
  verifyCode: z.string(),
  /** Absolute address of the verify page, as printed and in the QR code. */
  verifyUrl: z.string(),
  /** As the holder confirmed it before issue. */
  holderName: z.string(),
  issuerName: z.string(),
  courseId: z.string(),
  courseTitle: z.string(),
  edition: z.string(),
  /** ISO date. */
  lawAsOf: z.string(),
  workloadMinutes: z.int().positive(),
  language: z.enum(LANGUAGES),
  /** What was required: every lesson, and each quiz at this mark. */
  rule: z.strictObject({ lessons: z.int(), quizzes: z.int(), quizPassPercent: z.int() }),
  /** ISO date in the institution's time zone. */
  issuedOn: z.string(),
  /** UTC milliseconds. */
  issuedAt: z.int(),
});
export type CertificateRecord = z.infer<typeof CertificateRecordSchema>;
