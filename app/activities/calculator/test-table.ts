/** The tests of a calculator: numbers that go in, and what must come out. A formula that gives anything else is not built. */
import { compare, fractionIn, fractionOf } from "#app/domain/fraction.ts";
import type { Language } from "#app/domain/language.ts";
import { readNumber, writeNumber } from "#app/domain/written-number.ts";
import type { ExhibitTag } from "../activity-syntax.ts";
import type { MarkdownNode } from "../markdown-node.ts";
import { type Calculated, calculate } from "./calculate.ts";
import type { CalculatorPublic } from "./definition.ts";
import { nameOf, plainCell, type Refuse, type Row } from "./sheet.ts";

/** The column that names the bands that hold, by their place from 1. */
const BANDS = "bands";

export interface CalculatorTest {
  given: Record<string, number | null>;
  /** By letter of the output; what was left empty is not expected to be anything. */
  expected: Record<string, number>;
  /** The input or output that has no value. */
  error: string | null;
  /** Places from 1; null when nothing is expected. */
  bands: number[] | null;
}

/** Runs every row, refusing those that the formulas do not fulfil and outputs that no row checks. */
export function checkTests(
  rules: CalculatorPublic,
  table: { node: MarkdownNode; header: Row; rows: Row[] },
  tag: ExhibitTag,
  language: Language,
  refuse: Refuse,
): CalculatorTest[] {
  const columns = readHeader(rules, table.header, tag, refuse);
  if (!columns) return [];
  const read = table.rows.flatMap((row) => {
    const test = readRow(rules, row, columns, tag, language, refuse);
    return test ? [{ row, test }] : [];
  });
  for (const { row, test } of read) {
    const result = calculate(rules, test.given);
    const at = (column: string) => cellNode(row, columns.indexOf(column));
    for (const { column, message } of differences(rules, test, result, language)) {
      refuse(
        "calculator-test",
        at(column),
        `${message}, in ${nameOf(tag)}.`,
        "Correct the formula or the condition, or the row of the test.",
      );
    }
  }
  const unchecked = rules.outputs.find(({ letter }) => read.every(({ test }) => !Object.hasOwn(test.expected, letter)));
  if (unchecked && read.length === table.rows.length) {
    refuse(
      "calculator-untested",
      table.header.node,
      `No test of ${nameOf(tag)} says what ${unchecked.letter} must be.`,
      `Give the tests a column ${unchecked.letter} and fill it in one row at least.`,
    );
  }
  return read.map(({ test }) => test);
}

function readHeader(rules: CalculatorPublic, header: Row, tag: ExhibitTag, refuse: Refuse): string[] | null {
  const inputs = rules.inputs.map(({ letter }) => letter);
  const known = [...inputs, ...rules.outputs.map(({ letter }) => letter), BANDS];
  const columns = header.cells.map((cell) => plainCell(cell, refuse) ?? "");
  const odd = columns.findIndex((column, at) => !known.includes(column) || columns.indexOf(column) !== at);
  const missing = inputs.find((letter) => !columns.includes(letter));
  if (odd < 0 && missing === undefined) return columns;
  refuse(
    "calculator-test-columns",
    odd < 0 ? header.node : cellNode(header, odd),
    odd < 0
      ? `The tests of ${nameOf(tag)} have no column ${missing}.`
      : `The tests of ${nameOf(tag)} cannot have the column “${columns[odd]}”, or not twice.`,
    `Give every input a column; the columns are ${known.join(", ")}.`,
  );
  return null;
}

function readRow(
  rules: CalculatorPublic,
  row: Row,
  columns: readonly string[],
  tag: ExhibitTag,
  language: Language,
  refuse: Refuse,
): CalculatorTest | null {
  const test: CalculatorTest = { given: {}, expected: {}, error: null, bands: null };
  const isInput = (column: string) => rules.inputs.some(({ letter }) => letter === column);
  let whole = true;
  for (const [at, column] of columns.entries()) {
    const text = plainCell(row.cells[at], refuse);
    const [, wrong] = /^error:? ?(\w+)$/.exec(text ?? "") ?? [];
    const read = text ? readNumber(text, language) : null;
    if (text === "") {
      if (isInput(column)) test.given[column] = null;
    } else if (column === BANDS && text !== null && /^(?:[-–—]|\d{1,2}(?:[, ]+\d{1,2})*)$/.test(text)) {
      test.bands = (text.match(/\d+/g) ?? []).map(Number);
    } else if (wrong !== undefined && !isInput(column) && columns.includes(wrong) && wrong !== BANDS)
      test.error = wrong;
    else if (read?.ok && column !== BANDS) (isInput(column) ? test.given : test.expected)[column] = read.value;
    else {
      whole = false;
      if (text === null) continue;
      refuse(
        "calculator-test-cell",
        cellNode(row, at),
        `“${text}” cannot be read in the column ${column} of the tests of ${nameOf(tag)}.`,
        "Write a number in the form of the page's language; for an output also `error: ` and a letter; for bands their places, such as 1, 4.",
      );
    }
  }
  return whole ? test : null;
}

function differences(
  rules: CalculatorPublic,
  { expected, error, bands }: CalculatorTest,
  result: Calculated,
  language: Language,
): { column: string; message: string }[] {
  const shown = (plain: string | null | undefined) => (plain ? writeNumber(Number(plain), language) : "no value");
  const [output = ""] = rules.outputs.map(({ letter }) => letter);
  if (error !== null) {
    const wanting = result.refused.includes(error) || (result.refused.length === 0 && result.results[error] === null);
    return wanting ? [] : [{ column: output, message: `This test expects an error of ${error}, and there is none` }];
  }
  const [refused] = result.refused;
  if (refused !== undefined) {
    return [{ column: refused, message: `This test gives no result: ${refused} is missing or against its condition` }];
  }
  const wrong = Object.entries(expected).flatMap(([letter, value]) => {
    const plain = result.results[letter];
    if (typeof plain === "string" && compare(fractionIn(plain), fractionOf(value)) === 0) return [];
    const wanted = writeNumber(value, language);
    return [{ column: letter, message: `This test expects ${letter} = ${wanted}; the formula gives ${shown(plain)}` }];
  });
  const holding = result.bands.map((place) => place + 1);
  if (bands === null || String([...bands].sort((a, b) => a - b)) === String(holding)) return wrong;
  const list = (places: readonly number[]) => (places.length === 0 ? "none" : places.join(", "));
  return [
    ...wrong,
    { column: BANDS, message: `This test expects the bands ${list(bands)}; those that hold: ${list(holding)}` },
  ];
}

function cellNode(row: Row, at: number): Pick<MarkdownNode, "position"> {
  const cell = row.cells[at];
  return cell?.children?.[0] ?? cell ?? row.node;
}
