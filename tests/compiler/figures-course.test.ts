/** Timelines, comparisons and charts in three languages. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readContent } from "#app/compiler/read-content.ts";
import { FIXTURES, shown } from "./fixtures.ts";

const KINDS = path.join(FIXTURES, "kinds");

function problemsWith(edit: (text: string) => string, language = "ru"): string[] {
  const root = mkdtempSync(path.join(tmpdir(), "waymark-figures-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(path.join(KINDS, "sample"), path.join(root, "sample"), { recursive: true });
  const file = path.join(root, `sample/pieces/figures/${language}.mdx`);
  const text = readFileSync(file, "utf8");
  expect(edit(text)).not.toBe(text);
  writeFileSync(file, edit(text));
  return readContent(root)
    .problems.map((problem) => shown(problem).replaceAll(`${root}/sample/pieces/`, ""))
    .filter((line) => !/ {2}translation-/.test(line));
}

test("the lesson of figures has no fault, and what it draws is in every language the same", () => {
  const { courses, problems } = readContent(KINDS);
  expect(problems.filter(({ code }) => !code.startsWith("translation-"))).toEqual([]);
  const sample = courses.find(({ course }) => course.id === "sample");
  const exhibits = ["en", "ru", "be"].map(
    (language) => sample?.lessons.get(`sample/pieces/figures/${language}`)?.exhibits,
  );
  expect(exhibits[0]?.map(({ draft }) => draft?.public.kind)).toEqual([
    "timeline",
    "compare",
    "chart",
    "chart",
    "chart",
    "chart",
  ]);
  for (const other of exhibits.slice(1)) {
    expect(other?.map(({ draft }) => draft?.key)).toEqual(exhibits[0]?.map(({ draft }) => draft?.key));
  }
});

test("a translation with another date, layer, value, year or order is named", () => {
  expect([
    ...problemsWith((text) => text.replace("| 1949 |", "| 1949 ? |")),
    ...problemsWith((text) => text.replace("| 1956 | Собрание", "| 1955 | Собрание")),
    ...problemsWith((text) => text.replace(" | Политика |", " | Мир |")),
    ...problemsWith((text) => text.replace("1 250 000", "1,25")),
    ...problemsWith((text) => text.replace('period="1990–2024 годы"', 'period="1990–2025 годы"')),
    ...problemsWith((text) => text.replace('id="by-place"', 'id="by-places"')),
    ...problemsWith((text) => text.replace(/\| Паром \| 48.*\n/, "")),
  ]).toMatchInlineSnapshot(`
    [
      "figures/ru.mdx:8:1  parity-data  "river-rules" has other data here than at figures/en.mdx:8. → Keep the order of rows, and the same figures and days.",
      "figures/ru.mdx:8:1  parity-data  "river-rules" has other data here than at figures/en.mdx:8. → Keep the order of rows, and the same figures and days.",
      "figures/ru.mdx:16:3  parity-numbers  The numbers of this table cell differ from figures/en.mdx:16: “1955” here, “1956” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
      "figures/ru.mdx:8:1  parity-data  "river-rules" has other data here than at figures/en.mdx:8. → Keep the order of rows, and the same figures and days.",
      "figures/ru.mdx:67:1  parity-data  "by-place" has other data here than at figures/en.mdx:67. → Keep the order of rows, and the same figures and days.",
      "figures/ru.mdx:72:17  parity-numbers  The numbers of this table cell differ from figures/en.mdx:72: “1,25” here, “1,250,000” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
      "figures/ru.mdx:92:1  parity-data  "by-year" has other data here than at figures/en.mdx:92. → Keep the order of rows, and the same figures and days.",
      "figures/ru.mdx:67:1  parity-exhibits  "by-places" stands here as exhibit 3; at figures/en.mdx:67 it is "by-place". → Give both pages the same exhibits with the same ids in the same order.",
      "figures/ru.mdx:67:1  parity-parts  "by-place" has another number of rows (3, not 4) here than at figures/en.mdx:67. → Give both the same, in the same order.",
      "figures/ru.mdx:68:1  parity-numbers  The numbers of this part differ from figures/en.mdx:73: none here, “48,300” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
    ]
  `);
});

test("a decimal is read with a point and with a comma, in every language", () => {
  expect(problemsWith((text) => text.replace("| 12,5 |", "| 12.5 |"))).toEqual([]);
  expect(problemsWith((text) => text.replace("| 12.5 |", "| 12,5 |"), "en")).toEqual([]);
});
