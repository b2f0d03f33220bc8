import type { CourseStatus, PageRow } from "#app/domain/content-status.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import type { CheckedPage } from "#app/ui/author/language-check.tsx";

/** A page in each language, the source first; a page that cannot be read brings the problems that say why. */
export function checkedPages(row: PageRow, course: CourseStatus): CheckedPage[] {
  const { sourceLanguage } = course;
  const anyFile = Object.values(row.languages).find((page) => page !== null)?.file ?? "";
  const folder = anyFile === "" ? row.folder : anyFile.replace(/\/[^/]*$/, "");
  const languages = [sourceLanguage, ...LANGUAGES.filter((language) => language !== sourceLanguage)];
  return languages.map((language) => {
    const page = row.languages[language];
    const file = page?.file ?? `${folder}/${language}.mdx`;
    // What stands in the file of a page that cannot be read belongs to no page, and so to the course.
    const problems = page?.problems ?? course.problems.filter((problem) => problem.file.endsWith(file));
    return { language, file, page, problems };
  });
}
