import { z } from "zod";
import type { ActivityDefinition, Mark } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";
import type { SpotNode } from "./spot-text.ts";

const PublicSchema = z.strictObject({
  kind: z.literal("spot"),
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  /** The text in which the phrases stand. Its form is checked by the compiler, by type. */
  text: z.array(z.custom<SpotNode>((node) => typeof node === "string" || (typeof node === "object" && node !== null))),
  /** In the order of the text; ids are `p1`, `p2` … in an order that says nothing about which are faults. */
  phrases: z.array(z.strictObject({ id: z.string(), text: z.string() })).min(2),
});
const KeySchema = z.strictObject({ faults: z.array(z.string()).min(1) });
/** Ids of the marked phrases. */
const ResponseSchema = z.array(z.string());

export type SpotPublic = z.infer<typeof PublicSchema>;
export type SpotKey = z.infer<typeof KeySchema>;
export type SpotResponse = z.infer<typeof ResponseSchema>;

/** (faults found − false alarms) ÷ faults, never below 0: marking everything is no way to pass. */
export const spot: ActivityDefinition<SpotPublic, SpotKey, SpotResponse> & { kind: "spot" } = {
  kind: "spot",
  PublicSchema,
  KeySchema,
  ResponseSchema,
  unanswered: [],
  // A text has one order.
  shuffled: () => [],
  readResponse(activity, form) {
    const ticked = new Set(form.getAll("answer"));
    const marked = activity.phrases.map(({ id }) => id).filter((id) => ticked.has(id));
    return marked.length === 0 ? null : marked.sort();
  },
  solution: (key) => [...key.faults],
  grade(key, response) {
    const faults = new Set(key.faults);
    const marked = new Set(response);
    const marks: Record<string, Mark> = {};
    let points = 0;
    for (const id of marked) {
      marks[id] = faults.has(id) ? "right" : "wrong";
      points += faults.has(id) ? 1 : -1;
    }
    for (const id of faults) if (!marked.has(id)) marks[id] = "missed";
    return { score: Math.max(0, points) / faults.size, marks };
  },
};
