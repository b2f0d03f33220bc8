import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { isAllowedAddress } from "#app/compiler/guard.ts";
import { parseMarkdown } from "#app/compiler/parse-markdown.ts";
import { problemLine } from "#app/compiler/problem.ts";
import { readWords } from "#app/compiler/read-words.ts";
import { splitPage } from "#app/compiler/split-page.ts";
import { titleIn } from "#app/compiler/words.ts";
import { isLanguage, type Language } from "#app/domain/language.ts";
import type { QuizWords } from "#app/interop/cite-link.ts";
import { readQuiz } from "#app/interop/read-quiz.ts";
import { lostInGift, writeGift } from "#app/interop/write-gift.ts";

/** `content export`: a quiz page for another system. Ends with 1 when a question was left out. */
export function addExport(program: Command): void {
  program
    .command("export")
    .description("writes the questions of a quiz page in GIFT, for Moodle and others")
    .argument("<page>", "the page, such as content/my-course/my-module/quiz/en.mdx")
    .requiredOption("--gift", "the format")
    .option("--out <file>", "the file to write; otherwise it is printed")
    .action((page: string, { out }: { out?: string }) => {
      if (!existsSync(page)) return program.error(`There is no page ${page}.`);
      const split = splitPage(readFileSync(page, "utf8"));
      const parsed = parseMarkdown(split.body);
      if (!parsed.ok) {
        const { line, column } = split.place(parsed.point);
        const { message, fix } = parsed;
        return program.error(
          problemLine({ file: page, line, column, severity: "error", code: "unparsable", message, fix }),
        );
      }
      const { questions, notes } = readQuiz(parsed.tree, isAllowedAddress, languageOf(page));
      if (questions.length === 0 && notes.length === 0) return program.error(`${page} holds no question.`);
      for (const { line, code, message, fix } of notes) {
        const place = split.place({ line, column: 1 });
        console.error(problemLine({ file: page, ...place, severity: "error", code, message, fix }));
      }
      for (const question of questions)
        for (const lost of lostInGift(question)) console.error(`"${question.id}": ${lost}`);
      const gift = writeGift(questions, wordsFor(page));
      if (out === undefined) process.stdout.write(gift);
      else writeFileSync(out, gift);
      process.exitCode = notes.some(({ lost }) => lost === "question") ? 1 : 0;
    });
}

/** What the course of a page knows about sources and terms; nothing for a page outside of a course. */
function wordsFor(page: string): QuizWords {
  const language = languageOf(page);
  const folder = courseFolder(path.dirname(path.resolve(page)));
  const words = readWords(
    (name) => name,
    (name) => (folder && existsSync(path.join(folder, name)) ? readFileSync(path.join(folder, name), "utf8") : null),
  );
  return {
    source: (id) => {
      const source = words.sources?.get(id);
      return source ? { title: titleIn(source, language), url: source.url } : null;
    },
    definition: (id) => words.glossary?.get(id)?.definition[language] ?? null,
  };
}

function languageOf(page: string): Language {
  const named = path.basename(page, ".mdx");
  return isLanguage(named) ? named : "en";
}

function courseFolder(folder: string): string | null {
  if (existsSync(path.join(folder, "course.yaml"))) return folder;
  const above = path.dirname(folder);
  return above === folder ? null : courseFolder(above);
}
