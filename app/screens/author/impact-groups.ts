import type { CourseStatus, ImpactPlace } from "#app/domain/content-status.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import type { ImpactGroup } from "#app/ui/author/impact-list.tsx";
import { titleOf } from "./status-row.ts";

/** Places by their page, in the order of the course, and in each page by language; terms of the glossary come last. */
export function impactGroups(course: CourseStatus, places: readonly ImpactPlace[], language: Language): ImpactGroup[] {
  const groups = course.pages.map((row): ImpactGroup => {
    const own = places.filter(({ folder }) => folder === row.folder);
    const byLanguage = LANGUAGES.map((one) => ({
      language: one,
      places: own.filter((place) => place.language === one),
    }));
    return { folder: row.folder, ...titleOf(row, course, language), languages: byLanguage.filter(hasPlaces) };
  });
  const terms = { language: course.sourceLanguage, places: places.filter(({ folder }) => folder === null) };
  const glossary: ImpactGroup = {
    folder: null,
    title: null,
    titleLanguage: null,
    languages: [terms].filter(hasPlaces),
  };
  return [...groups, glossary].filter(({ languages }) => languages.length > 0);
}

/** The cited places of a source, each once, in the order in which the course cites them. */
export function citedPlaces(places: readonly ImpactPlace[]): string[] {
  return [...new Set(places.flatMap(({ at }) => at ?? []))];
}

function hasPlaces({ places }: { places: readonly ImpactPlace[] }): boolean {
  return places.length > 0;
}
