import { z } from "zod";
import type { FormFields, OpenDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";
import { PRESSED } from "./buttons.ts";
import { MAX_STEPS, sceneAfter, stepsOf } from "./walk.ts";

const WaySchema = z.strictObject({
  id: z.string(),
  words: z.string(),
  to: z.string(),
  effects: z.array(z.int().min(-2).max(2)),
  norm: RichTextSchema,
});

const PublicSchema = z.strictObject({
  kind: z.literal("scenario"),
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  /** What the scenes touch, for whoever would rather not meet it; empty where there is nothing to warn of. */
  note: z.string(),
  /** Names of the meters. */
  meters: z.array(z.string()),
  /** The first one is where everybody begins. */
  scenes: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        text: RichTextSchema,
        ending: z.boolean(),
        ways: z.array(WaySchema),
      }),
    )
    .min(1),
  /** What the norm says, for everybody who has come to an ending. */
  debrief: RichTextSchema,
  /** For whoever skips it; empty where it cannot be skipped. */
  summary: RichTextSchema,
});

/** The ids of the ways taken, from the first scene on, and whether the scenario was skipped. Skipping keeps the path. */
const ResponseSchema = z.strictObject({
  path: z.array(z.string().regex(/^[a-e]$/)).max(MAX_STEPS),
  skipped: z.boolean(),
});

export type ScenarioPublic = z.infer<typeof PublicSchema>;
export type ScenarioResponse = z.infer<typeof ResponseSchema>;

/**
 * A case with branches. Each step is an answer of its own: the form holds the path so far and the button that was pressed, and the
 * path is walked anew, so that nobody arrives where no choice leads.
 */
export const scenario: OpenDefinition<ScenarioPublic, ScenarioResponse> = {
  kind: "scenario",
  keeps: "answer",
  PublicSchema,
  ResponseSchema,
  readResponse(activity, form) {
    const pressed = lastOf(form, "answer");
    const walked = stepsOf(activity.scenes, [...lastOf(form, "answer.path")]).map(({ way }) => way.id);
    const skipped = lastOf(form, "answer.skipped") === "1" && activity.summary.length > 0;
    switch (pressed) {
      case PRESSED.back:
        return { path: walked.slice(0, -1), skipped: false };
      case PRESSED.again:
        return { path: [], skipped: false };
      case PRESSED.resume:
        return { path: walked, skipped: false };
      case PRESSED.skip:
        return activity.summary.length > 0 ? { path: walked, skipped: true } : null;
    }
    const path = stepsOf(activity.scenes, pressed === "" ? walked : [...walked, pressed]).map(({ way }) => way.id);
    return path.length === 0 && !skipped ? null : { path, skipped };
  },
  /** `scene.way` for each choice of a walk that has come to an ending, each once. */
  choicesIn(activity, response) {
    const steps = stepsOf(activity.scenes, response.path);
    if (response.skipped || !sceneAfter(activity.scenes, steps).ending) return [];
    return [...new Set(steps.filter(({ way }) => way.words !== "").map(({ scene, way }) => `${scene.id}.${way.id}`))];
  },
};

function lastOf(form: FormFields, name: string): string {
  const value = form.getAll(name).at(-1);
  return typeof value === "string" ? value : "";
}
