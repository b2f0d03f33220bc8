/** The tables of a `<Calculator>`: each under a heading that is the same in every language. */
import type { ExhibitTag, SyntaxTools } from "../activity-syntax.ts";
import type { MarkdownNode } from "../markdown-node.ts";
import { namedParts, wordsOf } from "../named-parts.ts";

export const TABLES = {
  inputs: { needed: true, columns: ["letter", "name", "unit", "condition", "example"], most: 30 },
  outputs: { needed: true, columns: ["letter", "name", "formula", "unit", "decimals"], most: 12 },
  bands: { needed: false, columns: ["formula", "condition", "message"], most: 20 },
  marks: { needed: false, columns: ["output", "value", "label"], most: 6 },
  tests: { needed: true, columns: null, most: 60 },
} as const;
export type TableName = keyof typeof TABLES;

export interface Row {
  node: MarkdownNode;
  cells: MarkdownNode[];
}

export interface Sheet {
  intro: MarkdownNode[];
  tables: Record<TableName, { node: MarkdownNode; header: Row; rows: Row[] } | null>;
}

export type Refuse = (code: string, node: Pick<MarkdownNode, "position">, message: string, fix: string) => void;

/** Finds the tables; what is missing, unknown, twice, too long or of the wrong width is refused. */
export function readSheet(tag: ExhibitTag, refuse: Refuse): Sheet {
  const { before, parts } = namedParts(tag.node.children ?? []);
  const sheet: Sheet = {
    intro: before,
    tables: { inputs: null, outputs: null, bands: null, marks: null, tests: null },
  };
  const names = Object.keys(TABLES) as TableName[];
  for (const { name, heading, blocks } of parts) {
    const known = names.find((one) => one === name);
    const [table, stray] = blocks;
    if (!known || sheet.tables[known] || heading.depth !== 3) {
      refuse(
        "calculator-part",
        heading,
        known ? `${nameOf(tag)} has “${name}” twice.` : `“${name}” is no part of ${nameOf(tag)}.`,
        `Its parts are ### ${names.join(", ### ")}, each of them once, in every language.`,
      );
    } else if (table?.type !== "table" || stray) {
      refuse(
        "calculator-part",
        stray ?? heading,
        `“${name}” of ${nameOf(tag)} is not a single table.`,
        "Write one table under the heading; text stands before the first heading or outside of the tag.",
      );
    } else {
      sheet.tables[known] = readTable(table, known, tag, refuse);
    }
  }
  for (const name of names) {
    if (!TABLES[name].needed || parts.some((part) => part.name === name)) continue;
    refuse(
      "calculator-part",
      tag.node,
      `${nameOf(tag)} has no “${name}”.`,
      `Write ### ${name} and a table under it; content/README.md shows how.`,
    );
  }
  return sheet;
}

function readTable(node: MarkdownNode, name: TableName, tag: ExhibitTag, refuse: Refuse) {
  const { columns, most } = TABLES[name];
  const [first, ...others] = (node.children ?? []).map((row): Row => ({ node: row, cells: row.children ?? [] }));
  const header = first ?? { node, cells: [] };
  if (others.length === 0 || others.length > most) {
    refuse(
      "calculator-rows",
      node,
      `The table “${name}” of ${nameOf(tag)} has ${others.length} rows.`,
      `Give it 1 to ${most} rows.`,
    );
  }
  const width = columns?.length ?? header.cells.length;
  const misfit = [header, ...others].find(({ cells }) => cells.length !== width);
  if (misfit) {
    refuse(
      "calculator-columns",
      misfit.node,
      `A row of “${name}” of ${nameOf(tag)} has ${misfit.cells.length} cells, not ${width}.`,
      columns ? `Its columns are: ${columns.join(", ")}.` : "Give every row as many cells as the first.",
    );
  }
  return { node, header, rows: others.filter(({ cells }) => cells.length === width).slice(0, most) };
}

/** The text of a cell that holds nothing but words, or words in backticks; null when it holds more, which is refused. */
export function plainCell(cell: MarkdownNode | undefined, refuse: Refuse): string | null {
  const children = cell?.children ?? [];
  const marked = children.find(({ type }) => type !== "text" && type !== "inlineCode");
  if (!marked) return children.map(wordsOf).join("").replace(/\s+/g, " ").trim();
  refuse(
    "calculator-cell",
    marked,
    "A cell of a calculator holds marks or tags where it needs plain words.",
    "Take them out; put formulas and conditions between backticks.",
  );
  return null;
}

/** The words of a cell, whatever their form. */
export function wordsCell(cell: MarkdownNode | undefined, tools: SyntaxTools): string {
  tools.inline(cell?.children ?? []);
  return wordsOf(cell ?? { type: "tableCell" })
    .replace(/\s+/g, " ")
    .trim();
}

export function nameOf(tag: ExhibitTag): string {
  return `<${tag.tag} id="${tag.id}">`;
}
