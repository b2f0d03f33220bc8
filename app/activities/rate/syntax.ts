import { plainText, type RichNode } from "#app/domain/rich-text.ts";
import type { ActivitySyntax, ActivityTag, SyntaxTools } from "../activity-syntax.ts";
import { readAsked } from "../box-list.ts";
import type { MarkdownNode } from "../markdown-node.ts";
import { nameOf } from "../parts-list.ts";
import type { RatePublic } from "./definition.ts";
import { MOST_STATEMENTS } from "./entries.ts";

const [FEWEST_LEVELS, MOST_LEVELS, LONGEST_LEVEL] = [2, 6, 40];
const MOST_DIMENSIONS = 8;

/** A `<Rate>`: a numbered list of levels, the lowest first; then a list of dimensions with the list of its statements under each. */
export const rateSyntax: ActivitySyntax = {
  kind: "rate",
  reads: (tag) => tag.tag === "Rate",
  parse(tag, tools) {
    const children = tag.node.children ?? [];
    const at = children.findIndex((node, index) => isList(node, true) && isList(children[index + 1], false));
    const [levelList, dimensionList] = [children[at], children[at + 1]];
    const stray = at < 0 ? undefined : children.slice(at + 2).find(({ type }) => type === "list");
    if (!levelList || !dimensionList || stray) {
      tools.report(
        "rate-lists",
        stray ?? tag.node,
        `${nameOf(tag)} is not one numbered list of levels and, right after it, one list of dimensions.`,
        "Number the levels from the lowest up; begin each dimension with “- ”; write no text between the two lists and no further list.",
      );
      return null;
    }
    const asked = readAsked(children.slice(0, at), tag, tools);
    const levels = readLevels(levelList, tag, tools);
    const dimensions = readDimensions(dimensionList, tag, tools);
    const closing = tools.blocks(children.slice(at + 2));
    if (!asked || !levels || !dimensions) return null;
    const activity: RatePublic = {
      kind: "rate",
      id: tag.id,
      outcome: tag.outcome,
      ...asked,
      language: tools.language,
      levels,
      dimensions,
      closing,
    };
    const counts = dimensions.map(({ statements }, index) => [
      `statements of dimension ${index + 1}`,
      statements.length,
    ]);
    return {
      public: activity,
      key: null,
      feedback: { parts: {}, explanation: [] },
      parts: { levels: levels.length, dimensions: dimensions.length, ...Object.fromEntries(counts) },
    };
  },
};

function isList(node: MarkdownNode | undefined, ordered: boolean): node is MarkdownNode {
  return node?.type === "list" && Boolean(node.ordered) === ordered;
}

function readLevels(list: MarkdownNode, tag: ActivityTag, tools: SyntaxTools): string[] | null {
  const levels = (list.children ?? []).map((item) => wordsOf(onlyParagraph(item), tools));
  const wrong = levels.find(
    (level, index) => level === "" || level.length > LONGEST_LEVEL || levels.indexOf(level) < index,
  );
  if (wrong === undefined && levels.length >= FEWEST_LEVELS && levels.length <= MOST_LEVELS) return levels;
  const what =
    wrong === undefined
      ? `has ${levels.length === 1 ? "one level" : `${levels.length} levels`}`
      : wrong === ""
        ? "has a level that is not a few words on one line"
        : wrong.length > LONGEST_LEVEL
          ? `has a level of ${wrong.length} letters`
          : `has the level “${wrong}” twice`;
  tools.report(
    "rate-levels",
    list,
    `${nameOf(tag)} ${what}.`,
    `Give ${FEWEST_LEVELS} to ${MOST_LEVELS} levels, each with words of its own, at most ${LONGEST_LEVEL} letters. “I do not know” is offered besides.`,
  );
  return null;
}

function readDimensions(list: MarkdownNode, tag: ActivityTag, tools: SyntaxTools): RatePublic["dimensions"] | null {
  const all = (list.children ?? []).map((item, index) => readDimension(item, `d${index + 1}`, tag, tools));
  const dimensions = all.filter((one) => one !== null);
  if (dimensions.length < all.length) return null;
  const names = dimensions.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined || names.length > MOST_DIMENSIONS) {
    const what = twice === undefined ? `${names.length} dimensions` : `the dimension “${twice}” twice`;
    const fix = `Give at most ${MOST_DIMENSIONS} dimensions, each with a name of its own.`;
    tools.report("rate-dimensions", list, `${nameOf(tag)} has ${what}.`, fix);
    return null;
  }
  const texts = dimensions.flatMap(({ statements }) => statements.map(({ text }) => plainText(text)));
  const repeated = texts.find((text, index) => texts.indexOf(text) < index);
  if (repeated === undefined && texts.length <= MOST_STATEMENTS) return dimensions;
  const what = repeated === undefined ? `${texts.length} statements` : `the statement “${repeated}” twice`;
  const fix = `Give at most ${MOST_STATEMENTS} statements, each of them once.`;
  tools.report("rate-statements", list, `${nameOf(tag)} has ${what}.`, fix);
  return null;
}

function readDimension(
  item: MarkdownNode,
  id: string,
  tag: ActivityTag,
  tools: SyntaxTools,
): RatePublic["dimensions"][number] | null {
  const [words, list, ...rest] = item.children ?? [];
  const name = wordsOf(words, tools);
  const statements = (list?.type === "list" ? (list.children ?? []) : []).map((one, index) => ({
    id: `${id}s${index + 1}`,
    text: textOf(onlyParagraph(one), tools),
  }));
  const whole = statements.length > 0 && statements.every(({ text }) => plainText(text).trim() !== "");
  if (name !== "" && whole && rest.length === 0) return { name, statements };
  tools.report(
    "rate-dimension",
    rest[0] ?? item,
    `A dimension of ${nameOf(tag)} is more or less than its name and the list of its statements.`,
    "Write its name on one line and its statements under it, each one sentence beginning with “- ”, two spaces further in.",
  );
  return null;
}

/** The paragraph of an item that holds nothing else. */
function onlyParagraph({ children = [] }: MarkdownNode): MarkdownNode | undefined {
  return children.length === 1 ? children[0] : undefined;
}

function textOf(paragraph: MarkdownNode | undefined, tools: SyntaxTools): RichNode[] {
  return paragraph?.type === "paragraph" ? tools.inline(paragraph.children ?? []) : [];
}

function wordsOf(paragraph: MarkdownNode | undefined, tools: SyntaxTools): string {
  return plainText(textOf(paragraph, tools)).replace(/\s+/g, " ").trim();
}
