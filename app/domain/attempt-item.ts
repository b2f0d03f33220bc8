import { z } from "zod";

/** One drawn item as stored with its attempt: a later change of the course does not touch an attempt under way. */
export const AttemptItemSchema = z.object({
  itemId: z.string(),
  kind: z.string(),
  version: z.string(),
  /** Ids of the shuffled parts in the order in which they are shown, in every language. */
  order: z.array(z.string()),
  key: z.unknown(),
});
export type AttemptItem = z.infer<typeof AttemptItemSchema>;
