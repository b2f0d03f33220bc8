/** The state of all courses in one piece of data; pure. */
import type {
  ContentStatus,
  CourseStatus,
  OutcomeRow,
  PageRow,
  PageStatus,
  SourceRow,
} from "#app/domain/content-status.ts";
import type { Language, Localised } from "#app/domain/language.ts";
import { GALLERY } from "#app/domain/gallery.ts";
import type { CoursePages } from "./course-pages.ts";
import { impactPlaces } from "./impact.ts";
import { namesOf, type PageFolder } from "./page-folder.ts";
import type { ContentProblem } from "./problem.ts";
import type { Content } from "./read-content.ts";
import type { Page } from "./read-page.ts";
import { titleIn } from "./words.ts";

/**
 * Words a minute of somebody who reads in order to learn and to act. For English 150: careful study lies well under the 228 of silent
 * reading. Russian and Belarusian words are longer, so fewer are read a minute: 184 to 228 in Trauzettel-Klosinski, Dietz and
 * the IReST group, “Standardized Assessment of Reading Performance” (IOVS 53, 2012), table 2.
 */
export const WORDS_PER_MINUTE: Record<Language, number> = { en: 150, ru: 120, be: 120 };
/** Minutes to think about an activity, beside reading it. */
export const MINUTES_PER_ACTIVITY = 0.5;

/** What the author's desk shows of the content. Whether a source is overdue depends on the day: ask `isOverdue`. */
export function contentStatus(content: Content): ContentStatus {
  return {
    readingSpeed: { wordsPerMinute: WORDS_PER_MINUTE, minutesPerActivity: MINUTES_PER_ACTIVITY },
    courses: content.pages
      .filter(({ courseId }) => courseId !== GALLERY)
      .map((course) => courseStatus(course, content.problems)),
  };
}

function courseStatus(course: CoursePages, problems: readonly ContentProblem[]): CourseStatus {
  const { file, folders, courseId, directory } = course;
  const impact = impactPlaces(course);
  const uses = new Map<string, number>();
  for (const { source, language } of impact) {
    if (language === null || language === file.sourceLanguage) uses.set(source, (uses.get(source) ?? 0) + 1);
  }
  const own = problems.filter((problem) => problem.file.startsWith(`${directory}/`));
  const byFile = new Map<string, ContentProblem[]>();
  for (const problem of own) {
    const others = byFile.get(problem.file);
    if (others) others.push(problem);
    else byFile.set(problem.file, [problem]);
  }
  const pages = folders.map((folder) => pageRow(course, folder, byFile));
  const shown = new Set(folders.flatMap((folder) => Object.values(folder.pages).map((page) => page.file)));
  return {
    id: courseId,
    title: file.title,
    edition: file.edition,
    lawAsOf: file.lawAsOf,
    sourceLanguage: file.sourceLanguage,
    pages,
    outcomes: outcomeRows(course),
    sources: [...course.sources.values()].map((source): SourceRow => {
      const { id, body, kind, url, confidence, owner, checkedOn, reviewBy } = source;
      const title: Localised = { en: titleIn(source, "en"), ru: titleIn(source, "ru"), be: titleIn(source, "be") };
      const place = { file: `${directory}/sources.yaml`, line: course.lines.sources.get(id) ?? 1 };
      return { id, title, body, kind, url, confidence, owner, checkedOn, reviewBy, ...place, uses: uses.get(id) ?? 0 };
    }),
    impact,
    problems: own.filter((problem) => !shown.has(problem.file)),
  };
}

type ProblemsByFile = ReadonlyMap<string, readonly ContentProblem[]>;

function pageRow(course: CoursePages, folder: PageFolder, problems: ProblemsByFile): PageRow {
  const { file } = course;
  const source = folder.pages[file.sourceLanguage];
  const module = file.modules.find(({ id }) => id === folder.moduleId);
  const lesson = module?.lessons.find(({ id }) => id === folder.lessonId);
  const quiz = folder.kind === "quiz" ? module?.quiz : undefined;
  const drawn = quiz && source ? Math.min(1, quiz.draw / Math.max(source.activities.length, 1)) : 1;
  const minutesOf = () => {
    if (folder.kind === "aid") return null;
    return (folder.kind === "welcome" ? file.welcome : (lesson ?? quiz))?.minutes ?? 0;
  };
  const statusOf = (language: Language): PageStatus | null => {
    const page = folder.pages[language];
    return page ? pageStatus(page, page === source, drawn, problems) : null;
  };
  return {
    kind: folder.kind,
    moduleId: folder.moduleId,
    lessonId: folder.lessonId,
    folder: namesOf(folder).join("/"),
    declaredMinutes: minutesOf(),
    revision: source?.edits.revision ?? 1,
    materialRevision: source?.edits.materialSince ?? 1,
    activities: source?.activities.map(({ id }) => id) ?? [],
    languages: { en: statusOf("en"), ru: statusOf("ru"), be: statusOf("be") },
  };
}

function pageStatus(page: Page, isSource: boolean, drawn: number, problems: ProblemsByFile): PageStatus {
  const words = page.blocks.reduce((sum, block) => sum + block.words, 0);
  const minutes = words / WORDS_PER_MINUTE[page.language] + page.activities.length * MINUTES_PER_ACTIVITY;
  const own = [...(problems.get(page.file) ?? [])];
  const state = page.behind === null ? "not-recorded" : page.behind.length > 0 ? "behind" : "current";
  return {
    file: page.file,
    title: page.title,
    words,
    minutes: Math.ceil(minutes * drawn),
    state: isSource ? "source" : state,
    behind: page.behind ?? [],
    uncited: own.filter(({ code }) => code === "claim-without-source").length,
    problems: own,
  };
}

function outcomeRows({ file, folders }: CoursePages): OutcomeRow[] {
  const asked = (kind: "lesson" | "quiz", outcome: string) =>
    folders
      .filter((folder) => folder.kind === kind)
      .flatMap((folder) => folder.pages[file.sourceLanguage]?.activities ?? [])
      .filter((activity) => activity.outcome === outcome).length;
  return file.modules.flatMap((module) =>
    module.outcomes.map(({ id, text }) => ({
      id,
      moduleId: module.id,
      text,
      practice: asked("lesson", id),
      items: asked("quiz", id),
    })),
  );
}
