import type { CourseFile } from "./course-schema.ts";
import type { TermEntry } from "./glossary-schema.ts";
import type { PageFolder } from "./page-folder.ts";
import type { SourceEntry } from "./sources-schema.ts";

/** A course as it was read, with its faults: what the desk's reports are made from. */
export interface CoursePages {
  courseId: string;
  /** As in problems. */
  directory: string;
  file: CourseFile;
  folders: readonly PageFolder[];
  sources: ReadonlyMap<string, SourceEntry>;
  glossary: ReadonlyMap<string, TermEntry>;
  /** Lines of the entries in `sources.yaml` and `glossary.yaml`, by id. */
  lines: { sources: ReadonlyMap<string, number>; glossary: ReadonlyMap<string, number> };
}
