import { type PlanPublic, plan, writtenLines } from "#app/activities/plan/definition.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import { dateIn, formatDate } from "#app/domain/calendar-date.ts";
import { type Course, readingOrder, textLanguage } from "#app/domain/course.ts";
import type { Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";

/** An action plan as its page shows it. */
export interface PlanSheet {
  id: string;
  /** The lesson in which it is written. */
  lesson: { title: string; to: string };
  /** Of the titles of its lines. */
  language: Language;
  /** Null when nothing is written yet. */
  written: {
    /** In the reader's form. */
    on: string;
    finished: boolean;
    lines: ReturnType<typeof writtenLines>;
  } | null;
}

/**
 * The action plans of a course with what one learner wrote, in reading order; days are in the reader's form.
 * @param notes of this learner in this course, as `listNotesOf` gives them
 */
export function planSheets({
  course,
  notes,
  language,
  timeZone,
}: {
  course: Course;
  notes: readonly { activityId: string; response: unknown; writtenAt: number }[];
  language: Language;
  timeZone: string;
}): PlanSheet[] {
  return readingOrder(course).flatMap(({ module, lesson }) =>
    lesson.activities.flatMap((id): PlanSheet[] => {
      const record = findActivity(course.id, id);
      if (record?.kind !== plan.kind) return [];
      const note = notes.find(({ activityId }) => activityId === id);
      const kept = note && writtenIn(record.public[language] as PlanPublic, note.response, language);
      return [
        {
          id,
          lesson: {
            title: lesson.title[language],
            to: paths.lesson(language, course.id, module.id, lesson.id, id),
          },
          language: textLanguage(course, lesson, language),
          written: kept ? { on: formatDate(dateIn(timeZone, note.writtenAt), language), ...kept } : null,
        },
      ];
    }),
  );
}

function writtenIn(activity: PlanPublic, kept: unknown, language: Language) {
  const response = plan.ResponseSchema.safeParse(kept).data;
  if (!response) return null;
  return {
    finished: response.finished,
    lines: writtenLines(activity, response).map(({ actions, ...line }) => ({
      ...line,
      actions: actions.map((action) => ({ ...action, by: action.by === "" ? "" : formatDate(action.by, language) })),
    })),
  };
}
