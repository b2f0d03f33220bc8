import type { RichNode } from "#app/domain/rich-text.ts";
import { plainText } from "#app/domain/rich-text.ts";
import type { ActivityTag, SyntaxTools } from "./activity-syntax.ts";
import type { MarkdownNode } from "./markdown-node.ts";

/** One `- [x]` or `- [ ]` of a list that is no list of options: what is right, near, a fault or a decoy. */
export interface Box {
  node: MarkdownNode;
  ticked: boolean;
  /** Its words with their white space made single. */
  words: string;
  /** Null without a quotation under it. */
  reason: RichNode[] | null;
}

export interface BoxedBody {
  /** What stands before the list. */
  before: MarkdownNode[];
  boxes: Box[];
  list: MarkdownNode;
  explanation: RichNode[];
}

/**
 * Reads the body of a tag that is made of a beginning, a list of boxes and an explanation.
 * @param what what its boxes are, in the plural, for the sentences
 * @returns null when something is missing that no activity can be without; it was reported then
 */
export function readBoxedBody(tag: ActivityTag, what: string, tools: SyntaxTools): BoxedBody | null {
  const children = tag.node.children ?? [];
  const at = children.findIndex(isBoxList);
  const list = children[at];
  if (!list) {
    tools.report(
      "boxes-missing",
      tag.node,
      `<${tag.tag} id="${tag.id}"> has no list of ${what}.`,
      "Write each on its own line, beginning with “- [x]” or “- [ ]”; content/README.md shows which.",
    );
    return null;
  }
  const boxes = (list.children ?? []).map((item) => readBox(item, tag, what, tools));
  const stray = children.slice(at + 1).find((node) => node.type === "blockquote" || isBoxList(node));
  if (stray) {
    tools.report(
      "box-outside-list",
      stray,
      `A reason or a box of <${tag.tag} id="${tag.id}"> stands outside the list.`,
      "Put two spaces before the “>” of a reason, and no text between the boxes.",
    );
    return null;
  }
  if (boxes.every(({ ticked }) => !ticked)) {
    tools.report(
      "boxes-without-tick",
      list,
      `<${tag.tag} id="${tag.id}"> ticks none of its ${what}.`,
      "Put [x] before what is sought.",
    );
    return null;
  }
  const explanation = tools.blocks(children.slice(at + 1));
  return boxes.every((box) => box.words !== "") ? { before: children.slice(0, at), boxes, list, explanation } : null;
}

/** The case and the paragraph that asks, out of what stands before the list; null when nothing asks, which was reported then. */
export function readAsked(
  before: readonly MarkdownNode[],
  tag: ActivityTag,
  tools: SyntaxTools,
): { setting: RichNode[]; stem: RichNode[] } | null {
  const stem = before.at(-1);
  if (stem?.type !== "paragraph") {
    tools.report(
      "stem-missing",
      tag.node,
      `<${tag.tag} id="${tag.id}"> does not ask anything.`,
      "Write the question as a paragraph before the list, with an empty line between them.",
    );
    return null;
  }
  return { setting: tools.blocks(before.slice(0, -1)), stem: tools.inline(stem.children ?? []) };
}

/** Whether an answer that is wrong in no foreseen way would be told why; reported when not. */
export function explains({ explanation, list }: BoxedBody, tag: ActivityTag, tools: SyntaxTools): boolean {
  if (explanation.length > 0) return true;
  tools.report(
    "explanation-missing",
    list,
    `<${tag.tag} id="${tag.id}"> does not say why its answer is right.`,
    "Write the explanation after the list, with its source and an empty line before it.",
  );
  return false;
}

/** Reports ticked boxes with a reason and others without one: what is right is explained after the list. */
export function reasonsFit({ boxes }: BoxedBody, tag: ActivityTag, tools: SyntaxTools): boolean {
  for (const { node, ticked, reason } of boxes) {
    if (ticked === (reason === null)) continue;
    tools.report(
      ticked ? "reason-of-right" : "reason-missing",
      node,
      ticked
        ? `A right answer of <${tag.tag} id="${tag.id}"> has a reason of its own.`
        : `A wrong answer of <${tag.tag} id="${tag.id}"> has no reason.`,
      ticked
        ? "Move it into the explanation after the list."
        : "Write it on the next line, two spaces in, beginning with “> ”.",
    );
  }
  return boxes.every(({ ticked, reason }) => ticked === (reason === null));
}

function readBox(item: MarkdownNode, tag: ActivityTag, what: string, tools: SyntaxTools): Box {
  const [paragraph, quotation, ...rest] = item.children ?? [];
  const box: Box = { node: item, ticked: item.checked === true, words: "", reason: null };
  const report = (code: string, node: MarkdownNode, message: string, fix: string) =>
    tools.report(code, node, `${message} of <${tag.tag} id="${tag.id}">.`, fix);
  if (typeof item.checked !== "boolean") {
    report("box-missing", item, `An item has no box among the ${what}`, "Begin it with “- [x]” or “- [ ]”.");
  }
  const nodes = paragraph?.type === "paragraph" ? (paragraph.children ?? []) : [];
  const plain = nodes.find((node) => node.type !== "text");
  if (plain) report("box-words", plain, `There is more than plain words among the ${what}`, "Take marks and tags out.");
  else box.words = plainText(tools.inline(nodes)).replace(/\s+/g, " ").trim();
  if (!plain && box.words === "") report("box-empty", item, `An empty box stands among the ${what}`, "Fill it.");
  if (quotation?.type === "blockquote" && (quotation.children ?? []).length > 0) {
    box.reason = tools.blocks(quotation.children ?? []);
  }
  const surplus = box.reason === null ? quotation : rest[0];
  if (surplus && (surplus.type !== "blockquote" || box.reason !== null)) {
    report("box-with-more", surplus, `More than words and a reason stands under one of the ${what}`, "Take it out.");
  }
  return box;
}

function isBoxList(node: MarkdownNode): boolean {
  return node.type === "list" && (node.children ?? []).some((item) => typeof item.checked === "boolean");
}
