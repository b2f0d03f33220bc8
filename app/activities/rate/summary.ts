/** What a self-assessment shows: means of dimensions, what is weakest, what is not known. There is no figure for the whole of it. */
import type { RichNode } from "#app/domain/rich-text.ts";

interface Rated {
  levels: readonly string[];
  dimensions: readonly { name: string; statements: readonly Statement[] }[];
}
interface Statement {
  id: string;
  text: RichNode[];
}
interface Entered {
  entries: Readonly<Record<string, { level?: string | undefined; improve?: string | undefined }>>;
}

export interface DimensionMean {
  name: string;
  /** Of the levels that were given, from 0 to the highest level; null without any. */
  mean: number | null;
  statements: number;
  /** How many have a level. */
  rated: number;
  /** How many were answered with “I do not know”: a finding, and no zero. */
  unknown: number;
}

/** How many of the weakest are asked for an improvement. */
const WEAKEST = 2;

export function statementsOf({ dimensions }: Rated): Statement[] {
  return dimensions.flatMap(({ statements }) => statements);
}

/** The level that was given to a statement, from 0; null for none, and for one that the activity does not have any more. */
export function levelOf({ levels }: Rated, { entries }: Entered, id: string): number | "unknown" | null {
  const level = Object.hasOwn(entries, id) ? entries[id]?.level : undefined;
  if (level === "unknown") return level;
  const place = levels.findIndex((_, index) => String(index) === level);
  return place < 0 ? null : place;
}

/** The mean of each dimension, in the order of the activity. */
export function meansOf(activity: Rated, response: Entered): DimensionMean[] {
  return activity.dimensions.map(({ name, statements }) => {
    const all = statements.map(({ id }) => levelOf(activity, response, id));
    const given = all.filter((level) => typeof level === "number");
    return {
      name,
      mean: given.length === 0 ? null : given.reduce((sum, level) => sum + level, 0) / given.length,
      statements: statements.length,
      rated: given.length,
      unknown: all.filter((level) => level === "unknown").length,
    };
  });
}

/** At most two statements with the lowest levels, the first of the page where levels are equal; none that has reached the highest. */
export function weakestOf(activity: Rated, response: Entered): Statement[] {
  return statementsOf(activity)
    .map((statement) => ({ statement, level: levelOf(activity, response, statement.id) }))
    .filter(({ level }) => typeof level === "number" && level < activity.levels.length - 1)
    .sort((a, b) => Number(a.level) - Number(b.level))
    .slice(0, WEAKEST)
    .map(({ statement }) => statement);
}

/** The weakest, and those for which an improvement was written when they still were: nothing that was written vanishes. */
export function improvableOf(activity: Rated, response: Entered): Statement[] {
  const weakest = weakestOf(activity, response);
  const others = statementsOf(activity).filter(
    ({ id }) =>
      Object.hasOwn(response.entries, id) && response.entries[id]?.improve && !weakest.some((one) => one.id === id),
  );
  return [...weakest, ...others];
}

/** Statements that were answered with “I do not know”. */
export function unknownOf(activity: Rated, response: Entered): Statement[] {
  return statementsOf(activity).filter(({ id }) => levelOf(activity, response, id) === "unknown");
}
