import { createHash } from "node:crypto";
import type { ActivityRecord, Feedback, PublicActivity } from "#app/activities/activity.ts";
import { definitionOf, findExhibitDefinition, findOpenDefinition } from "#app/activities/definitions.ts";
import type { Course, CoursePage, Lesson } from "#app/domain/course.ts";
import { LANGUAGES, type Language, type Localised } from "#app/domain/language.ts";
import { activityKey } from "./activity-key.ts";
import { aidCode } from "./aid-code.ts";
import type { CourseFile } from "./course-schema.ts";
import type { TermEntry } from "./glossary-schema.ts";
import { AIDS, namesOf, type PageFolder } from "./page-folder.ts";
import type { Page } from "./read-page.ts";
import type { SourceEntry } from "./sources-schema.ts";
import { titleIn } from "./words.ts";

/** A course without a fault, as the modules are made from it. */
export interface CompiledCourse {
  course: Course;
  /** As the catalogue shows it: titles in every language. */
  sources: { id: string; kind: string; body: string; title: Localised; year: number; url: string; checkedOn: string }[];
  glossary: { id: string; term: Localised; definition: Localised; source: string }[];
  /** By `course/module/lesson/language`, `course/welcome/language` and `course/aids/aid/language`; the source's page where there is no translation. */
  lessons: Map<string, Page>;
  activities: ActivityRecord[];
  words: { sources: ReadonlyMap<string, SourceEntry>; glossary: ReadonlyMap<string, TermEntry> };
}

/**
 * Makes the outline, the lesson list and the answer keys of a course that was checked.
 * @throws Error when a source page is missing, which the check does not let through
 */
export function compileCourse(given: {
  courseId: string;
  file: CourseFile;
  folders: readonly PageFolder[];
  sources: ReadonlyMap<string, SourceEntry>;
  glossary: ReadonlyMap<string, TermEntry>;
}): CompiledCourse {
  const { courseId, file, folders, sources, glossary } = given;
  const find = (...names: string[]) => {
    const folder = folders.find((one) => namesOf(one).join("/") === names.join("/"));
    if (!folder) throw new Error(`No pages in ${names.join("/")} of ${courseId}.`);
    return folder;
  };
  const pages = new Map(folders.map((folder) => [folder, shownPages(folder, file.sourceLanguage)]));
  const pagesOf = (folder: PageFolder) => {
    const found = pages.get(folder);
    if (!found) throw new Error(`The pages of ${folder.moduleId ?? "the course"} were not made.`);
    return found;
  };
  for (const shown of pages.values()) for (const page of Object.values(shown)) checkExhibits(page);
  const sourcePage = (folder: PageFolder) => pagesOf(folder)[file.sourceLanguage];
  const welcome = file.welcome ? coursePage(pagesOf(find("welcome")), file.welcome.minutes) : null;
  const modules = file.modules.map((module) => ({
    id: module.id,
    title: module.title,
    summary: module.summary,
    outcomes: module.outcomes,
    lessons: module.lessons.map((lesson) => {
      const folder = find(module.id, lesson.id);
      return {
        id: lesson.id,
        ...coursePage(pagesOf(folder), lesson.minutes),
        outcomes: lesson.outcomes,
        sections: sourcePage(folder).sections.length,
        activities: sourcePage(folder).activities.map((activity) => activity.id),
        ...recallsOf(sourcePage(folder)),
        ...revisionOf(sourcePage(folder)),
      };
    }),
    quiz: {
      ...coursePage(pagesOf(find(module.id, "quiz")), module.quiz.minutes),
      draw: module.quiz.draw,
      items: sourcePage(find(module.id, "quiz")).activities.map(({ id, outcome }) => ({ id, outcome })),
    },
  }));
  const minutes = modules.flatMap((module) => [...module.lessons.map((lesson) => lesson.minutes), module.quiz.minutes]);
  const course: Course = {
    id: courseId,
    title: file.title,
    summary: file.summary,
    edition: file.edition,
    lawAsOf: file.lawAsOf,
    sourceLanguage: file.sourceLanguage,
    review: file.review,
    welcome,
    completion: { quizPassPercent: file.completion.quizPassPercent },
    modules,
    aids: file.aids.map(({ id }) => {
      const folder = find(AIDS, id);
      const { revision, materialSince } = sourcePage(folder).edits;
      return {
        id,
        ...titlesOf(pagesOf(folder)),
        version: { revision, code: aidCode(sourcePage(folder)) },
        materialRevision: materialSince,
      };
    }),
    workloadMinutes: minutes.reduce((sum, one) => sum + one, welcome?.minutes ?? 0),
  };
  return {
    course,
    sources: [...sources.values()].map(({ id, kind, body, year, url, checkedOn, ...source }) => ({
      id,
      kind,
      body,
      year,
      url,
      checkedOn,
      title: localised((language) => titleIn({ id, kind, body, year, url, checkedOn, ...source }, language)),
    })),
    glossary: [...glossary.values()].map((term) => ({
      id: term.id,
      term: localised((language) => term[language]),
      definition: term.definition,
      source: term.source,
    })),
    lessons: lessonPages(courseId, pages),
    activities: folders.flatMap((folder) => records(pagesOf(folder), file.sourceLanguage)),
    words: { sources, glossary },
  };
}

/** @throws Error for an exhibit that its own definition does not know, which is a mistake of its syntax */
function checkExhibits(page: Page): void {
  for (const { id, draft } of page.exhibits) {
    if (!draft) throw new Error(`The exhibit ${id} of ${page.file} is not whole.`);
    findExhibitDefinition(draft.public.kind)?.PublicSchema.parse(draft.public);
  }
}

function coursePage(pages: ShownPages, minutes: number): CoursePage {
  return { ...titlesOf(pages), minutes };
}

function titlesOf(pages: ShownPages): Pick<CoursePage, "title" | "summary" | "untranslated"> {
  const untranslated = LANGUAGES.filter((language) => pages[language].language !== language);
  return {
    title: localised((language) => pages[language].title),
    summary: localised((language) => pages[language].summary),
    ...(untranslated.length > 0 ? { untranslated } : {}),
  };
}

function recallsOf({ recalls }: Page): Pick<Lesson, "recalls"> {
  return recalls.length === 0 ? {} : { recalls: [...new Set(recalls.map(({ of }) => of))] };
}

function revisionOf({ edits }: Page): Pick<Lesson, "revision" | "materialRevision" | "materialQuestions"> {
  return {
    revision: edits.revision,
    materialRevision: edits.materialSince,
    ...(edits.materialQuestions ? { materialQuestions: edits.materialQuestions } : {}),
  };
}

function lessonPages(courseId: string, folders: ReadonlyMap<PageFolder, ShownPages>): Map<string, Page> {
  const pages = new Map<string, Page>();
  for (const [folder, shown] of folders) {
    if (folder.kind === "quiz") continue;
    for (const language of LANGUAGES) pages.set([courseId, ...namesOf(folder), language].join("/"), shown[language]);
  }
  return pages;
}

function records(pages: ShownPages, sourceLanguage: Language): ActivityRecord[] {
  return pages[sourceLanguage].activities.map((activity, index) => {
    const draftIn = (language: Language) => {
      const draft = pages[language].activities[index]?.draft;
      if (!draft) throw new Error(`The activity ${activity.id} is not whole in ${language}.`);
      return draft;
    };
    const { public: source } = draftIn(sourceLanguage);
    const open = findOpenDefinition(source.kind);
    const definition = open ?? definitionOf(source.kind);
    const key = open ? null : activityKey(draftIn, sourceLanguage);
    if (!open) definitionOf(source.kind).KeySchema.parse(key);
    return {
      id: activity.id,
      kind: source.kind,
      version: versionOf(source, key),
      key,
      public: each((language) => definition.PublicSchema.parse(draftIn(language).public)),
      feedback: each((language): Feedback => draftIn(language).feedback),
    };
  });
}

/**
 * Changes with kind, key, parts and the source's wording; not with the title of a source or the definition of a term, and not with
 * whether learners are asked how sure they are: an answer means the same either way.
 */
function versionOf(source: PublicActivity, key: unknown): string {
  const wording = JSON.stringify({ ...source, key }, (name, value: unknown) =>
    ["label", "href", "definition", "confidence"].includes(name) ? undefined : value,
  );
  return createHash("sha256").update(wording).digest("hex").slice(0, 12);
}

/** What a learner reads in each language: the source where there is no translation. */
type ShownPages = Record<Language, Page>;

function shownPages({ pages, moduleId }: PageFolder, sourceLanguage: Language): ShownPages {
  return each((language) => {
    const page = pages[language] ?? pages[sourceLanguage];
    if (!page) throw new Error(`A page of ${moduleId ?? "the course"} is missing in ${sourceLanguage}.`);
    return page;
  });
}

function localised(textIn: (language: Language) => string): Localised {
  return each(textIn);
}

function each<Value>(make: (language: Language) => Value): Record<Language, Value> {
  return { en: make("en"), ru: make("ru"), be: make("be") };
}
