import { readNumber } from "#app/domain/written-number.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import type { ExhibitSyntax, SyntaxTools } from "../activity-syntax.ts";
import { type Cell, everyNameOnce, headCells, readTitledTable, type Row, type TitledTable } from "../titled-table.ts";
import { CHART_TYPES, type ChartPublic } from "./definition.ts";

type Tag = Parameters<ExhibitSyntax["parse"]>[0];
type Type = ChartPublic["type"];

/** How many rows and columns can be drawn so that they can be read; the first column holds the labels. */
const BOUNDS: Record<Type, Parameters<typeof readTitledTable>[2]> = {
  bar: { columns: { least: 2, most: 4 }, rows: { least: 1, most: 20 } },
  line: { columns: { least: 2, most: 4 }, rows: { least: 2, most: 60 } },
  share: { columns: { least: 3, most: 6 }, rows: { least: 1, most: 12 } },
};
const GREATEST = 1e15;
/** Rounded parts may miss the whole by this many per cent. */
const ROUNDING = 1;

/** A `<Chart>`: a table of labels and values, and the place that they were taken from. */
export const chartSyntax: ExhibitSyntax = {
  kind: "chart",
  tag: "Chart",
  parse(tag, tools) {
    const type = CHART_TYPES.find((one) => one === tag.attributes.get("type"));
    if (!type) return null;
    const table = readTitledTable(tag, tools, BOUNDS[type]);
    if (!table) return null;
    const labels = table.rows.flatMap(({ cells: [label] }) => label ?? []);
    const named = [everyNameOnce(tag, labels, tools), everyNameOnce(tag, headCells(table, tools).slice(1), tools)];
    const rows = table.rows.map((row) => readRow(row, type, tag, tools));
    const whole = rows.flatMap((row) => row ?? []);
    const sound =
      whole.length === rows.length &&
      hasSource(table, tag, tools) &&
      hasFigures(type, whole, table, tag, tools) &&
      fits(type, whole, table, tag, tools);
    if (!sound || named.includes(false)) return null;
    const [unit, period, publisher] = ["unit", "period", "publisher"].map((name) => tag.attributes.get(name) ?? "");
    const [labelHead = "", ...series] = table.head;
    const { title, lead, notes } = table;
    const activity = {
      ...{
        kind: "chart",
        id: tag.id,
        type,
        title,
        lead,
        unit,
        period,
        publisher,
        labelHead,
        series,
        rows: whole,
        notes,
      },
    };
    return {
      public: activity as ChartPublic,
      parts: { rows: whole.length, series: series.length },
      key: {
        type,
        years: period?.match(/\d{4}/g) ?? [],
        values: whole.map(({ label, values }) => (type === "line" ? [label, ...values] : values)),
      },
    };
  },
};

function readRow({ cells }: Row, type: Type, tag: Tag, tools: SyntaxTools): ChartPublic["rows"][number] | null {
  const [label, ...given] = cells;
  if (!label) return null;
  const bare = label.plain === "";
  if (bare) {
    tools.report(
      "table-cell-empty",
      label.node,
      `A row of <Chart id="${tag.id}"> has no label.`,
      "Write what is counted in its first cell.",
    );
  }
  const values = given.map((cell) => readValue(cell, type, tag, tools));
  const read = values.flatMap((value) => (value === undefined ? [] : [value]));
  if (bare || read.length < values.length) return null;
  return { label: label.plain, words: [...label.words, ...given.flatMap(({ words }) => citesIn(words))], values: read };
}

/** @returns undefined for what is no value */
function readValue({ node, plain }: Cell, type: Type, tag: Tag, tools: SyntaxTools): number | null | undefined {
  if (/^[-–—]$/.test(plain) && type !== "share") return null;
  const unit = tag.attributes.get("unit") ?? "";
  const number = readNumber(plain, tools.language, unit);
  const refuse = (message: string, fix: string) =>
    void tools.report("chart-value", node, `“${plain}” of <Chart id="${tag.id}"> ${message}`, fix);
  if (!number.ok) {
    const example = tools.language === "en" ? "1,250.5" : "1 250,5";
    const gap = type === "share" ? "" : ", or – where nobody knows it";
    return refuse("is no figure.", `Write one number in the form of the language, such as ${example}${gap}.`);
  }
  const { value } = number;
  if (value < 0) return refuse("is below zero.", "Bars and lines begin at zero: show such figures in a table.");
  if (value > GREATEST || Math.round(value * 1000) / 1000 !== value) {
    return refuse("has too many digits.", "Choose a unit, such as millions, and write at most three decimals.");
  }
  return value;
}

/** A column without figures says nothing, and a line needs two. */
function hasFigures(type: Type, rows: ChartPublic["rows"], table: TitledTable, tag: Tag, tools: SyntaxTools): boolean {
  const needed = type === "line" ? 2 : 1;
  const bare = table.head.slice(1).find((_, at) => rows.filter(({ values }) => values[at] !== null).length < needed);
  if (bare === undefined) return true;
  tools.report(
    "chart-without-figures",
    table.node,
    `The column “${bare}” of <Chart id="${tag.id}"> has ${needed === 1 ? "no figure" : "fewer than two figures"}.`,
    "Take the column out, and say below the table what is not known.",
  );
  return false;
}

function fits(type: Type, rows: ChartPublic["rows"], table: TitledTable, tag: Tag, tools: SyntaxTools): boolean {
  const nodeOf = (at: number) => table.rows[at]?.node ?? table.node;
  if (type === "line") {
    const at = rows.findIndex(
      ({ label }, index) => !/^[12]\d{3}$/.test(label) || (index > 0 && label <= (rows[index - 1]?.label ?? "")),
    );
    if (at < 0) return true;
    tools.report(
      "chart-years",
      nodeOf(at),
      `“${rows[at]?.label}” of <Chart id="${tag.id}"> is no year after the one above it.`,
      'Write one year in each row, the earliest first, or use type="bar".',
    );
    return false;
  }
  if (type === "bar") return true;
  const sums = rows.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const at = sums.findIndex((sum) => Math.abs(sum - 100) > ROUNDING + 1e-9);
  const percent = (tag.attributes.get("unit") ?? "").includes("%");
  if (at < 0 && percent) return true;
  tools.report(
    "chart-share",
    at < 0 ? tag.node : nodeOf(at),
    at < 0
      ? `The parts of <Chart id="${tag.id}"> are not counted in per cent.`
      : `The parts of “${rows[at]?.label}” of <Chart id="${tag.id}"> make ${Math.round((sums[at] ?? 0) * 1000) / 1000} %, not 100 %.`,
    at < 0
      ? 'Write unit="%", or use type="bar".'
      : 'Write all parts of the whole, the rest among them, or use type="bar".',
  );
  return false;
}

/** One source may stand for the whole chart, below its table; otherwise each row has its own. */
function hasSource({ notes, lead, title, rows }: TitledTable, tag: Tag, tools: SyntaxTools): boolean {
  const whole = [title, lead, notes].some((nodes) => citesIn(nodes).length > 0);
  if (whole || rows.every(({ cells }) => cells.some(({ words }) => citesIn(words).length > 0))) return true;
  tools.report(
    "chart-without-source",
    tag.node,
    `<Chart id="${tag.id}"> does not say where its figures were taken from.`,
    'Write a line below the table that ends with <Cite id="…" at="…" />, or cite in every row.',
  );
  return false;
}

function citesIn(nodes: readonly RichNode[]): RichNode[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    return node.el === "cite" ? [node] : citesIn(node.children ?? []);
  });
}
