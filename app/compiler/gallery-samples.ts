import { readFileSync } from "node:fs";
import path from "node:path";
import type { Language } from "#app/domain/language.ts";
import type { CompiledCourse } from "./compile-course.ts";
import type { Page } from "./read-page.ts";

/** A sample as its author wrote it. */
export interface GallerySample {
  /** Name of its folder. */
  id: string;
  /** Key of its lesson. */
  key: string;
  title: string;
  summary: string;
  /** Whether the sample is the whole page, front matter and headings included. */
  whole: boolean;
  /** Markdown. */
  text: string;
  /** Ids of its activities. */
  activities: string[];
}

/**
 * The samples of the gallery in the order of its `course.yaml`: each lesson is one. Of a page with a single section the sample is
 * what stands under the heading; a page with more is shown whole.
 */
export function gallerySamples(gallery: CompiledCourse, language: Language): GallerySample[] {
  const { course, lessons } = gallery;
  return course.modules.flatMap((module) =>
    module.lessons.map(({ id }) => {
      const key = [course.id, module.id, id, language].join("/");
      const page = lessons.get(key);
      if (!page) throw new Error(`The gallery has no page ${key}.`);
      const { title, summary, sections, activities } = page;
      const whole = sections.length > 1;
      return {
        id,
        key,
        title,
        summary,
        whole,
        text: written(page, whole),
        activities: activities.map((one) => one.id),
      };
    }),
  );
}

/** From the file itself: the body that is compiled has empty lines that its author did not write. */
function written(page: Page, whole: boolean): string {
  const text = readFileSync(path.join(page.folder, `${page.language}.mdx`), "utf8");
  if (whole) return text.trim();
  // A lesson without a section does not pass the check.
  const heading = page.sections[0]?.place.line ?? 0;
  return text.split("\n").slice(heading).join("\n").trim();
}
