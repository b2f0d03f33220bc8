import { z } from "zod";
import { VERDICTS } from "#app/domain/note.ts";
import { noteProblem, readNoteText } from "#app/domain/note-text.ts";
import type { OpenDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";
import { CASE_LETTERS, MOST_DOCUMENTS, MOST_QUESTIONS } from "./limits.ts";

const TableSchema = z.strictObject({
  el: z.literal("table"),
  head: z.array(RichTextSchema),
  rows: z.array(z.array(RichTextSchema)),
});
const PublicSchema = z.strictObject({
  kind: z.literal("case-file"),
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  documents: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        /** Runs of text, and tables between them. */
        blocks: z.array(z.union([TableSchema, RichTextSchema])).min(1),
      }),
    )
    .min(1)
    .max(MOST_DOCUMENTS),
  questions: z
    .array(
      z.strictObject({
        /** `q1`, `q2` … in the order of the page. */
        id: z.string(),
        text: RichTextSchema,
        /** What a good answer says; null where there is none to compare with. */
        model: RichTextSchema.nullable(),
      }),
    )
    .min(1)
    .max(MOST_QUESTIONS),
});
/** By id of the question; those without a text are left out. */
const ResponseSchema = z.record(
  z.string(),
  z.strictObject({ text: z.string().min(1), verdict: z.enum(VERDICTS).nullable() }),
);

export type CaseFilePublic = z.infer<typeof PublicSchema>;
export type CaseTable = z.infer<typeof TableSchema>;
export type CaseFileResponse = z.infer<typeof ResponseSchema>;

/** Papers of a case and questions about them, answered in a private note over as many sittings as one likes. */
export const caseFile: OpenDefinition<CaseFilePublic, CaseFileResponse> & { kind: "case-file" } = {
  kind: "case-file",
  keeps: "note",
  PublicSchema,
  ResponseSchema,
  readResponse(activity, form) {
    const given = activity.questions.flatMap(({ id, model }): [string, CaseFileResponse[string]][] => {
      const text = readNoteText(form.getAll(`answer.${id}`));
      const [chosen] = form.getAll(`answer.${id}.verdict`);
      const verdict = VERDICTS.find((one) => one === chosen) ?? null;
      return text === "" ? [] : [[id, { text, verdict: model === null ? null : verdict }]];
    });
    return given.length === 0 ? null : Object.fromEntries(given);
  },
  problemOf: (_activity, response) =>
    noteProblem(
      Object.values(response).map(({ text }) => text),
      CASE_LETTERS,
    ),
  told: (activity, response) =>
    Object.entries(response).map(([id, { text, verdict }]) => ({
      asked: activity.questions.find((question) => question.id === id)?.text ?? [],
      text,
      verdict,
    })),
};
