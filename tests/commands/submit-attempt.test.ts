import { expect, test } from "vitest";
import { saveAnswers } from "#app/commands/save-answers.server.ts";
import type { Services } from "#app/commands/services.ts";
import { startAttempt } from "#app/commands/start-attempt.server.ts";
import { submitAttempt } from "#app/commands/submit-attempt.server.ts";
import type { AttemptItem } from "#app/domain/attempt-item.ts";
import { keepActivityVersions } from "#app/store/activity-versions.server.ts";
import { saveAttemptAnswer } from "#app/store/attempts.server.ts";
import {
  activityOf,
  attemptOf,
  attemptWith,
  course,
  fields,
  learningInstallation,
  module,
  rightFields,
} from "./learning.ts";

const handIn = (services: Services, accountId: string, attemptId: string) =>
  submitAttempt(services, { accountId, course, attemptId });

test("an attempt without any answer scores nothing and is not passed", async () => {
  const { services, learner, clock } = await learningInstallation();
  const attemptId = await startAttempt(services, { accountId: learner.id, course, module });
  expect(await handIn(services, learner.id, attemptId)).toEqual({
    ok: true,
    value: { scorePermille: 0, passed: false },
  });
  expect(await attemptOf(services, learner.id, attemptId)).toMatchObject({
    submittedAt: clock.now,
    scorePermille: 0,
    passed: false,
  });
});

test("an open question, and one whose answer was taken back, count as not right", async () => {
  const { services, learner } = await learningInstallation();
  const attemptId = await startAttempt(services, { accountId: learner.id, course, module });
  const { items } = await attemptOf(services, learner.id, attemptId);
  const save = (some: AttemptItem[], pairs: [string, string][], seq: number) =>
    saveAnswers(services, {
      accountId: learner.id,
      attemptId,
      itemIds: some.map((item) => item.itemId),
      fields: fields(...pairs),
      seq,
      language: "en",
    });
  await save(items.slice(0, 7), items.slice(0, 7).flatMap(rightFields), 1);
  await save(items.slice(6, 7), [], 2);
  expect(await handIn(services, learner.id, attemptId)).toEqual({
    ok: true,
    value: { scorePermille: 750, passed: true },
  });
});

test("fifty simultaneous hand-ins give one result at one time", async () => {
  const { services, learner, clock } = await learningInstallation();
  const attemptId = await startAttempt(services, { accountId: learner.id, course, module });
  const ticking = { ...services, now: () => (clock.now += 1) };
  const results = await Promise.all(Array.from({ length: 50 }, () => handIn(ticking, learner.id, attemptId)));
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  const { submittedAt } = await attemptOf(services, learner.id, attemptId);
  expect(await handIn(ticking, learner.id, attemptId)).toEqual(results[0]);
  expect((await attemptOf(services, learner.id, attemptId)).submittedAt).toBe(submittedAt);
});

test("grading uses the key stored with the attempt, whatever the course says by now", async () => {
  const { services, learner } = await learningInstallation();
  const earlier = { itemId: "m1-01", kind: "single", version: "an earlier one", order: [], key: { right: "c" } };
  const asItWas = { ...activityOf("m1-01"), version: earlier.version, key: earlier.key };
  await services.store.write((tx) => keepActivityVersions(tx, [asItWas]));
  const attemptId = await attemptWith(services, learner.id, [earlier]);
  await saveAnswers(services, {
    accountId: learner.id,
    attemptId,
    itemIds: ["m1-01"],
    fields: fields(["m1-01.answer", "c"]),
    seq: 1,
    language: "en",
  });
  expect(await handIn(services, learner.id, attemptId)).toMatchObject({ value: { scorePermille: 1000 } });
});

test.each([
  { right: 6999, scorePermille: 699, passed: false },
  { right: 7000, scorePermille: 700, passed: true },
])("a score of $right in 10,000 is passed: $passed", async ({ right, scorePermille, passed }) => {
  const { services, learner } = await learningInstallation();
  const rows = Array.from({ length: 10_000 }, (_, index) => `r${index}`);
  const key = { pairs: Object.fromEntries(rows.map((row) => [row, "a1"])) };
  const attemptId = await attemptWith(services, learner.id, [
    { itemId: "m1-02", kind: "match", version: "", order: [], key },
  ]);
  await services.store.write((tx) =>
    saveAttemptAnswer(tx, {
      id: services.newId(),
      accountId: learner.id,
      attemptId,
      itemId: "m1-02",
      response: Object.fromEntries(rows.map((row, index) => [row, index < right ? "a1" : "a2"])),
      confidence: null,
      seq: 1,
      language: "en",
      answeredAt: services.now(),
    }),
  );
  expect(await handIn(services, learner.id, attemptId)).toEqual({ ok: true, value: { scorePermille, passed } });
});

test("nobody hands in the attempt of somebody else", async () => {
  const { services, learner, person } = await learningInstallation();
  const other = await person("olga@example.org");
  const attemptId = await startAttempt(services, { accountId: learner.id, course, module });
  expect(await handIn(services, other.id, attemptId)).toEqual({ ok: false, problems: [{ code: "answer-foreign" }] });
  expect((await attemptOf(services, learner.id, attemptId)).submittedAt).toBeNull();
});

test("an attempt is not handed in under the name of another course", async () => {
  const { services, learner } = await learningInstallation();
  const attemptId = await startAttempt(services, { accountId: learner.id, course, module });
  const given = { accountId: learner.id, course: { ...course, id: "another" }, attemptId };
  expect(await submitAttempt(services, given)).toEqual({ ok: false, problems: [{ code: "answer-foreign" }] });
});
