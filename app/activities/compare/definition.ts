import { z } from "zod";
import type { ExhibitDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";

const PublicSchema = z.strictObject({
  kind: z.literal("compare"),
  id: z.string(),
  title: RichTextSchema,
  lead: RichTextSchema,
  /** What the rows are, in one word. */
  thingHead: z.string(),
  /** By what they are compared. */
  criteria: z.array(z.string()).min(1),
  /** Place of the criterion that says how each thing stands; null when there is none. */
  status: z.int().min(0).nullable(),
  /** What is shown on demand for each thing; null when there is nothing. */
  more: z.string().nullable(),
  things: z
    .array(
      z.strictObject({
        name: z.string(),
        words: RichTextSchema,
        /** One for each criterion. */
        cells: z.array(RichTextSchema),
        /** Empty where there is nothing to show. */
        more: RichTextSchema,
      }),
    )
    .min(2),
  notes: RichTextSchema,
});
export type ComparePublic = z.infer<typeof PublicSchema>;

/** Things side by side, by criteria, of both of which a reader may choose some. */
export const compare: ExhibitDefinition<ComparePublic> = { kind: "compare", PublicSchema };
