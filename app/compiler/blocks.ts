/**
 * A page as the sequence of its blocks: what a translator translates one by one, and what rests on a source. A block's text is the
 * author's own Markdown with its white space made single, so that wrapping lines anew changes nothing.
 */
import type { MarkdownNode, MarkdownPoint } from "#app/activities/markdown-node.ts";
import type { BlockPart } from "#app/domain/content-status.ts";
import { attributesOf, isTag } from "./guard.ts";
import { tagRule } from "./vocabulary.ts";
import { textOf, walk } from "./walk.ts";

export interface PageBlock {
  kind: BlockPart;
  /** The part of the page that holds it in every language: `page`, `s0` before the first section, `s1` …, or an activity's id. */
  scope: string;
  text: string;
  /** Words that a learner reads. */
  words: number;
  /** In the author's file. */
  place: MarkdownPoint;
  cites: { id: string; at: string }[];
  /** The innermost tag around it, with its id or title. */
  within: { tag: string; id: string | null; activity: boolean } | null;
}

/** Attributes whose value is words for the reader. */
const WORDS_IN_ATTRIBUTES = [
  "alt",
  "title",
  "label",
  "caption",
  "columns",
  "unit",
  "period",
  "publisher",
  "status",
  "more",
  "meters",
  "note",
  "ends",
];

interface Around {
  scope: string;
  within: PageBlock["within"];
  kind: BlockPart;
  /** What marks the next block of a list or quotation. */
  mark: string;
}

/**
 * The blocks of a page in its order.
 * @param front title and summary with their places
 * @param body the Markdown that `tree` was parsed from
 * @param placeOf the place of a node in the author's file
 */
export function blocksIn(
  tree: MarkdownNode,
  body: string,
  front: { kind: "title" | "summary"; text: string; place: MarkdownPoint }[],
  placeOf: (node: MarkdownNode) => MarkdownPoint,
): PageBlock[] {
  const blocks: PageBlock[] = front.map(({ kind, text, place }) => ({
    kind,
    scope: "page",
    text: single(text),
    words: countWords(text),
    place,
    cites: [],
    within: null,
  }));
  let sections = 0;

  const add = (node: MarkdownNode, kind: BlockPart, around: Around, text = sourceOf(node, body)) => {
    const written = `${around.mark}${single(text)}`;
    around.mark = "";
    if (written === "") return;
    const words = kind === "attribute" ? text : textOf(node);
    blocks.push({
      kind,
      scope: around.scope,
      text: written,
      words: kind === "definition" ? 0 : countWords(words),
      place: placeOf(node),
      cites: kind === "attribute" ? [] : citesIn(node),
      within: around.within,
    });
  };
  const inside = (node: MarkdownNode, around: Around) => {
    for (const child of node.children ?? []) visit(child, around);
  };
  const visit = (node: MarkdownNode, around: Around): void => {
    const inMatch = around.within?.tag === "Match";
    if (node.type === "heading" && around.within === null) {
      if (node.depth === 2) {
        sections += 1;
        around.scope = `s${sections}`;
      }
      add(node, "heading", around);
    } else if (node.type === "heading") {
      // Inside a tag it names a part, in every language alike.
    } else if (node.type === "paragraph") {
      add(node, around.kind, around);
    } else if (node.type === "tableRow") {
      add(node, "row", around);
    } else if (node.type === "definition") {
      add(node, "definition", around);
    } else if (node.type === "list") {
      inside(node, inMatch && node.ordered ? { ...around, kind: "reason" } : around);
    } else if (node.type === "listItem") {
      const box = node.checked === true ? "[x] " : node.checked === false ? "[ ] " : "";
      const kind = box && around.within?.activity ? "option" : inMatch && around.kind === "reason" ? "reason" : "item";
      inside(node, { ...around, kind, mark: `${around.mark}${box || "- "}` });
    } else if (node.type === "blockquote") {
      const part = around.kind === "option" || (around.kind === "item" && around.within?.activity === true);
      inside(node, { ...around, kind: part ? "reason" : "quotation", mark: "> " });
    } else if (isTag(node)) {
      visitTag(node, around);
    } else {
      inside(node, around);
    }
  };
  const visitTag = (node: MarkdownNode, around: Around): void => {
    const attributes = attributesOf(node);
    const activity = tagRule(node.name)?.place === "activity";
    const id = attributes.get("id") ?? attributes.get("title") ?? null;
    const held: Around = {
      scope: activity && id !== null ? id : around.scope,
      within: { tag: node.name ?? "", id, activity },
      kind: "paragraph",
      mark: "",
    };
    for (const name of WORDS_IN_ATTRIBUTES) {
      const words = attributes.get(name);
      if (words !== undefined) add(node, "attribute", { ...held, mark: `${name}: ` }, words);
    }
    inside(node, held);
  };
  const root: Around = { scope: "s0", within: null, kind: "paragraph", mark: "" };
  inside(tree, root);
  return blocks;
}

/** How many words a text has; figures count as words. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[-–’'.,][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

function citesIn(node: MarkdownNode): PageBlock["cites"] {
  const cites: PageBlock["cites"] = [];
  walk(node, (child) => {
    if (child.name !== "Cite") return;
    const attributes = attributesOf(child);
    cites.push({ id: attributes.get("id") ?? "", at: attributes.get("at") ?? "" });
  });
  return cites;
}

function sourceOf(node: MarkdownNode, body: string): string {
  const offsetOf = (point: MarkdownPoint & { offset?: number }) => point.offset ?? 0;
  return node.position ? body.slice(offsetOf(node.position.start), offsetOf(node.position.end)) : "";
}

function single(text: string): string {
  return text
    .replace(/\n[ \t]*(?:>[ \t]?)*/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
