import { findOpenDefinition } from "#app/activities/definitions.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { suggest } from "./nearest.ts";
import type { PageFolder } from "./page-folder.ts";
import type { ContentProblem } from "./problem.ts";
import type { Page, PageActivity } from "./read-page.ts";

/**
 * Every `<Recall>` names an activity of the course that keeps a note, and comes after it in reading order: nobody is shown what they
 * could not have written yet.
 * @param folders in reading order
 */
export function checkRecalls(folders: readonly PageFolder[], sourceLanguage: Language): ContentProblem[] {
  return LANGUAGES.flatMap((language) => {
    const pages = folders.flatMap(({ pages: own }) => own[language] ?? own[sourceLanguage] ?? []);
    // A page that stands in for a missing translation has been told of in its own language.
    return pages.filter((page) => page.language === language).flatMap((page) => recallProblems(page, pages));
  });
}

function recallProblems(page: Page, pages: readonly Page[]): ContentProblem[] {
  const found = pages.flatMap((one, at) => one.activities.map((activity) => ({ activity, at })));
  const here = pages.indexOf(page);
  return page.recalls.flatMap(({ of, place }) => {
    const problem = (code: string, message: string, fix: string): ContentProblem[] => [
      { file: page.file, ...place, severity: "error", code, message, fix },
    ];
    const known = found.find(({ activity }) => activity.id === of);
    if (!known) {
      const notes = found.flatMap(({ activity }) => (keepsNote(activity) ? [activity.id] : []));
      const otherwise =
        notes.length > 0 ? `The notes of the course are ${notes.join(", ")}.` : "Write a <Reflect> first.";
      return problem("unknown-recall", `The course has no activity "${of}".`, suggest(of, notes, otherwise));
    }
    const { activity, at } = known;
    if (!keepsNote(activity)) {
      return problem(
        "unknown-recall",
        `<${activity.tag} id="${of}"> keeps no note.`,
        "Name a <Reflect>, <CaseFile>, <Rate> or <Plan>.",
      );
    }
    const later = at > here || (at === here && isAfter(activity.place, place));
    if (!later) return [];
    const where = `${pages[at]?.file}:${activity.place.line}`;
    return problem(
      "recall-too-early",
      `"${of}" is written only later, at ${where}.`,
      "Put the <Recall> behind it, in the order in which the course is read.",
    );
  });
}

/** One that is too broken to be made has problems of its own. */
function keepsNote({ draft }: PageActivity): boolean {
  return draft === null || findOpenDefinition(draft.public.kind)?.keeps === "note";
}

function isAfter(one: Page["recalls"][number]["place"], other: Page["recalls"][number]["place"]): boolean {
  return one.line > other.line || (one.line === other.line && one.column > other.column);
}
