import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "#app/routes.ts";

export interface RouteModule {
  /** As Remix names it in `?_data=`. */
  id: string;
  /** What its `handle` declares; undefined when it declares nothing. */
  access: string | undefined;
  loads: boolean;
  acts: boolean;
  /** Its address with these parameters in it. */
  pathFor(params: Record<string, string>): string;
}

interface ScreenModule {
  handle?: { access?: string };
  loader?: unknown;
  action?: unknown;
}

const screens = import.meta.glob<ScreenModule>("../../app/{root,screens/**/*}.{ts,tsx}");

/** Every route of the product, the root first, seen on the home page, with what its module declares. */
export async function walkRoutes(): Promise<RouteModule[]> {
  const entries = [{ file: "root.tsx", path: "/:lang" }, ...flat((await routes) as RouteConfigEntry[], "")];
  return Promise.all(
    entries.map(async ({ file, path }) => {
      const load = screens[`../../app/${file}`];
      if (!load) throw new Error(`app/routes.ts names ${file}, which does not exist.`);
      const { handle, loader, action } = await load();
      return {
        id: file.replace(/\.tsx?$/, ""),
        access: handle?.access,
        loads: loader !== undefined,
        acts: action !== undefined,
        pathFor: (params: Record<string, string>) => fill(path, params),
      };
    }),
  );
}

function flat(entries: RouteConfigEntry[], above: string): { file: string; path: string }[] {
  return entries.flatMap(({ file, path = "", children = [] }) => {
    const own = path === "" ? above : `${above}/${path}`;
    return [{ file, path: own }, ...flat(children, own)];
  });
}

function fill(path: string, params: Record<string, string>): string {
  const filled = path.replace(/:(\w+)|\*/g, (match, name: string | undefined) => {
    const value = params[name ?? match];
    if (value === undefined) throw new Error(`No value for ${match} in ${path}.`);
    return value;
  });
  return filled === "" ? "/" : filled;
}
