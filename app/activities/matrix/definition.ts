import { z } from "zod";
import type { ActivityDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";
import { gradePairs, PairsKeySchema, PairsSchema, PartSchema, readPairs } from "../pairs.ts";

/** Ids of the two answers that each statement may get. */
const COLUMNS = [{ id: "yes" }, { id: "no" }];

const PublicSchema = z.strictObject({
  kind: z.literal("matrix"),
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  /** `r1`, `r2` … in the order of the file. */
  rows: z.array(PartSchema).min(2),
  /** The author's words for true and for false; null for the words of the interface's language. */
  columns: z.tuple([z.string(), z.string()]).nullable(),
  /** True where the order of the statements means something. */
  fixed: z.boolean(),
});

export type MatrixPublic = z.infer<typeof PublicSchema>;
export type MatrixKey = z.infer<typeof PairsKeySchema>;
export type MatrixResponse = z.infer<typeof PairsSchema>;

/**
 * Statements, each of which holds (`yes`) or does not (`no`). Each counts alike: statements judged rightly ÷ statements; one left
 * open is missed. Kprim proper gives half a point from three right ones of four; with any number of statements, and reasons
 * for each, the share is what a learner understands.
 */
export const matrix: ActivityDefinition<MatrixPublic, MatrixKey, MatrixResponse> & { kind: "matrix" } = {
  kind: "matrix",
  PublicSchema,
  KeySchema: PairsKeySchema,
  ResponseSchema: PairsSchema,
  unanswered: {},
  shuffled: (activity) => (activity.fixed ? [] : activity.rows.map((row) => row.id)),
  readResponse: (activity, form) => readPairs(activity.rows, COLUMNS, form),
  solution: (key) => key.pairs,
  grade: (key, response) => gradePairs(key.pairs, response),
};
