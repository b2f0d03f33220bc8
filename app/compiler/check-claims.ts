/**
 * Every claim of fact carries its source. A number or a year is taken as a claim: two digits or more, a decimal or a percentage.
 * Cases in a `Callout kind="example"` and in a `Scenario` are invented and claim nothing; neither do headings, and neither does what a
 * question asks or offers, nor anything in a `Reflect` or a `Plan`; what an exhibit claims its syntax says. The papers and questions of a `CaseFile` are a case; its
 * model answers may use the numbers of the papers, and claim what they say besides. On a `Card` each paragraph, item and row needs a source,
 * numbers or not. A sheet to print goes from hand to hand without the lesson around it: it has no cases, and it cites at least one source.
 */
import { caseParts } from "#app/activities/case-file/case-parts.ts";
import { findParts } from "#app/activities/parts-list.ts";
import { partsOf } from "#app/activities/scenario/headings.ts";
import { findExhibitSyntax } from "#app/activities/syntaxes.ts";
import type { MarkdownNode } from "#app/activities/markdown-node.ts";
import type { PageKind } from "./check-structure.ts";
import { attributesOf, type Report } from "./guard.ts";
import { tagRule } from "./vocabulary.ts";
import { textOf, walk } from "./walk.ts";

const IN_LESSON: Around = { onCard: false, hasCases: true };

const NUMBER = /\p{Nd}+(?:[.,]\p{Nd}+)+|\p{Nd}+\s*%|\p{Nd}{2,}/u;
const NUMBERS = new RegExp(NUMBER.source, "gu");

export function checkClaims(tree: MarkdownNode, kind: PageKind, report: Report): void {
  if (kind === "aid" && !hasCite(tree)) {
    const fix = 'Put <Cite id="…" at="…" /> right after what it is taken from.';
    report("aid-without-source", tree, "The aid names no source.", fix);
  }
  checkInside(tree, { onCard: false, hasCases: kind !== "aid" }, report);
}

interface Around {
  onCard: boolean;
  /** Whether a `Callout kind="example"` is a case, whose figures are invented. */
  hasCases: boolean;
}

function checkInside(node: MarkdownNode, around: Around, report: Report): void {
  for (const child of node.children ?? []) checkBlock(child, around, report);
}

function checkBlock(node: MarkdownNode, around: Around, report: Report): void {
  if (node.type === "heading") return;
  // One source may stand for all figures of a chart; its syntax asks for it.
  if (node.name === "Chart") return;
  if (around.hasCases && node.name === "Callout" && attributesOf(node).get("kind") === "example") return;
  if (tagRule(node.name)?.claimless) return;
  if (node.name === "CaseFile") {
    checkCaseFile(node, report);
  } else if (node.name === "Scenario") {
    checkScenario(node, report);
  } else if (tagRule(node.name)?.place === "activity") {
    checkActivity(node, report);
  } else if (tagRule(node.name)?.place === "exhibit") {
    const claims = findExhibitSyntax(node.name ?? "")?.claims?.(node) ?? node.children ?? [];
    for (const child of claims) checkBlock(child, around, report);
  } else if (node.type === "paragraph") {
    checkUnit(node, [node], "paragraph", around.onCard, report);
  } else if (node.type === "listItem") {
    const own = (node.children ?? []).filter((child) => child.type === "paragraph");
    if (own.length > 0) checkUnit(node, own, "list item", around.onCard, report);
    for (const child of node.children ?? []) if (!own.includes(child)) checkBlock(child, around, report);
  } else if (node.type === "table") {
    for (const row of (node.children ?? []).slice(1)) checkUnit(row, [row], "table row", around.onCard, report);
  } else {
    checkInside(node, { ...around, onCard: around.onCard || node.name === "Card" }, report);
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
    if (child.type === "blockquote") checkInside(child, IN_LESSON, report);
  });
  for (const child of children.slice(at + 1)) checkBlock(child, IN_LESSON, report);
}

/** What is told in a scenario is a case; what its quotations and its debrief say is claimed. */
function checkScenario(node: MarkdownNode, report: Report): void {
  const { before, parts } = partsOf(node.children ?? []);
  for (const told of [before, ...parts.filter(({ kind }) => kind !== "debrief").map(({ nodes }) => nodes)]) {
    for (const one of told) {
      walk(one, (child) => {
        if (child.type !== "blockquote") return true;
        checkInside(child, IN_LESSON, report);
        return false;
      });
    }
  }
  for (const one of parts.filter(({ kind }) => kind === "debrief").flatMap(({ nodes }) => nodes)) {
    checkBlock(one, IN_LESSON, report);
  }
}

/** A number that stands in the papers belongs to the case, wherever it is repeated. */
function checkCaseFile(node: MarkdownNode, report: Report): void {
  const { before, papers, list } = caseParts(node);
  const known = new Set([...before, ...papers.flatMap(({ title, nodes }) => [title, ...nodes])].flatMap(numbersIn));
  for (const item of list?.children ?? []) {
    for (const answer of (item.children ?? []).filter(({ type }) => type === "blockquote")) {
      for (const child of answer.children ?? []) {
        if (numbersIn(child).some((number) => !known.has(number))) checkBlock(child, IN_LESSON, report);
      }
    }
  }
}

function numbersIn(node: MarkdownNode): string[] {
  const found: string[] = [];
  walk(node, ({ type, value }) => {
    if (type === "text" || type === "inlineCode") found.push(...((value ?? "").match(NUMBERS) ?? []));
  });
  return found;
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
