import { plainText } from "#app/domain/rich-text.ts";
import { readNumber } from "#app/domain/written-number.ts";
import type { ExhibitSyntax, ExhibitTag, SyntaxTools } from "../activity-syntax.ts";
import type { MarkdownNode } from "../markdown-node.ts";
import { namedParts } from "../named-parts.ts";
import { calculate } from "./calculate.ts";
import { type Comparison, readCondition } from "./condition.ts";
import type { CalculatorPublic } from "./definition.ts";
import { LONGEST_FORMULA, NAME, namesIn, readFormula } from "./formula.ts";
import { nameOf, plainCell, readSheet, type Refuse, type Sheet, wordsCell } from "./sheet.ts";
import { checkTests } from "./test-table.ts";

const FORMULA_FIX = `Use letters of the tables, numbers with a decimal point, + - * / ( ), min and max; at most ${LONGEST_FORMULA} signs.`;

/** A `<Calculator>`: tables of inputs, outputs, bands and marks, and tests that its formulas must pass before anybody uses it. */
export const calculatorSyntax: ExhibitSyntax = {
  kind: "calculator",
  tag: "Calculator",
  parse(tag, tools) {
    let whole = true;
    const refuse: Refuse = (code, node, message, fix) => {
      tools.report(code, node as MarkdownNode, message, fix);
      whole = false;
    };
    const sheet = readSheet(tag, refuse);
    const reader = new Reader(sheet, tag, tools, refuse);
    const inputs = reader.inputs();
    const outputs = reader.outputs();
    const exhibit: CalculatorPublic = {
      kind: "calculator",
      id: tag.id,
      intro: tools.blocks(sheet.intro),
      compare: Number(tag.attributes.get("compare") ?? 1),
      label: tag.attributes.get("label")?.trim() ?? null,
      inputs,
      outputs,
      bands: reader.bands(),
      marks: reader.marks(),
    };
    if (!whole) return null;
    reader.checkExamples(exhibit);
    const tests = sheet.tables.tests ? checkTests(exhibit, sheet.tables.tests, tag, tools.language, refuse) : [];
    if (!whole) return null;
    const spaceless = (formula: string) => formula.replace(/\s+/g, "");
    return {
      public: exhibit,
      parts: {
        inputs: inputs.length,
        outputs: outputs.length,
        bands: exhibit.bands.length,
        marks: exhibit.marks.length,
      },
      key: {
        compare: exhibit.compare,
        inputs: inputs.map(({ letter, condition, example, group }) => [letter, condition, example, group !== null]),
        outputs: outputs.map(({ letter, formula, decimals }) => [letter, spaceless(formula), decimals]),
        bands: exhibit.bands.map(({ formula, condition }) => [spaceless(formula), condition]),
        marks: exhibit.marks.map(({ output, value }) => [output, value]),
        tests,
      },
    };
  },
  /** Inputs, outputs and tests are examples; what a line or a message says of a result rests on a source. */
  claims(node) {
    const { before, parts } = namedParts(node.children ?? []);
    const judging = parts.filter(({ name }) => name === "bands" || name === "marks");
    return [...before, ...judging.flatMap(({ blocks }) => blocks)];
  },
};

class Reader {
  /** Of the rows so far, those with another fault included: one fault is not told as many. */
  private readonly letters = new Set<string>();
  private areLettersWhole = true;
  private readonly outputLetters = new Set<string>();

  constructor(
    private readonly sheet: Sheet,
    private readonly tag: ExhibitTag,
    private readonly tools: SyntaxTools,
    private readonly refuse: Refuse,
  ) {}

  inputs(): CalculatorPublic["inputs"] {
    const found: CalculatorPublic["inputs"] = [];
    let group: string | null = null;
    for (const { node, cells } of this.sheet.tables.inputs?.rows ?? []) {
      const [letterCell, nameCell, unitCell, conditionCell, exampleCell] = cells;
      const name = wordsCell(nameCell, this.tools);
      if (
        name !== "" &&
        [letterCell, unitCell, conditionCell, exampleCell].every((cell) => cell?.children?.length === 0)
      ) {
        group = name;
        continue;
      }
      const letter = this.letter(letterCell, node);
      const condition = this.condition(conditionCell, node);
      const example = this.number(exampleCell, node);
      const unit = wordsCell(unitCell, this.tools);
      if (this.isNamed(name, node) && letter !== null && condition && example !== null) {
        found.push({ letter, name, unit, condition, example, group });
        group = null;
      }
    }
    return found;
  }

  outputs(): CalculatorPublic["outputs"] {
    const found: CalculatorPublic["outputs"] = [];
    for (const { node, cells } of this.sheet.tables.outputs?.rows ?? []) {
      const [letterCell, nameCell, formulaCell, unitCell, decimalsCell] = cells;
      const formula = this.formula(formulaCell, node);
      const letter = this.letter(letterCell, node);
      const written = plainCell(decimalsCell, this.refuse);
      const name = wordsCell(nameCell, this.tools);
      if (written !== null && !/^[0-6]$/.test(written)) {
        this.fault("calculator-number", decimalsCell, node, `“${written}” is no number of decimals`, "Write 0 to 6.");
      }
      if (letter !== null) this.outputLetters.add(letter);
      if (this.isNamed(name, node) && letter !== null && formula !== null) {
        found.push({ letter, name, formula, unit: wordsCell(unitCell, this.tools), decimals: Number(written) });
      }
    }
    return found;
  }

  bands(): CalculatorPublic["bands"] {
    return (this.sheet.tables.bands?.rows ?? []).flatMap(({ node, cells }) => {
      const [formulaCell, conditionCell, messageCell] = cells;
      const formula = this.formula(formulaCell, node);
      const condition = this.condition(conditionCell, node);
      const message = this.tools.inline(messageCell?.children ?? []);
      if (condition?.length === 0) {
        const fix = "Write when the message is shown, such as `> 5`.";
        this.fault("calculator-condition", conditionCell, node, "A band has no condition", fix);
      }
      return this.isNamed(plainText(message), node) && formula !== null && condition
        ? [{ formula, condition, message }]
        : [];
    });
  }

  marks(): CalculatorPublic["marks"] {
    return (this.sheet.tables.marks?.rows ?? []).flatMap(({ node, cells }) => {
      const [outputCell, valueCell, labelCell] = cells;
      const output = plainCell(outputCell, this.refuse);
      const value = this.number(valueCell, node);
      const label = this.tools.inline(labelCell?.children ?? []);
      if (output !== null && !this.outputLetters.has(output)) {
        const fix = `Its outputs are ${[...this.outputLetters].join(", ")}.`;
        this.fault("calculator-letter", outputCell, node, `A line belongs to “${output}”, which is no output`, fix);
      }
      return this.isNamed(plainText(label), node) && output !== null && value !== null
        ? [{ output, value, label }]
        : [];
    });
  }

  /** What stands in the fields to begin with must give a result. */
  checkExamples(exhibit: CalculatorPublic): void {
    const examples = Object.fromEntries(exhibit.inputs.map(({ letter, example }) => [letter, example]));
    const { refused } = calculate(exhibit, examples);
    const rows = this.sheet.tables.inputs?.rows ?? [];
    for (const letter of refused) {
      const row = rows.find(({ cells }) => plainCell(cells[0], () => undefined) === letter);
      const fix = "Change the example or the condition.";
      this.fault(
        "calculator-example",
        row?.cells[4],
        row?.node,
        `The example of ${letter} is against its condition`,
        fix,
      );
    }
  }

  private fault(
    code: string,
    cell: MarkdownNode | undefined,
    row: MarkdownNode | undefined,
    what: string,
    fix: string,
  ) {
    const at = cell?.children?.[0] ?? cell ?? row ?? this.tag.node;
    this.refuse(code, at, `${what}, in ${nameOf(this.tag)}.`, fix);
  }

  private isNamed(words: string, row: MarkdownNode): boolean {
    if (words.trim() !== "") return true;
    this.fault("calculator-cell", undefined, row, "A row has no words for the reader", "Fill the empty cell.");
    return false;
  }

  private letter(cell: MarkdownNode | undefined, row: MarkdownNode): string | null {
    const text = plainCell(cell, this.refuse);
    if (text === null) return null;
    const taken = this.letters.has(text);
    if (NAME.test(text)) this.letters.add(text);
    else this.areLettersWhole = false;
    if (NAME.test(text) && !taken) return text;
    const foreign = /[^ -~]/u.test(text) ? ": it has a letter that is no Latin one" : "";
    const what = taken ? `“${text}” is used twice` : `“${text}” cannot be a letter${foreign}`;
    const fix =
      "Use a Latin letter, or up to 12 Latin letters and digits, once; capitals and small letters differ. Not min, not max.";
    this.fault("calculator-letter", cell, row, what, fix);
    return null;
  }

  private number(cell: MarkdownNode | undefined, row: MarkdownNode): number | null {
    const text = plainCell(cell, this.refuse);
    if (text === null) return null;
    const read = readNumber(text, this.tools.language);
    if (read.ok) return read.value;
    this.fault(
      "calculator-number",
      cell,
      row,
      `“${text}” is no number`,
      "Write it in figures, in the form of the page's language.",
    );
    return null;
  }

  private condition(cell: MarkdownNode | undefined, row: MarkdownNode): Comparison[] | null {
    const text = plainCell(cell, this.refuse);
    const condition = text === null ? null : readCondition(text);
    if (text !== null && !condition) {
      const fix = "Write such as `> 0`, or `>= 0, <= 100` with both; numbers have a decimal point.";
      this.fault("calculator-condition", cell, row, `“${text}” is no condition`, fix);
    }
    return condition;
  }

  private formula(cell: MarkdownNode | undefined, row: MarkdownNode): string | null {
    const text = plainCell(cell, this.refuse);
    if (text === null) return null;
    const read = readFormula(text);
    if (!read.ok) {
      const what = read.found === "" ? "ends too early" : `cannot be read from “${read.found}” on`;
      this.refuse(
        "calculator-formula",
        pointIn(cell, read.at) ?? row,
        `The formula “${text.slice(0, 80)}” ${what}, in ${nameOf(this.tag)}.`,
        FORMULA_FIX,
      );
      return null;
    }
    const foreign = [...namesIn(read.formula)].filter((name) => !this.letters.has(name));
    if (foreign.length === 0 || !this.areLettersWhole) return text;
    this.fault(
      "calculator-formula",
      cell,
      row,
      `The formula “${text.slice(0, 80)}” uses ${foreign.map((name) => `“${name}”`).join(", ")}, which no row above has`,
      `Known here are ${[...this.letters].join(", ")}.`,
    );
    return null;
  }
}

/** The place of a sign of the formula in the author's file. */
function pointIn(cell: MarkdownNode | undefined, at: number): Pick<MarkdownNode, "position"> | null {
  const [only, ...more] = cell?.children ?? [];
  const start = only?.position?.start;
  if (!only?.position || !start || more.length > 0) return only ?? cell ?? null;
  const column = start.column + at + (only.type === "inlineCode" ? 1 : 0);
  return { position: { ...only.position, start: { line: start.line, column } } };
}
