import { readContent } from "#app/compiler/read-content.ts";
import type { Exhibit } from "#app/activities/activity.ts";
import type { Language } from "#app/domain/language.ts";

const { courses } = readContent("tests/fixtures/courses/kinds");
const sample = courses.find(({ course }) => course.id === "sample");

/** The public half of an exhibit of the sample course, in any of its lessons. */
export function exhibitOf(id: string, language: Language): Exhibit {
  const pages = [...(sample?.lessons.values() ?? [])].filter((page) => page.language === language);
  const found = pages.flatMap(({ exhibits }) => exhibits).find((exhibit) => exhibit.id === id);
  if (!found?.draft) throw new Error(`The sample course has no exhibit "${id}" in ${language}.`);
  return found.draft.public;
}
