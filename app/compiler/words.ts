import type { Language } from "#app/domain/language.ts";
import type { Limits } from "./limits-schema.ts";
import type { SourceEntry } from "./sources-schema.ts";
import type { TermEntry } from "./glossary-schema.ts";

/** What the pages of a course may refer to; null where the file that says so could not be read. */
export interface CourseWords {
  courseId: string;
  /** Orders what must not be foreseen; see `course.yaml`. */
  salt: string;
  sources: ReadonlyMap<string, SourceEntry> | null;
  glossary: ReadonlyMap<string, TermEntry> | null;
  outcomes: ReadonlySet<string> | null;
  /** Ids of the sheets to print; without them, none is known. */
  aids?: ReadonlySet<string>;
  /** Without them, `DEFAULT_LIMITS`. */
  limits?: Limits;
}

/** The title of a source for a reader of this language: its own, else the English, else the Russian. */
export function titleIn(source: SourceEntry, language: Language): string {
  return source.title[language] ?? source.title.en ?? source.title.ru ?? source.id;
}
