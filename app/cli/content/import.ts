import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Command, Option } from "commander";
import { isAllowedAddress } from "#app/compiler/guard.ts";
import { ID } from "#app/compiler/ids.ts";
import { problemLine } from "#app/compiler/problem.ts";
import { type Language, LANGUAGES } from "#app/domain/language.ts";
import { LARGEST_FILE, type QuizImport, type TransferNote } from "#app/interop/quiz-question.ts";
import { readGift } from "#app/interop/read-gift.ts";
import { readMoodle } from "#app/interop/read-moodle.ts";
import { writeQuiz } from "#app/interop/write-quiz.ts";
import { ROOT_OPTION } from "./root-option.ts";

interface Given {
  root: string;
  course?: string;
  module?: string;
  lang: Language;
  out?: string;
  outcome: string;
  title?: string;
  summary: string;
  force?: boolean;
}

/** `content import`: questions from another system become a quiz page. Ends with 1 when a question was left out or nothing could be read. */
export function addImport(program: Command): void {
  program
    .command("import")
    .description("makes a quiz page of questions in GIFT or Moodle XML, and reports what could not be carried")
    .argument("<file>", "questions in GIFT (.gift, .txt) or Moodle XML (.xml)")
    .option(...ROOT_OPTION)
    .option("--course <id>", "the course whose quiz it becomes; needs --module")
    .option("--module <id>", "the module whose quiz it becomes")
    .addOption(new Option("--lang <language>", "the language of the questions").choices(LANGUAGES).default("en"))
    .option("--out <page>", "the page to write instead, such as quiz.mdx")
    .option("--outcome <id>", "the outcome of questions that name none, such as m1.o1", "")
    .option("--title <words>", "the title of the page; otherwise the name of the file")
    .option("--summary <words>", "one sentence about the quiz", "")
    .option("--force", "write over a page that is there")
    .action((file: string, given: Given) => {
      const out = outOf(file, given);
      if (!out.ok) return program.error(out.message);
      if (existsSync(out.page) && !given.force) {
        return program.error(
          `${out.page} is there already. Say --force to write over it, or --out to write elsewhere.`,
        );
      }
      const read = readQuestions(file, given);
      if (!read.ok) return program.error(read.message);
      const { questions, notes, pictures } = read.value;
      const lines = notes.map((note) => lineOf(file, note));
      if (given.outcome === "" && questions.some(({ outcome }) => outcome === "")) {
        const without = questions.filter(({ outcome }) => outcome === "").length;
        lines.push(
          `${file}:1:1  no-outcome  ${without} questions name no outcome. → Write it into outcome="", or give --outcome.`,
        );
      }
      const report = out.page.replace(/\.mdx$/, ".import-report.txt");
      const folder = path.dirname(out.page);
      const there = pictures.find(({ name }) => existsSync(path.join(folder, name)));
      if (there && !given.force) {
        return program.error(`${path.join(folder, there.name)} is there already. Say --force to write over it.`);
      }
      mkdirSync(folder, { recursive: true });
      if (questions.length > 0) {
        const title = (given.title ?? path.basename(file, path.extname(file))).slice(0, 90);
        writeFileSync(out.page, writeQuiz(questions, { title, summary: given.summary }, given.lang));
        for (const { name, bytes } of pictures) writeFileSync(path.join(folder, name), bytes);
      }
      rmSync(report, { force: true });
      if (lines.length > 0) writeFileSync(report, `${lines.join("\n")}\n`);
      for (const line of lines) console.log(line);
      const left = notes.filter(({ lost }) => lost === "question").length;
      if (questions.length > 0) console.log(`${out.page}: ${questions.length} questions. Next: content check.`);
      if (left > 0) console.log(`${left} left out; ${report} names them.`);
      if (questions.length === 0) console.log("No question could be carried; no page was written.");
      process.exitCode = left > 0 || questions.length === 0 ? 1 : 0;
    });
}

/** Where the page goes. */
function outOf(file: string, given: Given): { ok: true; page: string } | { ok: false; message: string } {
  const { root, course, module, lang, out } = given;
  if (out !== undefined) {
    return out.endsWith(".mdx")
      ? { ok: true, page: out }
      : { ok: false, message: "--out names a page: its name ends with .mdx." };
  }
  if (course === undefined && module === undefined) return { ok: true, page: `${file.replace(/\.[^./\\]*$/, "")}.mdx` };
  if (course === undefined || module === undefined)
    return { ok: false, message: "Give --course and --module together." };
  const folder = path.join(root, course, module);
  if (!ID.test(course) || !ID.test(module) || !existsSync(folder)) {
    return {
      ok: false,
      message: `There is no module "${module}" in the course "${course}": ${folder} does not exist.`,
    };
  }
  return { ok: true, page: path.join(folder, "quiz", `${lang}.mdx`) };
}

function readQuestions(file: string, given: Given): { ok: true; value: QuizImport } | { ok: false; message: string } {
  if (!existsSync(file) || !statSync(file).isFile()) return { ok: false, message: `There is no file ${file}.` };
  if (statSync(file).size > LARGEST_FILE) return { ok: false, message: `${file} is larger than 10 MB.` };
  const text = textOf(readFileSync(file));
  if (text === null) return { ok: false, message: `${file} is not in UTF-8. Save it as UTF-8 and import it again.` };
  const rules = { language: given.lang, outcome: given.outcome, isAllowedAddress };
  const xml = /^\s*</.test(text.replace(/^\uFEFF/, ""));
  return { ok: true, value: xml ? readMoodle(text, rules) : readGift(text, rules) };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lineOf(file: string, { line, lost, code, message, fix }: TransferNote): string {
  const severity = lost === "question" ? "error" : "warning";
  const left = lost === "question" ? `Left out: ${message}` : message;
  return problemLine({ file, line, column: 1, severity, code, message: left, fix });
}
