/** Our quiz page, as a Markdown tree, into questions that other formats can say. */
import { textOfNodes, type SourceNode, addressesIn } from "./markdown-text.ts";
import { splitReasons } from "./match-reasons.ts";
import { type Block, inOneParagraph, type Phrase, wordsOf } from "./question-text.ts";
import type { Language } from "#app/domain/language.ts";
import { readAmount } from "#app/domain/written-amount.ts";
import type { QuizQuestion, TransferNote } from "./quiz-question.ts";
import type { TextTools } from "./text-tools.ts";

/**
 * Reads the questions of a page.
 * @param tree the page without its front matter, as MDX with tables and task lists
 * @param language in which its numbers are written
 * @returns notes: the tags from which no question can be made; lines are those of the tree
 */
export function readQuiz(
  tree: SourceNode,
  isAllowedAddress: TextTools["isAllowedAddress"],
  language: Language,
): { questions: QuizQuestion[]; notes: TransferNote[] } {
  const questions: QuizQuestion[] = [];
  const notes: TransferNote[] = [];
  const addresses = addressesIn(tree);
  for (const node of tree.children ?? []) {
    const line = node.position?.start.line ?? 1;
    const given = new Map((node.attributes ?? []).map(({ name, value }) => [name, value]));
    // Only activities have an outcome.
    if (!node.name || !given.has("outcome")) continue;
    const attribute = (name: string) => String(given.get(name) ?? "");
    const id = attribute("id");
    const note: TextTools["note"] = (code, message, fix) =>
      notes.push({ line, lost: "part", code, message: `"${id}": ${message}`, fix });
    const tools: TextTools = { isAllowedAddress, note, picture: (_src, alt) => `[${alt}]` };
    const read = (nodes: readonly SourceNode[]) => textOfNodes(nodes, tools, addresses);
    const readKind = READERS[node.name];
    const question = readKind?.(node, attribute, read, language);
    if (question) questions.push(question);
    else if (!readKind) {
      const message = `"${id}" is a <${node.name}>, and no other format knows such a question.`;
      const fix = "Write a choice or a match in its place, or leave it here.";
      notes.push({ line, lost: "question", code: "kind-unknown", message, fix });
    } else {
      const message = `"${id}" is not whole and was left out.`;
      notes.push({
        line,
        lost: "question",
        code: "not-whole",
        message,
        fix: "Run content check, and mend what it names.",
      });
    }
  }
  return { questions, notes };
}

type Attribute = (name: string) => string;
type Read = (nodes: readonly SourceNode[]) => Block[];

function readChoice(node: SourceNode, attribute: Attribute, read: Read): QuizQuestion | null {
  const children = node.children ?? [];
  const at = children.findIndex(
    (child) => child.type === "list" && child.children?.some(({ checked }) => typeof checked === "boolean"),
  );
  if (at < 1) return null;
  const options = (children[at]?.children ?? []).map((item) => {
    const [words, quotation] = item.children ?? [];
    return {
      right: item.checked === true,
      text: read(words ? [words] : []).flatMap(phrasesIn),
      reason: read(quotation?.children ?? []),
    };
  });
  const rights = options.filter(({ right }) => right).length;
  if (options.length < 2 || rights === 0) return null;
  return {
    kind: "choice",
    ...askedIn(attribute, children.slice(0, at), read),
    multiple: rights > 1 || attribute("select") === "multiple",
    fixed: attribute("order") === "fixed",
    ...(attribute("confidence") === "ask" ? { confidence: true } : {}),
    options,
    explanation: read(children.slice(at + 1)),
  };
}

function readMatch(node: SourceNode, attribute: Attribute, read: Read): QuizQuestion | null {
  const children = node.children ?? [];
  const at = children.findIndex((child) => child.type === "table");
  const rows = (children[at]?.children ?? []).slice(1).map((row) => {
    const [words, answer] = (row.children ?? []).map((cell) => read(cell.children ?? []).flatMap(phrasesIn));
    return { words: words ?? [], answer: answer ?? [] };
  });
  if (at < 1 || rows.length < 2 || rows.some(({ answer }) => answer.length === 0)) return null;
  const after = read(children.slice(at + 1));
  return {
    kind: "match",
    ...askedIn(attribute, children.slice(0, at), read),
    rows,
    ...splitReasons(after, rows.length),
  };
}

function boxesIn(node: SourceNode, attribute: Attribute, read: Read) {
  const children = node.children ?? [];
  const at = children.findIndex(
    (child) => child.type === "list" && child.children?.some(({ checked }) => typeof checked === "boolean"),
  );
  const boxes = (children[at]?.children ?? []).map((item) => {
    const [words, quotation] = item.children ?? [];
    return {
      right: item.checked === true,
      text: wordsOf(read(words ? [words] : []).flatMap(phrasesIn))
        .replace(/\s+/g, " ")
        .trim(),
      reason: read(quotation?.children ?? []),
    };
  });
  if (at < 1 || !boxes.some(({ right }) => right) || boxes.some(({ text }) => text === "")) return null;
  return {
    boxes,
    asked: askedIn(attribute, children.slice(0, at), read),
    explanation: read(children.slice(at + 1)),
  };
}

function readNumberQuestion(
  node: SourceNode,
  attribute: Attribute,
  read: Read,
  language: Language,
): QuizQuestion | null {
  const body = boxesIn(node, attribute, read);
  const unit = attribute("unit").trim();
  const values = (body?.boxes ?? []).flatMap(({ text, right, reason }) => {
    const amount = readAmount(text, language, unit);
    return typeof amount === "string" ? [] : [{ ...amount, right, reason }];
  });
  if (!body || values.length < body.boxes.length) return null;
  return { kind: "number", ...body.asked, unit, values, explanation: body.explanation };
}

function readShort(node: SourceNode, attribute: Attribute, read: Read): QuizQuestion | null {
  const body = boxesIn(node, attribute, read);
  return body && { kind: "short", ...body.asked, wordings: body.boxes, explanation: body.explanation };
}

const READERS: Record<
  string,
  (node: SourceNode, attribute: Attribute, read: Read, language: Language) => QuizQuestion | null
> = { Question: readChoice, Match: readMatch, Number: readNumberQuestion, Short: readShort };

function askedIn(attribute: Attribute, before: readonly SourceNode[], read: Read) {
  return {
    id: attribute("id"),
    outcome: attribute("outcome"),
    setting: read(before.slice(0, -1)),
    stem: inOneParagraph(read(before.slice(-1))),
  };
}

function phrasesIn(block: Block): Phrase[] {
  return inOneParagraph([block]);
}
