/** The line that leads on: `→ Name of a scene (trust +, safety −)`. */
import type { MarkdownNode } from "../markdown-node.ts";

export interface WrittenWay {
  /** Of the scene. */
  title: string;
  effects: { meter: string; sign: string }[];
}

/** `->` for whoever has no arrow on the keyboard. */
const ARROW = /(?:^|\s)(?:→|->)(?:\s|$)/gu;
const EFFECT = /^(.+?)\s*(\+{1,2}|[-–−]{1,2}|↑{1,2}|↓{1,2})$/u;

/**
 * Parts a paragraph into its words and the way on that stands at its end.
 * @returns way: null without one; words: the nodes before it
 */
export function splitWay(paragraph: MarkdownNode): { words: MarkdownNode[]; way: WrittenWay | null } {
  const nodes = paragraph.children ?? [];
  const at = nodes.findLastIndex((node) => node.type === "text" && lastArrow(node.value ?? "") !== null);
  const value = nodes[at]?.value ?? "";
  const arrow = lastArrow(value);
  if (arrow === null) return { words: nodes, way: null };
  const before = value.slice(0, arrow.from);
  const after = nodes
    .slice(at + 1)
    .flatMap(textsIn)
    .join("");
  const words = [
    ...nodes.slice(0, at),
    ...(before.trim() === "" ? [] : [{ ...(nodes[at] as MarkdownNode), value: before }]),
  ];
  return { words, way: readWay(value.slice(arrow.to) + after) };
}

/** Whether an arrow stands anywhere in a node. */
export function hasArrow(node: MarkdownNode): boolean {
  return textsIn(node).some((value) => lastArrow(value) !== null);
}

/**
 * Reads what stands after an arrow. Brackets at its end hold effects when one of them ends in a sign; otherwise they are of the name.
 * @returns effects: `sign` empty where none could be read
 */
export function readWay(written: string): WrittenWay {
  const words = written.replace(/\s+/g, " ").trim();
  const [, title, inside] = /^(.*?)\s*\(([^()]*)\)$/u.exec(words) ?? [];
  const parts = (inside ?? "").split(/[,;]/).map((part) => part.trim());
  if (title === undefined || !parts.some((part) => EFFECT.test(part))) return { title: words, effects: [] };
  const effects = parts.map((part) => {
    const [, meter = part, sign = ""] = EFFECT.exec(part) ?? [];
    return { meter, sign };
  });
  return { title, effects };
}

/** How far a sign moves a meter: −2…2. */
export function weightOf(sign: string): number {
  return sign.length * (/[+↑]/u.test(sign) ? 1 : -1);
}

function lastArrow(value: string): { from: number; to: number } | null {
  const found = [...value.matchAll(ARROW)].at(-1);
  return found ? { from: found.index, to: found.index + found[0].length } : null;
}

function textsIn(node: MarkdownNode): string[] {
  return node.type === "text" ? [node.value ?? ""] : (node.children ?? []).flatMap(textsIn);
}
