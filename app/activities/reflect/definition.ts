import { z } from "zod";
import { noteProblem, readNoteText } from "#app/domain/note-text.ts";
import type { OpenDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";
import { REFLECT_LETTERS } from "./limit.ts";

const PublicSchema = z.strictObject({
  kind: z.literal("reflect"),
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  /** What one may think of; may be empty. */
  hints: z.array(RichTextSchema),
});
/** What was written. */
const ResponseSchema = z.string().min(1);

export type ReflectPublic = z.infer<typeof PublicSchema>;
export type ReflectResponse = z.infer<typeof ResponseSchema>;

/** A question about one's own work, answered in a private note. */
export const reflect: OpenDefinition<ReflectPublic, ReflectResponse> & { kind: "reflect" } = {
  kind: "reflect",
  keeps: "note",
  PublicSchema,
  ResponseSchema,
  readResponse: (_activity, form) => readNoteText(form.getAll("answer")) || null,
  problemOf: (_activity, response) => noteProblem([response], REFLECT_LETTERS),
  told: (_activity, response) => [{ asked: null, text: response, verdict: null }],
};
