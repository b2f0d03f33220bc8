import type { RichNode } from "#app/domain/rich-text.ts";
import type { ActivityTag, SyntaxTools } from "../activity-syntax.ts";
import type { MarkdownNode } from "../markdown-node.ts";
import { type ScenarioPart, wordsOf } from "./headings.ts";
import { hasArrow, splitWay, type WrittenWay } from "./ways.ts";

/** A scene as it is written: its ways still name scenes and meters in the words of the page. */
export interface WrittenScene {
  title: string;
  heading: MarkdownNode;
  text: RichNode[];
  ending: boolean;
  ways: { node: MarkdownNode; words: string; way: WrittenWay; norm: RichNode[] }[];
}

/** Words of a scene that are read without scrolling on a phone. */
const SCENE_WORDS = 70;
const MOST_CHOICES = 5;

const WAY_FIX = "Write “→ ” and the heading of the next scene on the line right after its words, above the “>”.";

/** Reads one scene or ending; null when it cannot be gone through, which was reported then. */
export function readScene(part: ScenarioPart, tag: ActivityTag, tools: SyntaxTools): WrittenScene | null {
  const { kind, title, heading, nodes } = part;
  const ending = kind === "ending";
  const scene = `“${title}” of <Scenario id="${tag.id}">`;
  let whole = true;
  const refuse = (code: string, node: MarkdownNode, message: string, fix: string) => {
    tools.report(code, node, message, fix);
    whole = false;
  };
  if (title === "") {
    refuse(
      "scene-unnamed",
      heading,
      `An ending of <Scenario id="${tag.id}"> has no name.`,
      "Write it after the colon.",
    );
  }

  const at = nodes.findIndex((node, index) => isChoices(node, !ending && index === nodes.length - 1));
  const list = nodes[at];
  const told = list ? nodes.slice(0, at) : nodes;
  const [surplus] = list ? nodes.slice(at + 1) : [];
  if (surplus) {
    refuse(
      "scene-with-more",
      surplus,
      `Something stands under the choices of ${scene}.`,
      "Write it above them, or give it a heading of its own; take empty lines without indentation out of the list.",
    );
  }
  const last = told.at(-1);
  const closing = !list && last?.type === "paragraph" ? splitWay(last) : null;
  const text = closing?.way ? [...told.slice(0, -1), { ...(last as MarkdownNode), children: closing.words }] : told;
  const shown = text.filter((node) => node.type !== "paragraph" || (node.children ?? []).length > 0);
  if (shown.length === 0) {
    refuse("scene-empty", heading, `Nothing is told in ${scene}.`, "Write what happens under the heading.");
  }
  const count =
    shown
      .map(wordsOf)
      .join(" ")
      .match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  if (count > SCENE_WORDS) {
    tools.warn(
      "scene-long",
      heading,
      `${scene} has ${count} words; a scene has at most ${SCENE_WORDS}.`,
      "Shorten it, or make two scenes of it.",
    );
  }

  const ways: WrittenScene["ways"] = [];
  if (list && ending) {
    refuse("ending-with-choices", list, `${scene} is an ending and offers choices.`, "Take “Ending:” or them out.");
  } else if (list) {
    const items = list.children ?? [];
    if (items.length < 2 || items.length > MOST_CHOICES) {
      refuse(
        "scene-choices",
        list,
        `${scene} offers ${items.length === 1 ? "one choice" : `${items.length} choices`}.`,
        items.length < 2
          ? "Offer two at least, or write a paragraph “→ ” and the heading of the next scene."
          : `Offer at most ${MOST_CHOICES}.`,
      );
    }
    for (const item of items) {
      const choice = readChoice(item, scene, tools);
      if (choice && ways.some(({ words }) => words === choice.words)) {
        refuse("choice-repeated", item, `${scene} offers the same choice twice.`, "Write other words.");
      }
      if (choice) ways.push(choice);
      else whole = false;
    }
  } else if (closing?.way && last) {
    ways.push({ node: last, words: "", way: closing.way, norm: [] });
  } else if (!ending) {
    refuse(
      "scene-without-way",
      heading,
      `Nothing leads on from ${scene}.`,
      "Write choices, or a paragraph “→ ” and the heading of the next scene, or begin the heading with “Ending:”.",
    );
  }
  const rich = tools.blocks(shown);
  return whole ? { title, heading, text: rich, ending, ways } : null;
}

/** Reads one choice: its words, the way on, and under them what follows from it. */
function readChoice(item: MarkdownNode, scene: string, tools: SyntaxTools): WrittenScene["ways"][number] | null {
  const [paragraph, quotation, ...rest] = item.children ?? [];
  const refuse = (code: string, node: MarkdownNode, message: string, fix: string) => {
    tools.report(code, node, message, fix);
    return null;
  };
  const { words: nodes, way } = paragraph?.type === "paragraph" ? splitWay(paragraph) : { words: [], way: null };
  const words = nodes.map(wordsOf).join(" ").replace(/\s+/g, " ").trim();
  if (words === "") {
    return refuse("choice-without-words", item, `A choice in ${scene} has no words.`, "Write them after the “- ”.");
  }
  const marked = nodes.find((node) => node.type !== "text" && node.type !== "break");
  if (marked) {
    return refuse("choice-words", marked, `A choice in ${scene} is more than plain words.`, "Take marks and tags out.");
  }
  if (!way) return refuse("choice-without-way", item, `The choice “${words}” in ${scene} leads nowhere.`, WAY_FIX);
  if (quotation?.type !== "blockquote" || (quotation.children ?? []).length === 0) {
    return refuse(
      "choice-without-consequence",
      item,
      `The choice “${words}” in ${scene} has no consequence.`,
      "Write on the next line, two spaces in, beginning with “> ”, what follows from it and what the norm says.",
    );
  }
  const [surplus] = rest;
  if (surplus) {
    return refuse(
      "choice-with-more",
      surplus,
      `The choice “${words}” in ${scene} holds more than its words, its way and its consequence.`,
      "Give each choice one paragraph of words and one quotation.",
    );
  }
  return { node: item, words, way, norm: tools.blocks(quotation.children ?? []) };
}

/** @param last whether nothing follows the node in its scene: then a list can only be choices */
function isChoices(node: MarkdownNode, last: boolean): boolean {
  if (node.type !== "list") return false;
  return (
    last ||
    (node.children ?? []).some((item) =>
      (item.children ?? []).some((child) => child.type === "paragraph" && hasArrow(child)),
    )
  );
}
