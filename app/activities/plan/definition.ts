import { z } from "zod";
import type { NotePart } from "#app/domain/note.ts";
import { readDay } from "#app/domain/note-day.ts";
import { noteProblem, readNoteText } from "#app/domain/note-text.ts";
import type { FormFields, OpenDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";
import { ACTION_FIELDS, ACTION_IDS, CHECKS, openLines, PLAN_LETTERS, type PlanAction, textOf } from "./sheet.ts";

const LineSchema = z.strictObject({
  /** `l1`, `l2` … in the order of the plan. */
  id: z.string(),
  title: z.string(),
  prompt: RichTextSchema,
  questions: z.array(RichTextSchema),
  /** What the line is checked against. */
  criterion: RichTextSchema,
  /** What an invented office wrote. */
  model: RichTextSchema,
});
const PublicSchema = z.strictObject({
  kind: z.literal("plan"),
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  /** Ids of the activities whose notes stand beside the lines. */
  from: z.array(z.string()),
  lines: z.array(LineSchema).min(2),
  /** Id of the line that is written as actions; null where there is none. */
  actions: z.string().nullable(),
  /** What is said before the model sheet. */
  modelIntro: RichTextSchema,
});

const ActionSchema = z.strictObject({
  id: z.enum(ACTION_IDS),
  what: z.string(),
  who: z.string(),
  /** An ISO date, or empty. */
  by: z.string(),
  money: z.string(),
});
/** Lines and actions in which nothing is written are left out. */
const ResponseSchema = z.strictObject({
  lines: z.array(z.strictObject({ id: z.string(), text: z.string(), check: z.enum(CHECKS).nullable() })),
  actions: z.array(ActionSchema),
  /** The learner's declaration; never true while a line is empty. */
  finished: z.boolean(),
});

export type PlanPublic = z.infer<typeof PublicSchema>;
export type PlanLine = PlanPublic["lines"][number];
export type PlanResponse = z.infer<typeof ResponseSchema>;

/** A plan on one page. Its writer checks it line by line; nothing grades it, and nobody else sees it. */
export const plan: OpenDefinition<PlanPublic, PlanResponse> & { kind: "plan" } = {
  kind: "plan",
  keeps: "note",
  PublicSchema,
  ResponseSchema,
  readResponse(activity, form) {
    const lines = activity.lines
      .map(({ id }) => ({
        id,
        text: id === activity.actions ? "" : textIn(form, `answer.${id}`),
        check: CHECKS.find((check) => check === textIn(form, `answer.${id}.check`)) ?? null,
      }))
      .filter(({ text, check }) => text !== "" || check !== null);
    const actions = activity.actions === null ? [] : ACTION_IDS.flatMap((id) => readAction(id, form) ?? []);
    const written = { lines, actions, finished: false };
    if (lines.length === 0 && actions.length === 0) return null;
    const finished = textIn(form, "answer.finished") === "yes" && openLines(activity, written).length === 0;
    return { ...written, finished };
  },
  problemOf(_activity, { lines, actions }) {
    const texts = [...lines.map(({ text }) => text), ...actions.flatMap(({ what, who, money }) => [what, who, money])];
    const long = noteProblem(texts, PLAN_LETTERS);
    if (long) return long;
    for (const { by } of actions) {
      const day = readDay(by);
      if (by !== "" && !day.ok) return day.problems[0]?.code ?? null;
    }
    return null;
  },
  told(activity, response): NotePart[] {
    return writtenLines(activity, response).flatMap(({ title, text, actions }) => {
      const parts = actions.map(({ what, who, by, money }) => [what, who, by, money].filter(Boolean).join(" · "));
      const all = [text, ...parts].filter(Boolean).join("\n");
      return all === "" ? [] : [{ asked: [title], text: all, verdict: null }];
    });
  },
  recalls: (activity) => activity.from,
};

/** The lines of a plan with what is written in them, empty ones included. */
export function writtenLines(activity: PlanPublic, response: PlanResponse) {
  return activity.lines.map(({ id, title }) => ({
    id,
    title,
    text: id === activity.actions ? "" : textOf(response, id),
    actions: id === activity.actions ? response.actions : [],
  }));
}

function readAction(id: PlanAction["id"], form: FormFields): PlanAction | null {
  const [what = "", who = "", by = "", money = ""] = ACTION_FIELDS.map((field) =>
    textIn(form, `answer.${id}.${field}`),
  );
  if (what === "" && who === "" && by === "" && money === "") return null;
  const day = readDay(by);
  return { id, what, who, by: day.ok ? day.value : by, money };
}

function textIn(form: FormFields, name: string): string {
  return readNoteText(form.getAll(name));
}
