import type { Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";

/** Whose eyes the preview has: a learner's, a reviewer's with keys and sources, or those of somebody with the printed sheet. */
export const PREVIEW_MODES = ["learner", "reviewer", "print"] as const;
export type PreviewMode = (typeof PREVIEW_MODES)[number];

export interface PreviewChoice {
  as: PreviewMode;
  in: Language;
  /** The language beside it; null for none. */
  beside: Language | null;
  /** Id of a report whose passage is marked. */
  report?: string | undefined;
}

export function isPreviewMode(value: unknown): value is PreviewMode {
  return PREVIEW_MODES.some((mode) => mode === value);
}

/** The address of a preview, at an element of it. */
export function previewAddress(
  language: Language,
  page: { courseId: string; folder: string },
  choice: PreviewChoice,
  anchor: string | null = null,
): string {
  const query = new URLSearchParams({ as: choice.as, in: choice.in });
  if (choice.beside) query.set("beside", choice.beside);
  if (choice.report) query.set("report", choice.report);
  return `${paths.authorPreview(language, page.courseId, page.folder)}?${query}${anchor ? `#${anchor}` : ""}`;
}
