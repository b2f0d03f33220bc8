import { z } from "zod";
import type { ExhibitDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";

export const MOST_COLUMNS = 3;

const ComparisonSchema = z.strictObject({ sign: z.enum([">", ">=", "<", "<=", "="]), than: z.string() });

const PublicSchema = z.strictObject({
  kind: z.literal("calculator"),
  id: z.string(),
  intro: RichTextSchema,
  /** How many columns stand side by side. */
  compare: z.int().min(1).max(MOST_COLUMNS),
  /** What a column is called, without its number; null: the word of the interface. */
  label: z.string().nullable(),
  inputs: z
    .array(
      z.strictObject({
        letter: z.string(),
        name: z.string(),
        unit: z.string(),
        condition: z.array(ComparisonSchema),
        /** Stands in the first column to begin with. */
        example: z.number(),
        /** The heading over this input and those after it; null under the same as before. */
        group: z.string().nullable(),
      }),
    )
    .min(1),
  outputs: z
    .array(
      z.strictObject({
        letter: z.string(),
        name: z.string(),
        /** Of inputs and of outputs before this one. */
        formula: z.string(),
        unit: z.string(),
        decimals: z.int().min(0).max(6),
      }),
    )
    .min(1),
  /** What is said of a result while a condition holds; several may hold at once. */
  bands: z.array(
    z.strictObject({ formula: z.string(), condition: z.array(ComparisonSchema), message: RichTextSchema }),
  ),
  /** Lines in the bar of an output. */
  marks: z.array(z.strictObject({ output: z.string(), value: z.number(), label: RichTextSchema })),
});
export type CalculatorPublic = z.infer<typeof PublicSchema>;

export const calculator: ExhibitDefinition<CalculatorPublic> & { kind: "calculator" } = {
  kind: "calculator",
  PublicSchema,
};
