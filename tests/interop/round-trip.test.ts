import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isAllowedAddress } from "#app/compiler/guard.ts";
import { parseMarkdown } from "#app/compiler/parse-markdown.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { readWords } from "#app/compiler/read-words.ts";
import { splitPage } from "#app/compiler/split-page.ts";
import { titleIn } from "#app/compiler/words.ts";
import { type Language, LANGUAGES } from "#app/domain/language.ts";
import type { QuizWords } from "#app/interop/cite-link.ts";
import { paragraph, tag, text } from "#app/interop/question-text.ts";
import type { QuizQuestion } from "#app/interop/quiz-question.ts";
import { readGift } from "#app/interop/read-gift.ts";
import { readQuiz } from "#app/interop/read-quiz.ts";
import { writeGift } from "#app/interop/write-gift.ts";
import { writeQuiz } from "#app/interop/write-quiz.ts";
import { NO_WORDS, RULES } from "./rules.ts";

const COURSE = path.resolve("content/labour-migration");
const words = readWords(
  (name) => name,
  (name) => readFileSync(path.join(COURSE, name), "utf8"),
);

function wordsIn(language: Language): QuizWords {
  return {
    source: (id) => {
      const source = words.sources?.get(id);
      return source ? { title: titleIn(source, language), url: source.url } : null;
    },
    definition: (id) => words.glossary?.get(id)?.definition[language] ?? null,
  };
}

const QUIZ = "labour-migration-today/quiz";

test("the real quiz comes back from GIFT in every language with its ids, keys, texts, reasons and citations", () => {
  const root = mkdtempSync(path.join(tmpdir(), "waymark-round-trip-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(COURSE, path.join(root, "labour-migration"), { recursive: true });
  for (const language of LANGUAGES) {
    const file = path.join(root, "labour-migration", QUIZ, `${language}.mdx`);
    const page = splitPage(readFileSync(file, "utf8"));
    const parsed = parseMarkdown(page.body);
    if (!parsed.ok) throw new Error(parsed.message);
    const { questions, notes } = readQuiz(parsed.tree, isAllowedAddress, language);
    expect(notes).toEqual([]);
    const back = readGift(writeGift(questions, wordsIn(language)), { ...RULES, language, outcome: "" });
    expect({ notes: back.notes, pictures: back.pictures }).toEqual({ notes: [], pictures: [] });
    const written = writeQuiz(back.questions, { title: "A", summary: "B." }, language);
    writeFileSync(
      file,
      written.replace(/^---\n.*?\n---\n/s, () => `---\n${page.frontMatter}\n---\n`),
    );
  }
  const activities = (folder: string) =>
    readContent(folder).courses.find(({ course }) => course.id === "labour-migration")?.activities;
  const before = activities("content");
  expect(before?.length).toBeGreaterThan(10);
  expect(activities(root)).toEqual(before);
}, 60_000);

test("a choice with one right option that lets several be ticked stays one that does", () => {
  const option = (words: string, right: boolean) => ({
    right,
    text: [text(words)],
    reason: [paragraph([text("Why.")])],
  });
  const question: QuizQuestion = {
    kind: "choice",
    id: "one-of-many",
    outcome: "m1.o1",
    setting: [],
    stem: [text("Which?")],
    multiple: true,
    fixed: true,
    confidence: true,
    options: [option("This", true), option("That", false)],
    explanation: [],
  };
  const gift = writeGift([question], NO_WORDS);
  expect(gift).toBe(`// [id:one-of-many] [tag:outcome:m1.o1] [tag:order:fixed] [tag:confidence:ask]
::one-of-many::[markdown]Which?{
	~%100%[markdown]This#[markdown]Why.
	~%-100%[markdown]That#[markdown]Why.
}
`);
  expect(readGift(gift, RULES)).toEqual({ questions: [question], notes: [], pictures: [] });
  expect(writeQuiz([question], { title: "A", summary: "B." }, "en")).toContain(
    'order="fixed" select="multiple" confidence="ask"',
  );
});

test("a term of the glossary is a link with its definition in GIFT, and a term again here", () => {
  const stem = [text("What is "), tag("Term", { id: "stock" }, [text("a stock")]), text("?")];
  const option = {
    right: true,
    text: [text("A"), tag("Cite", { id: "law", at: "Art. 1" })],
    reason: [paragraph([text("Why.")])],
  };
  const question: QuizQuestion = {
    kind: "choice",
    id: "q",
    outcome: "m1.o1",
    setting: [],
    stem,
    multiple: false,
    fixed: false,
    options: [option, { ...option, right: false }],
    explanation: [],
  };
  const gift = writeGift([question], { ...NO_WORDS, definition: () => 'People "at" one date' });
  expect(gift).toContain("[a stock](\\#stock");
  expect(readGift(gift, RULES).questions).toEqual([question]);
});
