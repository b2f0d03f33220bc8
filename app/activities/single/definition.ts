import { z } from "zod";
import type { ActivityDefinition, Mark } from "../activity.ts";
import { ChoiceFields, shuffledOptions } from "../choice.ts";

const PublicSchema = z.strictObject({ kind: z.literal("single"), ...ChoiceFields });
const KeySchema = z.strictObject({ right: z.string() });
/** Id of the option. */
const ResponseSchema = z.string();

export type SinglePublic = z.infer<typeof PublicSchema>;
export type SingleKey = z.infer<typeof KeySchema>;
export type SingleResponse = z.infer<typeof ResponseSchema>;

/** Exactly one option is right; it scores 1, any other 0. */
export const single: ActivityDefinition<SinglePublic, SingleKey, SingleResponse> & { kind: "single" } = {
  kind: "single",
  PublicSchema,
  KeySchema,
  ResponseSchema,
  unanswered: "",
  shuffled: shuffledOptions,
  readResponse(activity, form) {
    const known = new Set(activity.options.map((option) => option.id));
    const chosen = form.getAll("answer").filter((id) => typeof id === "string" && known.has(id));
    // A form sends one radio button; two of them are no answer to this question.
    const [first, ...others] = new Set(chosen as string[]);
    return first !== undefined && others.length === 0 ? first : null;
  },
  solution: (key) => key.right,
  grade(key, response) {
    if (response === key.right) return { score: 1, marks: { [response]: "right" } };
    const marks: Record<string, Mark> = { [response]: "wrong", [key.right]: "missed" };
    return { score: 0, marks };
  },
};
