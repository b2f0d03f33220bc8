/**
 * Every claim of fact carries its source. A number or a year is taken as a claim: two digits or more, a decimal or a percentage.
 * Cases in a `Callout kind="example"` are invented and claim nothing; neither do headings, and neither does what a question asks or
 * offers, nor anything in a `Plan`. On a `Card` each paragraph, item and row needs a source, numbers or not.
 */
import { findParts } from "#app/activities/parts-list.ts";
import type { MarkdownNode } from "#app/activities/markdown-node.ts";
import { attributesOf, type Report } from "./guard.ts";
import { tagRule } from "./vocabulary.ts";
import { textOf, walk } from "./walk.ts";

const NUMBER = /\p{Nd}+(?:[.,]\p{Nd}+)+|\p{Nd}+\s*%|\p{Nd}{2,}/u;

export function checkClaims(tree: MarkdownNode, report: Report): void {
  checkInside(tree, false, report);
}

function checkInside(node: MarkdownNode, onCard: boolean, report: Report): void {
  for (const child of node.children ?? []) checkBlock(child, onCard, report);
}

function checkBlock(node: MarkdownNode, onCard: boolean, report: Report): void {
  if (node.type === "heading") return;
  if (node.name === "Callout" && attributesOf(node).get("kind") === "example") return;
  const rule = tagRule(node.name);
  if (rule?.claimless) return;
  if (rule?.place === "activity") {
    checkActivity(node, report);
  } else if (node.type === "paragraph") {
    checkUnit(node, [node], "paragraph", onCard, report);
  } else if (node.type === "listItem") {
    const own = (node.children ?? []).filter((child) => child.type === "paragraph");
    if (own.length > 0) checkUnit(node, own, "list item", onCard, report);
    for (const child of node.children ?? []) if (!own.includes(child)) checkBlock(child, onCard, report);
  } else if (node.type === "table") {
    for (const row of (node.children ?? []).slice(1)) checkUnit(row, [row], "table row", onCard, report);
  } else {
    checkInside(node, onCard || node.name === "Card", report);
  }
}

/** Only the reasons and the explanation of an activity claim something. */
function checkActivity(node: MarkdownNode, report: Report): void {
  const children = node.children ?? [];
  const isOptions = (child: MarkdownNode) => (child.children ?? []).some((item) => typeof item.checked === "boolean");
  const marked = children.findIndex((child) => child.type === "table" || (child.type === "list" && isOptions(child)));
  const at = marked < 0 ? findParts(children) : marked;
  const parts = children[at];
  if (!parts) return;
  walk(parts, (child) => {
    if (child.type === "blockquote") checkInside(child, false, report);
  });
  for (const child of children.slice(at + 1)) checkBlock(child, false, report);
}

function checkUnit(
  at: MarkdownNode,
  nodes: readonly MarkdownNode[],
  what: string,
  onCard: boolean,
  report: Report,
): void {
  if (nodes.some(hasCite)) return;
  const text = nodes.map(textOf).join(" ");
  const [number] = NUMBER.exec(text) ?? [];
  const fix = 'Put <Cite id="…" at="…" /> right after the claim.';
  if (number !== undefined) {
    report(
      "claim-without-source",
      numberNode(nodes, at),
      `This ${what} states “${number.trim()}” without a source.`,
      fix,
    );
  } else if (onCard && text.trim() !== "") {
    report("claim-without-source", at, `This ${what} stands on a card and has no source.`, fix);
  }
}

function hasCite(node: MarkdownNode): boolean {
  return node.name === "Cite" || (node.children ?? []).some(hasCite);
}

/** The words in which the number stands, so that the author is led there and not to the beginning of the paragraph. */
function numberNode(nodes: readonly MarkdownNode[], otherwise: MarkdownNode): MarkdownNode {
  let found: MarkdownNode | null = null;
  for (const root of nodes) {
    walk(root, (node) => {
      if (found === null && node.type === "text" && NUMBER.test(node.value ?? "")) found = pointAt(node);
    });
  }
  return found ?? otherwise;
}

function pointAt(node: MarkdownNode): MarkdownNode {
  const value = node.value ?? "";
  const before = value.slice(0, NUMBER.exec(value)?.index ?? 0);
  const start = node.position?.start;
  // Escapes and entities make the source longer than the text, and then the column is the beginning of the words.
  if (!start || !node.position || before.includes("\n")) return node;
  return { ...node, position: { ...node.position, start: { line: start.line, column: start.column + before.length } } };
}
