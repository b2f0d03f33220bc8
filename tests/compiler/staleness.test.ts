import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readContent } from "#app/compiler/read-content.ts";
import { parseRecord, recordText } from "#app/compiler/translation-record.ts";
import { acceptTypos, everyPage, findPage, recordTranslated } from "#app/compiler/write-records.ts";
import { COURSE, courseWith, problemsWith } from "./fixtures.ts";

const LESSON = "first-steps/who-counts";
const EN = `${LESSON}/en.mdx`;
const RU = `${LESSON}/ru.mdx`;
const RECORD = `.translations/${LESSON}/ru.json`;

type Edits = Parameters<typeof courseWith>[0];

function behindIn(root: string, name: string) {
  const found = findPage(readContent(root), path.join(root, COURSE, name));
  return found?.page.behind?.map(({ change, before, now, sourceLine, line }) => [
    change,
    before,
    now,
    sourceLine,
    line,
  ]);
}

function behindAfter(edits: Edits, name = RU) {
  return behindIn(courseWith(edits), name);
}

function edit(root: string, name: string, change: (text: string) => string) {
  const file = path.join(root, COURSE, name);
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

/** Does something with a page of a course on disk, as a command would. */
function withPage<T>(root: string, name: string, work: (found: NonNullable<ReturnType<typeof findPage>>) => T): T {
  const found = findPage(readContent(root), path.join(root, COURSE, name));
  if (!found) throw new Error(`No page ${name}.`);
  return work(found);
}

test("a healthy course is recorded as current", () => {
  const pages = everyPage(readContent(courseWith({})));
  expect(pages).toHaveLength(9);
  for (const { page } of pages) expect(page.behind, page.file).toEqual([]);
});

test("a changed paragraph names its line in the source and in the translation, with both texts", () => {
  expect(behindAfter({ [EN]: (text) => text.replace("older than the office", "older than the desk") })).toEqual([
    ["changed", "The treaty is older than the office.", "The treaty is older than the desk.", 12, 12],
  ]);
});

test("a new block and a block that is gone are told apart from a changed one", () => {
  const edited = (text: string) =>
    text
      .replace("The treaty is older than the office.\n\n", "")
      .replace("## Now you\n", "## Now you\n\nSomething that was never there.\n");
  expect(behindAfter({ [EN]: edited })).toEqual([
    ["removed", "The treaty is older than the office.", null, 12, 12],
    ["added", null, "Something that was never there.", 31, 31],
  ]);
});

test("a question's option, a row, an alternative text and the title are blocks too", () => {
  const edited = (text: string) =>
    text
      .replace("title: Who counts", "title: Who is counted")
      .replace("No, never", "No, not ever")
      .replace("| Rule two | second |", "| Rule two | next |")
      .replace('alt="A line."', 'alt="A long line."');
  expect(behindAfter({ [EN]: edited })?.map(([change, , now, , line]) => [change, now, line])).toEqual([
    ["changed", "Who is counted", 2],
    ["changed", "alt: A long line.", 19],
    ["changed", "[ ] No, not ever", 37],
    ["changed", "| Rule two | next |", 51],
  ]);
});

test("the check says how many blocks a translation is behind, and where", () => {
  expect(
    problemsWith({
      [EN]: (text) => text.replace("EXPLAINED too", "EXPLAINED as well").replace("Put each", "Set each"),
    }),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/be.mdx:46:1  translation-behind  The translation is 2 blocks behind first-steps/who-counts/en.mdx: line 46 has changed (line 46 here), line 58 has changed (line 58 here). → See npm run content -- stale first-steps/who-counts/be.mdx, translate, then run: npm run content -- translated first-steps/who-counts/be.mdx. Was it a typo? npm run content -- typo first-steps/who-counts/en.mdx",
      "first-steps/who-counts/ru.mdx:46:1  translation-behind  The translation is 2 blocks behind first-steps/who-counts/en.mdx: line 46 has changed (line 46 here), line 58 has changed (line 58 here). → See npm run content -- stale first-steps/who-counts/ru.mdx, translate, then run: npm run content -- translated first-steps/who-counts/ru.mdx. Was it a typo? npm run content -- typo first-steps/who-counts/en.mdx",
    ]
  `);
});

test("a translation without a record is not taken as current, and neither is one whose record cannot be read", () => {
  expect(problemsWith({ [RECORD]: null })).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/ru.mdx:1:1  translation-not-recorded  The translation is not recorded as current with first-steps/who-counts/en.mdx. → Compare the two, then run: npm run content -- translated first-steps/who-counts/ru.mdx",
    ]
  `);
  expect(problemsWith({ [RECORD]: "{" })).toHaveLength(1);
  expect(behindAfter({ [RECORD]: '{"source":"en","revision":1,"blocks":[["s1"]]}' })).toBeUndefined();
});

test("a page with an error is not said to be behind: the error comes first", () => {
  const problems = problemsWith({
    [EN]: (text) => text.replace('id="border"', 'id="boarder"').replace("older", "newer"),
  });
  expect(problems.join("\n")).toContain("unknown-term");
  expect(problems.join("\n")).not.toContain("translation-behind");
});

test("recording a translation makes it current and leaves the others behind", () => {
  const root = courseWith({ [EN]: (text) => text.replace("older", "newer") });
  expect(
    recordTranslated(
      readContent(root),
      withPage(root, RU, (found) => found),
    ).ok,
  ).toBe(true);
  expect(behindIn(root, RU)).toEqual([]);
  expect(behindIn(root, `${LESSON}/be.mdx`)).toHaveLength(1);
});

test("nothing is recorded for the source itself, nor for a page with an error", () => {
  const root = courseWith({ [RU]: (text) => text.replace('id="border"', 'id="boarder"') });
  const content = readContent(root);
  expect(
    recordTranslated(
      content,
      withPage(root, EN, (found) => found),
    ),
  ).toMatchObject({ ok: false });
  expect(
    recordTranslated(
      content,
      withPage(root, RU, (found) => found),
    ),
  ).toMatchObject({
    ok: false,
    message: expect.stringContaining("unknown-term"),
  });
});

test("an edit declared as typo makes no translation stale; a larger change under the same word does", () => {
  const typo = (text: string) => text.replace("summary:", "edit: typo\nsummary:").replace("office.", "offices.");
  expect(behindAfter({ [EN]: typo })).toEqual([]);
  expect(behindAfter({ [EN]: (text) => typo(text).replace("304 people", "340 people") })).toHaveLength(1);
  expect(behindAfter({ [EN]: (text) => text.replace("office.", "offices.") })).toHaveLength(1);
});

test("typos that are recorded stay mended when the next edit is none", () => {
  const root = courseWith({ [EN]: (text) => text.replace("office.", "offices.") });
  expect(withPage(root, EN, (found) => acceptTypos(found, false))).toMatchObject({ ok: true, value: { left: [] } });
  edit(root, EN, (text) => text.replace("Put each rule", "Put every rule"));
  expect(behindIn(root, RU)).toEqual([
    ["changed", "Put each rule in its place.", "Put every rule in its place.", 46, 46],
  ]);
});

test("among typos a larger change stays behind, unless the author takes it anyway", () => {
  const root = courseWith({
    [EN]: (text) => text.replace("office.", "offices.").replace("has 12 desks", "has 14 desks"),
  });
  const done = withPage(root, EN, (found) => acceptTypos(found, false));
  expect(done).toMatchObject({ ok: true, value: { left: [{ sourceLine: 17 }] } });
  expect(behindIn(root, RU)).toHaveLength(1);
  withPage(root, EN, (found) => acceptTypos(found, true));
  expect(behindIn(root, RU)).toEqual([]);
});

test("typos are a matter of the source page", () => {
  const root = courseWith({});
  expect(withPage(root, RU, (found) => acceptTypos(found, false))).toMatchObject({ ok: false });
});

test("a record is read as it was written, one block a line", () => {
  const record = {
    source: "en" as const,
    revision: 2,
    blocks: [
      ["s1", 'A "word"'],
      ["s1", "ў і ё"],
    ] as [string, string][],
  };
  expect(parseRecord(recordText(record))).toEqual(record);
  expect(recordText(record).split("\n")).toContain('    ["s1","ў і ё"]');
  expect(parseRecord(recordText({ ...record, blocks: [] }))).toEqual({ ...record, blocks: [] });
});

test("a lesson says to its reader how many blocks it is behind", async () => {
  const { compileLesson } = await import("#app/compiler/compile-lesson.ts");
  const root = courseWith({ "welcome/en.mdx": (text) => text.replace("is a line", "is a long line") });
  const [course] = readContent(root).courses;
  const meta = async (language: string) => {
    const page = course?.lessons.get(`${COURSE}/welcome/${language}`);
    return page && course ? await compileLesson(page, course.words) : "";
  };
  expect(await meta("ru")).toContain('"blocksBehind":1');
  expect(await meta("en")).toContain('"blocksBehind":0');
});

test("a record of another source language counts for nothing", () => {
  const root = courseWith({});
  mkdirSync(path.join(root, COURSE, ".translations", LESSON), { recursive: true });
  edit(root, RECORD, (text) => text.replace('"source": "en"', '"source": "be"'));
  expect(behindIn(root, RU)).toBeUndefined();
});
