import { loadViews } from "#app/activities/views.tsx";
import { loadLesson } from "#app/catalogue/lessons.ts";
import { loadMessages } from "#app/locales/messages.ts";

/**
 * Brings into memory what the page of a lesson shows: the lesson, the views of its activities, and the interface's words in the lesson's
 * own language.
 */
export async function prepareLesson(key: string): Promise<void> {
  const lesson = await loadLesson(key);
  if (lesson) await Promise.all([loadMessages(lesson.meta.language), loadViews(lesson.meta.kinds)]);
}
