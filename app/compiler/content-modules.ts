/** The source text of the virtual modules. Their types stand in `app/catalogue/virtual.d.ts`. */
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import type { CompiledCourse } from "./compile-course.ts";
import { contentStatus } from "./content-status.ts";
import { gallerySamples } from "./gallery-samples.ts";
import { lessonPassages } from "./lesson-passages.ts";
import type { Content } from "./read-content.ts";

/**
 * The text of a module by its name; null for a name that is none of these.
 * @param server whether it is for the server
 */
export function moduleText(name: string, content: Content, server: boolean): string | null {
  const { courses, gallery } = content;
  if (name === "catalogue") return catalogueModule(courses);
  if (name === "lessons") return lessonsModule(courses, server);
  if (name === "answer-keys") return answerKeysModule(gallery ? [...courses, gallery] : courses);
  if (name === "lesson-passages") return lessonPassagesModule(courses);
  if (name === "content-status") return contentStatusModule(content);
  if (name === "gallery") return galleryModule(gallery, server);
  if (name === "gallery-samples") return gallerySamplesModule(gallery);
  const language = LANGUAGES.find((one) => name === `gallery/${one}`);
  return language ? galleryLanguageModule(gallery, language) : null;
}

/** Outlines, sources and glossaries: nothing that must stay on the server. */
export function catalogueModule(courses: readonly CompiledCourse[]): string {
  const entries = courses.map(({ course, sources, glossary }) => ({ course, sources, glossary }));
  return `export const catalogue = ${JSON.stringify(entries)};\n`;
}

/** On the server every lesson is in memory, so that a page renders at once; in the browser each is its own file. */
export function lessonsModule(courses: readonly CompiledCourse[], server: boolean): string {
  // A page that stands in for a translation is one module under both keys.
  const lessons = courses.flatMap((course) =>
    [...course.lessons].map(([key, page]) => {
      const address = `virtual:waymark/lesson/${key.replace(/[^/]+$/, page.language)}`;
      return { key: JSON.stringify(key), address: JSON.stringify(address) };
    }),
  );
  if (!server) {
    const loaders = lessons.map(({ key, address }) => `  ${key}: () => import(${address}),`);
    return ["export const lessons = {};", "export const loaders = {", ...loaders, "};", ""].join("\n");
  }
  return [
    ...lessons.map(({ address }, index) => `import * as lesson${index} from ${address};`),
    "export const lessons = {",
    ...lessons.map(({ key }, index) => `  ${key}: lesson${index},`),
    "};",
    "export const loaders = {};",
    "",
  ].join("\n");
}

/** Keys and feedback of every activity. For the server alone. */
export function answerKeysModule(courses: readonly CompiledCourse[]): string {
  const keys = Object.fromEntries(
    courses.map(({ course, activities }) => [
      course.id,
      Object.fromEntries(activities.map((record) => [record.id, record])),
    ]),
  );
  return `export const answerKeys = ${JSON.stringify(keys)};\n`;
}

/** The places that a report on a lesson can name. For the server alone: only the page of the report needs them. */
export function lessonPassagesModule(courses: readonly CompiledCourse[]): string {
  const pages = courses.flatMap((course) => [...course.lessons]).map(([key, page]) => [key, lessonPassages(page)]);
  return `export const lessonPassages = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(pages)))});\n`;
}

/** What the author pages show: texts behind, problems, sources and what rests on them. For the server alone. */
export function contentStatusModule(content: Content): string {
  // A text in quotation marks is read faster than a literal of this size.
  return `export const contentStatus = JSON.parse(${JSON.stringify(JSON.stringify(contentStatus(content)))});\n`;
}

/** The rendered samples of the gallery: on the server all, in the browser those of a language when an author opens the page. */
export function galleryModule(gallery: CompiledCourse | null, server: boolean): string {
  if (!gallery) return "export const galleries = {};\nexport const loaders = {};\n";
  const address = (language: Language) => JSON.stringify(`virtual:waymark/gallery/${language}`);
  if (!server) {
    const loaders = LANGUAGES.map((language) => `  ${language}: () => import(${address(language)}),`);
    return ["export const galleries = {};", "export const loaders = {", ...loaders, "};", ""].join("\n");
  }
  return [
    ...LANGUAGES.map((language) => `import * as ${language} from ${address(language)};`),
    `export const galleries = { ${LANGUAGES.join(", ")} };`,
    "export const loaders = {};",
    "",
  ].join("\n");
}

function galleryLanguageModule(gallery: CompiledCourse | null, language: Language): string {
  const samples = gallery ? gallerySamples(gallery, language) : [];
  return [
    ...samples.map(({ key }, index) => `import * as sample${index} from "virtual:waymark/lesson/${key}";`),
    "export const samples = {",
    ...samples.map(({ id }, index) => `  ${JSON.stringify(id)}: sample${index},`),
    "};",
    "",
  ].join("\n");
}

/** The samples of the gallery as they are written, their right answers included. For the server alone. */
export function gallerySamplesModule(gallery: CompiledCourse | null): string {
  const samples = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      (gallery ? gallerySamples(gallery, language) : []).map(({ key: _key, ...sample }) => sample),
    ]),
  );
  return `export const gallerySamples = ${JSON.stringify(samples)};\n`;
}
