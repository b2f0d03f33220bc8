import { findOpenDefinition } from "#app/activities/definitions.ts";
import type { MarkdownPoint } from "#app/activities/markdown-node.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { suggest } from "./nearest.ts";
import type { PageFolder } from "./page-folder.ts";
import type { ContentProblem } from "./problem.ts";
import type { Page, PageActivity } from "./read-page.ts";

/** A place that shows what was written in an activity. */
interface Showing {
  of: string;
  place: MarkdownPoint;
  /** The tag, as sentences name it. */
  tag: string;
}

/**
 * Every `<Recall>`, and every activity that shows notes beside its own, names an activity of the course that keeps a note, and comes after
 * it in reading order: nobody is shown what they could not have written yet.
 * @param folders in reading order
 */
export function checkNotes(folders: readonly PageFolder[], sourceLanguage: Language): ContentProblem[] {
  return LANGUAGES.flatMap((language) => {
    const pages = folders.flatMap(({ pages: own }) => own[language] ?? own[sourceLanguage] ?? []);
    // A page that stands in for a missing translation has been told of in its own language.
    return pages.filter((page) => page.language === language).flatMap((page) => faultsOf(page, pages));
  });
}

function faultsOf(page: Page, pages: readonly Page[]): ContentProblem[] {
  const found = pages.flatMap((one, at) => one.activities.map((activity) => ({ activity, at })));
  const notes = found.flatMap(({ activity }) => (keepsNote(activity) ? [activity.id] : []));
  const otherwise = notes.length > 0 ? `The notes of the course are ${notes.join(", ")}.` : "Write a <Reflect> first.";
  const here = pages.indexOf(page);
  return showingsIn(page).flatMap(({ of, place, tag }) => {
    const problem = (code: string, what: string, fix: string): ContentProblem[] => [
      { file: page.file, ...place, severity: "error", code, message: `${tag} shows notes of "${of}", ${what}.`, fix },
    ];
    const known = found.find(({ activity }) => activity.id === of);
    if (!known) return problem("notes-unknown", "which the course does not have", suggest(of, notes, otherwise));
    const { activity, at } = known;
    if (!keepsNote(activity)) {
      return problem("notes-not-kept", `a <${activity.tag}>, in which nobody writes notes`, otherwise);
    }
    if (at < here || (at === here && isBefore(activity.place, place))) return [];
    const where = `${pages[at]?.file}:${activity.place.line}`;
    const fix = "Show them behind it, in the order in which the course is read.";
    return problem("notes-too-early", `which are not written before, but at ${where}`, fix);
  });
}

function showingsIn({ recalls, activities }: Page): Showing[] {
  return [
    ...recalls.map(({ of, place }) => ({ of, place, tag: "<Recall>" })),
    ...activities.flatMap(({ id, tag, place, draft }) => {
      const shown = draft && findOpenDefinition(draft.public.kind)?.recalls?.(draft.public);
      return (shown ?? []).map((of) => ({ of, place, tag: `<${tag} id="${id}">` }));
    }),
  ];
}

/** One that is too broken to be made has problems of its own. */
function keepsNote({ draft }: PageActivity): boolean {
  return draft === null || findOpenDefinition(draft.public.kind)?.keeps === "note";
}

function isBefore(one: MarkdownPoint, other: MarkdownPoint): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
