import { z } from "zod";
import type { ActivityDefinition, Mark } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";
import { PartSchema } from "../pairs.ts";

/** Two steps could be shown in one wrong order only, and that would give the right one away. */
export const FEWEST_STEPS = 3;

const PublicSchema = z.strictObject({
  kind: z.literal("order"),
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  /** `s1`, `s2` … in an order that has nothing to do with the right one. */
  steps: z.array(PartSchema).min(FEWEST_STEPS),
});
/** Step ids in the right order. */
const KeySchema = z.strictObject({ sequence: z.array(z.string()).min(FEWEST_STEPS) });
/** Step id → its place, from 1 to the number of steps, as it was given: a step may have none, and two may have the same. */
const ResponseSchema = z.record(z.string(), z.number().int().min(1));

export type OrderPublic = z.infer<typeof PublicSchema>;
export type OrderKey = z.infer<typeof KeySchema>;
export type OrderResponse = z.infer<typeof ResponseSchema>;

/**
 * The score is the share of neighbouring pairs in order: of the pairs that follow each other in the right order (steps less one), those
 * whose first step has a smaller place than its second. A step without a place stands in no order, and two steps with the same
 * place do not either. All pairs in order leave no place but each step's own, so that only the key's own order scores 1;
 * the right order turned round scores 0. A step is right when all its pairs (one at either end, two between) are in order.
 */
export const order: ActivityDefinition<OrderPublic, OrderKey, OrderResponse> & { kind: "order" } = {
  kind: "order",
  PublicSchema,
  KeySchema,
  ResponseSchema,
  unanswered: {},
  shuffled: (activity) => activity.steps.map((step) => step.id),
  // Shown in the right order, the answer would lie there to be left as it is.
  arrange: (shown, key) => (shown.join() === key.sequence.join() ? [...shown.slice(1), ...shown.slice(0, 1)] : shown),
  readResponse(activity, form) {
    const places: OrderResponse = {};
    for (const { id } of activity.steps) {
      const given = form
        .getAll(`answer.${id}`)
        .map(Number)
        .find((place) => isPlace(place, activity.steps.length));
      if (given !== undefined) places[id] = given;
    }
    return Object.keys(places).length === 0 ? null : places;
  },
  solution: ({ sequence }) => Object.fromEntries(sequence.map((id, index) => [id, index + 1])),
  grade({ sequence }, response) {
    const places = sequence.map((id) => (Object.hasOwn(response, id) ? (response[id] ?? null) : null));
    const pairs = places.slice(1).map((place, index) => {
      const before = places[index] ?? null;
      return before !== null && place !== null && before < place;
    });
    const marks: Record<string, Mark> = {};
    for (const [index, id] of sequence.entries()) {
      const own = pairs.slice(Math.max(0, index - 1), index + 1);
      marks[id] = places[index] === null ? "missed" : own.every(Boolean) ? "right" : "wrong";
    }
    return { score: pairs.filter(Boolean).length / pairs.length, marks };
  },
};

function isPlace(number: number, steps: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= steps;
}
