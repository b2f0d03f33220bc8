import type { ActivitySyntax } from "../activity-syntax.ts";
import { countRight, parseQuestion } from "../question-body.ts";
import type { SingleKey } from "./definition.ts";

/** A `<Question>` with one `[x]`. */
export const singleSyntax: ActivitySyntax = {
  kind: "single",
  reads: (tag) => tag.tag === "Question" && tag.attributes.get("select") !== "multiple" && countRight(tag) <= 1,
  parse: (tag, tools) => parseQuestion("single", tag, tools, ([right = ""]) => ({ right }) satisfies SingleKey),
};
