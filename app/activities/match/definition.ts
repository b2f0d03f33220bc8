import { z } from "zod";
import type { ActivityDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";
import { gradePairs, PairsKeySchema, PairsSchema, PartSchema, readPairs } from "../pairs.ts";

const PublicSchema = z.strictObject({
  kind: z.literal("match"),
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  /** `r1`, `r2` … in the order of the file. */
  rows: z.array(PartSchema).min(2),
  /** `a1`, `a2` … in an order that has nothing to do with the rows; surplus answers are among them. */
  answers: z.array(PartSchema).min(2),
});
export type MatchPublic = z.infer<typeof PublicSchema>;
export type MatchKey = z.infer<typeof PairsKeySchema>;
export type MatchResponse = z.infer<typeof PairsSchema>;

/** Each pair counts alike: right pairs ÷ rows. Two rows may share an answer. */
export const match: ActivityDefinition<MatchPublic, MatchKey, MatchResponse> & { kind: "match" } = {
  kind: "match",
  PublicSchema,
  KeySchema: PairsKeySchema,
  ResponseSchema: PairsSchema,
  unanswered: {},
  shuffled: (activity) => activity.answers.map((answer) => answer.id),
  readResponse: (activity, form) => readPairs(activity.rows, activity.answers, form),
  solution: (key) => key.pairs,
  grade: (key, response) => gradePairs(key.pairs, response),
};
