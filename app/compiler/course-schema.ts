import { z } from "zod";
import { LANGUAGES } from "#app/domain/language.ts";
import { EditionSchema } from "./editions.ts";
import { DaySchema, IdSchema, LocalisedSchema, OutcomeIdSchema } from "./ids.ts";
import { LimitsSchema } from "./limits-schema.ts";

const MinutesSchema = z.int().min(1).max(600);

const ModuleSchema = z.strictObject({
  /** Name of its folder. */
  id: IdSchema,
  title: LocalisedSchema,
  summary: LocalisedSchema,
  outcomes: z.array(z.strictObject({ id: OutcomeIdSchema, text: LocalisedSchema })).min(1),
  /** In the order in which they are read; ids are names of folders. */
  lessons: z
    .array(z.strictObject({ id: IdSchema, minutes: MinutesSchema, outcomes: z.array(OutcomeIdSchema).min(1) }))
    .min(1),
  /** `draw` is how many questions an attempt takes from the pool. */
  quiz: z.strictObject({ draw: z.int().min(1).max(100), minutes: MinutesSchema }),
});

/** `course.yaml`. */
export const CourseSchema = z.strictObject({
  title: LocalisedSchema,
  summary: LocalisedSchema,
  /** Random letters that never change. They order the answers of matches, so that nobody can work out the pairs. */
  salt: z.string().min(16, "must be at least 16 random characters, such as: openssl rand -hex 16"),
  /** Printed on the certificate; quote it, so that it is read as text. */
  edition: EditionSchema,
  /** The editions before this one, oldest first: their numbers stand on certificates. */
  earlierEditions: z.array(EditionSchema).default([]),
  /** The day on which law and figures were last looked at. */
  lawAsOf: DaySchema,
  /** The language in which the course is written first; the others are compared with it. */
  sourceLanguage: z.enum(LANGUAGES),
  /**
   * Whether a lesson, an aid or the welcome page may lack a language: learners then read it in the source language and are told so. A quiz
   * is needed in every language.
   */
  translations: z.enum(["required", "optional"]).default("required"),
  review: z.enum(["unreviewed", "reviewed"]),
  welcome: z.strictObject({ minutes: MinutesSchema }).optional(),
  completion: z.strictObject({ lessons: z.literal("all"), quizPassPercent: z.int().min(1).max(100) }),
  limits: LimitsSchema.prefault({}),
  modules: z.array(ModuleSchema).min(1),
  /** Sheets to print; ids are names of folders in `aids/`. */
  aids: z.array(z.strictObject({ id: IdSchema })).default([]),
});
export type CourseFile = z.infer<typeof CourseSchema>;
