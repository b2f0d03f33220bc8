import type { Command } from "commander";
import { contentStatus } from "#app/compiler/content-status.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { type CourseStatus, isOverdue, type PageStatus } from "#app/domain/content-status.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { dayOf, TODAY_OPTION } from "./day.ts";
import { ROOT_OPTION } from "./root-option.ts";
import { tableLines } from "./table-lines.ts";

/** `content status`: how far each course is, in all languages. */
export function addStatus(program: Command): void {
  program
    .command("status")
    .description("shows words, minutes, what is behind, what is uncited, what is overdue and what is asked")
    .option(...ROOT_OPTION)
    .option("--json", "print everything that is known as JSON")
    .option(...TODAY_OPTION)
    .action(({ root, json, today: day }: { root: string; json?: boolean; today?: string }) => {
      const today = day ?? dayOf(new Date());
      const content = readContent(root, today);
      const status = contentStatus(content);
      if (json) {
        const courses = status.courses.map((course) => ({
          ...course,
          sources: course.sources.map((source) => ({ ...source, overdue: isOverdue(source, today) })),
        }));
        console.log(JSON.stringify({ today, ...status, courses }, null, 2));
        return;
      }
      for (const course of status.courses) for (const line of courseLines(course, today)) console.log(line);
      const { wordsPerMinute, minutesPerActivity } = status.readingSpeed;
      const speeds = LANGUAGES.map((language) => `${language} ${wordsPerMinute[language]}`).join(", ");
      console.log(
        `Minutes: words at ${speeds} a minute, and ${minutesPerActivity} for each activity; a quiz counts what it draws.`,
      );
      const count = content.problems.length;
      if (count > 0) console.log(`${count === 1 ? "1 problem" : `${count} problems`}: run npm run content -- check.`);
    });
}

function courseLines(course: CourseStatus, today: string): string[] {
  const pages = course.pages.map((row) => [
    row.folder,
    row.declaredMinutes === null ? "–" : String(row.declaredMinutes),
    ...LANGUAGES.flatMap((language) => pageCells(row.languages[language])),
  ]);
  const heads = LANGUAGES.flatMap((language) => [`${language} words`, "min", "state"]);
  const outcomes = course.outcomes.map(({ id, practice, items, text }) => [
    id,
    String(practice),
    String(items),
    text.en,
  ]);
  const overdue = course.sources.filter((source) => isOverdue(source, today));
  return [
    `${course.id}, edition ${course.edition}, law as of ${course.lawAsOf}`,
    "",
    ...tableLines(["page", "declared", ...heads], pages),
    "",
    ...tableLines(["outcome", "in lessons", "in quizzes", ""], outcomes),
    "",
    `${course.sources.length} sources, ${overdue.length === 0 ? "none" : overdue.length} overdue.`,
    ...overdue.map(({ id, reviewBy, owner, file, line }) => `  ${file}:${line}  ${id}  by ${reviewBy}, ${owner}`),
    "",
  ];
}

function pageCells(page: PageStatus | null): string[] {
  if (!page) return ["0", "0", "missing"];
  const state = page.state === "behind" ? `${page.behind.length} behind` : page.state.replace("-", " ");
  return [String(page.words), String(page.minutes), page.uncited > 0 ? `${state}, ${page.uncited} uncited` : state];
}
