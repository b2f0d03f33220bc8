import { expect, test } from "vitest";
import { completeLesson } from "#app/commands/complete-lesson.server.ts";
import type { Services } from "#app/commands/services.ts";
import type { Lesson } from "#app/domain/course.ts";
import { listCompletionsOf } from "#app/store/progress.server.ts";
import { course, learningInstallation, lessonOf, module } from "./learning.ts";

/** At a revision of the test, whatever the course has come to. */
const lesson: Lesson = { ...lessonOf("words-that-matter"), revision: 1 };
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

test("a lesson that is read again after it changed counts as read in its newest revision, once", async () => {
  const { services, learner, clock } = await learningInstallation();
  const finish = (read: Lesson, revision?: number) =>
    completeLesson(services, { account: learner, course, module, lesson: read, language: "be", revision });
  await finish(lesson);
  const [first] = await completions(services, learner.id);
  expect(first?.revision).toBe(1);
  clock.now += 1000;
  const changed = { ...lesson, revision: 3, materialRevision: 3 };
  await Promise.all([finish(changed), finish(changed), finish(lesson)]);
  expect(await completions(services, learner.id)).toEqual([{ ...first, revision: 3 }]);
});

test("what came while the learner was reading does not count as read, and a made-up revision neither", async () => {
  const { services, learner } = await learningInstallation();
  const finish = (revision: number) =>
    completeLesson(services, {
      account: learner,
      course,
      module,
      lesson: { ...lesson, revision: 3 },
      language: "be",
      revision,
    });
  await finish(2);
  expect(await completions(services, learner.id)).toMatchObject([{ revision: 2 }]);
  await finish(999);
  expect(await completions(services, learner.id)).toMatchObject([{ revision: 3 }]);
});

test("what one learner has done is not done for another", async () => {
  const { services, learner, person } = await learningInstallation();
  const other = await person("olga@example.org");
  await completeLesson(services, { account: learner, course, module, lesson, language: "en" });
  expect(await completions(services, other.id)).toEqual([]);
});
