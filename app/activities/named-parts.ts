/** Bodies whose parts have names: a heading of the third level says the name, and the part goes on until the next one. */
import type { MarkdownNode } from "./markdown-node.ts";

export interface NamedPart {
  name: string;
  heading: MarkdownNode;
  blocks: MarkdownNode[];
}

/** What stands before the first part, and the parts in their order. */
export function namedParts(nodes: readonly MarkdownNode[]): { before: MarkdownNode[]; parts: NamedPart[] } {
  const before: MarkdownNode[] = [];
  const parts: NamedPart[] = [];
  for (const node of nodes) {
    if (node.type === "heading") parts.push({ name: wordsOf(node).trim(), heading: node, blocks: [] });
    else (parts.at(-1)?.blocks ?? before).push(node);
  }
  return { before, parts };
}

/** The words of a node and everything in it. */
export function wordsOf(node: MarkdownNode): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value ?? "";
  return (node.children ?? []).map(wordsOf).join("");
}
