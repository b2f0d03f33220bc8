import { z } from "zod";

/** Ids of courses, modules, lessons, activities, sources and terms. Progress hangs on them, so they never change. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const IdSchema = z
  .string()
  .regex(ID, "must be small Latin letters and digits, with single hyphens between them");

/** An outcome of a module, such as `m1.o2`. */
export const OutcomeIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, "must be small Latin letters and digits, with dots or hyphens between them");

/** A day, `YYYY-MM-DD`. */
export const DaySchema = z.iso.date("must be a day of the calendar such as 2026-07-31");

export const TextSchema = z.string().trim().min(1);

/** A text in each language. */
export const LocalisedSchema = z.strictObject({ en: TextSchema, ru: TextSchema, be: TextSchema });
