import { z } from "zod";
import type { ExhibitDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";

export const CHART_TYPES = ["bar", "line", "share"] as const;

const PublicSchema = z.strictObject({
  kind: z.literal("chart"),
  id: z.string(),
  type: z.enum(CHART_TYPES),
  title: RichTextSchema,
  lead: RichTextSchema,
  unit: z.string(),
  /** The year or years of the figures, in words. */
  period: z.string(),
  publisher: z.string(),
  /** The head of the first column. */
  labelHead: z.string(),
  /** The heads of the others: series, or the parts of a whole. */
  series: z.array(z.string()).min(1).max(5),
  rows: z
    .array(
      z.strictObject({
        /** Of a line: a year. */
        label: z.string(),
        /** The label as it is shown, with the citations of the row. */
        words: RichTextSchema,
        /** One for each of the series, 0 and more, with at most three decimals; null where nobody knows. */
        values: z.array(z.number().min(0).nullable()),
      }),
    )
    .min(1),
  notes: RichTextSchema,
});
export type ChartPublic = z.infer<typeof PublicSchema>;

/** Figures with their unit, year and publisher, drawn; the table of them is the chart, or stands under it. */
export const chart: ExhibitDefinition<ChartPublic> = { kind: "chart", PublicSchema };
