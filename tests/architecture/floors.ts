/** Who may import whom, and the check of it. The first row that fits a file holds for it. */
import type { Import, Source } from "./sources.ts";

interface Row {
  /** Which files. */
  files: RegExp;
  /** The rule, as the failure says it. */
  rule: string;
  /** Files of ours that they may import, from the root. */
  ours: RegExp;
  /** Packages that they may import. */
  packages: RegExp;
  /** Packages of which they may import types. */
  types?: RegExp;
}

const NODE = "node:[a-z/_]+";

/** An arrow to whole floors, or to the files of one. */
function to(...places: string[]): RegExp {
  return new RegExp(`^app/(${places.map((place) => (place.includes(".") ? place : `${place}/.+`)).join("|")})$`);
}

function packages(...names: string[]): RegExp {
  return new RegExp(`^(${names.join("|")})$`);
}

const DEFINITIONS = "activities/([a-z-]+/definition|activity|activity-state|choice|definitions)\\.ts";
const VIEWS = "activities/(.+\\.tsx|activity-state\\.ts)";
const ANYTHING = /^/;
const NOTHING = /^$/;

const ROWS: Row[] = [
  {
    files: /^app\/env\.server\.ts$/,
    rule: "the settings know nothing but zod",
    ours: NOTHING,
    packages: packages("zod"),
  },
  {
    files: /^app\/domain\//,
    rule: "domain imports domain and zod only",
    ours: to("domain"),
    packages: packages("zod"),
  },
  {
    files: /^app\/locales\/plugin\.ts$/,
    rule: "the messages' build plugin imports locales, domain, esbuild, icu-minify and vite only",
    ours: to("locales", "domain"),
    packages: packages("zod", "esbuild", "icu-minify", "vite"),
  },
  {
    files: /^app\/locales\//,
    rule: "locales import locales, domain, zod and the types of use-intl only",
    ours: to("locales", "domain"),
    packages: packages("zod"),
    types: packages("use-intl"),
  },
  {
    files: new RegExp(`^app/${VIEWS}$`),
    rule: "an activity's view imports domain, activities, the ui's primitives, locales, React and use-intl only",
    ours: to("domain", "activities", "locales", "ui/(rich-text|language)\\.tsx", "ui/kind-words\\.ts"),
    packages: packages("zod", "react", "use-intl"),
  },
  {
    files: /^app\/activities\//,
    rule: "activities import domain, activities and zod only; React is for their views",
    ours: to("domain", "activities/.+\\.ts"),
    packages: packages("zod"),
  },
  {
    files: /^app\/compiler\//,
    rule: "the compiler imports domain, the activities' definitions and syntaxes, the compiler, Node and packages, no view and no other floor",
    ours: to("domain", "compiler", "activities/.+\\.ts"),
    packages: /^(?!react$|react-dom$|@remix-run\/)/,
  },
  {
    files: /^app\/catalogue\//,
    rule: "the catalogue imports domain, the activities' definitions, the catalogue, virtual modules and React's types only",
    ours: to("domain", "catalogue", DEFINITIONS),
    packages: packages("virtual:.+", "zod"),
    types: packages("react"),
  },
  {
    files: /^app\/store\//,
    rule: "the store imports domain, the activities' definitions, the store, its drivers and Node only",
    ours: to("domain", "store", DEFINITIONS, "env\\.server\\.ts"),
    packages: packages(NODE, "zod", "drizzle-orm", "better-sqlite3", "postgres", "@electric-sql/pglite"),
  },
  {
    files: /^app\/issuing\//,
    rule: "issuing imports domain, issuing, what it draws and signs with, and Node only",
    ours: to("domain", "issuing"),
    packages: packages(NODE, "zod", "pdfkit", "fontkit", "uqr"),
  },
  {
    files: /^app\/interop\//,
    rule: "interop imports domain, interop, its formats' packages and Node only",
    ours: to("domain", "interop"),
    packages: /^(?!react$|react-dom$|@remix-run\/|drizzle-orm$|lucia$|express$)/,
  },
  {
    files: /^app\/session\//,
    rule: "session imports domain, locales, the store, session, its own packages and Node only",
    ours: to("domain", "locales", "store", "session"),
    packages: packages(NODE, "zod", "lucia", "@node-rs/argon2", "nodemailer", "rate-limiter-flexible"),
    types: packages("pino"),
  },
  {
    files: /^app\/commands\//,
    rule: "a command imports the floors below it, services.ts and Node only",
    ours: to("domain", "activities", "catalogue", "store", "session", "issuing", "interop", "commands"),
    packages: packages(NODE, "zod"),
    types: packages("pino"),
  },
  {
    files: /^app\/ui\//,
    rule: "ui imports domain, the activities' views and types, the catalogue's lessons, locales, ui, React and use-intl only",
    ours: to("domain", "locales", "ui", VIEWS, "activities/activity\\.ts", "catalogue/(lessons|lesson-module)\\.ts"),
    packages: packages("react", "use-intl", "@remix-run/react"),
  },
  {
    files: /^app\/(screens\/|root\.tsx$|entry\.(server|client)\.tsx$|routes\.ts$)/,
    rule: "screens import domain, the activities' types and definitions, catalogue, session, commands, ui, locales, the store's reads, the drawing of QR codes, Remix, React and use-intl only",
    ours: to(
      "domain",
      DEFINITIONS,
      "activities/views\\.tsx",
      "catalogue",
      "session",
      "commands",
      "ui",
      "locales",
      "store",
      "issuing/qr\\.ts",
      "screens",
    ),
    packages: packages(
      NODE,
      "react",
      "react-dom",
      "use-intl",
      "zod",
      "@remix-run/(node|react|route-config)",
      "@fontsource-variable/.+",
    ),
  },
  {
    files: /^app\/server\//,
    rule: "the server imports every floor but the compiler and the command line",
    ours: /^app\/(?!compiler\/|cli\/)/,
    packages: ANYTHING,
  },
  {
    files: /^app\/studio\/browser\//,
    rule: "the studio's page imports domain, the activities' views and types, the catalogue's lessons, locales, ui, its own files, React, its router and the editor only",
    ours: to(
      "domain",
      "locales",
      "ui",
      "studio/browser",
      "studio/api\\.ts",
      VIEWS,
      "activities/activity\\.ts",
      "catalogue/lesson-module\\.ts",
    ),
    packages: packages(
      "react",
      "react/jsx-runtime",
      "react-dom",
      "react-router-dom",
      "use-intl",
      "virtual:waymark/lessons",
      "@codemirror/.+",
      "@lezer/.+",
      "@fontsource-variable/.+",
    ),
  },
  {
    files: /^app\/studio\//,
    rule: "the studio's server imports domain, the activities' definitions, the compiler, the messages' build plugin, its own files, Node, zod and Vite only",
    ours: to("domain", "compiler", DEFINITIONS, "locales/plugin\\.ts", "studio/[a-z.-]+\\.ts"),
    packages: packages(NODE, "zod", "vite"),
  },
  { files: /^app\/cli\//, rule: "the command line may import everything of app", ours: /^app\//, packages: ANYTHING },
];

/** Arrows that the table forbids, imports that name no file, and files on no floor. */
export function brokenArrows(sources: readonly Source[], exists: (file: string) => boolean): string[] {
  return sources.flatMap((source) => {
    const row = ROWS.find(({ files }) => files.test(source.path));
    if (!row) return [`${source.path} stands on no floor: give its folder a row in tests/architecture/floors.ts`];
    return source.imports.flatMap((one) => {
      if (one.file !== null && !exists(one.file))
        return [failure(source, one, "there is no such file; write the path with its extension")];
      return isAllowed(row, one) ? [] : [failure(source, one, row.rule)];
    });
  });
}

function isAllowed(row: Row, one: Import): boolean {
  if (one.file !== null) return row.ours.test(one.file);
  const name = one.package ?? "";
  return row.packages.test(name) || (one.typeOnly && row.types?.test(name) === true);
}

export function failure(source: Source, one: Import, rule: string): string {
  return `${source.path}:${one.line} imports ${one.specifier}: ${rule}`;
}
