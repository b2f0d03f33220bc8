import { z } from "zod";
import { LANGUAGES } from "#app/domain/language.ts";
import { IdSchema, LocalisedSchema, TextSchema } from "./ids.ts";

/** Words one space apart, each whole or, with `*` at its end, the beginning of a word. */
const PHRASE = /^[\p{L}\p{N}’'ʼ]+\*?(?: [\p{L}\p{N}’'ʼ]+\*?)*$/u;
const PhrasesSchema = z
  .array(TextSchema.regex(PHRASE, 'must be words such as "illegal migrant*", where * stands for any ending'))
  .optional();

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
  /** What nobody writes in its place, unless in a quotation. */
  avoid: z.strictObject({ en: PhrasesSchema, ru: PhrasesSchema, be: PhrasesSchema }).optional(),
});

export const GlossarySchema = z.array(TermSchema);
export type TermEntry = z.infer<typeof TermSchema>;
