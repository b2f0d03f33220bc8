import { z } from "zod";
import type { RichNode } from "#app/domain/rich-text.ts";

/** Formatted text made by the compiler; its form is checked there, by type. */
export const RichTextSchema = z.array(z.custom<RichNode>((node) => typeof node === "string" || isElement(node)));

/** The public half that single and multiple choice have in common. */
export const ChoiceFields = {
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  /** In the order of the file; ids are `a`, `b`, `c` … by that order. */
  options: z.array(z.strictObject({ id: z.string(), text: RichTextSchema })).min(2),
  /** True where the order of the options means something, such as rising numbers. */
  fixed: z.boolean(),
  confidence: z.literal(true).optional(),
};

/** Ids of the options that are shown in an order of the attempt's own. */
export function shuffledOptions(activity: { fixed: boolean; options: { id: string }[] }): string[] {
  return activity.fixed ? [] : activity.options.map((option) => option.id);
}

function isElement(node: unknown): boolean {
  return typeof node === "object" && node !== null && "el" in node && typeof node.el === "string";
}
