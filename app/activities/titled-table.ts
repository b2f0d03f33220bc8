/** What exhibits made of a table have in common: words that say what it shows, the table, and notes below it. */
import { plainText, type RichNode } from "#app/domain/rich-text.ts";
import type { ActivityTag, SyntaxTools } from "./activity-syntax.ts";
import type { MarkdownNode } from "./markdown-node.ts";

type Tag = Omit<ActivityTag, "outcome">;

export interface Cell {
  node: MarkdownNode;
  words: RichNode[];
  /** The words alone, without citations and spare space. */
  plain: string;
}

export interface Row {
  node: MarkdownNode;
  /** As many as the head has. */
  cells: Cell[];
}

export interface TitledTable {
  node: MarkdownNode;
  /** The first paragraph: what the table shows. */
  title: RichNode[];
  /** What else stands before the table. */
  lead: RichNode[];
  head: string[];
  rows: Row[];
  /** What stands after the table. */
  notes: RichNode[];
}

interface Bounds {
  columns: { least: number; most: number };
  rows: { least: number; most: number };
}

/**
 * Reads the body of a tag that holds one table. Every fault is reported.
 * @returns null when the body has no such form
 */
export function readTitledTable(tag: Tag, tools: SyntaxTools, bounds: Bounds): TitledTable | null {
  const name = `<${tag.tag} id="${tag.id}">`;
  const children = tag.node.children ?? [];
  const at = children.findIndex(({ type }) => type === "table");
  const table = children[at];
  const another = children.slice(at + 1).find(({ type }) => type === "table");
  if (!table || another) {
    tools.report(
      "table-missing",
      another ?? tag.node,
      `${name} has ${another ? "more than one table" : "no table"}.`,
      "Write one table, with an empty line before and after it.",
    );
    return null;
  }
  const [first, ...lead] = children.slice(0, at);
  if (first?.type !== "paragraph") {
    tools.report(
      "table-without-title",
      first ?? tag.node,
      `${name} does not say what it shows.`,
      "Begin with a paragraph that says it, and leave an empty line before the table.",
    );
  }
  const head = readCells(table.children?.[0], tools);
  const rows = (table.children ?? []).slice(1).map((node) => ({ node, cells: readCells(node, tools) }));
  const sound = isInBounds(name, table, head, rows, bounds, tools);
  const title = first?.type === "paragraph" ? tools.inline(first.children ?? []) : [];
  const read = {
    node: table,
    title,
    lead: tools.blocks(lead),
    head: head.map(({ plain }) => plain),
    rows,
    notes: tools.blocks(children.slice(at + 1)),
  };
  return sound && title.length > 0 ? read : null;
}

/** Reports cells, from the second column on or of all columns, that have no words. @returns whether there are none */
export function everyCellFilled(tag: Tag, cells: readonly Cell[], tools: SyntaxTools, fix: string): boolean {
  const empty = cells.filter(({ plain }) => plain === "");
  for (const { node } of empty) {
    tools.report("table-cell-empty", node, `A cell of <${tag.tag} id="${tag.id}"> is empty.`, fix);
  }
  return empty.length === 0;
}

/** Reports names that stand in the table twice. @returns whether there are none */
export function everyNameOnce(tag: Tag, cells: readonly Cell[], tools: SyntaxTools): boolean {
  const known = new Set<string>();
  let once = true;
  for (const { node, plain } of cells) {
    if (known.has(plain)) {
      once = false;
      tools.report(
        "table-name-twice",
        node,
        `“${plain}” stands twice in <${tag.tag} id="${tag.id}">.`,
        "Give each row and each column a name of its own.",
      );
    }
    known.add(plain);
  }
  return once;
}

/** The cells of the head row, with their places. */
export function headCells({ node }: TitledTable, tools: SyntaxTools): Cell[] {
  return readCells(node.children?.[0], tools);
}

function readCells(row: MarkdownNode | undefined, tools: SyntaxTools): Cell[] {
  return (row?.children ?? []).map((node) => {
    const words = tools.inline(node.children ?? []);
    return { node, words, plain: plainText(words).replace(/\s+/g, " ").trim() };
  });
}

function isInBounds(
  name: string,
  table: MarkdownNode,
  head: readonly Cell[],
  rows: readonly Row[],
  { columns, rows: lines }: Bounds,
  tools: SyntaxTools,
): boolean {
  let sound = true;
  const refuse = (node: MarkdownNode, code: string, message: string, fix: string) => {
    tools.report(code, node, message, fix);
    sound = false;
  };
  if (head.length < columns.least || head.length > columns.most) {
    refuse(
      table,
      "table-columns",
      `The table of ${name} has ${counted(head.length, "column")}.`,
      `Give it ${between(columns)} columns.`,
    );
  }
  for (const { node, cells } of rows) {
    if (cells.length === head.length) continue;
    refuse(
      node,
      "table-cells",
      `This row of ${name} has ${counted(cells.length, "cell")}; the head of the table has ${head.length}.`,
      "Write a cell for each column, with | between them.",
    );
  }
  if (rows.length < lines.least || rows.length > lines.most) {
    refuse(
      table,
      "table-rows",
      `The table of ${name} has ${counted(rows.length, "row")}.`,
      `Give it ${between(lines)} rows${rows.length > lines.most ? ", or make two of it" : ""}.`,
    );
  }
  return sound;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function between({ least, most }: { least: number; most: number }): string {
  return least === most ? String(least) : `${least} to ${most}`;
}
