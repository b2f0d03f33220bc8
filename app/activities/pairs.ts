/** What the kinds have in common that give each of their rows one of some answers: match, matrix, sort. */
import { z } from "zod";
import type { FormFields, Grade, Mark } from "./activity.ts";
import { RichTextSchema } from "./choice.ts";

export const PartSchema = z.strictObject({ id: z.string(), text: RichTextSchema });

/** Row id → answer id. */
export const PairsSchema = z.record(z.string(), z.string());
export const PairsKeySchema = z.strictObject({ pairs: PairsSchema });

type Pairs = z.infer<typeof PairsSchema>;
type Part = { id: string };

/** Reads the fields `answer.<row>`; rows and answers that the activity does not have are dropped. Null when no row has an answer. */
export function readPairs(rows: readonly Part[], answers: readonly Part[], form: FormFields): Pairs | null {
  const known = new Set(answers.map((answer) => answer.id));
  const pairs: Pairs = {};
  for (const row of rows) {
    const chosen = form.getAll(`answer.${row.id}`).find((id) => typeof id === "string" && known.has(id));
    if (typeof chosen === "string") pairs[row.id] = chosen;
  }
  return Object.keys(pairs).length === 0 ? null : pairs;
}

/**
 * Each row counts alike: rows answered rightly ÷ rows. A row left open is missed and counts as wrong.
 * @param key at least one row
 */
export function gradePairs(key: Pairs, response: Pairs): Grade {
  const marks: Record<string, Mark> = {};
  const rows = Object.entries(key);
  let right = 0;
  for (const [row, answer] of rows) {
    const given = Object.hasOwn(response, row) ? response[row] : undefined;
    marks[row] = given === undefined ? "missed" : given === answer ? "right" : "wrong";
    if (given === answer) right += 1;
  }
  return { score: right / rows.length, marks };
}
