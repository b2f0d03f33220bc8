import type { ActivitySyntax, ActivityTag } from "./activity-syntax.ts";
import { matchSyntax } from "./match/syntax.ts";
import { multipleSyntax } from "./multiple/syntax.ts";
import { singleSyntax } from "./single/syntax.ts";

const syntaxes = [singleSyntax, multipleSyntax, matchSyntax];

/** The syntax that reads a tag, or null when no kind of activity is written like this. */
export function findSyntax(tag: ActivityTag): ActivitySyntax | null {
  return syntaxes.find((syntax) => syntax.reads(tag)) ?? null;
}
