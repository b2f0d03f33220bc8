/** The source text of the virtual modules. Their types stand in `app/catalogue/virtual.d.ts`. */
import type { CompiledCourse } from "./compile-course.ts";
import { contentStatus } from "./content-status.ts";
import { lessonPassages } from "./lesson-passages.ts";
import type { Content } from "./read-content.ts";

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
