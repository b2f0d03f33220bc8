import { plainText, type RichNode } from "#app/domain/rich-text.ts";
import type { ActivitySyntax, ActivityTag, SyntaxTools } from "../activity-syntax.ts";
import type { MarkdownNode } from "../markdown-node.ts";
import { nameOf } from "../parts-list.ts";
import type { CaseFilePublic, CaseTable } from "./definition.ts";
import { caseParts } from "./case-parts.ts";
import { MOST_DOCUMENTS, MOST_QUESTIONS } from "./limits.ts";

type Document = CaseFilePublic["documents"][number];
type Question = CaseFilePublic["questions"][number];

/**
 * A `<CaseFile>`: what to do, the papers, each under a paragraph of bold words, and at the end a numbered list of questions with their
 * model answers as quotations.
 */
export const caseFileSyntax: ActivitySyntax = {
  kind: "case-file",
  reads: (tag) => tag.tag === "CaseFile",
  parse(tag, tools) {
    const { before, papers, list } = caseParts(tag.node);
    const stem = before.at(-1);
    if (stem?.type !== "paragraph") {
      tools.report(
        "case-without-task",
        stem ?? tag.node,
        `${nameOf(tag)} does not say what to do.`,
        "Write it as a paragraph before the title of the first paper, with an empty line between them.",
      );
    }
    const documents = readDocuments(papers, tag, tools);
    const questions = readQuestions(list, tag, tools);
    if (stem?.type !== "paragraph" || !documents || !questions) return null;
    const activity: CaseFilePublic = {
      kind: "case-file",
      id: tag.id,
      outcome: tag.outcome,
      setting: tools.blocks(before.slice(0, -1)),
      stem: tools.inline(stem.children ?? []),
      documents,
      questions,
    };
    const models = questions.map(({ model }, index) => [
      `model answers to question ${index + 1}`,
      model === null ? 0 : 1,
    ]);
    return {
      public: activity,
      key: null,
      feedback: { parts: {}, explanation: [] },
      parts: { papers: documents.length, questions: questions.length, ...Object.fromEntries(models) },
    };
  },
};

function readDocuments(
  papers: ReturnType<typeof caseParts>["papers"],
  tag: ActivityTag,
  tools: SyntaxTools,
): Document[] | null {
  if (papers.length === 0) {
    tools.report(
      "case-without-papers",
      tag.node,
      `${nameOf(tag)} has no papers.`,
      "Begin each paper with its title: a paragraph of bold words alone, such as **The contract**.",
    );
    return null;
  }
  let whole = tooMany(papers[MOST_DOCUMENTS]?.title, `${MOST_DOCUMENTS} papers`, tag, tools);
  const titles = new Set<string>();
  const documents = papers.map(({ title: node, nodes }) => {
    const title = plainText(tools.inline(node.children ?? [])).trim();
    if (titles.has(title)) {
      whole = false;
      tools.report(
        "case-paper-twice",
        node,
        `Two papers of ${nameOf(tag)} are called “${title}”.`,
        "Give each paper a title of its own.",
      );
    }
    titles.add(title);
    if (nodes.length === 0) {
      whole = false;
      tools.report(
        "case-paper-empty",
        node,
        `The paper “${title}” of ${nameOf(tag)} says nothing.`,
        "Write its text under the title, or make the title part of the text before it.",
      );
    }
    return { title, blocks: blocksOf(nodes, tools) };
  });
  return whole ? documents : null;
}

/** Text runs together; a table stands between two runs. */
function blocksOf(nodes: readonly MarkdownNode[], tools: SyntaxTools): Document["blocks"] {
  const blocks: (RichNode[] | CaseTable)[] = [];
  for (const node of nodes) {
    const last = blocks.at(-1);
    if (node.type === "table") blocks.push(tableOf(node, tools));
    else if (Array.isArray(last)) last.push(...tools.blocks([node]));
    else blocks.push(tools.blocks([node]));
  }
  return blocks;
}

function tableOf(table: MarkdownNode, tools: SyntaxTools): CaseTable {
  const [head = [], ...rows] = (table.children ?? []).map((row) =>
    (row.children ?? []).map((cell) => tools.inline(cell.children ?? [])),
  );
  return { el: "table", head, rows };
}

function readQuestions(list: MarkdownNode | null, tag: ActivityTag, tools: SyntaxTools): Question[] | null {
  const items = list?.children ?? [];
  if (items.length === 0) {
    tools.report(
      "case-without-questions",
      tag.node,
      `${nameOf(tag)} does not end with its questions.`,
      "Write them as a numbered list after the last paper, and nothing after the list.",
    );
    return null;
  }
  const whole = tooMany(items[MOST_QUESTIONS], `${MOST_QUESTIONS} questions`, tag, tools);
  const questions = items.map((item, index) => readQuestion(item, index, tag, tools));
  return whole && questions.every((question) => question !== null) ? questions : null;
}

function readQuestion(item: MarkdownNode, index: number, tag: ActivityTag, tools: SyntaxTools): Question | null {
  const [words, quotation, surplus] = item.children ?? [];
  const text = words?.type === "paragraph" ? tools.inline(words.children ?? []) : [];
  const odd = quotation && (quotation.type !== "blockquote" || (quotation.children ?? []).length === 0);
  if (text.length === 0 || odd || surplus) {
    tools.report(
      "case-question",
      surplus ?? (odd ? quotation : item),
      `Question ${index + 1} of ${nameOf(tag)} is not one paragraph with, at most, one model answer under it.`,
      "Write the question on its line, and its model answer on the next, indented as far as the words above it, beginning with “> ”.",
    );
    return null;
  }
  return { id: `q${index + 1}`, text, model: quotation ? tools.blocks(quotation.children ?? []) : null };
}

/** Reports the first that is too many. @returns whether there is none */
function tooMany(first: MarkdownNode | undefined, most: string, tag: ActivityTag, tools: SyntaxTools): boolean {
  if (!first) return true;
  tools.report("case-too-large", first, `${nameOf(tag)} has more than ${most}.`, "Make two case files of it.");
  return false;
}
