import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { completeLesson, keepPlace, listCompletionsOf, listPlacesOf } from "#app/store/progress.server.ts";
import { lessonCompletions } from "#app/store/schema.server.ts";
import { insertLearner, NOW, openFreshStore } from "./fresh-store.ts";

const store = await openFreshStore();
const lesson = { courseId: "labour-migration", moduleId: "m1", lessonId: "words" };

test("a lesson that is completed twice was completed the first time", async () => {
  const { id: accountId } = await insertLearner(store);
  const complete = (completedAt: number) =>
    store.write((tx) =>
      completeLesson(tx, {
        id: randomUUID(),
        accountId,
        ...lesson,
        edition: "1",
        language: "be",
        completedAt,
        revision: 1,
      }),
    );
  expect(await complete(NOW)).toBe(true);
  expect(await complete(NOW + 1000)).toBe(false);
  const completions = await store.read((db) => listCompletionsOf(db, { accountId, courseId: lesson.courseId }));
  expect(completions).toMatchObject([{ lessonId: "words", completedAt: NOW }]);
});

test("the revision that was read only rises, whatever arrives first, and nothing else of a completion changes", async () => {
  const { id: accountId } = await insertLearner(store);
  const read = (revision: number, completedAt: number) =>
    store.write((tx) =>
      completeLesson(tx, {
        id: randomUUID(),
        accountId,
        ...lesson,
        edition: "1",
        language: "be",
        completedAt,
        revision,
      }),
    );
  const completions = () => store.read((db) => listCompletionsOf(db, { accountId, courseId: lesson.courseId }));
  expect(await read(2, NOW)).toBe(true);
  const [first] = await completions();
  expect(await read(3, NOW + 10)).toBe(false);
  expect(await read(2, NOW + 20)).toBe(false);
  expect(await completions()).toEqual([{ ...first, revision: 3 }]);
});

test("a completion from before revisions were kept has none until the lesson is read again", async () => {
  const { id: accountId } = await insertLearner(store);
  const completion = { id: randomUUID(), accountId, ...lesson, edition: "1", language: "be", completedAt: NOW };
  await store.write((tx) => tx.insert(lessonCompletions).values(completion));
  const completions = () => store.read((db) => listCompletionsOf(db, { accountId, courseId: lesson.courseId }));
  expect(await completions()).toMatchObject([{ revision: null, completedAt: NOW }]);
  await store.write((tx) => completeLesson(tx, { ...completion, id: randomUUID(), completedAt: NOW + 1, revision: 1 }));
  expect(await completions()).toMatchObject([{ id: completion.id, revision: 1, completedAt: NOW }]);
});

test("one learner's completions and places are not another's, nor another course's", async () => {
  const [one, other] = [await insertLearner(store), await insertLearner(store)];
  await store.write(async (tx) => {
    await completeLesson(tx, {
      id: randomUUID(),
      accountId: one.id,
      ...lesson,
      edition: "1",
      language: "be",
      completedAt: NOW,
      revision: 1,
    });
    await keepPlace(tx, { id: randomUUID(), accountId: one.id, ...lesson, anchor: "s1", seenAt: NOW });
  });
  for (const owner of [
    { accountId: other.id, courseId: lesson.courseId },
    { accountId: one.id, courseId: "another" },
  ]) {
    expect(await store.read((db) => listCompletionsOf(db, owner))).toEqual([]);
    expect(await store.read((db) => listPlacesOf(db, owner))).toEqual([]);
  }
});

test("the place that was seen last wins, in whatever order the news of it arrives", async () => {
  const { id: accountId } = await insertLearner(store);
  const see = (anchor: string | null, seenAt: number, lessonId = lesson.lessonId) =>
    store.write((tx) => keepPlace(tx, { id: randomUUID(), accountId, ...lesson, lessonId, anchor, seenAt }));
  const places = () => store.read((db) => listPlacesOf(db, { accountId, courseId: lesson.courseId }));

  await see(null, NOW);
  expect(await places()).toMatchObject([{ anchor: "s1", seenAt: NOW }]);
  await see("s3", NOW + 20);
  await see("s2", NOW + 10);
  expect(await places()).toMatchObject([{ anchor: "s3", seenAt: NOW + 20 }]);
  await see(null, NOW + 30);
  expect(await places()).toMatchObject([{ anchor: "s3", seenAt: NOW + 30 }]);
  await see("s1", NOW + 40, "figures");
  expect((await places()).map(({ lessonId }) => lessonId)).toEqual(["figures", "words"]);
});
