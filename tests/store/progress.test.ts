import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  completeLesson,
  keepPlace,
  latestPlaceOf,
  listCompletionsOf,
  listPlacesOf,
} from "#app/store/progress.server.ts";
import { insertLearner, NOW, openFreshStore } from "./fresh-store.ts";

const store = await openFreshStore();
const lesson = { courseId: "labour-migration", moduleId: "m1", lessonId: "words" };

test("a lesson that is completed twice was completed the first time", async () => {
  const { id: accountId } = await insertLearner(store);
  const complete = (completedAt: number) =>
    store.write((tx) =>
      completeLesson(tx, { id: randomUUID(), accountId, ...lesson, edition: "1", language: "be", completedAt }),
    );
  expect(await complete(NOW)).toBe(true);
  expect(await complete(NOW + 1000)).toBe(false);
  const completions = await store.read((db) => listCompletionsOf(db, { accountId, courseId: lesson.courseId }));
  expect(completions).toMatchObject([{ lessonId: "words", completedAt: NOW }]);
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
  expect(await store.read((db) => latestPlaceOf(db, other.id))).toBeNull();
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
  expect(await store.read((db) => latestPlaceOf(db, accountId))).toMatchObject({ lessonId: "figures" });
});
