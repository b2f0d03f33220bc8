import type { ExhibitSyntax, SyntaxTools } from "../activity-syntax.ts";
import { everyCellFilled, everyNameOnce, headCells, readTitledTable, type TitledTable } from "../titled-table.ts";
import type { ComparePublic } from "./definition.ts";

type Tag = Parameters<ExhibitSyntax["parse"]>[0];

const BOUNDS = { columns: { least: 2, most: 8 }, rows: { least: 2, most: 40 } };

/** A `<Compare>`: a table of things and of what is said of each. */
export const compareSyntax: ExhibitSyntax = {
  kind: "compare",
  tag: "Compare",
  parse(tag, tools) {
    const table = readTitledTable(tag, tools, BOUNDS);
    if (!table) return null;
    const names = table.rows.flatMap(({ cells }) => cells.slice(0, 1));
    const status = columnOf("status", tag, table, tools);
    const more = columnOf("more", tag, table, tools);
    const told = table.rows.flatMap(({ cells }) => cells.filter((_, at) => at !== more.at));
    const sound = [
      everyCellFilled(tag, told, tools, "Say what is known, or in words that it is not known."),
      everyNameOnce(tag, names, tools),
      everyNameOnce(tag, headCells(table, tools), tools),
      isApart(status.at, more.at, table, tag, tools),
    ];
    if (!status.ok || !more.ok || sound.includes(false)) return null;
    const [thingHead = "", ...heads] = table.head;
    // Places among the criteria: without the first column, and without what is shown on demand.
    const kept = heads.flatMap((_, at) => (at + 1 === more.at ? [] : [at]));
    const { title, lead, notes } = table;
    return {
      public: {
        kind: "compare",
        id: tag.id,
        title,
        lead,
        thingHead,
        criteria: kept.map((at) => heads[at] ?? ""),
        status: status.at === null ? null : kept.indexOf(status.at - 1),
        more: more.at === null ? null : (table.head[more.at] ?? ""),
        things: table.rows.map(({ cells: [name, ...cells] }) => ({
          name: name?.plain ?? "",
          words: name?.words ?? [],
          cells: kept.map((at) => cells[at]?.words ?? []),
          more: more.at === null ? [] : (cells[more.at - 1]?.words ?? []),
        })),
        notes,
      } satisfies ComparePublic,
      parts: { rows: table.rows.length, columns: table.head.length },
      key: { status: status.at, more: more.at },
    };
  },
};

/** The column that an attribute names by its head; `at` is null where the tag has no such attribute. */
function columnOf(
  attribute: string,
  tag: Tag,
  table: TitledTable,
  tools: SyntaxTools,
): { at: number | null; ok: boolean } {
  const head = tag.attributes.get(attribute);
  if (head === undefined) return { at: null, ok: true };
  const at = table.head.indexOf(head.trim(), 1);
  if (at > 0) return { at, ok: true };
  tools.report(
    "compare-column",
    tag.node,
    `<Compare id="${tag.id}"> has no column “${head}”, which its ${attribute} names.`,
    `Write the head of one of its columns: ${table.head.slice(1).join(", ")}.`,
  );
  return { at: null, ok: false };
}

/** Something must be left to compare. */
function isApart(
  status: number | null,
  more: number | null,
  table: TitledTable,
  tag: Tag,
  tools: SyntaxTools,
): boolean {
  if (more === null || (status !== more && table.head.length > 2)) return true;
  tools.report(
    "compare-column",
    tag.node,
    `<Compare id="${tag.id}"> shows on demand what it compares by.`,
    "Let more name a column that is neither the status nor the only one.",
  );
  return false;
}
