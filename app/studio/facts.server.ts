/** What the studio lists and offers while an author writes: pages, sources, terms, outcomes, addresses, and the vocabulary. */
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { CoursePages } from "#app/compiler/course-pages.ts";
import { AIDS, namesOf, type PageFolder } from "#app/compiler/page-folder.ts";
import type { ContentProblem } from "#app/compiler/problem.ts";
import { VOCABULARY } from "#app/compiler/vocabulary.ts";
import { titleIn } from "#app/compiler/words.ts";
import { LANGUAGES, type Language, type Localised } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { contentAddress, DATA_FILES, pictureAddress, translationsOf } from "./address.ts";
import type { CourseFacts, Finding, PageEntry, TagFacts } from "./api.ts";

/** The tags as the completions need them. */
export function vocabularyFacts(): Record<string, TagFacts> {
  const entries = Object.entries(VOCABULARY).map(([tag, { place, body, attributes }]) => {
    const list = Object.entries(attributes).map(([name, rule]) => ({
      name,
      needed: rule.needed,
      values: [...(rule.values ?? [])],
    }));
    return [tag, { place, body, attributes: list }] as const;
  });
  return Object.fromEntries(entries);
}

/** A course whose own files can be read. */
export function courseFacts(root: string, course: CoursePages): CourseFacts {
  const { courseId, file } = course;
  const moduleOf = (folder: PageFolder) => file.modules.find(({ id }) => id === folder.moduleId);
  const addresses = course.folders.map((folder) => ({ path: addressOf(courseId, folder), title: titlesOf(folder) }));
  return {
    id: courseId,
    title: file.title,
    sourceLanguage: file.sourceLanguage,
    data: DATA_FILES.map((name) => `${courseId}/${name}`),
    pages: course.folders.map((folder) => ({
      kind: folder.kind,
      title: titlesOf(folder),
      module: moduleOf(folder)?.title ?? null,
      ...filesOf(root, courseId, namesOf(folder)),
    })),
    sources: [...course.sources.values()]
      .filter(({ confidence }) => confidence !== "unsure")
      .map((source) => ({
        id: source.id,
        title: localised((language) => titleIn(source, language)),
        locators: Object.entries(source.locators).map(([at, says]) => ({ at, says })),
      })),
    terms: [...course.glossary.values()].map((term) => ({
      id: term.id,
      term: localised((language) => term[language]),
    })),
    outcomes: file.modules.flatMap(({ outcomes }) => outcomes),
    aids: course.folders.flatMap((folder) => (folder.aidId ? [{ id: folder.aidId, title: titlesOf(folder) }] : [])),
    addresses: [{ path: `/courses/${courseId}`, title: file.title }, ...addresses],
  };
}

/** A course whose outline cannot be read: what lies in its folder, so that it can be opened and mended. */
export function brokenCourseFacts(root: string, courseId: string): CourseFacts {
  const folders = foldersIn(root, courseId).flatMap((name) =>
    name === "welcome" ? [[name]] : foldersIn(root, courseId, name).map((inner) => [name, inner]),
  );
  const pages = folders.map((names): PageEntry => {
    const last = names.at(-1);
    const kind = names[0] === AIDS ? "aid" : last === "welcome" || last === "quiz" ? last : "lesson";
    return { kind, title: null, module: null, ...filesOf(root, courseId, names) };
  });
  return {
    id: courseId,
    title: null,
    sourceLanguage: "en",
    data: DATA_FILES.map((name) => `${courseId}/${name}`).filter((name) => existsSync(path.join(root, name))),
    pages,
    sources: [],
    terms: [],
    outcomes: [],
    aids: [],
    addresses: [],
  };
}

/** The folders that may be courses. */
export function courseFolders(root: string): string[] {
  return foldersIn(root);
}

/** A problem of the check, with the name by which its file is opened. */
export function findingOf(root: string, problem: ContentProblem): Finding {
  const name = path.relative(root, problem.file).split(path.sep).join("/");
  return { ...problem, name: contentAddress(name) ? name : null };
}

function filesOf(root: string, courseId: string, names: string[]): Pick<PageEntry, "files" | "pictures"> {
  const byLanguage = translationsOf(courseId, names);
  const files = each((language) => ({
    name: byLanguage[language],
    exists: existsSync(path.join(root, byLanguage[language])),
  }));
  const folder = path.join(root, courseId, ...names);
  const inside = existsSync(folder) ? readdirSync(folder) : [];
  const pictures = inside.filter((file) => pictureAddress([courseId, ...names, file].join("/")));
  return { files, pictures };
}

function addressOf(courseId: string, folder: PageFolder): string {
  const address =
    folder.kind === "welcome"
      ? paths.welcome("en", courseId)
      : folder.kind === "quiz"
        ? paths.quiz("en", courseId, folder.moduleId ?? "")
        : folder.kind === "aid"
          ? paths.aid("en", courseId, folder.aidId ?? "")
          : paths.lesson("en", courseId, folder.moduleId ?? "", folder.lessonId ?? "");
  return address.slice("/en".length);
}

function titlesOf(folder: PageFolder): Localised {
  const any = Object.values(folder.pages).find(({ title }) => title !== "")?.title;
  return localised((language) => folder.pages[language]?.title || any || namesOf(folder).join("/"));
}

function foldersIn(...names: string[]): string[] {
  const directory = path.join(...names);
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && contentAddress(`${entry.name}/course.yaml`) !== null)
    .map((entry) => entry.name)
    .sort();
}

function localised(textIn: (language: Language) => string): Localised {
  return each(textIn);
}

function each<Value>(make: (language: Language) => Value): Record<Language, Value> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, Value>;
}
