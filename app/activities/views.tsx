import type { ComponentType } from "react";
import type { ActivityViewProps } from "./activity-state.ts";

// biome-ignore lint/suspicious/noExplicitAny: a view reads only what its own kind's schemas made
type AnyView = ComponentType<ActivityViewProps<any, any, any>>;

/** Each view is a file of its own for the browser, which fetches only the kinds that stand on its page. */
const files: Record<string, () => Promise<AnyView>> = {
  single: async () => (await import("./single/view.tsx")).SingleView,
  multiple: async () => (await import("./multiple/view.tsx")).MultipleView,
  match: async () => (await import("./match/view.tsx")).MatchView,
  matrix: async () => (await import("./matrix/view.tsx")).MatrixView,
  sort: async () => (await import("./sort/view.tsx")).SortView,
  order: async () => (await import("./order/view.tsx")).OrderView,
  number: async () => (await import("./number/view.tsx")).NumberView,
  short: async () => (await import("./short/view.tsx")).ShortView,
  spot: async () => (await import("./spot/view.tsx")).SpotView,
};

const loaded = new Map<string, AnyView>();

/**
 * Brings views into memory: in the browser those of a page before it is shown, on the server all of them once.
 * @param kinds names of kinds, in any number; those that are not registered are left out
 * @throws Error when a file cannot be fetched; the next call tries again
 */
export async function loadViews(kinds: Iterable<string> = Object.keys(files)): Promise<void> {
  const missing = [...new Set(kinds)].filter((kind) => Object.hasOwn(files, kind) && !loaded.has(kind));
  await Promise.all(
    missing.map(async (kind) => {
      const view = await files[kind]?.();
      if (view) loaded.set(kind, view);
    }),
  );
}

/**
 * The view of a kind of activity.
 * @throws Error for a kind that is not registered, which the compiler lets through nowhere, and for one whose view `loadViews` has
 *   not brought into memory before
 */
export function viewOf(kind: string): AnyView {
  const view = loaded.get(kind);
  if (!view) throw new Error(`The view of the activity kind "${kind}" was not loaded before rendering.`);
  return view;
}
