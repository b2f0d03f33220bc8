/**
 * How an author declares what the latest edit was, in the front matter of the source page. A typo makes no translation stale; a
 * clarification raises `revision`; a material change raises it too and says so in `materialSince`, and only that is told to
 * learners who have finished the lesson.
 */
import { z } from "zod";
import type { MarkdownPoint } from "#app/activities/markdown-node.ts";
import { IdSchema } from "./ids.ts";
import { suggest } from "./nearest.ts";
import type { ContentProblem } from "./problem.ts";

export const EDIT_CLASSES = ["typo", "clarification", "material"] as const;
export type EditClass = (typeof EDIT_CLASSES)[number];

const RevisionSchema = z.int().min(1).max(9999);

/** Fields of the front matter, beside title and summary. */
export const EDIT_FIELDS = {
  /** The class of the latest edit: `typo`, `clarification` or `material`. */
  edit: z.enum(EDIT_CLASSES).optional(),
  /** 1 at first; one more with each clarification and each material change. */
  revision: RevisionSchema.optional(),
  /** The revision of the latest material change. */
  materialSince: RevisionSchema.optional(),
  /** The activities that cover the latest material change; without it all of the page. */
  materialQuestions: z.array(IdSchema).min(1).optional(),
};

type EditFields = { [Name in keyof typeof EDIT_FIELDS]?: z.infer<(typeof EDIT_FIELDS)[Name]> };

export interface PageEdits {
  edit: EditClass | null;
  revision: number;
  materialSince: number;
  /** Null where the author names none. */
  materialQuestions: string[] | null;
  /** The first of the fields that is written; null when none is. */
  place: MarkdownPoint | null;
}

/**
 * What the front matter of a page says of its edits.
 * @param at the place of a field in the author's file
 */
export function readEdits(front: EditFields | null, at: (field: string) => MarkdownPoint): PageEdits {
  const written = Object.keys(EDIT_FIELDS).find((name) => front?.[name as keyof EditFields] !== undefined);
  return {
    edit: front?.edit ?? null,
    revision: front?.revision ?? 1,
    materialSince: front?.materialSince ?? 1,
    materialQuestions: front?.materialQuestions ?? null,
    place: written === undefined ? null : at(written),
  };
}

/** Whether what a page says of its edits makes sense. */
export function checkEdits(
  page: { file: string; edits: PageEdits; activities: readonly { id: string }[] },
  isSource: boolean,
): ContentProblem[] {
  const { edit, revision, materialSince, materialQuestions, place } = page.edits;
  if (place === null) return [];
  const problem = (code: string, message: string, fix: string): ContentProblem => ({
    file: page.file,
    ...place,
    severity: "error",
    code,
    message,
    fix,
  });
  if (!isSource) {
    const fix = "Take edit, revision, materialSince and materialQuestions out here; they stand in the source page.";
    return [problem("edit-in-translation", "A translation does not declare edits.", fix)];
  }
  const problems: ContentProblem[] = [];
  if (materialSince > revision) {
    const message = `materialSince is ${materialSince}, and the page is only at revision ${revision}.`;
    problems.push(problem("edit-class", message, `Write revision: ${materialSince}, or a smaller materialSince.`));
  } else if (edit !== null && edit !== "typo" && revision === 1) {
    const message = `The edit is declared as ${edit}, and the revision was not raised.`;
    problems.push(problem("edit-class", message, "Write revision: 2, or edit: typo."));
  } else if (edit === "material" && materialSince !== revision) {
    const message = `The edit is declared as material, and materialSince is ${materialSince}.`;
    problems.push(problem("edit-class", message, `Write materialSince: ${revision}.`));
  }
  const ids = page.activities.map(({ id }) => id);
  for (const id of materialQuestions ?? []) {
    if (ids.includes(id)) continue;
    const fix = suggest(id, ids, ids.length === 0 ? "Take it out." : `The page has ${ids.join(", ")}.`);
    problems.push(
      problem("unknown-question", `materialQuestions names "${id}", which is no activity of the page.`, fix),
    );
  }
  return problems;
}
