import { z } from "zod";
import { LANGUAGES } from "#app/domain/language.ts";
import type { ExhibitDefinition } from "../activity.ts";

const PublicSchema = z.strictObject({
  kind: z.literal("cards"),
  id: z.string(),
  cards: z
    .array(
      z.strictObject({
        /** Of the term in the glossary. */
        id: z.string(),
        term: z.string(),
        /** The same term in other languages, where the author wants them on the card. */
        others: z.array(z.strictObject({ language: z.enum(LANGUAGES), term: z.string() })),
        definition: z.string(),
        source: z.strictObject({ label: z.string(), href: z.string() }),
      }),
    )
    .min(1),
});
export type CardsPublic = z.infer<typeof PublicSchema>;

export const cards: ExhibitDefinition<CardsPublic> & { kind: "cards" } = { kind: "cards", PublicSchema };
