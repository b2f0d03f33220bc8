/**
 * A page as the passages that a reader meets one by one: a paragraph, a list item, a table cell, an option, its reason. Passages
 * hold words alone, without marks and tags, and know where each word stands in the author's file.
 */
import type { MarkdownNode, MarkdownPoint } from "#app/activities/markdown-node.ts";
import { attributesOf, isTag } from "./guard.ts";
import { tagRule } from "./vocabulary.ts";

export type PassageKind =
  | "title"
  | "summary"
  | "heading"
  | "paragraph"
  | "list item"
  | "table cell"
  | "quotation"
  | "option"
  | "reason"
  | "text for a picture"
  | "content note"
  | "title of a card"
  | "date of a card";

export interface Passage {
  kind: PassageKind;
  /** What holds it, the same in every language: `page`, `s0` before the first section, `s1` …, or the id of an activity or exhibit. */
  part: string;
  /** A place without words of its own, such as a citation, is a line break. */
  text: string;
  /** In the author's file. */
  place: MarkdownPoint;
  /** Where each run of words begins, by offset in `text`. */
  pieces: { from: number; place: MarkdownPoint }[];
}

interface Around {
  part: string;
  kind: PassageKind;
  inActivity: boolean;
  inMatch: boolean;
  inShort: boolean;
  inParts: boolean;
}

/**
 * The passages of a page in its order.
 * @param front title and summary with their places in the author's file
 * @param pointOf the place in the author's file of a place in the Markdown
 */
export function passagesIn(
  tree: MarkdownNode,
  front: readonly { kind: "title" | "summary"; text: string; place: MarkdownPoint }[],
  pointOf: (point: MarkdownPoint) => MarkdownPoint,
): Passage[] {
  const passages: Passage[] = front.map((one) => ({ ...one, part: "page", pieces: [{ from: 0, place: one.place }] }));
  let sections = 0;
  const placeOf = (node: MarkdownNode) => pointOf(node.position?.start ?? { line: 1, column: 1 });
  const add = (node: MarkdownNode, kind: PassageKind, { part }: Around) => {
    const { text, pieces } = wordsOf(node, pointOf);
    if (text.trim() !== "") passages.push({ kind, part, text, place: placeOf(node), pieces });
  };
  const addAttribute = (node: MarkdownNode, name: string, kind: PassageKind, { part }: Around) => {
    const text = attributesOf(node).get(name);
    const place = placeOf(node);
    if (text !== undefined) passages.push({ kind, part, text, place, pieces: [{ from: 0, place }] });
  };
  const inside = (node: MarkdownNode, around: Around) => {
    for (const child of node.children ?? []) visit(child, around);
  };
  const visit = (node: MarkdownNode, around: Around): void => {
    if (node.type === "heading" && around.inParts) {
      // It names a part of a tag and is shown to nobody.
    } else if (node.type === "heading") {
      if (node.depth === 2 && around.part === `s${sections}`) {
        sections += 1;
        around.part = `s${sections}`;
      }
      add(node, "heading", around);
    } else if (node.type === "paragraph") add(node, around.kind, around);
    else if (node.type === "tableCell") add(node, "table cell", around);
    else if (node.type === "blockquote") {
      inside(node, { ...around, kind: around.kind === "option" ? "reason" : "quotation" });
    } else if (node.type === "listItem") {
      const box = typeof node.checked === "boolean";
      const kind = box && around.inActivity ? "option" : around.inMatch ? "reason" : "list item";
      // Each language has wordings of its own for a short answer, and not equally many.
      const read = box && around.inShort ? (node.children ?? []).filter(({ type }) => type === "blockquote") : null;
      inside(read ? { ...node, children: read } : node, { ...around, kind });
    } else if (isTag(node)) visitTag(node, around);
    else inside(node, around);
  };
  const visitTag = (node: MarkdownNode, around: Around): void => {
    const { place, parts } = tagRule(node.name) ?? {};
    const piece = place === "activity" || place === "exhibit";
    const held: Around = {
      part: (piece ? attributesOf(node).get("id") : undefined) ?? around.part,
      kind: "paragraph",
      inActivity: piece,
      inMatch: node.name === "Match",
      inShort: node.name === "Short",
      inParts: parts === true,
    };
    if (node.name === "Figure") addAttribute(node, "alt", "text for a picture", held);
    if (node.name === "Scenario") addAttribute(node, "note", "content note", held);
    if (node.name === "Card") {
      addAttribute(node, "title", "title of a card", held);
      addAttribute(node, "date", "date of a card", held);
    }
    inside(node, held);
  };
  const root: Around = {
    part: "s0",
    kind: "paragraph",
    inActivity: false,
    inMatch: false,
    inShort: false,
    inParts: false,
  };
  inside(tree, root);
  return passages;
}

/** The place in the author's file of an offset in the text of a passage; exact unless escapes stand before it on its line. */
export function placeIn(passage: Passage, offset: number): MarkdownPoint {
  const piece = passage.pieces.findLast(({ from }) => from <= offset);
  if (!piece) return passage.place;
  // Title and summary may stand on the line below their name: only the line of front matter is known.
  if (passage.part === "page") return piece.place;
  return { line: piece.place.line, column: piece.place.column + offset - piece.from };
}

function wordsOf(
  node: MarkdownNode,
  pointOf: (point: MarkdownPoint) => MarkdownPoint,
): Pick<Passage, "text" | "pieces"> {
  const pieces: Passage["pieces"] = [];
  let text = "";
  const visit = (child: MarkdownNode): void => {
    const start = child.position?.start;
    if (child.type === "text" || child.type === "inlineCode") {
      for (const [index, line] of (child.value ?? "").split("\n").entries()) {
        if (index > 0) text += "\n";
        const point = start && { line: start.line + index, column: index === 0 ? start.column : 1 };
        if (point) pieces.push({ from: text.length, place: pointOf(point) });
        text += line;
      }
    } else if (child.type === "break" || (child.children ?? []).length === 0) text += "\n";
    else for (const one of child.children ?? []) visit(one);
  };
  for (const child of node.children ?? []) visit(child);
  return { text, pieces };
}
