import { plainText, type RichNode } from "#app/domain/rich-text.ts";
import type { ActivitySyntax, ActivityTag, SyntaxTools } from "../activity-syntax.ts";
import type { MarkdownNode } from "../markdown-node.ts";
import { nameOf } from "../parts-list.ts";
import type { PlanLine, PlanPublic } from "./definition.ts";

const [FEWEST, MOST] = [2, 12];

/**
 * A `<Plan>`: what to write, a numbered list of its lines (title in bold, prompt, further questions, criterion in a quotation), words
 * that introduce the model sheet, and the model sheet as a second numbered list.
 */
export const planSyntax: ActivitySyntax = {
  kind: "plan",
  reads: (tag) => tag.tag === "Plan",
  parse(tag, tools) {
    const children = tag.node.children ?? [];
    const at = children.findIndex(isNumbered);
    const [list, stem] = [children[at], children[at - 1]];
    if (!list) {
      const fix = "Write them as a numbered list: title in bold, prompt, and under them the criterion in a quotation.";
      tools.report("plan-without-lines", tag.node, `${nameOf(tag)} has no lines.`, fix);
      return null;
    }
    if (stem?.type !== "paragraph") {
      const fix = "Write it as a paragraph right before the first line, with an empty line between them.";
      tools.report("plan-without-stem", tag.node, `${nameOf(tag)} does not say what to write.`, fix);
      return null;
    }
    const items = list.children ?? [];
    if (items.length < FEWEST || items.length > MOST) {
      tools.report(
        "plan-size",
        list,
        `${nameOf(tag)} has ${items.length === 1 ? "one line" : `${items.length} lines`}.`,
        `Give ${FEWEST} to ${MOST}. The model sheet is a second list: a paragraph parts it from the lines.`,
      );
      return null;
    }
    const lines = items.map((item, index) => readLine(item, `Line ${index + 1} of ${nameOf(tag)}`, tools));
    const model = readModel(children.slice(at + 1), items.length, tag, tools);
    const actions = actionsLine(items, tag, tools);
    const whole = lines.filter((line) => line !== null);
    if (whole.length < lines.length || !model || actions === undefined || !titlesDiffer(whole, list, tag, tools))
      return null;

    const from = (tag.attributes.get("from") ?? "").split(" ").filter(Boolean);
    const activity: PlanPublic = {
      kind: "plan",
      id: tag.id,
      outcome: tag.outcome,
      setting: tools.blocks(children.slice(0, at - 1)),
      stem: tools.inline(stem.children ?? []),
      from,
      lines: whole.map((line, index) => ({ id: `l${index + 1}`, ...line, model: model.lines[index] ?? [] })),
      actions: actions === null ? null : `l${actions}`,
      modelIntro: model.intro,
    };
    return {
      public: activity,
      key: { from, actions, questions: whole.map(({ questions }) => questions.length) },
      feedback: { parts: {}, explanation: [] },
      parts: { lines: whole.length },
    };
  },
};

type WrittenLine = Omit<PlanLine, "id" | "model">;

function readLine(item: MarkdownNode, name: string, tools: SyntaxTools): WrittenLine | null {
  const [words, ...rest] = item.children ?? [];
  const [strong, ...prompt] = words?.type === "paragraph" ? (words.children ?? []) : [];
  const title = strong?.type === "strong" ? oneLine(plainText(tools.inline(strong.children ?? []))) : "";
  const asks = tools.inline(prompt);
  if (title === "" || plainText(asks).trim() === "") {
    const fix =
      "Begin it with its title in bold, and go on with the prompt: “1. **Problem** What is wrong, and where?”.";
    tools.report("plan-line", item, `${name} is no title with a prompt.`, fix);
    return null;
  }
  const quotation = rest.at(-1);
  if (quotation?.type !== "blockquote" || (quotation.children ?? []).length === 0) {
    const fix = "Write it as the last thing of the line, indented as far as the words above it, beginning with “> ”.";
    tools.report("plan-criterion", item, `${name} has no criterion to check it against.`, fix);
    return null;
  }
  const [list, ...more] = rest.slice(0, -1);
  const questions = (list?.children ?? []).map((one) => one.children ?? []);
  const plain = questions.every((parts) => parts.length === 1 && parts[0]?.type === "paragraph");
  if (more.length > 0 || (list && (list.type !== "list" || !plain))) {
    const fix = "Between prompt and criterion only one list of further questions may stand, each on one line.";
    tools.report("plan-line-with-more", more[0] ?? list ?? item, `${name} holds more than it may.`, fix);
    return null;
  }
  return {
    title,
    prompt: asks,
    questions: questions.map(([paragraph]) => tools.inline(paragraph?.children ?? [])),
    criterion: tools.blocks(quotation.children ?? []),
  };
}

/** The words before the model sheet, and what it says in each line. */
function readModel(
  nodes: readonly MarkdownNode[],
  wanted: number,
  tag: ActivityTag,
  tools: SyntaxTools,
): { intro: RichNode[]; lines: RichNode[][] } | null {
  const at = nodes.findIndex(isNumbered);
  const list = nodes[at];
  const refuse = (node: MarkdownNode, message: string) => {
    const fix =
      "Write after the lines a paragraph that introduces it, then a numbered list with one item for each line, and nothing more.";
    tools.report("plan-model", node, `The model sheet of ${nameOf(tag)} ${message}.`, fix);
    return null;
  };
  if (!list) return refuse(tag.node, "is missing");
  if (at === 0) return refuse(list, "is not introduced");
  const stray = nodes[at + 1];
  if (stray) return refuse(stray, "has something after it");
  const items = list.children ?? [];
  if (items.length !== wanted) return refuse(list, `has ${items.length} lines, the plan has ${wanted}`);
  const lines = items.map((item) => tools.blocks(item.children ?? []));
  const empty = lines.findIndex((line) => plainText(line).trim() === "");
  if (empty >= 0) return refuse(items[empty] ?? list, `says nothing in line ${empty + 1}`);
  return { intro: tools.blocks(nodes.slice(0, at)), lines };
}

/** Number of the line that is written as actions, null where there is none, undefined when it was refused. */
function actionsLine(items: readonly MarkdownNode[], tag: ActivityTag, tools: SyntaxTools): number | null | undefined {
  const written = tag.attributes.get("actions");
  if (written === undefined) return null;
  const number = Number(written);
  if (number <= items.length) return number;
  const message = `${nameOf(tag)} wants its actions in line ${number} and has ${items.length} lines.`;
  tools.report("plan-actions", tag.node, message, "Write in `actions` the number of the line that holds them.");
  return undefined;
}

function titlesDiffer(
  lines: readonly WrittenLine[],
  list: MarkdownNode,
  tag: ActivityTag,
  tools: SyntaxTools,
): boolean {
  const titles = lines.map(({ title }) => title);
  const twice = titles.find((title, index) => titles.indexOf(title) < index);
  if (twice === undefined) return true;
  const message = `Two lines of ${nameOf(tag)} are called “${twice}”.`;
  tools.report("plan-title-twice", list, message, "Give each line a title of its own.");
  return false;
}

function isNumbered(node: MarkdownNode): boolean {
  return node.type === "list" && node.ordered === true;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
