import type { Course } from "#app/domain/course.ts";
import type { Localised } from "#app/domain/language.ts";

/** A document that lessons cite. */
export interface Source {
  id: string;
  kind: string;
  /** Who issued it. */
  body: string;
  /** A language without an official title has the English or the Russian one. */
  title: Localised;
  year: number;
  url: string;
  /** ISO date on which somebody last looked at it. */
  checkedOn: string;
}

export interface GlossaryTerm {
  id: string;
  term: Localised;
  definition: Localised;
  /** Id of a source. */
  source: string;
}

export interface CatalogueEntry {
  course: Course;
  sources: Source[];
  glossary: GlossaryTerm[];
}
