import type { ActivitySyntax } from "../activity-syntax.ts";
import { countRight, parseQuestion } from "../question-body.ts";
import type { MultipleKey } from "./definition.ts";

/** A `<Question>` with several `[x]`, or with `select="multiple"`. */
export const multipleSyntax: ActivitySyntax = {
  kind: "multiple",
  reads: (tag) => tag.tag === "Question" && (tag.attributes.get("select") === "multiple" || countRight(tag) > 1),
  parse: (tag, tools) => parseQuestion("multiple", tag, tools, (right) => ({ right }) satisfies MultipleKey),
};
