import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  type ActivityAnswer,
  appendActivityAnswer,
  listNewestResponses,
  newestAnswersOf,
} from "#app/store/answers.server.ts";
import { insertLearner, NOW, openFreshStore, runSql } from "./fresh-store.ts";

const store = await openFreshStore();
const courseId = "labour-migration";

function answerOf(accountId: string, more: Partial<ActivityAnswer> = {}): ActivityAnswer {
  return {
    id: randomUUID(),
    accountId,
    courseId,
    lessonId: "words",
    activityId: "q1",
    version: "v1",
    response: ["a"],
    scorePermille: 0,
    confidence: null,
    language: "be",
    answeredAt: NOW,
    ...more,
  };
}
const append = (answer: ActivityAnswer) => store.write((tx) => appendActivityAnswer(tx, answer));
const newest = (accountId: string) =>
  store.read((db) => newestAnswersOf(db, { accountId, courseId, lessonId: "words" }));

test("an answer that is sent twice counts once, and the second time answers what was stored", async () => {
  const { id } = await insertLearner(store);
  const answer = answerOf(id, { scorePermille: 1000 });
  expect(await append(answer)).toEqual(answer);
  expect(await append({ ...answer, response: ["b"], scorePermille: 0, answeredAt: NOW + 5 })).toEqual(answer);
  expect(await newest(id)).toEqual([answer]);
});

test("an id that belongs to another learner's answer, or to another activity, is refused", async () => {
  const [one, other] = [await insertLearner(store), await insertLearner(store)];
  const answer = answerOf(one.id);
  await append(answer);
  expect(await append({ ...answer, accountId: other.id })).toBeNull();
  expect(await append({ ...answer, activityId: "q2" })).toBeNull();
  expect(await append({ ...answer, lessonId: "figures" })).toBeNull();
  expect(await append({ ...answer, courseId: "another" })).toBeNull();
  expect(await newest(other.id)).toEqual([]);
});

test("the newest answer to each activity counts", async () => {
  const { id } = await insertLearner(store);
  const later = answerOf(id, { answeredAt: NOW + 10, response: ["c"] });
  const second = answerOf(id, { activityId: "q2" });
  await append(later);
  await append(answerOf(id, { answeredAt: NOW }));
  await append(second);
  await append(answerOf(id, { lessonId: "figures", activityId: "q9" }));
  expect(await newest(id)).toEqual([later, second]);
});

test("of all learners, the newest answer to one version of an activity is listed, and nobody's name", async () => {
  const [one, other] = [await insertLearner(store), await insertLearner(store)];
  const activity = { courseId, activityId: "told", version: "v2" };
  await append(answerOf(one.id, { ...activity, response: ["old"] }));
  await append(answerOf(one.id, { ...activity, response: ["new"], answeredAt: NOW + 5 }));
  await append(answerOf(other.id, { ...activity, response: ["theirs"] }));
  await append(answerOf(other.id, { ...activity, version: "v1", response: ["before"], answeredAt: NOW + 9 }));
  await append(answerOf(other.id, { ...activity, courseId: "another", response: ["elsewhere"], answeredAt: NOW + 9 }));
  const listed = await store.read((db) => listNewestResponses(db, activity));
  expect(listed.map(String).sort()).toEqual(["new", "theirs"]);
});

test.each([
  ["a number", 123],
  ["a text that looks like a number", "123"],
  ["a text that looks like a truth", "true"],
  ["a text with quotation marks and Cyrillic", '"é\\ Ўў"'],
  ["nested lists and objects", { rows: [["a", null], { b: true }] }],
])("a response that is %s is read as it was written", async (_, response) => {
  const { id } = await insertLearner(store);
  await append(answerOf(id, { response }));
  expect((await newest(id))[0]?.response).toEqual(response);
});

test("an answer cannot be altered afterwards", async () => {
  const { id } = await insertLearner(store);
  await append(answerOf(id));
  await expect(store.write((tx) => runSql(tx, "UPDATE activity_answers SET score_permille = 1000"))).rejects.toThrow();
  expect((await newest(id))[0]?.scorePermille).toBe(0);
});
