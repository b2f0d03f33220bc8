import type { ActivitySyntax, ActivityTag, ExhibitSyntax } from "./activity-syntax.ts";
import { chartSyntax } from "./chart/syntax.ts";
import { compareSyntax } from "./compare/syntax.ts";
import { calculatorSyntax } from "./calculator/syntax.ts";
import { cardsSyntax } from "./cards/syntax.ts";
import { decideSyntax } from "./decide/syntax.ts";
import { caseFileSyntax } from "./case-file/syntax.ts";
import { matchSyntax } from "./match/syntax.ts";
import { matrixSyntax } from "./matrix/syntax.ts";
import { multipleSyntax } from "./multiple/syntax.ts";
import { numberSyntax } from "./number/syntax.ts";
import { orderSyntax } from "./order/syntax.ts";
import { scenarioSyntax } from "./scenario/syntax.ts";
import { rateSyntax } from "./rate/syntax.ts";
import { reflectSyntax } from "./reflect/syntax.ts";
import { planSyntax } from "./plan/syntax.ts";
import { shortSyntax } from "./short/syntax.ts";
import { singleSyntax } from "./single/syntax.ts";
import { sortSyntax } from "./sort/syntax.ts";
import { spotSyntax } from "./spot/syntax.ts";
import { timelineSyntax } from "./timeline/syntax.ts";
import { surveySyntax } from "./survey/syntax.ts";

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
  scenarioSyntax,
  rateSyntax,
  surveySyntax,
  reflectSyntax,
  caseFileSyntax,
  planSyntax,
];

/** The syntax that reads a tag, or null when no kind of activity is written like this. */
export function findSyntax(tag: ActivityTag): ActivitySyntax | null {
  return syntaxes.find((syntax) => syntax.reads(tag)) ?? null;
}

const exhibitSyntaxes: readonly ExhibitSyntax[] = [
  timelineSyntax,
  compareSyntax,
  chartSyntax,
  calculatorSyntax,
  decideSyntax,
  cardsSyntax,
];

/** The syntax of an exhibit's tag, or null for every other tag. */
export function findExhibitSyntax(tag: string): ExhibitSyntax | null {
  return exhibitSyntaxes.find((syntax) => syntax.tag === tag) ?? null;
}
