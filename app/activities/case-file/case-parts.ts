import type { MarkdownNode } from "../markdown-node.ts";

/**
 * What the body of a `<CaseFile>` consists of.
 * @returns before: what stands before the first paper; papers: each with the paragraph of bold words that is its title; list: the
 *   numbered list at the end, or null
 */
export function caseParts(node: MarkdownNode): {
  before: MarkdownNode[];
  papers: { title: MarkdownNode; nodes: MarkdownNode[] }[];
  list: MarkdownNode | null;
} {
  const children = node.children ?? [];
  const last = children.at(-1);
  const list = last?.type === "list" && last.ordered === true ? last : null;
  const before: MarkdownNode[] = [];
  const papers: { title: MarkdownNode; nodes: MarkdownNode[] }[] = [];
  for (const child of list ? children.slice(0, -1) : children) {
    const title = titleOf(child);
    if (title) papers.push({ title, nodes: [] });
    else (papers.at(-1)?.nodes ?? before).push(child);
  }
  return { before, papers, list };
}

/** The bold words, where a paragraph holds nothing else. */
function titleOf(node: MarkdownNode): MarkdownNode | null {
  const words = (node.children ?? []).filter((child) => child.type !== "text" || (child.value ?? "").trim() !== "");
  const [only] = words;
  return node.type === "paragraph" && words.length === 1 && only?.type === "strong" ? only : null;
}
