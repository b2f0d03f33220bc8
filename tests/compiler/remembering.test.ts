import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readContent } from "#app/compiler/read-content.ts";
import { rememberingReader } from "#app/compiler/remembering.ts";
import { COURSE, courseWith } from "./fixtures.ts";

const LESSON = "first-steps/who-counts";

/** Reads a course twice with one reader, with something done in between. @returns the pages that are other objects than before */
function readAnew(act: (file: (name: string) => string) => void): string[] {
  const root = courseWith({});
  const reader = rememberingReader(root);
  const pages = () =>
    readContent(root, undefined, reader()).pages.flatMap(({ folders }) =>
      folders.flatMap((one) => Object.values(one.pages)),
    );
  const before = new Set(pages());
  act((name) => path.join(root, COURSE, name));
  const fresh = readContent(root);
  const again = readContent(root, undefined, reader());
  expect(again.problems).toEqual(fresh.problems);
  return pages().flatMap((page) => (before.has(page) ? [] : page.file.replace(`${root}/${COURSE}/`, "")));
}

test("a page is read anew when it was saved, and no other", () => {
  expect(readAnew(() => undefined)).toEqual([]);
  const changed = readAnew((file) =>
    writeFileSync(file(`${LESSON}/ru.mdx`), "---\ntitle: A\nsummary: B\n---\n\n## C\n"),
  );
  expect(changed).toEqual([`${LESSON}/ru.mdx`]);
});

test("a file that comes beside a lesson has its pages read anew, a data file of the course all of them", () => {
  expect(readAnew((file) => writeFileSync(file(`${LESSON}/more.svg`), "<svg/>"))).toHaveLength(3);
  expect(readAnew((file) => writeFileSync(file("glossary.yaml"), "[]\n"))).toHaveLength(9);
});
