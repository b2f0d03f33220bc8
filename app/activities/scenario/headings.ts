/** The headings of a scenario: each begins a scene, an ending, the debrief or the summary. The words hold in every language. */
import type { MarkdownNode } from "../markdown-node.ts";

export type PartKind = "scene" | "ending" | "debrief" | "summary";

export interface ScenarioPart {
  kind: PartKind;
  /** Of a scene or an ending, without the word that makes it an ending. */
  title: string;
  heading: MarkdownNode;
  /** What stands under the heading. */
  nodes: MarkdownNode[];
}

const ENDING = /^(?:ending|финал|фінал)\s*:\s*/iu;
const DEBRIEF = /^(?:debrief|разбор)$/iu;
/** What parts words; emphasis and the like do not. */
const BLOCKS = new Set(["list", "listItem", "blockquote", "table", "tableRow"]);
const SUMMARY = /^(?:summary|кратко|коратка)$/iu;

/**
 * Parts a body at its headings.
 * @returns before: what stands above the first heading
 */
export function partsOf(nodes: readonly MarkdownNode[]): { before: MarkdownNode[]; parts: ScenarioPart[] } {
  const before: MarkdownNode[] = [];
  const parts: ScenarioPart[] = [];
  for (const node of nodes) {
    if (node.type === "heading") {
      const words = wordsOf(node);
      const kind = DEBRIEF.test(words)
        ? "debrief"
        : SUMMARY.test(words)
          ? "summary"
          : ENDING.test(words)
            ? "ending"
            : "scene";
      parts.push({ kind, title: titleOf(words), heading: node, nodes: [] });
    } else {
      (parts.at(-1)?.nodes ?? before).push(node);
    }
  }
  return { before, parts };
}

/** The name of a scene as its heading has it, or as a way to it says it. */
export function titleOf(words: string): string {
  return single(words).replace(ENDING, "");
}

/** What two names have in common when they name the same scene. */
export function nameOf(title: string): string {
  return titleOf(title).toLowerCase();
}

/** The words of a node with their white space made single. */
export function wordsOf(node: MarkdownNode): string {
  return single(textIn(node));
}

function textIn(node: MarkdownNode): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value ?? "";
  if (node.type === "break") return " ";
  const inside = (node.children ?? []).map(textIn);
  return inside.join(BLOCKS.has(node.type) ? " " : "");
}

function single(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
