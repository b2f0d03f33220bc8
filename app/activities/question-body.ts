import type { RichNode } from "#app/domain/rich-text.ts";
import type { ActivityDraft, ActivityTag, SyntaxTools } from "./activity-syntax.ts";
import type { MarkdownNode } from "./markdown-node.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** How many options of the question are ticked `[x]`. */
export function countRight(tag: ActivityTag): number {
  const list = (tag.node.children ?? []).find(isOptionList);
  return (list?.children ?? []).filter((item) => item.checked === true).length;
}

/**
 * Reads the body of a `<Question>`: the case, the paragraph that asks, the options with their reasons, the explanation.
 * @param makeKey what the ids of the right options make as a key
 * @returns null when something is missing that the learner would need; it was reported then
 */
export function parseQuestion(
  kind: "single" | "multiple",
  tag: ActivityTag,
  tools: SyntaxTools,
  makeKey: (right: string[]) => unknown,
): ActivityDraft | null {
  const children = tag.node.children ?? [];
  const at = children.findIndex(isOptionList);
  const list = children[at];
  if (!list) {
    tools.report(
      "question-without-options",
      tag.node,
      `The question "${tag.id}" has no options.`,
      "Write each option on its own line, beginning with “- [x]” for a right one and “- [ ]” for a wrong one.",
    );
    return null;
  }
  const before = children.slice(0, at);
  const stem = before.at(-1);
  if (stem?.type !== "paragraph") {
    tools.report(
      "question-without-stem",
      tag.node,
      `The question "${tag.id}" does not ask anything.`,
      "Write the question as a paragraph right before the options.",
    );
  }
  const options = (list.children ?? []).map((item, index) =>
    readOption(item, LETTERS[index] ?? `o${index + 1}`, tag, tools),
  );
  if (options.length < 2) {
    tools.report(
      "question-with-one-option",
      list,
      `The question "${tag.id}" has only one option.`,
      "Give at least two options. If an empty line or a line without indentation splits the list, take it out.",
    );
  }
  const right = options.filter((option) => option.right).map((option) => option.id);
  if (right.length === 0) {
    tools.report(
      "question-without-right-option",
      list,
      `The question "${tag.id}" has no right option.`,
      "Put [x] before the right option.",
    );
  }
  const explanation = explanationAfter(children.slice(at + 1), tag, tools);
  if (stem?.type !== "paragraph" || options.length < 2 || right.length === 0) return null;

  const activity = {
    kind,
    id: tag.id,
    outcome: tag.outcome,
    setting: tools.blocks(before.slice(0, -1)),
    stem: tools.inline(stem.children ?? []),
    options: options.map(({ id, text }) => ({ id, text })),
    fixed: tag.attributes.get("order") === "fixed",
    ...(tag.attributes.get("confidence") === "ask" ? { confidence: true as const } : {}),
  };
  return {
    public: activity,
    key: makeKey(right),
    feedback: { parts: Object.fromEntries(options.map(({ id, reason }) => [id, reason])), explanation },
    parts: { options: options.length },
  };
}

function readOption(item: MarkdownNode, id: string, tag: ActivityTag, tools: SyntaxTools) {
  const [words, quotation, ...rest] = item.children ?? [];
  const option = { id, right: item.checked === true, text: [] as RichNode[], reason: [] as RichNode[] };
  if (item.checked !== true && item.checked !== false) {
    tools.report(
      "option-without-box",
      item,
      `An option of the question "${tag.id}" does not say whether it is right.`,
      "Begin it with “- [x]” if it is right, with “- [ ]” if it is wrong.",
    );
  }
  if (words?.type === "paragraph") option.text = tools.inline(words.children ?? []);
  if (quotation && quotation.type !== "blockquote" && rest.some((node) => node.type === "blockquote")) {
    reportMore(quotation, tag, tools);
    return option;
  }
  if (quotation?.type !== "blockquote" || (quotation.children ?? []).length === 0) {
    tools.report(
      "option-without-reason",
      item,
      `An option of the question "${tag.id}" has no reason.`,
      "Write it on the next line, two spaces in, beginning with “> ”.",
    );
    return option;
  }
  option.reason = tools.blocks(quotation.children ?? []);
  const [surplus] = rest;
  if (surplus) reportMore(surplus, tag, tools);
  return option;
}

function explanationAfter(nodes: readonly MarkdownNode[], tag: ActivityTag, tools: SyntaxTools): RichNode[] {
  const [first] = nodes;
  const stray = first?.type === "blockquote" ? first : nodes.find(isOptionList);
  if (stray) {
    tools.report(
      "reason-outside-option",
      stray,
      `A reason or an option of the question "${tag.id}" stands outside the list of options.`,
      "Put two spaces before the “>” of a reason, and no text between the options.",
    );
    return [];
  }
  return tools.blocks(nodes);
}

function isOptionList(node: MarkdownNode): boolean {
  const boxes = (node.children ?? []).filter((item) => typeof item.checked === "boolean");
  return node.type === "list" && boxes.length > 0;
}

function reportMore(surplus: MarkdownNode, tag: ActivityTag, tools: SyntaxTools): void {
  tools.report(
    "option-with-more",
    surplus,
    `An option of the question "${tag.id}" holds more than its words and its reason.`,
    "Put one option and one quotation under each “- [ ]”.",
  );
}
