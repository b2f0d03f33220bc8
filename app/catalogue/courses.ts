import { catalogue } from "virtual:waymark/catalogue";
import type { Course } from "#app/domain/course.ts";
import type { CatalogueEntry, GlossaryTerm, Source } from "./catalogue-entry.ts";

/** All courses of this installation, by id. */
export function listCourses(): Course[] {
  return catalogue.map((entry) => entry.course);
}

/** Finds a course, or null. */
export function findCourse(courseId: string): Course | null {
  return entryOf(courseId)?.course ?? null;
}

/** Finds a document that a course cites, or null. */
export function findSource(courseId: string, sourceId: string): Source | null {
  return entryOf(courseId)?.sources.find((source) => source.id === sourceId) ?? null;
}

/** The glossary of a course, in the order of its file; empty for a course that does not exist. */
export function glossaryOf(courseId: string): GlossaryTerm[] {
  return entryOf(courseId)?.glossary ?? [];
}

function entryOf(courseId: string): CatalogueEntry | undefined {
  return catalogue.find((entry) => entry.course.id === courseId);
}
