import { ranked } from "#app/domain/attempt.ts";
import { plainText, type RichNode } from "#app/domain/rich-text.ts";
import type { ActivitySyntax, ActivityTag, SyntaxTools } from "../activity-syntax.ts";
import type { MarkdownNode } from "../markdown-node.ts";
import type { MatchKey, MatchPublic } from "./definition.ts";

interface Row {
  node: MarkdownNode;
  words: RichNode[];
  /** Place of the answer among the distinct answers, by first appearance. */
  answer: number;
}

/** A `<Match>`: a table of pairs, then a numbered list with a reason for each row. */
export const matchSyntax: ActivitySyntax = {
  kind: "match",
  reads: (tag) => tag.tag === "Match",
  parse(tag, tools) {
    const children = tag.node.children ?? [];
    const at = children.findIndex((node) => node.type === "table");
    const table = children[at];
    const stem = at > 0 ? children[at - 1] : undefined;
    if (!table || stem?.type !== "paragraph") {
      tools.report(
        table ? "match-without-stem" : "match-without-table",
        tag.node,
        table ? `The match "${tag.id}" does not say what to do.` : `The match "${tag.id}" has no table.`,
        table
          ? "Write a paragraph right before the table, with an empty line between them."
          : "Write the pairs as a table of two columns.",
      );
      return null;
    }
    const reasons = children[at + 1];
    const read = readRows(table, tag, tools);
    const texts = readReasons(reasons, table, tag, tools);
    if (!read || !texts) return null;

    // The order of the file would give the pairs away, so the answers are numbered by an order of their own.
    const places = ranked(
      read.answers.map((_, index) => String(index)),
      tools.rank,
    ).map(Number);
    const answerId = (index: number) => `a${places.indexOf(index) + 1}`;
    const parts: Record<string, RichNode[]> = {};
    const pairs: Record<string, string> = {};
    const rows: MatchPublic["rows"] = [];
    for (const [index, row] of read.rows.entries()) {
      const surplus = plainText(row.words).trim() === "";
      const id = surplus ? answerId(row.answer) : `r${rows.length + 1}`;
      parts[id] = texts[index] ?? [];
      if (surplus) continue;
      rows.push({ id, text: row.words });
      pairs[id] = answerId(row.answer);
    }
    const activity: MatchPublic = {
      kind: "match",
      id: tag.id,
      outcome: tag.outcome,
      setting: tools.blocks(children.slice(0, at - 1)),
      stem: tools.inline(stem.children ?? []),
      rows,
      answers: places.map((index, place) => ({ id: `a${place + 1}`, text: read.answers[index] ?? [] })),
    };
    return {
      public: activity,
      key: { pairs } satisfies MatchKey,
      feedback: { parts, explanation: tools.blocks(children.slice(at + 2)) },
      parts: { rows: rows.length, answers: read.answers.length },
    };
  },
};

function readRows(
  table: MarkdownNode,
  tag: ActivityTag,
  tools: SyntaxTools,
): { rows: Row[]; answers: RichNode[][] } | null {
  const rows: Row[] = [];
  const answers: RichNode[][] = [];
  const places = new Map<string, number>();
  const surplus = new Set<number>();
  let whole = true;
  const refuse = (node: MarkdownNode, code: string, message: string, fix: string) => {
    tools.report(code, node, message, fix);
    whole = false;
  };
  for (const node of (table.children ?? []).slice(1)) {
    const cells = (node.children ?? []).map((cell) => tools.inline(cell.children ?? []));
    const [words = [], answer = []] = cells;
    const text = plainText(answer).replace(/\s+/g, " ").trim();
    if (cells.length !== 2 || text === "") {
      refuse(
        node,
        cells.length === 2 ? "match-empty-answer" : "match-columns",
        cells.length === 2
          ? `A row of the match "${tag.id}" has no answer.`
          : `A row of the match "${tag.id}" does not have two cells.`,
        cells.length === 2 ? "Fill the second cell." : "Give each row two cells: | what is asked | its answer |.",
      );
      continue;
    }
    const isSurplus = plainText(words).trim() === "";
    const known = places.get(text);
    const place = known ?? answers.push(answer) - 1;
    places.set(text, place);
    if (isSurplus ? known !== undefined : surplus.has(place)) {
      refuse(
        node,
        "match-surplus-used",
        `The answer “${text}” of the match "${tag.id}" is surplus and belongs to a row as well.`,
        "Give a surplus answer words of its own, or take its row out.",
      );
    }
    if (isSurplus) surplus.add(place);
    rows.push({ node, words, answer: place });
  }
  if (whole && (rows.length - surplus.size < 2 || answers.length < 2)) {
    refuse(
      table,
      "match-too-small",
      `The match "${tag.id}" has fewer than two pairs or fewer than two answers.`,
      "Give at least two rows and two different answers.",
    );
  }
  return whole ? { rows, answers } : null;
}

function readReasons(
  list: MarkdownNode | undefined,
  table: MarkdownNode,
  tag: ActivityTag,
  tools: SyntaxTools,
): RichNode[][] | null {
  const rows = (table.children ?? []).length - 1;
  const items = list?.type === "list" && list.ordered === true ? (list.children ?? []) : [];
  if (items.length !== rows) {
    tools.report(
      "match-reasons",
      items.length > 0 && list ? list : table,
      `The match "${tag.id}" has ${rows} rows; its list of reasons has ${items.length}.`,
      "Write a numbered list after the table, with one reason for each row, in the order of the rows.",
    );
    return null;
  }
  return items.map((item) => tools.blocks(item.children ?? []));
}
