import type { ComponentType } from "react";
import type { ActivityViewProps } from "./activity-state.ts";
import { MatchView } from "./match/view.tsx";
import { MultipleView } from "./multiple/view.tsx";
import { NumberView } from "./number/view.tsx";
import { ShortView } from "./short/view.tsx";
import { SingleView } from "./single/view.tsx";
import { SpotView } from "./spot/view.tsx";

// biome-ignore lint/suspicious/noExplicitAny: a view reads only what its own kind's schemas made
type AnyView = ComponentType<ActivityViewProps<any, any, any>>;

const views: Record<string, AnyView> = {
  single: SingleView,
  multiple: MultipleView,
  match: MatchView,
  number: NumberView,
  short: ShortView,
  spot: SpotView,
};

/**
 * The view of a kind of activity.
 * @throws Error for a kind that is not registered: the compiler lets none through
 */
export function viewOf(kind: string): AnyView {
  const view = Object.hasOwn(views, kind) ? views[kind] : undefined;
  if (!view) throw new Error(`There is no view for the activity kind "${kind}".`);
  return view;
}
