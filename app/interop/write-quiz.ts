/** Questions as a quiz page of ours; see content/README.md for its form. */
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import type { Language } from "#app/domain/language.ts";
import { writeAmount } from "#app/domain/written-amount.ts";
import { asExplanation } from "./match-reasons.ts";
import { type Block, paragraph, text } from "./question-text.ts";
import type { ChoiceQuestion, MatchQuestion, QuizQuestion } from "./quiz-question.ts";

const writer = unified()
  .use(remarkStringify, {
    bullet: "-",
    emphasis: "*",
    listItemIndent: "one",
    resourceLink: true,
    incrementListMarker: true,
  })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkMdx);

/** The heads of the two columns of a match; learners do not see them. */
const HEADS: Record<Language, [string, string]> = {
  en: ["What is asked", "Answer"],
  ru: ["Что спрашивается", "Ответ"],
  be: ["Пра што пытаюцца", "Адказ"],
};

/**
 * A quiz page. What is missing stays empty in its place, so that the content check names it: an outcome, a summary, the quotation under
 * an option.
 * @param front title and summary of the page
 */
export function writeQuiz(
  questions: readonly QuizQuestion[],
  front: { title: string; summary: string },
  language: Language,
): string {
  const head = `---\ntitle: ${JSON.stringify(front.title)}\nsummary: ${JSON.stringify(front.summary)}\n---\n`;
  return [head, ...questions.map((question) => `${tagged(question, language)}\n`)].join("\n");
}

function tagged(question: QuizQuestion, language: Language): string {
  const name = { choice: "Question", match: "Match", number: "Number", short: "Short" }[question.kind];
  const rights = question.kind === "choice" ? question.options.filter(({ right }) => right).length : 0;
  const more = [
    question.kind === "choice" && question.fixed ? ' order="fixed"' : "",
    question.kind === "choice" && question.multiple && rights < 2 ? ' select="multiple"' : "",
    question.kind === "choice" && question.confidence ? ' confidence="ask"' : "",
    question.kind === "number" && question.unit !== "" ? ` unit="${attributeText(question.unit)}"` : "",
  ];
  const { id, outcome, setting, stem } = question;
  const nodes = [
    ...setting,
    ...(stem.length === 0 ? [] : [paragraph(stem)]),
    ...answersOf(question, language),
    ...asExplanation(question.explanation),
  ];
  return `<${name} id="${id}" outcome="${outcome}"${more.join("")}>\n\n${pageMarkdown(nodes)}\n\n</${name}>`;
}

function answersOf(question: QuizQuestion, language: Language): object[] {
  switch (question.kind) {
    case "choice":
      return [optionsOf(question)];
    case "match":
      return pairsOf(question, language);
    case "number":
      return [boxesOf(question.values.map((value) => ({ ...value, text: writeAmount(value, language) })))];
    case "short":
      return [boxesOf(question.wordings)];
  }
}

function boxesOf(boxes: readonly { right: boolean; text: string; reason: Block[] }[]): object {
  return {
    type: "list",
    ordered: false,
    spread: false,
    children: boxes.map(({ right, text: words, reason }) => ({
      type: "listItem",
      checked: right,
      spread: false,
      children: [paragraph([text(words)]), ...(right ? [] : [{ type: "blockquote", children: reason }])],
    })),
  };
}

function attributeText(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function optionsOf(question: ChoiceQuestion): object {
  return {
    type: "list",
    ordered: false,
    spread: false,
    children: question.options.map(({ right, text, reason }) => ({
      type: "listItem",
      checked: right,
      spread: false,
      children: [paragraph(text), { type: "blockquote", children: reason }],
    })),
  };
}

function pairsOf(question: MatchQuestion, language: Language): object[] {
  const cell = (children: object[]) => ({ type: "tableCell", children });
  const row = (cells: object[][]) => ({ type: "tableRow", children: cells.map(cell) });
  const heads = HEADS[language].map((value) => [{ type: "text", value }]);
  const table = {
    type: "table",
    children: [row(heads), ...question.rows.map(({ words, answer }) => row([words, answer]))],
  };
  return question.reasons === null ? [table] : [table, reasonList(question.reasons)];
}

function reasonList(reasons: readonly Block[][]): object {
  const items = reasons.map((children) => ({ type: "listItem", spread: false, children }));
  return { type: "list", ordered: true, spread: false, children: items };
}

function pageMarkdown(children: readonly object[]): string {
  const root = { type: "root", children };
  const markdown = writer.stringify(root as Parameters<typeof writer.stringify>[0]).trimEnd();
  // At the beginning of a line these two words would be read as program text.
  const safe = markdown.replace(/^(im|ex)port\b/gm, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
  return safe.replace(/^\| - \| - \|$/m, "|---|---|");
}
