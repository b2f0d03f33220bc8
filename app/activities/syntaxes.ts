import type { ActivitySyntax, ActivityTag, ExhibitSyntax } from "./activity-syntax.ts";
import { matchSyntax } from "./match/syntax.ts";
import { matrixSyntax } from "./matrix/syntax.ts";
import { multipleSyntax } from "./multiple/syntax.ts";
import { numberSyntax } from "./number/syntax.ts";
import { orderSyntax } from "./order/syntax.ts";
import { planSyntax } from "./plan/syntax.ts";
import { shortSyntax } from "./short/syntax.ts";
import { singleSyntax } from "./single/syntax.ts";
import { sortSyntax } from "./sort/syntax.ts";
import { spotSyntax } from "./spot/syntax.ts";

const syntaxes: readonly ActivitySyntax[] = [
  singleSyntax,
  multipleSyntax,
  matchSyntax,
  matrixSyntax,
  sortSyntax,
  orderSyntax,
  numberSyntax,
  shortSyntax,
  spotSyntax,
  planSyntax,
];

/** The syntax that reads a tag, or null when no kind of activity is written like this. */
export function findSyntax(tag: ActivityTag): ActivitySyntax | null {
  return syntaxes.find((syntax) => syntax.reads(tag)) ?? null;
}

const exhibitSyntaxes: readonly ExhibitSyntax[] = [];

/** The syntax of an exhibit's tag, or null for every other tag. */
export function findExhibitSyntax(tag: string): ExhibitSyntax | null {
  return exhibitSyntaxes.find((syntax) => syntax.tag === tag) ?? null;
}
