import { ranked } from "#app/domain/attempt.ts";
import { plainText, type RichNode } from "#app/domain/rich-text.ts";
import type { ActivitySyntax, ActivityTag, SyntaxTools } from "../activity-syntax.ts";
import type { MarkdownNode } from "../markdown-node.ts";
import { nameOf, type Part, readPart, readPartsBody } from "../parts-list.ts";
import type { SortKey, SortPublic } from "./definition.ts";

const FIX = "Write a list of the categories, and under each, two spaces further in, the list of its items.";
const [FEWEST, MOST] = [2, 5];

/** A `<Sort>`: a list of categories with the list of its items under each; every item has its reason in a quotation. */
export const sortSyntax: ActivitySyntax = {
  kind: "sort",
  reads: (tag) => tag.tag === "Sort",
  parse(tag, tools) {
    const body = readPartsBody(tag, FIX, tools);
    if (!body) return null;
    const groups = (body.list.children ?? []).map((item) => readCategory(item, tag, tools));
    if (groups.length < FEWEST || groups.length > MOST) {
      tools.report(
        "sort-categories",
        body.list,
        `${nameOf(tag)} has ${groups.length === 1 ? "one category" : `${groups.length} categories`}.`,
        `Give ${FEWEST} to ${MOST}. If an empty line or a line without indentation splits the list, take it out.`,
      );
      return null;
    }
    const whole = groups.filter((group) => group !== null);
    if (whole.length < groups.length) return null;
    const words = whole.map(({ text }) => plainText(text).replace(/\s+/g, " ").trim());
    const twice = words.find((word, index) => words.indexOf(word) < index);
    if (twice !== undefined) {
      const message = `The category “${twice}” of ${nameOf(tag)} stands there twice.`;
      tools.report("sort-category-twice", body.list, message, "Join its items into one list.");
      return null;
    }

    const items = whole.flatMap(({ items: parts }, at) => parts.map((part) => ({ ...part, category: `c${at + 1}` })));
    // The order of the file would give the categories away, so the items are numbered by an order of their own.
    const places = ranked(
      items.map((_, index) => String(index)),
      tools.rank,
    ).map(Number);
    const shown = places.flatMap((index, place) => {
      const item = items[index];
      return item ? [{ id: `i${place + 1}`, ...item }] : [];
    });
    const activity: SortPublic = {
      kind: "sort",
      id: tag.id,
      outcome: tag.outcome,
      setting: body.setting,
      stem: body.stem,
      items: shown.map(({ id, text }) => ({ id, text })),
      categories: whole.map(({ text }, at) => ({ id: `c${at + 1}`, text })),
    };
    return {
      public: activity,
      key: { pairs: Object.fromEntries(shown.map(({ id, category }) => [id, category])) } satisfies SortKey,
      feedback: {
        parts: Object.fromEntries(shown.map(({ id, reason }) => [id, reason])),
        explanation: body.explanation,
      },
      parts: { categories: whole.length, items: items.length },
    };
  },
};

function readCategory(
  node: MarkdownNode,
  tag: ActivityTag,
  tools: SyntaxTools,
): { text: RichNode[]; items: Part[] } | null {
  const [words, list, ...rest] = node.children ?? [];
  const text = words?.type === "paragraph" ? tools.inline(words.children ?? []) : [];
  if (text.length === 0 || list?.type !== "list" || rest.length > 0) {
    tools.report(
      "sort-category",
      rest[0] ?? node,
      `A category of ${nameOf(tag)} is more or less than its name and the list of its items.`,
      "Write its name on one line and its items under it, each beginning with “- ”, two spaces further in.",
    );
    return null;
  }
  const parts = (list.children ?? []).map((item) => readPart(item, "An item", tag, tools));
  const items = parts.filter((part) => part !== null);
  return items.length === parts.length ? { text, items } : null;
}
