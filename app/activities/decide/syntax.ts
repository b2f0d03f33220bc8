import type { ExhibitSyntax, ExhibitTag, SyntaxTools } from "../activity-syntax.ts";
import type { MarkdownNode } from "../markdown-node.ts";
import { namedParts, type NamedPart, wordsOf } from "../named-parts.ts";
import type { DecidePublic } from "./definition.ts";
import { checkTree, MOST_NODES, type Step } from "./tree.ts";

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A `<Decide>`: a heading names each question and each result; the answers of a question are links to names; a quotation closes. */
export const decideSyntax: ExhibitSyntax = {
  kind: "decide",
  tag: "Decide",
  parse(tag, tools) {
    const { before, parts, closing } = readBody(tag.node);
    let whole = true;
    const refuse = (code: string, node: MarkdownNode, message: string, fix: string) => {
      tools.report(code, node, message, fix);
      whole = false;
    };
    if (parts.length === 0 || parts.length > MOST_NODES) {
      refuse(
        parts.length === 0 ? "decide-without-parts" : "decide-too-large",
        tag.node,
        parts.length === 0
          ? `${nameOf(tag)} has no questions.`
          : `${nameOf(tag)} has ${parts.length} questions and results; at most ${MOST_NODES} can be followed.`,
        parts.length === 0
          ? "Begin each question and each result with a heading: ### and its name."
          : "Divide it into two trees.",
      );
      return null;
    }
    if (!closing) {
      refuse(
        "decide-without-closing",
        tag.node,
        `${nameOf(tag)} does not say what the reader does before deciding.`,
        "End it with a quotation: it closes every result.",
      );
    }
    const steps = parts.map((part) => readStep(part, tag, tools, refuse));
    checkNames(parts, tag, refuse);
    checkTree(steps, nameOf(tag), refuse);
    if (!whole) return null;
    const places = new Map(steps.map(({ name }, place) => [name, place]));
    const exhibit: DecidePublic = {
      kind: "decide",
      id: tag.id,
      intro: tools.blocks(before),
      nodes: steps.map(({ name, text, answers }) => ({
        name,
        text: tools.blocks(text),
        answers: answers.map(({ words, to }) => ({ words, to: places.get(to) ?? 0 })),
      })),
      closing: tools.blocks(closing?.children ?? []),
    };
    const questions = steps.filter(({ answers }) => answers.length > 0).length;
    return {
      public: exhibit,
      parts: { questions, results: steps.length - questions },
      key: steps.map(({ name, answers }) => [name, answers.map(({ to }) => to)]),
    };
  },
  /** What is asked and answered claims nothing. */
  claims(node) {
    const { before, parts, closing } = readBody(node);
    const results = parts.filter(({ blocks }) => !blocks.some(isAnswers));
    return [...before, ...results.flatMap(({ blocks }) => blocks), ...(closing ? [closing] : [])];
  },
};

function readBody(node: MarkdownNode): { before: MarkdownNode[]; parts: NamedPart[]; closing: MarkdownNode | null } {
  const { before, parts } = namedParts(node.children ?? []);
  const last = parts.at(-1)?.blocks;
  const closing = last?.at(-1)?.type === "blockquote" ? (last.pop() ?? null) : null;
  return { before, parts, closing };
}

function readStep(
  { name, heading, blocks }: NamedPart,
  tag: ExhibitTag,
  tools: SyntaxTools,
  refuse: SyntaxTools["report"],
): Step {
  const at = blocks.findLastIndex(isAnswers);
  const list = blocks[at];
  const text = blocks.filter((block) => !isAnswers(block));
  if (text.length === 0) {
    refuse("decide-empty", heading, `"${name}" of ${nameOf(tag)} has no words.`, "Write the question or the result.");
  }
  if (list && (at < blocks.length - 1 || text.length < at)) {
    refuse(
      "decide-answer",
      list,
      `The answers of "${name}" of ${nameOf(tag)} are not one list at its end.`,
      "Write the text before the answers; the next question or result begins with a heading.",
    );
  }
  const answers = list ? (list.children ?? []).flatMap((item) => readAnswer(item, name, tag, tools, refuse)) : [];
  return { name, heading, text, answers, asks: list !== undefined };
}

function readAnswer(
  item: MarkdownNode,
  name: string,
  tag: ExhibitTag,
  tools: SyntaxTools,
  refuse: SyntaxTools["report"],
): Step["answers"] {
  const [paragraph, ...rest] = item.children ?? [];
  const [link, ...more] = paragraph?.children ?? [];
  const words = link ? wordsOf(link).replace(/\s+/g, " ").trim() : "";
  const isLink = link?.type === "link" && (link.url ?? "").startsWith("#") && words !== "";
  if (!isLink || rest.length > 0 || more.length > 0) {
    refuse(
      "decide-answer",
      item,
      `An answer of "${name}" of ${nameOf(tag)} is not a single link to a name.`,
      "Write it so: - [answer](#name-of-the-next-question-or-result)",
    );
    return [];
  }
  tools.inline(link.children ?? []);
  return [{ node: link, words, to: (link.url ?? "").slice(1) }];
}

function checkNames(parts: readonly NamedPart[], tag: ExhibitTag, refuse: SyntaxTools["report"]): void {
  const seen = new Set<string>();
  for (const { name, heading } of parts) {
    const depth = heading.depth ?? 3;
    if (!NAME.test(name) || depth !== 3) {
      refuse(
        "decide-name",
        heading,
        `“${name}” of ${nameOf(tag)} is no name.`,
        "Write ### and small Latin letters and digits, with single hyphens between them, the same in every language.",
      );
    } else if (seen.has(name)) {
      refuse("decide-name", heading, `${nameOf(tag)} has the name "${name}" twice.`, "Give each a name of its own.");
    }
    seen.add(name);
  }
}

/** A list with a link in it: other lists belong to the text. */
function isAnswers(node: MarkdownNode): boolean {
  const linked = (item: MarkdownNode) =>
    (item.children ?? []).some((child) =>
      (child.children ?? []).some(({ type, url }) => type === "link" && url?.startsWith("#")),
    );
  return node.type === "list" && (node.children ?? []).some(linked);
}

function nameOf(tag: ExhibitTag): string {
  return `<${tag.tag} id="${tag.id}">`;
}
