import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { cycles } from "./architecture/cycles.ts";
import { brokenArrows } from "./architecture/floors.ts";
import {
  barrels,
  clocksInPureFloors,
  defaultExports,
  emptyNames,
  evaluatedText,
  readsOfEnvironment,
  unfinished,
} from "./architecture/habits.ts";
import { filesIn, parseSource, readSources, ROOT, type Source } from "./architecture/sources.ts";
import {
  breachedWalls,
  commandsInCommands,
  luciaFiles,
  trespassers,
  waysToServer,
  writesOnScreens,
} from "./architecture/walls.ts";

const app = readSources(["app"]);
const program = [...app, ...readSources(["migrations", "remix.config.js"])];
const exists = (file: string) => existsSync(path.join(ROOT, file));
const noneMissing = () => true;

test("the walk sees the whole program", () => {
  expect(app.length).toBeGreaterThan(150);
  for (const floor of [
    "domain",
    "activities",
    "compiler",
    "catalogue",
    "store",
    "session",
    "issuing",
    "commands",
    "screens",
    "ui",
    "locales",
    "server",
  ]) {
    expect(
      app.filter((source) => source.path.startsWith(`app/${floor}/`)),
      floor,
    ).not.toEqual([]);
  }
});

test("arrows between floors point down, and every import names a file", () => {
  expect(brokenArrows(app, exists)).toEqual([]);
});

test("no files import one another in a circle, not even for a type", () => {
  expect(cycles(app)).toEqual([]);
});

test("the browser's files and the pure floors reach nothing of the server", () => {
  expect(waysToServer(app)).toEqual([]);
});

test("each wall of the house is whole", () => {
  expect(breachedWalls(app)).toEqual([]);
});

test("the settings, the compiler and the tools of the build are imported only where they belong", () => {
  expect(trespassers(program)).toEqual([]);
});

test("lucia stays in one file", () => {
  expect(luciaFiles(app).length).toBeLessThanOrEqual(1);
});

test("no command imports another command", () => {
  expect(commandsInCommands(app)).toEqual([]);
});

test("screens only read the store", () => {
  expect(writesOnScreens(app)).toEqual([]);
});

test("every file and folder is named for what is inside", () => {
  const files = ["app", "migrations", "tests"].flatMap(filesIn).filter((file) => !file.startsWith("tests/fixtures/"));
  expect(emptyNames(files)).toEqual([]);
});

test("only env.server.ts reads the environment", () => {
  expect(readsOfEnvironment(app)).toEqual([]);
});

test("domain and activities have no clock and no chance", () => {
  expect(clocksInPureFloors(app)).toEqual([]);
});

test("no text becomes markup or code", () => {
  expect(evaluatedText(app)).toEqual([]);
});

test("exports have names, except where a tool loads the default", () => {
  expect(defaultExports(program)).toEqual([]);
});

test("there is no barrel", () => {
  expect(barrels(program)).toEqual([]);
});

test("nothing is left for later", () => {
  expect(unfinished(program)).toEqual([]);
});

/** What each check must find in a small program with one fault. */
const faults: { name: string; files: Record<string, string>; check: (sources: Source[]) => string[]; says: string }[] =
  [
    {
      name: "a domain file that imports the store",
      files: { "app/domain/grade.ts": 'import type { Db } from "#app/store/db.server.ts";' },
      check: (sources) => brokenArrows(sources, noneMissing),
      says: "app/domain/grade.ts:1 imports #app/store/db.server.ts: domain imports domain and zod only",
    },
    {
      name: "a domain file that imports Node",
      files: { "app/domain/grade.ts": 'import { randomUUID } from "node:crypto";' },
      check: (sources) => brokenArrows(sources, noneMissing),
      says: "app/domain/grade.ts:1 imports node:crypto",
    },
    {
      name: "a definition that imports React",
      files: { "app/activities/order/definition.ts": 'import { useState } from "react";' },
      check: (sources) => brokenArrows(sources, noneMissing),
      says: "React is for their views",
    },
    {
      name: "a definition that imports its view",
      files: { "app/activities/order/definition.ts": 'import { OrderView } from "./view.tsx";' },
      check: (sources) => brokenArrows(sources, noneMissing),
      says: "app/activities/order/definition.ts:1 imports ./view.tsx",
    },
    {
      name: "a value of use-intl in locales",
      files: { "app/locales/messages.ts": 'import { createTranslator } from "use-intl";' },
      check: (sources) => brokenArrows(sources, noneMissing),
      says: "the types of use-intl only",
    },
    {
      name: "an arrow hidden in a type",
      files: { "app/ui/card.tsx": 'type Row = import("#app/store/schema.server.ts").Row;' },
      check: (sources) => brokenArrows(sources, noneMissing),
      says: "app/ui/card.tsx:1 imports #app/store/schema.server.ts",
    },
    {
      name: "an arrow hidden in a dynamic import",
      files: { "app/ui/card.tsx": 'const load = () => import("#app/commands/sign-in.server.ts");' },
      check: (sources) => brokenArrows(sources, noneMissing),
      says: "app/ui/card.tsx:1 imports #app/commands/sign-in.server.ts",
    },
    {
      name: "an import without its extension",
      files: { "app/domain/grade.ts": 'import { accept } from "./result";' },
      check: (sources) => brokenArrows(sources, exists),
      says: "there is no such file",
    },
    {
      name: "a folder that is no floor",
      files: { "app/widgets/clock.ts": "export const x = 1;" },
      check: (sources) => brokenArrows(sources, noneMissing),
      says: "app/widgets/clock.ts stands on no floor",
    },
    {
      name: "a circle closed by a type",
      files: {
        "app/domain/a.ts": 'import { b } from "./b.ts";',
        "app/domain/b.ts": 'import { c } from "./c.ts";',
        "app/domain/c.ts": 'import type { A } from "#app/domain/a.ts";',
      },
      check: cycles,
      says: "app/domain/a.ts → app/domain/b.ts → app/domain/c.ts → app/domain/a.ts",
    },
    {
      name: "a way from the ui to the server through a harmless file",
      files: {
        "app/ui/card.tsx": 'import { outline } from "#app/catalogue/lessons.ts";',
        "app/catalogue/lessons.ts": 'import { keys } from "./answer-keys.server.ts";',
      },
      check: waysToServer,
      says: "app/ui/card.tsx → app/catalogue/lessons.ts → app/catalogue/answer-keys.server.ts",
    },
    {
      name: "names that are types one by one, in an import that still runs the file",
      files: {
        "app/ui/card.tsx": 'import { type Outline } from "#app/catalogue/lessons.ts";',
        "app/catalogue/lessons.ts": 'import { type Key } from "./answer-keys.server.ts";',
      },
      check: waysToServer,
      says: "app/catalogue/answer-keys.server.ts",
    },
    {
      name: "Remix in another file of the ui",
      files: { "app/ui/card.tsx": 'import { useFetcher } from "@remix-run/react";' },
      check: breachedWalls,
      says: "only link.tsx and address.ts know Remix",
    },
    {
      name: "a value of Remix's server in app.ts",
      files: { "app/server/app.ts": 'import { createRequestHandler } from "@remix-run/node";' },
      check: breachedWalls,
      says: "app/server/app.ts:1 imports @remix-run/node",
    },
    {
      name: "Remix's Express adapter, which trusts X-Forwarded-Host",
      files: { "app/server/app.ts": 'import { createRequestHandler } from "@remix-run/express";' },
      check: breachedWalls,
      says: "app knows Remix by",
    },
    {
      name: "settings read by a command",
      files: { "app/commands/sign-in.server.ts": 'import { env } from "#app/env.server.ts";' },
      check: trespassers,
      says: "settings come as arguments",
    },
    {
      name: "the compiler in the running program",
      files: { "app/catalogue/courses.ts": 'import type { Page } from "#app/compiler/read-page.ts";' },
      check: trespassers,
      says: "the compiler works at build time",
    },
    {
      name: "the studio in the running program",
      files: { "app/server/app.ts": 'import { startStudio } from "#app/studio/serve.server.ts";' },
      check: trespassers,
      says: "nothing that is built or served imports it",
    },
    {
      name: "the editor outside the studio",
      files: { "app/ui/field.tsx": 'import { EditorView } from "@codemirror/view";' },
      check: breachedWalls,
      says: "only the studio's editor knows CodeMirror",
    },
    {
      name: "the compiler in the studio's page",
      files: { "app/studio/browser/suggest.ts": 'import { VOCABULARY } from "#app/compiler/vocabulary.ts";' },
      check: (sources) => brokenArrows(sources, noneMissing),
      says: "the studio's page imports domain",
    },
    {
      name: "a command inside a command",
      files: { "app/commands/reset-password.server.ts": 'import { signIn } from "./sign-in.server.ts";' },
      check: commandsInCommands,
      says: "a command never imports another command",
    },
    {
      name: "a write on a screen",
      files: {
        "app/screens/learn/quiz.tsx": 'import { listAttemptsOf, insertAttempt } from "#app/store/attempts.server.ts";',
      },
      check: writesOnScreens,
      says: "a change is a command",
    },
    {
      name: "a whole query file on a screen",
      files: { "app/screens/learn/quiz.tsx": 'import * as attempts from "#app/store/attempts.server.ts";' },
      check: writesOnScreens,
      says: "a change is a command",
    },
    {
      name: "a setting read by the way",
      files: { "app/session/mail.server.ts": 'const { env } = process;\nconst x = process["env"].SMTP_URL;' },
      check: readsOfEnvironment,
      says: "app/session/mail.server.ts:2",
    },
    {
      name: "the present in the domain",
      files: { "app/domain/attempt.ts": "export const late = (at: number) => +new Date() > at;" },
      check: clocksInPureFloors,
      says: "time and chance come in as arguments",
    },
    {
      name: "chance in an activity",
      files: { "app/activities/order/definition.ts": "const order = ids.sort(() => Math.random() - 0.5);" },
      check: clocksInPureFloors,
      says: "time and chance come in as arguments",
    },
    {
      name: "text as markup",
      files: {
        "app/ui/card.tsx":
          "export const Card = (p: { html: string }) => <p dangerouslySetInnerHTML={{ __html: p.html }} />;",
      },
      check: evaluatedText,
      says: "no text becomes markup",
    },
    {
      name: "text as code",
      files: { "app/ui/card.tsx": 'export const run = (code: string) => new Function("React", code);' },
      check: evaluatedText,
      says: "no text becomes code",
    },
    {
      name: "a default export in the domain",
      files: { "app/domain/grade.ts": "export default function grade() {}" },
      check: defaultExports,
      says: "exports have names",
    },
    {
      name: "a barrel",
      files: { "app/domain/all.ts": 'export * from "./grade.ts";' },
      check: barrels,
      says: "each name has one home",
    },
    {
      name: "a barrel in two statements",
      files: { "app/domain/all.ts": 'import { grade } from "./grade.ts";\nexport { grade };' },
      check: barrels,
      says: "app/domain/all.ts:2",
    },
  ];

test.each(faults)("the check finds $name", ({ files, check, says }) => {
  const sources = Object.entries(files).map(([file, text]) => parseSource(file, text));
  expect(check(sources).join("\n")).toContain(says);
});

test("the check finds names that say nothing", () => {
  const files = ["app/ui/utils.ts", "app/lib/dates.ts", "app/store/shared/rows.server.ts", "app/ui/date-helpers.ts"];
  expect(emptyNames([...files, "app/domain/score.ts", "app/ui/calibration.tsx"])).toHaveLength(files.length);
});
