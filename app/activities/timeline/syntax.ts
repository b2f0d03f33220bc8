import type { ExhibitSyntax, SyntaxTools } from "../activity-syntax.ts";
import { everyCellFilled, everyNameOnce, readTitledTable, type Row } from "../titled-table.ts";
import { MOST_LAYERS, MOST_ROWS, type TimelinePublic } from "./definition.ts";
import { isAfter, readWhen } from "./when.ts";

type Tag = Parameters<ExhibitSyntax["parse"]>[0];

/** A `<Timeline>`: a table of dates, what happened, and its layer; the earliest first. */
export const timelineSyntax: ExhibitSyntax = {
  kind: "timeline",
  tag: "Timeline",
  parse(tag, tools) {
    const columns = { least: 3, most: 3 };
    const table = readTitledTable(tag, tools, { columns, rows: { least: 2, most: MOST_ROWS } });
    if (!table) return null;
    const cells = table.rows.flatMap((row) => row.cells);
    const filled = everyCellFilled(tag, cells, tools, "Write the date, what happened, and the layer.");
    const events = table.rows.flatMap((row) => row.cells.slice(1, 2));
    const told = everyNameOnce(tag, events, tools);
    const dated = table.rows.map((row) => readRow(row, tag, tools));
    const layers = [...new Set(table.rows.map(({ cells: [, , layer] }) => layer?.plain ?? ""))];
    if (layers.length > MOST_LAYERS) {
      tools.report(
        "timeline-layers",
        table.node,
        `<Timeline id="${tag.id}"> has ${layers.length} layers.`,
        `Join some: at most ${MOST_LAYERS} can be told apart. The same layer has the same words in each of its rows.`,
      );
      return null;
    }
    const rows: TimelinePublic["rows"] = [];
    for (const [index, when] of dated.entries()) {
      const [, words, layer] = table.rows[index]?.cells ?? [];
      if (!when || !words || !layer) return null;
      rows.push({ ...when, layer: layers.indexOf(layer.plain), words: words.words });
    }
    if (!filled || !told || !isInOrder(rows, table.rows, tag, tools)) return null;
    const { title, lead, notes } = table;
    return {
      public: {
        kind: "timeline",
        id: tag.id,
        title,
        lead,
        layerHead: table.head[2] ?? "",
        layers,
        rows,
        notes,
      } satisfies TimelinePublic,
      parts: { rows: rows.length, layers: layers.length },
      key: rows.map(({ from, until, general, layer }) => [from, until, general, layer]),
    };
  },
};

function readRow({ cells: [date] }: Row, tag: Tag, tools: SyntaxTools) {
  if (!date || date.plain === "") return null;
  const when = readWhen(date.plain);
  if (!when) {
    tools.report(
      "timeline-date",
      date.node,
      `“${date.plain}” of <Timeline id="${tag.id}"> is no date.`,
      "Write a year, a month or a day: 1990, 2003-06 or 2013-11-26; after → when it came into force; a ? at the end for a date from general knowledge.",
    );
  }
  return when;
}

function isInOrder(rows: TimelinePublic["rows"], written: readonly Row[], tag: Tag, tools: SyntaxTools): boolean {
  const at = rows.findIndex(({ from }, index) => index > 0 && isAfter(rows[index - 1]?.from ?? "", from));
  const [before, here, row] = [rows[at - 1], rows[at], written[at]];
  if (!before || !here || !row) return true;
  tools.report(
    "timeline-order",
    row.node,
    `In <Timeline id="${tag.id}"> ${here.from} stands after ${before.from}.`,
    "Write the rows in the order of time, the earliest first.",
  );
  return false;
}
