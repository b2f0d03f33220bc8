/** Moodle XML, as Moodle's question bank exports it (docs.moodle.org/en/Moodle_XML_format). */
import type { Amount } from "#app/domain/written-amount.ts";
import { textOfAnyFormat } from "./any-text.ts";
import { askedBy, type ImportDesk, noteWeights, openImport } from "./import-desk.ts";
import { splitReasons } from "./match-reasons.ts";
import { type Block, inOneLine, inOneParagraph, type Phrase, wordsOf } from "./question-text.ts";
import type { ImportRules, QuizImport } from "./quiz-question.ts";
import type { TextTools } from "./text-tools.ts";
import { addNumber, addShort, isAnythingElse } from "./typed-answers.ts";
import { trueAndFalse } from "./true-and-false.ts";
import { readXml, type XmlNode } from "./xml-tree.ts";

const OTHER_KINDS: Record<string, string> = {
  essay: "has an essay as its answer",
  description: "has no answer, only a text",
  cloze: "has gaps in its text",
};

/** Reads a Moodle XML file. What cannot be carried is noted with its line; a file that is no question bank gives one note and nothing else. */
export function readMoodle(file: string, rules: ImportRules): QuizImport {
  const desk = openImport(rules);
  const xml = readXml(file);
  if (!xml.ok) {
    desk.leaveOut(xml.line, xml.code, xml.message, "Export the question bank from Moodle again, as Moodle XML.");
    return desk.result();
  }
  const quiz = xml.roots.find(({ name }) => name === "quiz");
  if (!quiz) desk.leaveOut(1, "not-moodle", "The file has no <quiz>.", "Export the question bank as Moodle XML.");
  for (const node of quiz?.children ?? []) if (node.name === "question") readQuestion(node, desk);
  return desk.result();
}

interface Reading {
  node: XmlNode;
  desk: ImportDesk;
  tools: TextTools;
  label: string;
  /** The text of a part of the question, such as `questiontext`. */
  read(part: XmlNode | undefined): Block[];
  asked(): { id: string; outcome: string; setting: Block[]; stem: Phrase[] };
  explanation(): Block[];
}

function readQuestion(node: XmlNode, desk: ImportDesk): void {
  const kind = node.attributes.get("type") ?? "";
  const named = textIn(child(node, "name")).trim();
  const label = named === "" ? `The question in line ${node.line}` : `"${named.slice(0, 80)}"`;
  if (kind === "category") {
    const path = textIn(child(node, "category")).trim().slice(0, 80);
    const fix = "A quiz belongs to a module; give --course and --module.";
    desk.tools(node.line, "Category").note("category", `"${path}" was not carried.`, fix);
    return;
  }
  const tools = desk.tools(node.line, label, filesIn(node));
  const read = (part: XmlNode | undefined): Block[] => {
    const words = textIn(part);
    return words.trim() === "" ? [] : textOfAnyFormat(words, part?.attributes.get("format") ?? "html", tools);
  };
  const tags = (child(node, "tags")?.children ?? []).map((tag) => textIn(tag).trim());
  const asked = () => ({
    id: desk.idOf(child(node, "idnumber")?.text.trim() || named),
    outcome: desk.outcomeOf(tags),
    ...askedBy(read(child(node, "questiontext"))),
  });
  const reading = { node, desk, tools, label, read, asked, explanation: () => read(child(node, "generalfeedback")) };
  if (kind === "multichoice") readChoice(reading);
  else if (kind === "truefalse") readTrueFalse(reading);
  else if (kind === "matching") readMatch(reading);
  else if (kind === "shortanswer") readShort(reading);
  else if (kind === "numerical") readNumerical(reading);
  else {
    const why = OTHER_KINDS[kind] ?? `is of the kind "${kind.slice(0, 40)}"`;
    const fix = "There is no such kind here yet; write it as a choice or a match.";
    desk.leaveOut(node.line, `kind-${/^[a-z]{1,40}$/.test(kind) ? kind : "unknown"}`, `${label} ${why}.`, fix);
    return;
  }
  noteExtras(node, tools);
}

function readChoice({ node, desk, tools, label, read, asked, explanation }: Reading): void {
  const answers = children(node, "answer");
  const multiple = flag(node, "single") === false;
  const weights = answers.map((answer) => Number(answer.attributes.get("fraction") ?? 0) || 0);
  const isRight = (weight: number) => (multiple ? weight > 0 : weight === 100);
  const rights = weights.filter(isRight).length;
  if (rights === 0 || (!multiple && rights > 1)) {
    const message =
      rights === 0 ? `${label} has no right option.` : `${label} takes any one of ${rights} options as right.`;
    const fix = "Let one option be right, or let all right ones be ticked.";
    desk.leaveOut(node.line, rights === 0 ? "no-right-option" : "several-right", message, fix);
    return;
  }
  noteWeights(
    weights.map((weight) => ({ weight, right: isRight(weight) })),
    multiple,
    tools,
  );
  const options = answers.map((answer, index) => ({
    right: isRight(weights[index] ?? 0),
    text: inOneParagraph(read(answer)),
    reason: read(child(answer, "feedback")),
  }));
  const fixed = flag(node, "shuffleanswers") === false;
  desk.add({ kind: "choice", ...asked(), multiple, fixed, options, explanation: explanation() }, node.line);
}

function readTrueFalse({ node, desk, label, read, asked, explanation }: Reading): void {
  const answers = children(node, "answer");
  const of = (word: string) => answers.find((answer) => textIn(answer).trim().toLowerCase() === word);
  const [yes, no] = [of("true"), of("false")];
  const isTrue = Number(yes?.attributes.get("fraction")) > 0;
  if (!yes || !no || isTrue === Number(no.attributes.get("fraction")) > 0) {
    desk.leaveOut(
      node.line,
      "no-right-option",
      `${label} does not say whether it is true.`,
      "Mend it in Moodle and export it again.",
    );
    return;
  }
  const reasons: [Block[], Block[]] = [read(child(yes, "feedback")), read(child(no, "feedback"))];
  const options = trueAndFalse(desk.rules.language, isTrue, reasons);
  desk.add(
    { kind: "choice", ...asked(), multiple: false, fixed: true, options, explanation: explanation() },
    node.line,
  );
}

function readMatch({ node, desk, tools, label, read, asked, explanation }: Reading): void {
  const rows = children(node, "subquestion").map((row) => ({
    words: inOneLine(inOneParagraph(read(row))),
    answer: inOneLine(inOneParagraph(textOfAnyFormat(textIn(child(row, "answer")), "plain", tools))),
  }));
  const whole = rows.filter(({ answer }) => wordsOf(answer).trim() !== "");
  if (whole.length < 2) {
    desk.leaveOut(node.line, "no-pairs", `${label} has fewer than two pairs.`, "Give it at least two pairs.");
    return;
  }
  if (whole.length < rows.length)
    tools.note("empty-answer", "pairs without an answer were left out.", "Look at the table.");
  desk.add({ kind: "match", ...asked(), rows: whole, ...splitReasons(explanation(), whole.length) }, node.line);
}

function readShort({ node, desk, tools, label, read, asked, explanation }: Reading): void {
  const answers = children(node, "answer");
  const isOther = (answer: XmlNode) => isAnythingElse(textIn(answer));
  if (flag(node, "usecase")) {
    tools.note("case", "capitals made a difference there and make none here.", "Ask in another way if they matter.");
  }
  const weighed = answers
    .filter((answer) => !isOther(answer))
    .map((answer) => ({ ...weighedIn(answer, read), what: textIn(answer).replace(/\s+/g, " ").trim() }));
  const others = read(child(answers.find(isOther) ?? node, "feedback"));
  addShort({ line: node.line, label, desk, tools, weighed, others, asked, explanation: explanation() });
}

function readNumerical({ node, desk, tools, label, read, asked, explanation }: Reading): void {
  const answers = children(node, "answer");
  const weighed = answers.flatMap((answer) => {
    const what = amountIn(answer);
    return what ? [{ ...weighedIn(answer, read), what }] : [];
  });
  const isOther = (answer: XmlNode) => isAnythingElse(textIn(answer));
  if (answers.some((answer) => amountIn(answer) === null && !isOther(answer))) {
    tools.note("number", "answers that are no numbers were left out.", "Look at its values.");
  }
  const units = children(child(node, "units") ?? node, "unit").map((unit) => ({
    name: textIn(child(unit, "unit_name")).trim(),
    factor: Number(textIn(child(unit, "multiplier"))),
  }));
  if (units.length > 1) {
    tools.note("units", "it has several units; only the first was carried.", "The unit stands beside the field here.");
  }
  const unit = (units.find(({ factor }) => factor === 1) ?? units[0])?.name ?? "";
  const others = read(child(answers.find(isOther) ?? node, "feedback"));
  addNumber({ line: node.line, label, desk, tools, weighed, others, asked, explanation: explanation(), unit });
}

function weighedIn(answer: XmlNode, read: Reading["read"]) {
  return { weight: Number(answer.attributes.get("fraction") ?? 0) || 0, feedback: read(child(answer, "feedback")) };
}

/** Null for what is no number, such as the sign of anything else. */
function amountIn(answer: XmlNode): Amount | null {
  const written = textIn(answer).trim();
  const [value, tolerance] = [Number(written), Number(textIn(child(answer, "tolerance")).trim() || 0)];
  if (written === "" || !Number.isFinite(value)) return null;
  return { value, tolerance: Number.isFinite(tolerance) ? Math.abs(tolerance) : 0, percent: false };
}

function noteExtras(node: XmlNode, tools: TextTools): void {
  if (children(node, "hint").some((hint) => textIn(hint).trim() !== "")) {
    tools.note("hint", "its hints were not carried.", "Say it in the question, or in the reason of an option.");
  }
  const grade = Number(child(node, "defaultgrade")?.text ?? 1);
  if (grade !== 1)
    tools.note(
      "grade",
      `its weight in the quiz (${grade}) was not carried.`,
      "All questions of a quiz weigh alike here.",
    );
}

/** Pictures that the texts of a question bring with them, in base64, by name. */
function filesIn(node: XmlNode): Map<string, string> {
  const files = new Map<string, string>();
  const look = (one: XmlNode): void => {
    const name = one.attributes.get("name");
    if (one.name === "file" && name !== undefined && one.attributes.get("encoding") === "base64") {
      files.set(`${(one.attributes.get("path") ?? "/").replace(/^\//, "")}${name}`, one.text);
    }
    one.children.forEach(look);
  };
  look(node);
  return files;
}

/** Moodle wraps most values in a `<text>`. */
function textIn(node: XmlNode | undefined): string {
  return node ? (child(node, "text")?.text ?? node.text) : "";
}

/** Moodle has written both `true` and `1`. */
function flag(node: XmlNode, name: string): boolean | null {
  const value = child(node, name)?.text.trim().toLowerCase();
  return value === undefined ? null : value === "true" || value === "1";
}

function child(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((one) => one.name === name);
}

function children(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((one) => one.name === name);
}
