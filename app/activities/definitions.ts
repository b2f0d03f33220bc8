import { type Rank, ranked } from "#app/domain/attempt.ts";
import type {
  ActivityDefinition,
  AnsweredDefinition,
  ExhibitDefinition,
  OpenDefinition,
  PublicActivity,
} from "./activity.ts";
import { chart } from "./chart/definition.ts";
import { compare } from "./compare/definition.ts";
import { calculator } from "./calculator/definition.ts";
import { cards } from "./cards/definition.ts";
import { decide } from "./decide/definition.ts";
import { caseFile } from "./case-file/definition.ts";
import { match } from "./match/definition.ts";
import { matrix } from "./matrix/definition.ts";
import { multiple } from "./multiple/definition.ts";
import { number } from "./number/definition.ts";
import { order } from "./order/definition.ts";
import { scenario } from "./scenario/definition.ts";
import { rate } from "./rate/definition.ts";
import { reflect } from "./reflect/definition.ts";
import { plan } from "./plan/definition.ts";
import { short } from "./short/definition.ts";
import { single } from "./single/definition.ts";
import { sort } from "./sort/definition.ts";
import { spot } from "./spot/definition.ts";
import { timeline } from "./timeline/definition.ts";
import { survey } from "./survey/definition.ts";

const definitions = {
  single,
  multiple,
  match,
  matrix,
  sort,
  order,
  number,
  short,
  spot,
} as const;

export type ActivityKind = keyof typeof definitions;
export const ACTIVITY_KINDS = Object.keys(definitions) as readonly ActivityKind[];

/** The definition of a kind of activity, or null for a kind that is not registered. */
export function findDefinition<Kind extends ActivityKind>(kind: Kind): (typeof definitions)[Kind];
export function findDefinition(kind: string): ActivityDefinition | null;
export function findDefinition(kind: string): ActivityDefinition | null {
  return Object.hasOwn(definitions, kind) ? definitions[kind as ActivityKind] : null;
}

const openDefinitions: Readonly<Record<string, OpenDefinition>> = {
  scenario,
  reflect,
  "case-file": caseFile,
  rate,
  survey,
  plan,
};

/** Kinds that are answered and never graded. */
export const OPEN_KINDS: readonly string[] = Object.keys(openDefinitions);

/** The definition of a kind that is answered and never graded, or null for every other name. */
export function findOpenDefinition(kind: string): OpenDefinition | null {
  return Object.hasOwn(openDefinitions, kind) ? (openDefinitions[kind] ?? null) : null;
}

const exhibitDefinitions: Readonly<Record<string, ExhibitDefinition>> = {
  timeline,
  compare,
  chart,
  calculator,
  decide,
  cards,
};

/** The definition of a kind that keeps nothing, or null for every other name. */
export function findExhibitDefinition(kind: string): ExhibitDefinition | null {
  return Object.hasOwn(exhibitDefinitions, kind) ? (exhibitDefinitions[kind] ?? null) : null;
}

/** How answers to a kind are read, graded or not. @throws Error for a kind that nobody can answer */
export function answeredDefinitionOf(kind: string): AnsweredDefinition {
  return findOpenDefinition(kind) ?? definitionOf(kind);
}

/**
 * The definition of a graded kind that the compiler or the database gave.
 * @throws Error for a kind that is not registered: the compiler lets none through
 */
export function definitionOf(kind: string): ActivityDefinition {
  const definition = findDefinition(kind);
  if (!definition) throw new Error(`There is no activity of the kind "${kind}".`);
  return definition;
}

/**
 * Ids of an activity's shuffled parts in the order of one attempt or one learner.
 * @param rank the order of their own; it depends on ids alone, so that every language has the same one
 */
export function arrangedParts(activity: PublicActivity, key: unknown, rank: Rank): string[] {
  if (findOpenDefinition(activity.kind)) return [];
  const definition = definitionOf(activity.kind);
  const order = ranked(definition.shuffled(activity), rank);
  return definition.arrange?.(order, key) ?? order;
}
