/** Nobody but its writer ever sees a note: only few files know where notes are kept, and each is named here. */
import { expect, test } from "vitest";
import { readSources } from "./sources.ts";

/** Who may import the store of notes. A report, a page of another role or an export has no place in this list. */
const KNOWS_NOTES = [
  "app/commands/delete-notes.server.ts",
  "app/commands/save-note.server.ts",
  "app/screens/learn/lesson.tsx",
  "app/screens/learn/notes-file.ts",
  "app/screens/learn/notes.tsx",
  "app/screens/learn/plan-text.ts",
  "app/screens/learn/plan.tsx",
];

const app = readSources(["app", "migrations", "remix.config.js"]);

test("only the commands and pages of the writer reach the notes", () => {
  const knowing = app.filter(({ imports }) => imports.some(({ file }) => file === "app/store/notes.server.ts"));
  expect(knowing.map(({ path }) => path).sort()).toEqual(KNOWS_NOTES);
});

test("no other file reads their table", () => {
  const naming = app.filter(
    ({ path, imports, text }) =>
      imports.some(({ file, names }) => file === "app/store/schema.server.ts" && names.includes("notes")) ||
      (path !== "app/store/schema.server.ts" && /\b(?:from|into|update|join)\s+"?notes\b/i.test(text)),
  );
  expect(naming.map(({ path }) => path)).toEqual(["app/store/notes.server.ts"]);
});

test("each page of them asks for the notes of whoever is signed in", () => {
  for (const path of KNOWS_NOTES.filter((one) => one.startsWith("app/screens/"))) {
    const text = app.find((source) => source.path === path)?.text ?? "";
    expect(text, path).toMatch(/listNotesOf\(db, \{ accountId: account\.id,/);
    expect(text, path).toContain("requireAccount(request, context, language)");
  }
});
