/** Our questions as GIFT, every text in its Markdown format (docs.moodle.org/en/GIFT_format). */
import { type QuizWords, withLinks } from "./cite-link.ts";
import { markdownOf } from "./markdown-text.ts";
import { type Block, inOneLine, list, paragraph, wordsOf } from "./question-text.ts";
import { widthOf } from "#app/domain/written-amount.ts";
import { writeNumber } from "#app/domain/written-number.ts";
import type { ChoiceQuestion, MatchQuestion, QuizQuestion } from "./quiz-question.ts";

/** The only fractions of a whole that Moodle takes, by the number of right options. */
const SHARES = ["100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10"];

/**
 * A GIFT file of these questions, in UTF-8 with line feeds. Ids are names and id numbers; tags say the outcome, a fixed order and that
 * learners are asked how sure they are; citations are links (see `withLinks`). Ticks of a multiple choice weigh as they do here.
 */
export function writeGift(questions: readonly QuizQuestion[], words: QuizWords): string {
  return questions.map((question) => `${giftOf(question, words)}\n`).join("\n");
}

/** What GIFT cannot say of a question, in words for the author. */
export function lostInGift(question: QuizQuestion): string[] {
  const lost: string[] = [];
  if (question.kind === "match" && question.rows.some(({ answer }) => answer.some(({ type }) => type !== "text"))) {
    lost.push("Answers of a match are plain words in GIFT; emphasis, links and citations in them were left out.");
  }
  if (
    question.kind === "choice" &&
    question.multiple &&
    question.options.filter(({ right }) => right).length > SHARES.length
  ) {
    lost.push(`Moodle knows no fraction for more than ${SHARES.length} right options; look at the weights there.`);
  }
  if (question.kind === "number" && question.values.some(({ percent }) => percent)) {
    lost.push("GIFT knows no tolerance in per cent; it was written in the unit of the value.");
  }
  if (question.kind === "number" && question.unit !== "") {
    lost.push(`GIFT shows no unit beside a number; “${question.unit}” became a tag. Name it in the question.`);
  }
  if (question.kind === "short" && question.wordings.some(({ text }) => /->|\*/.test(text))) {
    lost.push(
      "In GIFT, an arrow would make a match of an answer and * stands for any words; look at the answers there.",
    );
  }
  return lost;
}

function giftOf(question: QuizQuestion, words: QuizWords): string {
  const { id, outcome } = question;
  const rich = (blocks: readonly Block[]) => escaped(markdownOf(linkedBlocks(blocks, words)), true);
  const asked = rich([...question.setting, paragraph(question.stem)]);
  const tags = [
    outcome === "" ? "" : ` [tag:outcome:${outcome}]`,
    question.kind === "choice" && question.fixed ? " [tag:order:fixed]" : "",
    question.kind === "choice" && question.confidence ? " [tag:confidence:ask]" : "",
    question.kind === "number" && isTag(question.unit) ? ` [tag:unit:${question.unit}]` : "",
  ];
  const answers = answersOf(question, rich);
  const reasons = question.kind === "match" && question.reasons ? [list(true, question.reasons)] : [];
  const explanation = [...reasons, ...question.explanation];
  const last = explanation.length === 0 ? [] : [`\t####[markdown]${rich(explanation)}`];
  return [
    `// [id:${id}]${tags.join("")}`,
    `::${id}::[markdown]${asked}{${question.kind === "number" ? "#" : ""}`,
    ...answers,
    ...last,
    "}",
  ].join("\n");
}

function answersOf(question: QuizQuestion, rich: (blocks: readonly Block[]) => string): string[] {
  switch (question.kind) {
    case "choice":
      return choices(question, rich);
    case "match":
      return pairs(question, rich);
    case "number":
      return question.values.map((value) => {
        const written = `${plainNumber(value.value)}:${plainNumber(Number(widthOf(value).toPrecision(12)))}`;
        return `\t=${value.right ? "" : "%0%"}${written}${feedback(value, rich)}`;
      });
    case "short":
      return question.wordings.map((wording) => {
        // An arrow would make a match of it.
        const written = escaped(wording.text.replaceAll("->", "→"), false);
        return `\t=${wording.right ? "" : "%0%"}${written}${feedback(wording, rich)}`;
      });
  }
}

function feedback({ reason }: { reason: Block[] }, rich: (blocks: readonly Block[]) => string): string {
  return reason.length === 0 ? "" : `#[markdown]${rich(reason)}`;
}

function plainNumber(value: number): string {
  return writeNumber(value, "en").replaceAll(",", "").replace("−", "-");
}

function isTag(words: string): boolean {
  return words !== "" && !/[[\]\n]/.test(words);
}

function choices(question: ChoiceQuestion, rich: (blocks: readonly Block[]) => string): string[] {
  const rights = question.options.filter(({ right }) => right).length;
  const share = SHARES[rights - 1] ?? (100 / rights).toFixed(5);
  return question.options.map((option) => {
    const { right, text } = option;
    const sign = question.multiple ? `~%${right ? "" : "-"}${share}%` : right ? "=" : "~";
    return `\t${sign}[markdown]${rich([paragraph(text)])}${feedback(option, rich)}`;
  });
}

function pairs(question: MatchQuestion, rich: (blocks: readonly Block[]) => string): string[] {
  return question.rows.map(({ words, answer }) => {
    const left = words.length === 0 ? "" : `[markdown]${rich([paragraph(inOneLine(words))])} `;
    return `\t=${left}-> ${escaped(wordsOf(answer).trim(), false)}`;
  });
}

/**
 * Control signs of GIFT with a backslash, line ends as \n.
 * @param markdown whether the text may hold character references. GIFT readers use the form &&058; inside, and would take it for a sign
 */
export function escaped(words: string, markdown: boolean): string {
  const safe = markdown
    ? words.replaceAll("->", "-&gt;").replaceAll("&&0", "&amp;&0").replaceAll("&&1", "&amp;&1")
    : words;
  return safe.replace(/[\\~=#{}:]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, "\\n");
}

function linkedBlocks(blocks: readonly Block[], words: QuizWords): Block[] {
  return blocks.map((block): Block => {
    if (block.type === "paragraph") return paragraph(withLinks(block.children, words));
    if (block.type === "blockquote") return { ...block, children: linkedBlocks(block.children, words) };
    return list(
      block.ordered,
      block.children.map((item) => linkedBlocks(item.children, words)),
    );
  });
}
