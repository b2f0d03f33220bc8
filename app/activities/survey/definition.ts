import { z } from "zod";
import { SURVEY_CHOICES, type SurveyMarks } from "#app/domain/survey-result.ts";
import type { OpenDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";
import { PartSchema, readPairs } from "../pairs.ts";

const PublicSchema = z.strictObject({
  kind: z.literal("survey"),
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  /** The words of the lowest and of the highest step. */
  ends: z.tuple([z.string(), z.string()]),
  /** `r1`, `r2` … in the order of the file. */
  statements: z.array(PartSchema).min(1),
  /** What is said after the answer; may be empty. */
  closing: RichTextSchema,
});
/** By id of the statement. */
const ResponseSchema = z.record(z.string(), z.enum(SURVEY_CHOICES));

export type SurveyPublic = z.infer<typeof PublicSchema>;

const CHOICES = SURVEY_CHOICES.map((id) => ({ id }));

/**
 * What learners think of a course. Nobody is asked to write: a comment may name somebody, and is read in the reports of learners, which
 * are sent on purpose. The newest answer counts; see `survey-result.ts` for what is ever shown of it.
 */
export const survey: OpenDefinition<SurveyPublic, SurveyMarks> & { kind: "survey" } = {
  kind: "survey",
  keeps: "answer",
  PublicSchema,
  ResponseSchema,
  readResponse: (activity, form) => readPairs(activity.statements, CHOICES, form) as SurveyMarks | null,
};
