import { z } from "zod";
import { LANGUAGES } from "#app/domain/language.ts";
import { IdSchema, LocalisedSchema, TextSchema } from "./ids.ts";

/** One entry of `glossary.yaml`. */
export const TermSchema = z.strictObject({
  id: IdSchema,
  /** The agreed term in each language. */
  en: TextSchema,
  ru: TextSchema,
  be: TextSchema,
  definition: LocalisedSchema,
  /** Id of a source. */
  source: IdSchema,
  /** Languages in which a native legal editor must still confirm the term. */
  unsure: z.array(z.enum(LANGUAGES)),
});

export const GlossarySchema = z.array(TermSchema);
export type TermEntry = z.infer<typeof TermSchema>;
