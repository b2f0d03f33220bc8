/** The bodies of the kinds that are written as a list with a reason under each part: matrix, sort, order. */
import type { RichNode } from "#app/domain/rich-text.ts";
import type { ActivityTag, SyntaxTools } from "./activity-syntax.ts";
import type { MarkdownNode } from "./markdown-node.ts";

export interface PartsBody {
  setting: RichNode[];
  stem: RichNode[];
  list: MarkdownNode;
  explanation: RichNode[];
}

/** One part of the list, such as a statement, an item or a step. */
export interface Part {
  text: RichNode[];
  reason: RichNode[];
}

/** Place of the list of parts: the first with a box or a quotation in it, otherwise the last list; -1 without any list. */
export function findParts(nodes: readonly MarkdownNode[]): number {
  const at = nodes.findIndex(isPartsList);
  return at >= 0 ? at : nodes.findLastIndex((node) => node.type === "list");
}

/**
 * Reads the case, the paragraph that asks, the list of parts and the explanation.
 * @param fix how the list is written
 * @returns null when the list or the question is missing, or a part stands outside of the list; it was reported then
 */
export function readPartsBody(tag: ActivityTag, fix: string, tools: SyntaxTools): PartsBody | null {
  const children = tag.node.children ?? [];
  const at = findParts(children);
  const list = children[at];
  if (!list) {
    tools.report("parts-missing", tag.node, `${nameOf(tag)} has no list.`, fix);
    return null;
  }
  const stem = children[at - 1];
  if (stem?.type !== "paragraph") {
    tools.report(
      "parts-without-stem",
      tag.node,
      `${nameOf(tag)} does not say what to do.`,
      "Write it as a paragraph right before the list, with an empty line between them.",
    );
    return null;
  }
  const after = children.slice(at + 1);
  const stray = after[0]?.type === "blockquote" ? after[0] : after.find(isPartsList);
  if (stray) {
    tools.report(
      "part-outside-list",
      stray,
      `A reason or a part of ${nameOf(tag)} stands outside the list.`,
      "Indent the “>” of a reason as far as the words above it, and write no text between the parts.",
    );
    return null;
  }
  return {
    setting: tools.blocks(children.slice(0, at - 1)),
    stem: tools.inline(stem.children ?? []),
    list,
    explanation: tools.blocks(after),
  };
}

/**
 * Reads a part: its words, and its reason in a quotation under them.
 * @param what the part, with its article, such as “A step”
 * @returns null when it is not whole; it was reported then
 */
export function readPart(item: MarkdownNode, what: string, tag: ActivityTag, tools: SyntaxTools): Part | null {
  const [words, quotation, ...rest] = item.children ?? [];
  const text = words?.type === "paragraph" ? tools.inline(words.children ?? []) : [];
  if (text.length === 0) {
    tools.report("part-without-words", item, `${what} of ${nameOf(tag)} has no words.`, "Write them on its own line.");
    return null;
  }
  if (quotation?.type !== "blockquote" || (quotation.children ?? []).length === 0) {
    tools.report(
      "part-without-reason",
      item,
      `${what} of ${nameOf(tag)} has no reason.`,
      "Write it on the next line, indented as far as the words above it, beginning with “> ”.",
    );
    return null;
  }
  const [surplus] = rest;
  if (surplus) {
    tools.report(
      "part-with-more",
      surplus,
      `${what} of ${nameOf(tag)} holds more than its words and its reason.`,
      "Give each one paragraph of words and one quotation.",
    );
    return null;
  }
  return { text, reason: tools.blocks(quotation.children ?? []) };
}

/** An activity as its author wrote it. */
export function nameOf(tag: Pick<ActivityTag, "tag" | "id">): string {
  return `<${tag.tag} id="${tag.id}">`;
}

function isPartsList(node: MarkdownNode): boolean {
  return node.type === "list" && (node.children ?? []).some(isPart);
}

function isPart(item: MarkdownNode): boolean {
  return (
    typeof item.checked === "boolean" ||
    (item.children ?? []).some((child) => child.type === "blockquote" || isPartsList(child))
  );
}
