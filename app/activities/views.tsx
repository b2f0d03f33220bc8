import type { ComponentType } from "react";
import type { ActivityViewProps, ExhibitViewProps, OpenViewProps } from "./activity-state.ts";

// biome-ignore lint/suspicious/noExplicitAny: a view reads only what its own kind's schemas made
type AnyView = ComponentType<ActivityViewProps<any, any, any>>;

// biome-ignore lint/suspicious/noExplicitAny: as above
type AnyOpenView = ComponentType<OpenViewProps<any, any>>;
// biome-ignore lint/suspicious/noExplicitAny: as above
type AnyExhibitView = ComponentType<ExhibitViewProps<any>>;

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

const openFiles: Record<string, () => Promise<AnyOpenView>> = {
  scenario: async () => (await import("./scenario/view.tsx")).ScenarioView,
  rate: async () => (await import("./rate/view.tsx")).RateView,
  survey: async () => (await import("./survey/view.tsx")).SurveyView,
  reflect: async () => (await import("./reflect/view.tsx")).ReflectView,
  "case-file": async () => (await import("./case-file/view.tsx")).CaseFileView,
  plan: async () => (await import("./plan/view.tsx")).PlanView,
};

const exhibitFiles: Record<string, () => Promise<AnyExhibitView>> = {
  timeline: async () => (await import("./timeline/view.tsx")).TimelineView,
  compare: async () => (await import("./compare/view.tsx")).CompareView,
  chart: async () => (await import("./chart/view.tsx")).ChartView,
  calculator: async () => (await import("./calculator/view.tsx")).CalculatorView,
  decide: async () => (await import("./decide/view.tsx")).DecideView,
  cards: async () => (await import("./cards/view.tsx")).CardsView,
};

const loaded = new Map<string, AnyView>();
const loadedOpen = new Map<string, AnyOpenView>();
const loadedExhibits = new Map<string, AnyExhibitView>();

/**
 * Brings views into memory: in the browser those of a page before it is shown, on the server all of them once.
 * @param kinds names of kinds, in any number; those that are not registered are left out
 * @throws Error when a file cannot be fetched; the next call tries again
 */
export async function loadViews(
  kinds: Iterable<string> = [...Object.keys(files), ...Object.keys(openFiles), ...Object.keys(exhibitFiles)],
): Promise<void> {
  const wanted = new Set(kinds);
  await Promise.all([
    loadInto(loaded, files, wanted),
    loadInto(loadedOpen, openFiles, wanted),
    loadInto(loadedExhibits, exhibitFiles, wanted),
  ]);
}

async function loadInto<View>(
  known: Map<string, View>,
  from: Record<string, () => Promise<View>>,
  kinds: ReadonlySet<string>,
): Promise<void> {
  const missing = [...kinds].filter((kind) => Object.hasOwn(from, kind) && !known.has(kind));
  await Promise.all(
    missing.map(async (kind) => {
      const view = await from[kind]?.();
      if (view) known.set(kind, view);
    }),
  );
}

/**
 * The view of a graded kind of activity.
 * @throws Error for a kind that is not registered, which the compiler lets through nowhere, and for one whose view `loadViews` has
 *   not brought into memory before
 */
export function viewOf(kind: string): AnyView {
  return found(loaded, kind);
}

/** The view of a kind that is answered and never graded. @throws Error as `viewOf` does */
export function openViewOf(kind: string): AnyOpenView {
  return found(loadedOpen, kind);
}

/** Whether a kind is answered and never graded; its view need not be loaded. */
export function isOpenKind(kind: string): boolean {
  return Object.hasOwn(openFiles, kind);
}

/** The view of a kind that keeps nothing. @throws Error as `viewOf` does */
export function exhibitViewOf(kind: string): AnyExhibitView {
  return found(loadedExhibits, kind);
}

function found<View>(known: ReadonlyMap<string, View>, kind: string): View {
  const view = known.get(kind);
  if (!view) throw new Error(`The view of the kind "${kind}" was not loaded before rendering.`);
  return view;
}
