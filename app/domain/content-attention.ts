/** What an author has to look at in a course, counted. */
import { type CourseStatus, isFarFromDeclared, isOverdue } from "./content-status.ts";
import { LANGUAGES } from "./language.ts";

/** Numbers of things; the findings of the checks cover some of them a second time. */
export interface ContentAttention {
  /** Pages that a language lacks, or that cannot be read. */
  missing: number;
  /** Translations behind their source text. */
  behind: number;
  /** Translations that nobody has recorded as compared. */
  notRecorded: number;
  uncited: number;
  errors: number;
  warnings: number;
  /** Pages whose declared minutes are far from the counted ones in at least one language. */
  minutes: number;
  /** Outcomes without an activity in a lesson, or without a question in a quiz. */
  outcomes: number;
  /** Sources that should have been looked at again. */
  overdue: number;
}

/** @param today `YYYY-MM-DD` */
export function contentAttention(course: CourseStatus, today: string): ContentAttention {
  const all = course.pages.flatMap((row) => LANGUAGES.map((language) => row.languages[language]));
  const pages = all.filter((page) => page !== null);
  const problems = [...course.problems, ...pages.flatMap((page) => page.problems)];
  return {
    missing: all.length - pages.length,
    behind: pages.filter(({ state }) => state === "behind").length,
    notRecorded: pages.filter(({ state }) => state === "not-recorded").length,
    uncited: pages.reduce((sum, { uncited }) => sum + uncited, 0),
    errors: problems.filter(({ severity }) => severity === "error").length,
    warnings: problems.filter(({ severity }) => severity === "warning").length,
    minutes: course.pages.filter(({ languages, declaredMinutes }) =>
      LANGUAGES.some((language) =>
        isFarFromDeclared(languages[language]?.minutes ?? declaredMinutes ?? 0, declaredMinutes),
      ),
    ).length,
    outcomes: course.outcomes.filter(({ practice, items }) => practice === 0 || items === 0).length,
    overdue: course.sources.filter((source) => isOverdue(source, today)).length,
  };
}
