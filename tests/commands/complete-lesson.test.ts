import { expect, test } from "vitest";
import { completeLesson } from "#app/commands/complete-lesson.server.ts";
import type { Services } from "#app/commands/services.ts";
import { listCompletionsOf } from "#app/store/progress.server.ts";
import { course, learningInstallation, lessonOf, module } from "./learning.ts";

const lesson = lessonOf("words-that-matter");
const completions = (services: Services, accountId: string) =>
  services.store.read((db) => listCompletionsOf(db, { accountId, courseId: course.id }));

test("a lesson is done in the language and edition in which it was read", async () => {
  const { services, learner, clock } = await learningInstallation();
  await completeLesson(services, { account: learner, course, module, lesson, language: "be" });
  expect(await completions(services, learner.id)).toMatchObject([
    { moduleId: module.id, lessonId: lesson.id, edition: course.edition, language: "be", completedAt: clock.now },
  ]);
});

test("doing it again changes nothing: the first time stays", async () => {
  const { services, learner, clock } = await learningInstallation();
  await completeLesson(services, { account: learner, course, module, lesson, language: "be" });
  const first = await completions(services, learner.id);
  clock.now += 1000;
  await Promise.all(
    Array.from({ length: 10 }, () =>
      completeLesson(services, { account: learner, course, module, lesson, language: "ru" }),
    ),
  );
  expect(await completions(services, learner.id)).toEqual(first);
});

test("what one learner has done is not done for another", async () => {
  const { services, learner, person } = await learningInstallation();
  const other = await person("olga@example.org");
  await completeLesson(services, { account: learner, course, module, lesson, language: "en" });
  expect(await completions(services, other.id)).toEqual([]);
});
