import { z } from "zod";
import type { ActivityDefinition, Mark } from "../activity.ts";
import { ChoiceFields, shuffledOptions } from "../choice.ts";

const PublicSchema = z.strictObject({ kind: z.literal("multiple"), ...ChoiceFields });
const KeySchema = z.strictObject({ right: z.array(z.string()).min(1) });
/** Ids of the ticked options. */
const ResponseSchema = z.array(z.string());

export type MultiplePublic = z.infer<typeof PublicSchema>;
export type MultipleKey = z.infer<typeof KeySchema>;
export type MultipleResponse = z.infer<typeof ResponseSchema>;

/** (right ticks − wrong ticks) ÷ number of right options, never below 0: ticking everything is no way to pass. */
export const multiple: ActivityDefinition<MultiplePublic, MultipleKey, MultipleResponse> & { kind: "multiple" } = {
  kind: "multiple",
  PublicSchema,
  KeySchema,
  ResponseSchema,
  unanswered: [],
  shuffled: shuffledOptions,
  readResponse(activity, form) {
    const ticked = new Set(form.getAll("answer"));
    const chosen = activity.options.map((option) => option.id).filter((id) => ticked.has(id));
    return chosen.length === 0 ? null : chosen;
  },
  solution: (key) => key.right,
  grade(key, response) {
    const right = new Set(key.right);
    const ticked = new Set(response);
    const marks: Record<string, Mark> = {};
    let points = 0;
    for (const id of ticked) {
      marks[id] = right.has(id) ? "right" : "wrong";
      points += right.has(id) ? 1 : -1;
    }
    for (const id of right) if (!ticked.has(id)) marks[id] = "missed";
    return { score: Math.max(0, points) / right.size, marks };
  },
};
