import type { RichNode } from "#app/domain/rich-text.ts";

/** A text in which some words are phrases to mark: formatted text, with a place for each phrase. */
export type SpotNode = RichNode | { phrase: string } | SpotElement;

export interface SpotElement {
  el: "p" | "em" | "strong" | "ul" | "ol" | "li" | "blockquote";
  children: SpotNode[];
}

/** Elements inside which phrases are looked for. */
const HOLDERS: ReadonlySet<string> = new Set(["p", "em", "strong", "ul", "ol", "li", "blockquote"]);

export function isHolder(node: SpotNode): node is SpotElement {
  return typeof node === "object" && "el" in node && HOLDERS.has(node.el) && "children" in node;
}

export function isPhrase(node: SpotNode): node is { phrase: string } {
  return typeof node === "object" && "phrase" in node;
}

/** Every run of plain words in which a phrase can stand. */
export function runsOf(nodes: readonly SpotNode[]): string[] {
  return nodes.flatMap((node) => (typeof node === "string" ? [node] : isHolder(node) ? runsOf(node.children) : []));
}

/**
 * The text with phrases in the place of their words.
 * @param words the words of each phrase by its id; each stands in exactly one run, and none overlaps another
 */
export function withPhrases(nodes: readonly RichNode[], words: ReadonlyMap<string, string>): SpotNode[] {
  return nodes.flatMap((node): SpotNode[] => {
    if (typeof node === "string") return split(node, words);
    return isHolder(node) ? [{ el: node.el, children: withPhrases(node.children as RichNode[], words) }] : [node];
  });
}

/** Ids of the phrases in their order. */
export function phrasesIn(nodes: readonly SpotNode[]): string[] {
  return nodes.flatMap((node) => (isPhrase(node) ? [node.phrase] : isHolder(node) ? phrasesIn(node.children) : []));
}

function split(run: string, words: ReadonlyMap<string, string>): SpotNode[] {
  const found = [...words]
    .map(([id, text]) => ({ id, at: run.indexOf(text), to: run.indexOf(text) + text.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const nodes: SpotNode[] = [];
  let from = 0;
  for (const { id, at, to } of found) {
    if (at > from) nodes.push(run.slice(from, at));
    nodes.push({ phrase: id });
    from = to;
  }
  if (from < run.length) nodes.push(run.slice(from));
  return nodes;
}
