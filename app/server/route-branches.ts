/**
 * Remix sorts all routes anew for every match, three times a page. Which routes an address matches depends on its known
 * segments alone, so each such shape of an address gets a handler that holds the routes of its own branch and nothing else.
 */
import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

type Routes = ServerBuild["routes"];

/** Far more than the product has; whoever invents addresses cannot fill the memory with handlers. */
const MOST_SHAPES = 200;

/** Longer addresses, and those with escapes, are matched among all routes. */
const MOST_SEGMENTS = 8;

interface RouteTree {
  id: string;
  path?: string | undefined;
  index?: boolean | undefined;
  children?: RouteTree[];
}

/**
 * @param build with every route
 * @param create makes the handler of a build
 * @returns the handler for an address, given as path and query
 */
export function narrowedHandlers<Handler>(build: ServerBuild, create: (build: ServerBuild) => Handler) {
  const whole = create(build);
  const tree = treeOf(build.routes);
  const known = new Set(Object.values(build.routes).flatMap((route) => (route?.path ?? "").toLowerCase().split("/")));
  const byShape = new Map<string, Handler>();

  return (url: string): Handler => {
    const [path = "/"] = url.split("?", 1);
    const segments = path.toLowerCase().split("/");
    if (segments.length > MOST_SEGMENTS || path.includes("%") || path.includes("//")) return whole;
    const shape = segments.map((segment) => (segment === "" || known.has(segment) ? segment : ":")).join("/");
    let handler = byShape.get(shape);
    if (!handler) {
      if (byShape.size >= MOST_SHAPES) return whole;
      const branch = matchRoutes(tree as never, path)?.map((match) => (match.route as RouteTree).id);
      handler = branch ? create(narrowed(build, branch)) : whole;
      byShape.set(shape, handler);
    }
    return handler;
  };
}

function narrowed(build: ServerBuild, branch: readonly string[]): ServerBuild {
  const pick = <Value>(all: Record<string, Value>) =>
    Object.fromEntries(branch.flatMap((id) => (all[id] ? [[id, all[id]]] : []))) as Record<string, Value>;
  const routes = pick(build.routes as Record<string, NonNullable<Routes[string]>>);
  return { ...build, routes, assets: { ...build.assets, routes: pick(build.assets.routes) } };
}

function treeOf(routes: Routes, parentId?: string): RouteTree[] {
  return Object.values(routes).flatMap((route) =>
    route && (route.parentId ?? undefined) === parentId
      ? [{ id: route.id, path: route.path, index: route.index, children: treeOf(routes, route.id) }]
      : [],
  );
}
