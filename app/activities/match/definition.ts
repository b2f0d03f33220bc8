import { z } from "zod";
import type { ActivityDefinition, Mark } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";

const PartSchema = z.strictObject({ id: z.string(), text: RichTextSchema });
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
/** Row id → answer id. */
const PairsSchema = z.record(z.string(), z.string());
const KeySchema = z.strictObject({ pairs: PairsSchema });

export type MatchPublic = z.infer<typeof PublicSchema>;
export type MatchKey = z.infer<typeof KeySchema>;
export type MatchResponse = z.infer<typeof PairsSchema>;

/** Each pair counts alike: right pairs ÷ rows. Two rows may share an answer. */
export const match: ActivityDefinition<MatchPublic, MatchKey, MatchResponse> & { kind: "match" } = {
  kind: "match",
  PublicSchema,
  KeySchema,
  ResponseSchema: PairsSchema,
  unanswered: {},
  shuffled: (activity) => activity.answers.map((answer) => answer.id),
  readResponse(activity, form) {
    const known = new Set(activity.answers.map((answer) => answer.id));
    const pairs: MatchResponse = {};
    for (const row of activity.rows) {
      const chosen = form.getAll(`answer.${row.id}`).find((id) => typeof id === "string" && known.has(id));
      if (typeof chosen === "string") pairs[row.id] = chosen;
    }
    return Object.keys(pairs).length === 0 ? null : pairs;
  },
  solution: (key) => key.pairs,
  grade(key, response) {
    const marks: Record<string, Mark> = {};
    const rows = Object.entries(key.pairs);
    let right = 0;
    for (const [row, answer] of rows) {
      const given = Object.hasOwn(response, row) ? response[row] : undefined;
      marks[row] = given === undefined ? "missed" : given === answer ? "right" : "wrong";
      if (given === answer) right += 1;
    }
    return { score: right / rows.length, marks };
  },
};
