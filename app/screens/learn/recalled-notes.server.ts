import type { RecalledNote } from "#app/activities/activity-state.ts";
import { findOpenDefinition } from "#app/activities/definitions.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import type { Language } from "#app/domain/language.ts";
import { plainText } from "#app/domain/rich-text.ts";

/**
 * What a learner wrote in some activities, for the learner alone. Where nothing was written, or what was written does not fit the
 * activity any more, there is no note.
 * @param activityIds in the order in which the notes are shown
 * @param notes of this learner in this course, as `listNotesOf` gives them
 */
export function notesFor({
  courseId,
  activityIds,
  notes,
  language,
}: {
  courseId: string;
  activityIds: readonly string[];
  notes: readonly { activityId: string; response: unknown }[];
  language: Language;
}): RecalledNote[] {
  return activityIds.flatMap((id) => {
    const record = findActivity(courseId, id);
    const definition = record && findOpenDefinition(record.kind);
    const response = definition?.ResponseSchema.safeParse(notes.find((note) => note.activityId === id)?.response);
    if (!record || !response?.success) return [];
    const activity = record.public[language];
    const parts = definition?.told?.(activity, response.data) ?? [];
    const lines = parts.map(({ asked, text }) => ({ heading: plainText(asked ?? []).trim(), text }));
    return lines.length > 0 ? [{ id, title: plainText(activity.stem).trim(), lines }] : [];
  });
}
