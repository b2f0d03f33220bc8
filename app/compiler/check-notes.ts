import { findOpenDefinition } from "#app/activities/definitions.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { suggest } from "./nearest.ts";
import type { PageFolder } from "./page-folder.ts";
import type { ContentProblem } from "./problem.ts";
import type { PageActivity } from "./read-page.ts";

/**
 * Activities that show what a learner wrote before: what they name stands earlier in the course, and keeps notes.
 * @param folders in reading order
 */
export function checkNotes(folders: readonly PageFolder[]): ContentProblem[] {
  return LANGUAGES.flatMap((language) => {
    const before = new Map<string, PageActivity>();
    return folders.flatMap(({ pages }) => {
      const page = pages[language];
      return (page?.activities ?? []).flatMap((activity) => {
        const found = recalledBy(activity).flatMap((id) => faultOf(id, activity, before) ?? []);
        before.set(activity.id, activity);
        return found.map((fault) => ({
          ...fault,
          file: page?.file ?? "",
          ...activity.place,
          severity: "error" as const,
        }));
      });
    });
  });
}

function recalledBy({ draft }: PageActivity): string[] {
  return (draft && findOpenDefinition(draft.public.kind)?.recalls?.(draft.public)) ?? [];
}

function faultOf(id: string, activity: PageActivity, before: ReadonlyMap<string, PageActivity>) {
  const found = before.get(id);
  const name = `<${activity.tag} id="${activity.id}">`;
  if (!found) {
    const keeping = [...before.values()].filter(({ draft }) => keepsNotes(draft?.public.kind)).map((one) => one.id);
    const otherwise = "Name activities that stand before this one, or take the id out.";
    const message = `${name} wants notes of "${id}", which does not stand before it in the course.`;
    return { code: "notes-unknown", message, fix: suggest(id, keeping, otherwise) };
  }
  if (!found.draft || keepsNotes(found.draft.public.kind)) return null;
  const message = `${name} wants notes of "${id}", a <${found.tag}>, in which nobody writes notes.`;
  return { code: "notes-not-kept", message, fix: "Name activities in which learners write for themselves." };
}

function keepsNotes(kind: string | undefined): boolean {
  const open = kind === undefined ? null : findOpenDefinition(kind);
  return open?.keeps === "note" && open.told !== undefined;
}
