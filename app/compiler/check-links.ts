import type { MarkdownPoint } from "#app/activities/markdown-node.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import type { CourseFile } from "./course-schema.ts";
import type { ContentProblem } from "./problem.ts";
import type { Page } from "./read-page.ts";
import { suggest } from "./nearest.ts";
import { AIDS } from "./page-folder.ts";

/**
 * Links from a page to pages of its own course, `/{language}/courses/{course}/{module}/{lesson}`: the page must exist, and be in the
 * language of the reader. Other addresses of the site belong to the site, not to the course.
 */
export function checkLinks(page: Page, courseId: string, course: CourseFile): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const add = (place: MarkdownPoint, message: string, fix: string) =>
    problems.push({
      file: page.file,
      line: place.line,
      column: place.column,
      severity: "error",
      code: "broken-link",
      message,
      fix,
    });
  for (const { url, place } of page.links) {
    const [address = ""] = url.split(/[?#]/);
    const [language, courses, id, ...steps] = address.replace(/^\//, "").replace(/\/$/, "").split("/");
    if (!LANGUAGES.some((one) => one === language) || courses !== "courses" || id !== courseId) continue;
    if (language !== page.language) {
      add(place, `The link "${url}" leads out of the reader's language.`, `Begin it with /${page.language}/.`);
    }
    const missing = missingStep(steps, course);
    if (missing) add(place, `The course has no page "${missing.step}", to which "${url}" leads.`, missing.fix);
  }
  return problems;
}

function missingAid(
  id: string | undefined,
  more: readonly string[],
  { aids }: CourseFile,
): { step: string; fix: string } | null {
  const ids = aids.map((aid) => aid.id);
  if (id !== undefined && ids.includes(id) && more.length === 0) return null;
  const otherwise = ids.length === 0 ? "The course has no aids." : `Its aids are ${ids.join(", ")}.`;
  return { step: [AIDS, id, ...more].filter(Boolean).join("/"), fix: suggest(id ?? "", ids, otherwise) };
}

function missingStep(steps: readonly string[], course: CourseFile): { step: string; fix: string } | null {
  const [first, second, ...more] = steps;
  if (first === AIDS) return missingAid(second, more, course);
  if (first === undefined || ["welcome", "certificate", "exam", "notes", "plan"].includes(first)) return null;
  const module = course.modules.find((one) => one.id === first);
  const otherwise = "Take the names of module and lesson from course.yaml.";
  const modules = course.modules.map((one) => one.id);
  if (!module) return { step: first, fix: suggest(first, modules, otherwise) };
  const lessons = [...module.lessons.map((one) => one.id), "quiz"];
  if (second === undefined) return { step: first, fix: `A module has no page of its own: go on with /${lessons[0]}.` };
  if (!lessons.includes(second)) {
    return { step: `${first}/${second}`, fix: suggest(second, lessons, otherwise) };
  }
  return more.length > 0 && second !== "quiz" ? { step: steps.join("/"), fix: otherwise } : null;
}
