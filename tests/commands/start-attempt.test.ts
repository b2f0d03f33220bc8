import { expect, test } from "vitest";
import { definitionOf } from "#app/activities/definitions.ts";
import { startAttempt } from "#app/commands/start-attempt.server.ts";
import { submitAttempt } from "#app/commands/submit-attempt.server.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { listAttemptsOf } from "#app/store/attempts.server.ts";
import { activityOf, attemptOf, course, learningInstallation, module } from "./learning.ts";

test("an attempt draws as many different questions as the course says, with every outcome among them", async () => {
  const { services, learner } = await learningInstallation();
  const attemptId = await startAttempt(services, { accountId: learner.id, course, module });
  const { items, ...attempt } = await attemptOf(services, learner.id, attemptId);
  expect(attempt).toMatchObject({ number: 1, edition: course.edition, submittedAt: null, scorePermille: null });
  expect(new Set(items.map((item) => item.itemId)).size).toBe(8);
  const pool = new Map(module.quiz.items.map((item) => [item.id, item.outcome]));
  const asked = new Set(items.map((item) => pool.get(item.itemId)));
  expect([...asked].sort()).toEqual(module.outcomes.map((outcome) => outcome.id).sort());
});

test("the order of the options is stored, names each of them once, and is the same in all languages", async () => {
  const { services, learner } = await learningInstallation();
  const attemptId = await startAttempt(services, { accountId: learner.id, course, module });
  const { items } = await attemptOf(services, learner.id, attemptId);
  for (const item of items) {
    const record = activityOf(item.itemId);
    for (const language of LANGUAGES) {
      const parts = definitionOf(item.kind).shuffled(record.public[language]);
      expect([...item.order].sort(), `${item.itemId} in ${language}`).toEqual(parts.sort());
    }
  }
  expect((await attemptOf(services, learner.id, attemptId)).items).toEqual(items);
});

test("the key and version of each question are kept with the attempt", async () => {
  const { services, learner } = await learningInstallation();
  const attemptId = await startAttempt(services, { accountId: learner.id, course, module });
  const { items } = await attemptOf(services, learner.id, attemptId);
  for (const { itemId, key, version } of items) expect(activityOf(itemId)).toMatchObject({ key, version });
});

test("two learners get different questions or orders", async () => {
  const { services, learner, person } = await learningInstallation();
  const other = await person("olga@example.org");
  const drawn = [];
  for (const accountId of [learner.id, other.id]) {
    const attemptId = await startAttempt(services, { accountId, course, module });
    drawn.push((await attemptOf(services, accountId, attemptId)).items.map(({ itemId, order }) => [itemId, order]));
  }
  expect(drawn[0]).not.toEqual(drawn[1]);
});

test("twenty simultaneous starts give one attempt", async () => {
  const { services, learner } = await learningInstallation();
  const started = await Promise.all(
    Array.from({ length: 20 }, () => startAttempt(services, { accountId: learner.id, course, module })),
  );
  expect(new Set(started).size).toBe(1);
  const attempts = await services.store.read((db) =>
    listAttemptsOf(db, { accountId: learner.id, courseId: course.id }),
  );
  expect(attempts.map(({ id, number }) => [id, number])).toEqual([[started[0], 1]]);
});

test("starting again finds the attempt under way; after hand-in a new one begins, with its own draw", async () => {
  const { services, learner } = await learningInstallation();
  const given = { accountId: learner.id, course, module };
  const first = await startAttempt(services, given);
  expect(await startAttempt(services, given)).toBe(first);
  await submitAttempt(services, { accountId: learner.id, course, attemptId: first });
  const second = await startAttempt(services, given);
  const [before, after] = [await attemptOf(services, learner.id, first), await attemptOf(services, learner.id, second)];
  expect([before.number, after.number]).toEqual([1, 2]);
  const shape = (attempt: typeof before) => attempt.items.map(({ itemId, order }) => [itemId, order]);
  expect(shape(after)).not.toEqual(shape(before));
});

test("an attempt under way of one learner is not found by another", async () => {
  const { services, learner, person } = await learningInstallation();
  const other = await person("olga@example.org");
  const first = await startAttempt(services, { accountId: learner.id, course, module });
  expect(await startAttempt(services, { accountId: other.id, course, module })).not.toBe(first);
});
