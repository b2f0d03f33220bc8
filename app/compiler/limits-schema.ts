import { z } from "zod";

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
  /** Letters, signs and spaces of the title of a page, and of a heading. */
  titleLetters: z.int().min(10).max(200).default(80),
});
export type Limits = z.infer<typeof LimitsSchema>;

/** What holds where `course.yaml` says nothing. */
export const DEFAULT_LIMITS: Limits = LimitsSchema.parse({});
