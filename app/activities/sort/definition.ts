import { z } from "zod";
import type { ActivityDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";
import { gradePairs, PairsKeySchema, PairsSchema, PartSchema, readPairs } from "../pairs.ts";

const PublicSchema = z.strictObject({
  kind: z.literal("sort"),
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  /** `i1`, `i2` … in an order that has nothing to do with the categories. */
  items: z.array(PartSchema).min(2),
  /** `c1`, `c2` … in the author's order, in which they are shown. */
  categories: z.array(PartSchema).min(2).max(5),
});

export type SortPublic = z.infer<typeof PublicSchema>;
/** Item id → id of its category. */
export type SortKey = z.infer<typeof PairsKeySchema>;
export type SortResponse = z.infer<typeof PairsSchema>;

/** Each item counts alike: items in their category ÷ items. */
export const sort: ActivityDefinition<SortPublic, SortKey, SortResponse> & { kind: "sort" } = {
  kind: "sort",
  PublicSchema,
  KeySchema: PairsKeySchema,
  ResponseSchema: PairsSchema,
  unanswered: {},
  shuffled: (activity) => activity.items.map((item) => item.id),
  readResponse: (activity, form) => readPairs(activity.items, activity.categories, form),
  solution: (key) => key.pairs,
  grade: (key, response) => gradePairs(key.pairs, response),
};
