/** Rules about single files and packages, beyond the table of floors. */
import { failure } from "./floors.ts";
import type { Import, Source } from "./sources.ts";

/** Files in commands that are no command. */
const NO_COMMANDS = ["app/commands/services.ts", "app/commands/attempt-activities.server.ts"];

/** Packages that only some files may import, so that each can be replaced where it stands. */
const WALLS: { package: RegExp; files: RegExp; typesIn?: RegExp; rule: string }[] = [
  {
    package: /^@remix-run\/node$/,
    files: /^app\/(screens\/.+|root\.tsx|entry\.server\.tsx|server\/remix\.ts)$/,
    typesIn: /^app\/server\/(app|main|route-branches)\.ts$/,
    rule: "Remix's server stands behind server/remix.ts and the screens",
  },
  {
    package: /^@remix-run\/react$/,
    files:
      /^app\/(screens\/.+|root\.tsx|entry\.(server|client)\.tsx|ui\/(link\.tsx|address\.ts)|server\/route-branches\.ts)$/,
    rule: "of the ui, only link.tsx and address.ts know Remix; of the server, only its matching of routes",
  },
  {
    package: /^@remix-run\/route-config$/,
    files: /^app\/routes\.ts$/,
    rule: "addresses are declared in routes.ts only",
  },
  {
    package: /^react-router-dom$/,
    files: /^app\/studio\/browser\/preview\.tsx$/,
    rule: "app knows Remix by @remix-run/node, react and route-config only; the studio's preview gives the ui a place to stand",
  },
  {
    package: /^@(codemirror|lezer)\//,
    files: /^app\/studio\/browser\/text-editor\.tsx$/,
    rule: "only the studio's editor knows CodeMirror",
  },
  {
    package: /^(@remix-run\/(?!node$|react$|route-config$).+|react-router|react-router-dom|turbo-stream)$/,
    files: /^$/,
    rule: "app knows Remix by @remix-run/node, react and route-config only",
  },
  {
    package: /^vite$/,
    files:
      /^app\/(server\/[a-z-]+-plugin\.ts|server\/dev\.ts|compiler\/.+|locales\/plugin\.ts|studio\/bundle\.server\.ts)$/,
    rule: "Vite is a tool of the build and of development; the server that runs does not know it",
  },
  { package: /^uqr$/, files: /^app\/issuing\/qr\.ts$/, rule: "only issuing/qr.ts draws QR codes" },
  { package: /^express$/, files: /^app\/server\//, rule: "only the server knows Express" },
  {
    package: /^(drizzle-orm|better-sqlite3|postgres|@electric-sql\/pglite)$/,
    files: /^app\/store\//,
    rule: "only the store knows the database",
  },
];

/** Imports that go through a wall. */
export function breachedWalls(sources: readonly Source[]): string[] {
  return everyImport(sources, (source, one) => {
    const wall = WALLS.find(({ package: name }) => name.test(one.package ?? ""));
    if (!wall || wall.files.test(source.path)) return null;
    return one.typeOnly && wall.typesIn?.test(source.path) ? null : wall.rule;
  });
}

/** Lucia is deprecated: it stays in one file, so that it can go. */
export function luciaFiles(sources: readonly Source[]): string[] {
  return sources.filter(({ imports }) => imports.some((one) => one.package === "lucia")).map((source) => source.path);
}

/** Commands that import a command. */
export function commandsInCommands(sources: readonly Source[]): string[] {
  return everyImport(sources, (source, one) => {
    if (!source.path.startsWith("app/commands/") || !one.file?.startsWith("app/commands/")) return null;
    return NO_COMMANDS.includes(one.file) ? null : "a command never imports another command";
  });
}

/** Names that screens take from the store and that are no reads. */
export function writesOnScreens(sources: readonly Source[]): string[] {
  return everyImport(sources, (source, one) => {
    if (!/^app\/(screens\/|root\.tsx|entry\.)/.test(source.path) || !one.file?.startsWith("app/store/")) return null;
    if (one.file === "app/store/store-errors.server.ts") return null;
    const isRead =
      one.names.length > 0 && one.names.every((name) => /^(find|list|newest|latest|count)[A-Z]/.test(name));
    return isRead
      ? null
      : "a screen reads the store by find…, list…, newest…, latest… and count…; a change is a command";
  });
}

/** Imports of files that only few may import. */
export function trespassers(sources: readonly Source[]): string[] {
  return everyImport(sources, (source, one) => {
    if (one.file === null) return null;
    if (one.file === "app/env.server.ts" && !/^app\/(store\/dialect\.server\.ts|server\/|cli\/)/.test(source.path)) {
      return "settings come as arguments; only store/dialect.server.ts, server and cli read env.server.ts";
    }
    if (
      one.file.startsWith("app/compiler/") &&
      !/^(app\/compiler\/|app\/cli\/content\/|app\/studio\/|remix\.config\.js$)/.test(source.path)
    ) {
      return "the compiler works at build time; only remix.config.js, cli/content/ and the studio import it";
    }
    if (one.file.startsWith("app/studio/") && !/^app\/(studio\/|cli\/author\.ts$)/.test(source.path)) {
      return "the studio is for the author's machine: nothing that is built or served imports it";
    }
    if (one.file === "app/issuing/qr.ts" && /^app\/screens\/(?!.+\.server\.ts$)/.test(source.path)) {
      return "a QR code is drawn on the server and handed to the page as a path";
    }
    if (/^app\/server\/(dev|[a-z-]+-plugin)\.ts$/.test(one.file) && source.path !== "remix.config.js") {
      return "what development and the build need is no part of the server that runs";
    }
    return null;
  });
}

/** From where nothing of the server may be reached: these files run in a browser, or must stay pure. */
const CLEAN = /^app\/(ui|domain|activities|locales|studio\/browser)\/|^app\/entry\.client\.tsx$/;

/** Ways from the browser's files to a `.server.ts`: direct ones, types included, and longer ones by imports that run. */
export function waysToServer(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const found: string[] = [];
  for (const start of sources.filter(({ path }) => CLEAN.test(path))) {
    const seen = new Set([start.path]);
    const ways: string[][] = [[start.path]];
    for (let way = ways.shift(); way; way = ways.shift()) {
      for (const one of byPath.get(way.at(-1) ?? "")?.imports ?? []) {
        if (one.file === null || (one.typeOnly && way.length > 1) || seen.has(one.file)) continue;
        seen.add(one.file);
        const longer = [...way, one.file];
        if (/\.server\.tsx?$/.test(one.file)) {
          found.push(
            `${longer.join(" → ")}: ui, domain, activities, locales, the studio's page and the browser's entry reach nothing of the server`,
          );
        } else if (!one.typeOnly) ways.push(longer);
      }
    }
  }
  return found;
}

function everyImport(sources: readonly Source[], judge: (source: Source, one: Import) => string | null): string[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((one) => {
      const rule = judge(source, one);
      return rule === null ? [] : [failure(source, one, rule)];
    }),
  );
}
