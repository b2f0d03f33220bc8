import { z } from "zod";
import { LANGUAGES } from "#app/domain/language.ts";
import { isWithin } from "#app/domain/written-amount.ts";
import { readNumber, writeNumber } from "#app/domain/written-number.ts";
import type { ActivityDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";

const LanguageSchema = z.enum(LANGUAGES);
const PublicSchema = z.strictObject({
  kind: z.literal("number"),
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  /** What stands beside the field; empty for a mere number. */
  unit: z.string(),
  /** Of the page: what is typed here is read in it. */
  language: LanguageSchema,
});
/** See `Amount`. */
const AmountSchema = z.strictObject({ value: z.number(), tolerance: z.number().min(0), percent: z.boolean() });
const KeySchema = z.strictObject({
  /** Any of them is right. */
  right: z.array(AmountSchema).min(1),
  /** Wrong values with a reason of their own; their parts are `n1`, `n2` … */
  near: z.array(AmountSchema),
});
const ResponseSchema = z.strictObject({
  /** As it was typed. */
  text: z.string(),
  /** Null when it cannot be read. */
  value: z.number().nullable(),
  /** In which it was typed and read; see `readNumber`. */
  language: LanguageSchema,
});

export type NumberPublic = z.infer<typeof PublicSchema>;
export type NumberKey = z.infer<typeof KeySchema>;
export type NumberResponse = z.infer<typeof ResponseSchema>;

/** In UTF-16 units; what goes beyond is cut off. */
export const LONGEST_NUMBER = 100;

/**
 * A number within the tolerance scores 1, any other 0. A text that was typed on the page of one language keeps its meaning on the
 * page of another: the form says as what it was typed.
 */
export const number: ActivityDefinition<NumberPublic, NumberKey, NumberResponse> & { kind: "number" } = {
  kind: "number",
  PublicSchema,
  KeySchema,
  ResponseSchema,
  unanswered: { text: "", value: null, language: "en" },
  shuffled: () => [],
  readResponse(activity, form) {
    const [typed, ...others] = form.getAll("answer");
    if (typeof typed !== "string" || others.length > 0 || typed.trim() === "") return null;
    const text = typed.slice(0, LONGEST_NUMBER);
    const [before] = form.getAll("answer.typed");
    const earlier = LanguageSchema.safeParse(form.getAll("answer.language")[0]);
    const language = earlier.success && before === text ? earlier.data : activity.language;
    const read = readNumber(text, language, activity.unit);
    return { text, value: read.ok ? read.value : null, language };
  },
  problemOf({ unit }, { text, value, language }) {
    if (value !== null) return null;
    const read = readNumber(text, language, unit);
    return read.ok ? null : (read.problems[0]?.code ?? null);
  },
  solution(key, language = "en") {
    const value = key.right[0]?.value ?? 0;
    return { text: writeNumber(value, language), value, language };
  },
  grade(key, { text, value }) {
    if (text === "") return { score: 0, marks: { answer: "missed" } };
    if (value === null) return { score: 0, marks: { answer: "wrong" } };
    if (key.right.some((amount) => isWithin(amount, value))) return { score: 1, marks: { answer: "right" } };
    const near = key.near.findIndex((amount) => isWithin(amount, value));
    return { score: 0, marks: near < 0 ? { answer: "wrong" } : { answer: "wrong", [`n${near + 1}`]: "wrong" } };
  },
};
