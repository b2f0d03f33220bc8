import { findOpenDefinition } from "#app/activities/definitions.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import { dateIn } from "#app/domain/calendar-date.ts";
import { type Course, readingOrder, textLanguage } from "#app/domain/course.ts";
import { isLanguage, type Language } from "#app/domain/language.ts";
import type { NotePart, WrittenNote } from "#app/domain/note.ts";
import { paths } from "#app/domain/paths.ts";
import { hasNotes } from "./activity-states.server.ts";

/** A course is the same for every reader, so it is looked through once. */
const known = new WeakMap<Course, boolean>();

/** Whether learners write for themselves somewhere in a course. */
export function keepsNotes(course: Course): boolean {
  const found = known.get(course);
  if (found !== undefined) return found;
  const keeps = readingOrder(course).some(({ lesson }) => hasNotes(course.id, lesson.activities));
  known.set(course, keeps);
  return keeps;
}

/** A note as the store keeps it. */
interface Note {
  activityId: string;
  response: unknown;
  language: string;
  writtenAt: number;
}

interface Reading {
  course: Course;
  /** Of the page. */
  language: Language;
  /** In which days begin. */
  timeZone: string;
}

/**
 * What a learner wrote in a course, in the order in which it is read. What the course asks no longer comes last: the text is its writer's all
 * the same.
 * @param notes all of one learner in the course
 */
export function writtenNotes(notes: readonly Note[], reading: Reading): WrittenNote[] {
  const order = readingOrder(reading.course).flatMap(({ lesson }) => lesson.activities);
  const placeOf = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return notes
    .toSorted((one, other) => placeOf(one.activityId) - placeOf(other.activityId))
    .map((note) => writtenNote(note.activityId, note, reading));
}

/**
 * The notes that a lesson shows again, by id of their activity; without parts where nothing was written yet.
 * @param ids of their activities
 */
export function recalledNotes(
  ids: readonly string[],
  notes: readonly Note[],
  reading: Reading,
): Record<string, WrittenNote> {
  const entries = ids.map((id) => {
    const note = notes.find(({ activityId }) => activityId === id) ?? null;
    return [id, writtenNote(id, note, reading)] as const;
  });
  return Object.fromEntries(entries);
}

function writtenNote(activityId: string, note: Note | null, { course, language, timeZone }: Reading): WrittenNote {
  const step = readingOrder(course).find(({ lesson }) => lesson.activities.includes(activityId));
  const asked = step && findActivity(course.id, activityId)?.public[language].stem;
  return {
    activityId,
    lesson: step
      ? {
          title: step.lesson.title[language],
          to: paths.lesson(language, course.id, step.module.id, step.lesson.id, activityId),
        }
      : null,
    asked: asked ?? [],
    askedIn: step ? textLanguage(course, step.lesson, language) : language,
    parts: note ? partsOf(course.id, note, language) : [],
    writtenOn: note && dateIn(timeZone, note.writtenAt),
    language: isLanguage(note?.language) ? note.language : language,
  };
}

function partsOf(courseId: string, { activityId, response }: Note, language: Language): NotePart[] {
  const record = findActivity(courseId, activityId);
  const definition = record && findOpenDefinition(record.kind);
  const parsed = definition?.ResponseSchema.safeParse(response);
  if (record && definition?.told && parsed?.success) return definition.told(record.public[language], parsed.data);
  // Written for an activity of another form, or for one that is gone.
  return textsIn(response).map((text) => ({ asked: null, text, verdict: null }));
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
