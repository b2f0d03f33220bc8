/** What rests on which source: every place of a course that cites one, in all languages. */
import type { ImpactPlace } from "#app/domain/content-status.ts";
import type { PageBlock } from "./blocks.ts";
import type { CoursePages } from "./course-pages.ts";
import { namesOf, type PageFolder } from "./page-folder.ts";

const EXCERPT = 120;

/** Every place that rests on a source: pages in the order of the course, then the terms of the glossary. */
export function impactPlaces(course: CoursePages): ImpactPlace[] {
  const places: ImpactPlace[] = [];
  for (const folder of course.folders) {
    for (const page of Object.values(folder.pages)) {
      for (const block of page.blocks) {
        const seen = new Set<string>();
        for (const { id, at } of block.cites) {
          if (seen.has(JSON.stringify([id, at]))) continue;
          seen.add(JSON.stringify([id, at]));
          places.push({
            source: id,
            at,
            language: page.language,
            file: page.file,
            ...block.place,
            what: whatOf(block, folder),
            part: block.kind,
            id: folder.aidId ?? (block.within?.activity || block.within?.tag === "Card" ? block.within.id : null),
            folder: namesOf(folder).join("/"),
            excerpt: excerptOf(block.text),
          });
        }
      }
    }
  }
  for (const term of course.glossary.values()) {
    places.push({
      source: term.source,
      at: null,
      language: null,
      file: `${course.directory}/glossary.yaml`,
      line: course.lines.glossary.get(term.id) ?? 1,
      column: 1,
      what: "term",
      part: "definition",
      id: term.id,
      folder: null,
      excerpt: excerptOf(term.definition[course.file.sourceLanguage]),
    });
  }
  return places;
}

function whatOf({ within }: PageBlock, { kind }: PageFolder): ImpactPlace["what"] {
  if (kind === "aid") return "aid";
  if (within?.tag === "Card") return "card";
  if (!within?.activity) return "paragraph";
  return within.tag === "Question" ? "question" : "activity";
}

/** The first words without tags and marks. */
function excerptOf(text: string): string {
  const plain = text
    .replace(/<[^<>]*>/g, "")
    .replace(/^(?:(?:#+|>|-|\[[ x]\]|\|) *)+/, "")
    .replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > EXCERPT ? `${plain.slice(0, EXCERPT - 1).trimEnd()}…` : plain;
}
