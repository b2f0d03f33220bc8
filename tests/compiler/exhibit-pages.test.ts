/** Calculators, decision trees and cards from the author's page: what languages must share, and what an author may get wrong. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lessonPassages } from "#app/compiler/lesson-passages.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { FIXTURES, lessonWith, readLesson, shown } from "./fixtures.ts";

const LESSON = "sample/pieces/tools";
const en = readFileSync(path.join(FIXTURES, "kinds", LESSON, "en.mdx"), "utf8");

function problemsWith(edit: (text: string) => string): string[] {
  const root = mkdtempSync(path.join(tmpdir(), "waymark-tools-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(path.join(FIXTURES, "kinds/sample"), path.join(root, "sample"), { recursive: true });
  const file = path.join(root, LESSON, "be.mdx");
  const text = readFileSync(file, "utf8");
  expect(edit(text)).not.toBe(text);
  writeFileSync(file, edit(text));
  return readContent(root)
    .problems.map((problem) => shown(problem).replaceAll(`${root}/${LESSON}/`, ""))
    .filter((line) => !/ {2}translation-/.test(line));
}

test("a formula that differs between languages is named, although it passes its tests", () => {
  expect(problemsWith((text) => text.replace("`f + M + K`", "`f + K + M`"))).toMatchInlineSnapshot(`
    [
      "be.mdx:8:1  parity-data  "l-sending" has other data here than at en.mdx:8. → Keep the order of rows, and the same figures and days.",
    ]
  `);
});

test("a tree that leads another way in one language is named", () => {
  const turned = problemsWith((text) => text.replace("[так](#r6)\n- [не](#r7)", "[так](#r7)\n- [не](#r6)"));
  expect(turned).toEqual([expect.stringContaining('parity-data  "l-rules" has other data here')]);
});

test("cards of other terms and exhibits in another order are named", () => {
  const other = problemsWith((text) =>
    text.replace('<Cards id="l-cards" />', '<Cards id="l-cards" terms="register border" />'),
  );
  expect(other).toEqual([expect.stringContaining('parity-data  "l-cards" has other data here')]);
  expect(problemsWith((text) => text.replace('id="l-cards"', 'id="l-words"'))).toMatchInlineSnapshot(`
    [
      "be.mdx:203:1  parity-exhibits  "l-words" stands here as exhibit 4; at en.mdx:203 it is "l-cards". → Give both pages the same exhibits with the same ids in the same order.",
    ]
  `);
});

test("a learner can name an exhibit as one place, told by its first words", () => {
  const found = readContent(path.join(FIXTURES, "kinds")).courses.find(({ course }) => course.id === "sample");
  const page = found?.lessons.get("sample/pieces/tools/en");
  if (!page) throw new Error("the sample has a fault");
  const places = lessonPassages(page);
  expect(places.map(({ place }) => place)).toEqual(["s1", "l-sending", "s2", "l-going", "s3", "l-rules", "s4", "s4.1"]);
  expect(places[5]?.text).toBe("Which rules hold for this worker? The States and the treaty are invented.");
});

const calculator = en.slice(
  en.indexOf('<Calculator id="l-going"'),
  en.indexOf("</Calculator>", en.indexOf('"l-going"')) + 13,
);
const tree = en.slice(en.indexOf("<Decide"), en.indexOf("</Decide>") + 9);

test("what stands in the sample is read without a fault in a lesson of another course", () => {
  expect(readLesson(lessonWith(`${calculator}\n\n${tree}`)).problems).toEqual([]);
});

test("an author who takes out any line is told so at a place in the file, or has a smaller exhibit", () => {
  for (const body of [calculator, tree]) {
    const lines = body.split("\n");
    for (const place of lines.keys()) {
      if (place === 0 || place === lines.length - 1) continue;
      const text = lessonWith(lines.filter((_, at) => at !== place).join("\n"));
      const { page, problems } = readLesson(text);
      for (const { line, column } of problems) {
        expect(line).toBeLessThanOrEqual(text.split("\n").length);
        expect(column).toBeGreaterThan(0);
      }
      expect(problems.length > 0 || page?.exhibits[0]?.draft != null, lines[place]).toBe(true);
    }
  }
});

const table = (rows: string[], columns: number) =>
  [`|${" h |".repeat(columns)}`, `|${"---|".repeat(columns)}`, ...rows].join("\n");

test.each([
  ["nothing", '<Calculator id="x">\n</Calculator>', "calculator-part"],
  [
    "headings alone",
    '<Calculator id="x">\n\n### inputs\n\n### outputs\n\n### tests\n\n</Calculator>',
    "calculator-part",
  ],
  ["a part twice", calculator.replace("### marks", "### bands"), "calculator-part"],
  ["a heading of another level", calculator.replace("### marks", "## marks"), "heading-place"],
  ["a tag in a formula", calculator.replace("`w1 + w2 + w3 + w4`", '<Term id="border">w1</Term>'), "calculator-cell"],
  ["program text in a formula", calculator.replace("`u1`", "{u1}"), "forbidden-program"],
  [
    "another tag inside",
    calculator.replace("### marks", '<Figure src="a.svg" alt="A">\nA\n</Figure>\n\n### marks'),
    "tag-place",
  ],
  ["a formula without end", calculator.replace("`u1`", `\`${"u1+".repeat(500)}u1\``), "calculator-formula"],
  ["brackets without end", calculator.replace("`u1`", `\`${"(".repeat(150)}u1\``), "calculator-formula"],
  ["a formula that uses itself", calculator.replace("`u1`", "`U`"), "calculator-formula"],
  ["a formula that uses a later result", calculator.replace("`u1`", "`S`"), "calculator-formula"],
  ["rows without end", calculator.replace("| u1 |", `${"| z | z | z | | 1 |\n".repeat(40)}| u1 |`), "calculator-rows"],
  ["a division by zero", calculator.replace("`u1`", "`u1 / (e1 - e1)`"), "calculator-test"],
  [
    "names of what every object has",
    calculator
      .replaceAll("u1", "constructor")
      .replaceAll("| U |", "| toString |")
      .replaceAll("`U`", "`toString`")
      .replaceAll("+ U", "+ toString"),
    null,
  ],
  [
    "a table where the tree has answers",
    tree.replace("- [yes](#r6)\n- [no](#r7)", table(["| yes |"], 1)),
    "decide-without-source",
  ],
  ["an answer that leads out of the page", tree.replace("(#r6)", "(https://example.org/)"), "decide-answer"],
  ["an answer with words around its link", tree.replace("- [yes](#r6)", "- well, [yes](#r6)"), "decide-answer"],
  ["an answer in bold", tree.replace("[yes](#r6)", "[**yes**](#r6)"), null],
  ["a heading alone at the end", tree.replace("\n> This tree", "\n### r8\n\n> This tree"), "decide-empty"],
  ["a name of what every object has", tree.replaceAll("r6", "constructor"), null],
  [
    "a link to nowhere in a result",
    tree.replace("Open the list in force.", "Open [the list](#nowhere)."),
    "broken-anchor",
  ],
  ["a tree in a quiz question", `<Question id="q" outcome="m1.o1">\n${tree}\n</Question>`, "tag-place"],
  ["cards with a body", '<Cards id="x" terms="border">\nA card.\n</Cards>', "tag-body"],
  ["cards in a sentence", 'Look: <Cards id="x" terms="border" /> so.', "tag-place"],
  ["a term of what every object has", '<Cards id="x" terms="constructor" />', "unknown-term"],
] as [string, string, string | null][])("%s: a sentence for the author, and never a crash", (_, body, code) => {
  const { problems } = readLesson(lessonWith(body));
  if (code === null) expect(problems).toEqual([]);
  else expect(problems.map((problem) => problem.code)).toContain(code);
});

test("a number in what the tests of a calculator or the questions of a tree say is no claim; in a band and in a result it is one", () => {
  const codes = (body: string) => readLesson(lessonWith(body)).problems.map(({ code }) => code);
  expect(codes(tree.replace("Does the person use", "Since 2024, does the person use"))).toEqual([]);
  expect(codes(tree.replace("Check the register", "Since 2024 check the register"))).toEqual([]);
  expect(codes(tree.replace("The States and the treaty", "In 2024 the States and the treaty"))).toEqual([
    "claim-without-source",
  ]);
  expect(codes(calculator.replace("The worker pays nothing.", "In 40 % of cases."))).toEqual(["claim-without-source"]);
});
