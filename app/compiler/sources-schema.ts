import { z } from "zod";
import { DaySchema, IdSchema, TextSchema } from "./ids.ts";

/** One entry of `sources.yaml`. */
export const SourceSchema = z.strictObject({
  id: IdSchema,
  kind: TextSchema,
  /** Who issued it. */
  body: TextSchema,
  /** The official title; a language without one shows the English or the Russian. */
  title: z
    .strictObject({ en: TextSchema.optional(), ru: TextSchema.optional(), be: TextSchema.optional() })
    .refine((title) => title.en !== undefined || title.ru !== undefined, "needs the English or the Russian title"),
  year: z.int().min(1000).max(9999),
  url: z.url({ protocol: /^https$/, error: "must be an address that begins with https://" }),
  /** The places that lessons may cite, each with what it says. */
  locators: z.record(TextSchema, TextSchema),
  /** An `unsure` source may be listed and not cited. */
  confidence: z.enum(["verified-in-corpus", "well-established", "unsure"]),
  checkedOn: DaySchema,
  reviewBy: DaySchema,
  owner: TextSchema,
});

export const SourcesSchema = z.array(SourceSchema);
export type SourceEntry = z.infer<typeof SourceSchema>;
