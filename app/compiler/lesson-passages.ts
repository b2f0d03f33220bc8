import type { PublicActivity } from "#app/activities/activity.ts";
import type { LessonPassage } from "#app/domain/content-report.ts";
import { plainText } from "#app/domain/rich-text.ts";
import type { Passage } from "./passages.ts";
import type { Page } from "./read-page.ts";

/** Longer passages are cut: an excerpt must be recognised, not read. */
const LONGEST = 400;

/**
 * The places of a lesson that a learner can name, in its order. An activity is one place, told by its question: options, reasons
 * and all that says which answer is right stay out. An exhibit is one place, told by its first words.
 */
export function lessonPassages(page: Page): LessonPassage[] {
  const places: LessonPassage[] = [];
  const activities = new Map(page.activities.map(({ id, draft }) => [id, draft?.public]));
  const exhibits = new Set(page.exhibits.map(({ id }) => id));
  let section = "s0";
  let count = 0;
  for (const passage of joinRows(page.passages)) {
    const { part, text } = passage;
    if (part === "page") continue;
    if (activities.has(part) || exhibits.has(part)) {
      const told = questionOf(activities.get(part));
      if (places.at(-1)?.place !== part) places.push({ place: part, section, text: cut(told || text) });
    } else if (part !== section) {
      section = part;
      count = 0;
      places.push({ place: part, section, text: cut(text) });
    } else {
      count += 1;
      places.push({ place: `${section}.${count}`, section, text: cut(text) });
    }
  }
  return places;
}

/** The cells of a row are one place. */
function joinRows(passages: readonly Passage[]): Passage[] {
  const joined: Passage[] = [];
  for (const passage of passages) {
    const last = joined.at(-1);
    if (
      passage.kind === "table cell" &&
      last?.kind === "table cell" &&
      last.part === passage.part &&
      last.place.line === passage.place.line
    ) {
      joined[joined.length - 1] = { ...last, text: `${last.text} · ${passage.text}` };
    } else joined.push(passage);
  }
  return joined;
}

function questionOf(activity: PublicActivity | undefined): string {
  return activity ? plainText(activity.stem) : "";
}

function cut(text: string): string {
  const single = text.replace(/\s+/g, " ").trim();
  return single.length > LONGEST ? `${single.slice(0, LONGEST - 1).trimEnd()}…` : single;
}
