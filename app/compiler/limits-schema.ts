import { z } from "zod";

/**
 * Measured in Chromium with texts of the first course as paragraphs, as a list to tick and as a table, in all three languages: up to
 * here they stay on one side of A5 together with six sources. The list is the shape that takes most room.
 */
const AID_WORDS = 165;

/**
 * How long things may be before the check warns, in `course.yaml`. A word is what stands between spaces and has a letter
 * or a digit. The defaults leave room: they find what got out of hand, not what is a little long.
 */
export const LimitsSchema = z.strictObject({
  /** Words of one sentence. */
  sentenceWords: z.int().min(5).max(200).default(40),
  /** Words of one lesson, with its questions. */
  lessonWords: z
    .strictObject({ min: z.int().min(0).default(150), max: z.int().min(1).default(1500) })
    .refine(({ min, max }) => min <= max, "has a minimum that is greater than its maximum")
    .prefault({}),
  /** Words of one aid, with the terms that it explains: more may not fit one side of A5. */
  aidWords: z.int().min(1).default(AID_WORDS),
  /** Letters, signs and spaces of the title of a page, and of a heading. */
  titleLetters: z.int().min(10).max(200).default(80),
});
export type Limits = z.infer<typeof LimitsSchema>;

/** What holds where `course.yaml` says nothing. */
export const DEFAULT_LIMITS: Limits = LimitsSchema.parse({});
