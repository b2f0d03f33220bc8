import { z } from "zod";
import type { ExhibitDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";

const PublicSchema = z.strictObject({
  kind: z.literal("decide"),
  id: z.string(),
  intro: RichTextSchema,
  /** Questions and results in the order of the file; the first one is asked first. No answer leads back. */
  nodes: z
    .array(
      z.strictObject({
        name: z.string(),
        text: RichTextSchema,
        /** Empty for a result. */
        answers: z.array(z.strictObject({ words: z.string(), to: z.int().min(0) })),
      }),
    )
    .min(3),
  /** Ends every result. */
  closing: RichTextSchema,
});
export type DecidePublic = z.infer<typeof PublicSchema>;
export type DecideNode = DecidePublic["nodes"][number];

export const decide: ExhibitDefinition<DecidePublic> & { kind: "decide" } = { kind: "decide", PublicSchema };
