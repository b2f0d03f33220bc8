import type { Course, Lesson, Module } from "#app/domain/course.ts";
import type { Language } from "#app/domain/language.ts";
import { completeLesson as insertCompletion } from "#app/store/progress.server.ts";
import type { Services } from "./services.ts";

/** Marks a lesson as read to its end. Doing it again changes nothing: the first time stays. */
export async function completeLesson(
  services: Pick<Services, "store" | "now" | "newId">,
  given: { account: { id: string }; course: Course; module: Module; lesson: Lesson; language: Language },
): Promise<void> {
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
    }),
  );
}
