import type { Course, Lesson, Module } from "#app/domain/course.ts";
import type { Language } from "#app/domain/language.ts";
import { completeLesson as insertCompletion } from "#app/store/progress.server.ts";
import type { Services } from "./services.ts";

/**
 * Marks a lesson as read to its end. The first time stays. Doing it again after a material change says that the learner has read
 * the change, and nothing else says so: an answer to its questions does not tell which text was read before it.
 * @param given.revision the revision that the learner was shown, if the page knew it: a newer one may have come while they read
 */
export async function completeLesson(
  services: Pick<Services, "store" | "now" | "newId">,
  given: {
    account: { id: string };
    course: Course;
    module: Module;
    lesson: Lesson;
    language: Language;
    revision?: number | null;
  },
): Promise<void> {
  const current = given.lesson.revision ?? 1;
  const shown = given.revision ?? current;
  await services.store.write((tx) =>
    insertCompletion(tx, {
      id: services.newId(),
      accountId: given.account.id,
      courseId: given.course.id,
      moduleId: given.module.id,
      lessonId: given.lesson.id,
      edition: given.course.edition,
      language: given.language,
      completedAt: services.now(),
      revision: Math.min(Math.max(shown, 1), current),
    }),
  );
}
