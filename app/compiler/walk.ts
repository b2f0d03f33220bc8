import type { MarkdownNode } from "#app/activities/markdown-node.ts";

/**
 * Visits a tree from the root down, in the order of the page.
 * @param see gets each node with those that hold it, the nearest last; `false` leaves its children out
 */
export function walk(
  node: MarkdownNode,
  see: (node: MarkdownNode, ancestors: readonly MarkdownNode[]) => unknown,
  ancestors: readonly MarkdownNode[] = [],
): void {
  if (see(node, ancestors) === false) return;
  const inside = [...ancestors, node];
  for (const child of node.children ?? []) walk(child, see, inside);
}

/** The words of a node and everything in it. */
export function textOf(node: MarkdownNode): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value ?? "";
  if (node.type === "break") return " ";
  return (node.children ?? []).map(textOf).join("");
}
