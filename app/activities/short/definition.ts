import { z } from "zod";
import { LANGUAGES } from "#app/domain/language.ts";
import type { ActivityDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";
import { foldAnswer } from "./fold-answer.ts";

const LanguageSchema = z.enum(LANGUAGES);
const PublicSchema = z.strictObject({
  kind: z.literal("short"),
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  /** Of the page: the review shows the right answer in it. */
  language: LanguageSchema,
});
const WordingsSchema = z.strictObject({
  /** The first is shown as the right answer. */
  right: z.array(z.string()).min(1),
  /** Wrong answers with a reason of their own, as many in every language; their parts are `n1`, `n2` … */
  near: z.array(z.string()),
});
const KeySchema = z.strictObject({ wordings: z.record(LanguageSchema, WordingsSchema) });
/** As it was typed. */
const ResponseSchema = z.string();

export type ShortPublic = z.infer<typeof PublicSchema>;
export type ShortWordings = z.infer<typeof WordingsSchema>;
export type ShortKey = z.infer<typeof KeySchema>;
export type ShortResponse = z.infer<typeof ResponseSchema>;

/** In UTF-16 units; what goes beyond is cut off. */
export const LONGEST_ANSWER = 300;

/**
 * An accepted wording scores 1, anything else 0; see `foldAnswer` for what makes no difference. The wordings of every language count on
 * every page: who reads Belarusian may answer in Russian, and an answer means the same after a switch of language. So the grade
 * does not ask in which language it was given. A text that is right in one language and near in another is right.
 */
export const short: ActivityDefinition<ShortPublic, ShortKey, ShortResponse> & { kind: "short" } = {
  kind: "short",
  PublicSchema,
  KeySchema,
  ResponseSchema,
  unanswered: "",
  shuffled: () => [],
  readResponse(_activity, form) {
    const [typed, ...others] = form.getAll("answer");
    if (typeof typed !== "string" || others.length > 0 || typed.trim() === "") return null;
    return typed.slice(0, LONGEST_ANSWER);
  },
  solution: ({ wordings }, language = "en") => wordings[language].right[0] ?? "",
  grade({ wordings }, response) {
    const given = foldAnswer(response);
    if (given === "") return { score: 0, marks: { answer: response === "" ? "missed" : "wrong" } };
    const all = Object.values(wordings);
    const is = (wording: string) => foldAnswer(wording) === given;
    if (all.some(({ right }) => right.some(is))) return { score: 1, marks: { answer: "right" } };
    const near = all.map((one) => one.near.findIndex(is)).find((index) => index >= 0);
    return {
      score: 0,
      marks: near === undefined ? { answer: "wrong" } : { answer: "wrong", [`n${near + 1}`]: "wrong" },
    };
  },
};
