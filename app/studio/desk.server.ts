/**
 * The desk behind the page: the check over what is on the disk and what is not saved yet, and the lesson of one file as a module that
 * the preview loads. Check and compiler are those of the build.
 */
import { createHash, randomUUID } from "node:crypto";
import path from "node:path";
import { answeredDefinitionOf, arrangedParts, definitionOf, findOpenDefinition } from "#app/activities/definitions.ts";
import type { AnswerProblem } from "#app/activities/activity.ts";
import type { Review } from "#app/activities/activity-state.ts";
import { activityKey } from "#app/compiler/activity-key.ts";
import { compileLesson } from "#app/compiler/compile-lesson.ts";
import type { CoursePages } from "#app/compiler/course-pages.ts";
import type { PageFolder } from "#app/compiler/page-folder.ts";
import { type Content, readContent } from "#app/compiler/read-content.ts";
import type { Page } from "#app/compiler/read-page.ts";
import { rememberingReader } from "#app/compiler/remembering.ts";
import type { Language } from "#app/domain/language.ts";
import { contentAddress } from "./address.ts";
import type { AnswerReply, CheckReply, Facts, Preview } from "./api.ts";
import { diskVersion } from "./course-files.server.ts";
import { brokenCourseFacts, courseFacts, courseFolders, findingOf, vocabularyFacts } from "./facts.server.ts";

type Draft = NonNullable<Page["activities"][number]["draft"]>;

/** Compiled lessons that a preview may still ask for. */
const KEPT_MODULES = 24;

export interface Desk {
  /** What the studio lists, with the findings of all files and of the unsaved texts in their place. */
  facts(drafts: ReadonlyMap<string, string>): Facts;
  /**
   * Checks all courses with the unsaved texts in place of the files.
   * @param name the file that the author looks at
   * @param drafts unsaved texts by name; names that are no files of a course are left out
   */
  check(name: string, drafts: ReadonlyMap<string, string>): Promise<CheckReply>;
  /** The code of a lesson that `check` has compiled; null for one that is forgotten. */
  module(hash: string): string | null;
  /**
   * Grades an answer that the author tries in the preview, or says why it cannot be graded; null when there is no such activity or
   * nothing was answered.
   */
  answer(given: {
    courseId: string;
    activityId: string;
    language: string;
    fields: [string, string][];
  }): AnswerReply | { problem: AnswerProblem } | null;
}

/**
 * @param root the folder that holds the courses, from the working directory
 * @param today the author's day, `YYYY-MM-DD`
 * @param runtime address of the module that stands in for `react/jsx-runtime`
 */
export function openDesk({ root, today, runtime }: { root: string; today: () => string; runtime: string }): Desk {
  const reader = rememberingReader(root);
  const modules = new Map<string, string>();
  /** Of the pages that were previewed, by course, language and id. */
  const drafts = new Map<string, { draft: Draft; key: unknown }>();

  function read(texts: ReadonlyMap<string, string>): Content {
    const known = [...texts].filter(([name]) => contentAddress(name) !== null);
    return readContent(root, today(), reader(new Map(known)));
  }

  async function previewOf(content: Content, name: string): Promise<Preview | null> {
    const found = findPage(content, name);
    if (!found) return null;
    const { course, folder, page } = found;
    const key = JSON.stringify([
      page.file,
      page.title,
      page.body,
      page.behind,
      page.aidLinks,
      [...course.sources],
      [...course.glossary],
    ]);
    const hash = createHash("sha256").update(key).digest("hex").slice(0, 32);
    try {
      const code = modules.get(hash) ?? (await compileLesson(page, course, browserImports(root, runtime)));
      modules.delete(hash);
      modules.set(hash, code);
    } catch {
      // A page with faults; the findings say which.
      return null;
    }
    for (const old of [...modules.keys()].slice(0, -KEPT_MODULES)) modules.delete(old);
    const module = course.file.modules.find(({ id }) => id === folder.moduleId);
    const activities: Preview["activities"] = {};
    for (const { id, draft } of page.activities) {
      if (!draft) return null;
      // A language whose page is missing or broken has no wordings of its own yet.
      const draftIn = (language: Language) =>
        folder.pages[language]?.activities.find((one) => one.id === id)?.draft ?? draft;
      const key = activityKey(draftIn, page.language);
      drafts.set(`${course.courseId}/${page.language}/${id}`, { draft, key });
      const order = arrangedParts(draft.public, key, (part) => digest(`${id}|${part}`));
      const keeps = findOpenDefinition(draft.public.kind)?.keeps;
      activities[id] = { order, answerId: randomUUID(), response: null, review: null, ...(keeps ? { keeps } : {}) };
    }
    return {
      module: `/lesson/${hash}.js`,
      language: page.language,
      courseId: course.courseId,
      moduleId: folder.moduleId ?? "",
      // The address of a quiz is not one that the activities of a lesson answer to.
      lessonId: folder.lessonId ?? `${folder.kind}-page`,
      title: page.title,
      moduleTitle: module?.title[page.language] ?? course.file.title[page.language],
      minutes: minutesOf(course, folder),
      activities,
    };
  }

  return {
    facts(texts) {
      const { pages, problems } = read(texts);
      const courses = courseFolders(root).map((id) => {
        const course = pages.find(({ courseId }) => courseId === id);
        return course ? courseFacts(root, course) : brokenCourseFacts(root, id);
      });
      return { vocabulary: vocabularyFacts(), courses, findings: problems.map((problem) => findingOf(root, problem)) };
    },
    async check(name, texts) {
      const content = read(texts);
      return {
        findings: content.problems.map((problem) => findingOf(root, problem)),
        disk: diskVersion(root, name),
        preview: await previewOf(content, name),
      };
    },
    module: (hash) => modules.get(hash) ?? null,
    answer({ courseId, activityId, language, fields }) {
      const known = drafts.get(`${courseId}/${language}/${activityId}`);
      if (!known) return null;
      const { draft, key } = known;
      const { kind } = draft.public;
      const definition = answeredDefinitionOf(kind);
      const form = new URLSearchParams(fields);
      const response = definition.readResponse(draft.public, {
        getAll: (field) => form.getAll(`${activityId}.${field}`),
      });
      const open = findOpenDefinition(kind);
      if (response === null) return open ? { response, nextAnswerId: randomUUID() } : null;
      const problem = definition.problemOf?.(draft.public, response);
      if (problem) return { problem };
      if (open) return { response, nextAnswerId: randomUUID() };
      const grade = definitionOf(kind).grade(key, response);
      const review: Review = { response, grade, key, feedback: draft.feedback };
      return { review, nextAnswerId: randomUUID() };
    },
  };
}

function findPage(content: Content, name: string): { course: CoursePages; folder: PageFolder; page: Page } | null {
  const address = contentAddress(name);
  if (address?.kind !== "page") return null;
  const course = content.pages.find(({ courseId }) => courseId === address.courseId);
  for (const folder of course?.folders ?? []) {
    const page = folder.pages[address.language];
    if (course && page?.file.endsWith(`/${name}`)) return { course, folder, page };
  }
  return null;
}

function minutesOf({ file }: CoursePages, { kind, moduleId, lessonId }: PageFolder): number | null {
  if (kind === "welcome") return file.welcome?.minutes ?? null;
  const module = file.modules.find(({ id }) => id === moduleId);
  return (kind === "quiz" ? module?.quiz.minutes : module?.lessons.find(({ id }) => id === lessonId)?.minutes) ?? null;
}

/** Pictures come from the studio's server, from the folder of the lesson. */
function browserImports(root: string, runtime: string) {
  const base = path.resolve(root);
  return {
    runtime,
    picture(variable: string, file: string) {
      const names = path.relative(base, file).split(path.sep).map(encodeURIComponent);
      return `const ${variable} = ${JSON.stringify(`/picture/${names.join("/")}`)};`;
    },
  };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
