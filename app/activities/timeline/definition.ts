import { z } from "zod";
import type { ExhibitDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";

export const MOST_ROWS = 60;
export const MOST_LAYERS = 8;

const PublicSchema = z.strictObject({
  kind: z.literal("timeline"),
  id: z.string(),
  title: RichTextSchema,
  lead: RichTextSchema,
  /** What the layers are, in one word. */
  layerHead: z.string(),
  /** In the order in which they first appear. */
  layers: z.array(z.string()).min(1).max(MOST_LAYERS),
  /** The earliest first. */
  rows: z
    .array(
      z.strictObject({
        from: z.string(),
        until: z.string().nullable(),
        general: z.boolean(),
        /** Place among the layers. */
        layer: z.int().min(0),
        words: RichTextSchema,
      }),
    )
    .min(2)
    .max(MOST_ROWS),
  notes: RichTextSchema,
});
export type TimelinePublic = z.infer<typeof PublicSchema>;

/** What happened when, in layers that a reader may choose from. */
export const timeline: ExhibitDefinition<TimelinePublic> = { kind: "timeline", PublicSchema };
