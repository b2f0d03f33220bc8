import type { ActivitySyntax } from "../activity-syntax.ts";
import { nameOf, readPart, readPartsBody } from "../parts-list.ts";
import { columnsOf } from "./columns.ts";
import type { MatrixKey, MatrixPublic } from "./definition.ts";

const FIX = "Write each statement on its own line, beginning with “- [x]” if it holds and with “- [ ]” if it does not.";

/** A `<Matrix>`: a list of statements, ticked where they hold, each with its reason in a quotation. */
export const matrixSyntax: ActivitySyntax = {
  kind: "matrix",
  reads: (tag) => tag.tag === "Matrix",
  parse(tag, tools) {
    const body = readPartsBody(tag, FIX, tools);
    if (!body) return null;
    const items = body.list.children ?? [];
    for (const item of items) {
      if (typeof item.checked === "boolean") continue;
      tools.report(
        "statement-without-box",
        item,
        `A statement of ${nameOf(tag)} does not say whether it holds.`,
        "Begin it with “- [x]” if it holds, with “- [ ]” if it does not.",
      );
    }
    if (items.length < 2) {
      tools.report(
        "matrix-too-small",
        body.list,
        `${nameOf(tag)} has only one statement.`,
        "Give at least two. If an empty line or a line without indentation splits the list, take it out.",
      );
    }
    const statements = items.flatMap((item, index) => {
      const part = readPart(item, "A statement", tag, tools);
      return part ? [{ id: `r${index + 1}`, holds: item.checked, ...part }] : [];
    });
    const isWhole = statements.length === items.length && statements.every(({ holds }) => typeof holds === "boolean");
    if (items.length < 2 || !isWhole) return null;

    const columns = columnsOf(tag.attributes.get("columns") ?? "");
    const activity: MatrixPublic = {
      kind: "matrix",
      id: tag.id,
      outcome: tag.outcome,
      setting: body.setting,
      stem: body.stem,
      rows: statements.map(({ id, text }) => ({ id, text })),
      columns,
      fixed: tag.attributes.get("order") === "fixed",
    };
    const pairs = Object.fromEntries(statements.map(({ id, holds }) => [id, holds ? "yes" : "no"]));
    return {
      public: activity,
      key: { pairs } satisfies MatrixKey,
      feedback: {
        parts: Object.fromEntries(statements.map(({ id, reason }) => [id, reason])),
        explanation: body.explanation,
      },
      parts: { statements: statements.length, columns: columns?.length ?? 0 },
    };
  },
};
