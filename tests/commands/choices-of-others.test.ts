import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ActivityRecord } from "#app/activities/activity.ts";
import { choicesOfOthers } from "#app/commands/choices-of-others.server.ts";
import { appendActivityAnswer } from "#app/store/answers.server.ts";
import { insertAccount } from "#app/store/accounts.server.ts";
import { FIXTURES, readLesson } from "../compiler/fixtures.ts";
import { MINUTE, smallInstallation } from "../session/small-installation.ts";

const text = readFileSync(path.join(FIXTURES, "../scenarios/licence-renewal.mdx"), "utf8");
const activity = readLesson(text).page?.activities[0]?.draft?.public;
if (!activity) throw new Error("the scenario has a fault");
const feedback = { parts: {}, explanation: [] };
const record: ActivityRecord = {
  id: activity.id,
  kind: "scenario",
  version: "v1",
  key: null,
  public: { en: activity, ru: activity, be: activity },
  feedback: { en: feedback, ru: feedback, be: feedback },
};
const COURSE = "a-course";
const DONE = { path: ["c", "b", "b", "b"], skipped: false };

async function installation() {
  const made = await smallInstallation();
  const { services, clock } = made;
  let reads = 0;
  const store = {
    ...services.store,
    read: ((work) => {
      reads += 1;
      return services.store.read(work);
    }) as typeof services.store.read,
  };
  return {
    clock,
    reads: () => reads,
    ask: (response: unknown) => choicesOfOthers({ store, now: services.now }, { courseId: COURSE, record, response }),
    async learner(...responses: { response: unknown; version?: string }[]) {
      const id = randomUUID();
      await services.store.write(async (tx) => {
        const account = { id, email: `${id}@example.org`, name: "A", language: "en", passwordHash: "x", demo: false };
        await insertAccount(tx, { ...account, createdAt: clock.now });
        for (const { response, version = "v1" } of responses) {
          clock.now += 1;
          await appendActivityAnswer(tx, {
            id: randomUUID(),
            accountId: id,
            courseId: COURSE,
            lessonId: "lesson",
            activityId: record.id,
            version,
            response,
            scorePermille: null,
            confidence: null,
            language: "en",
            answeredAt: clock.now,
          });
        }
      });
    },
  };
}

test("the newest answers of learners who came to an ending are counted, once enough have, and kept for a minute", async () => {
  const { ask, learner, reads, clock } = await installation();
  for (let count = 0; count < 11; count += 1)
    await learner({ response: { path: ["a"], skipped: false } }, { response: DONE });
  await learner({ response: DONE }, { response: { path: [], skipped: false } });
  await learner({ response: { ...DONE, skipped: true } });
  await learner({ response: DONE, version: "v0" });
  await learner({ response: "nonsense" });
  expect(await ask(DONE)).toBeNull();
  await learner({ response: DONE });
  expect(await ask(DONE)).toBeNull();
  expect(reads()).toBe(1);
  clock.now += MINUTE;
  const [first, second] = await Promise.all([ask(DONE), ask(DONE)]);
  expect(first).toEqual({ "n1.c": 12, "n4.b": 12, "n6.b": 12, "n7.b": 12 });
  expect(second).toEqual(first);
  expect(reads()).toBe(2);
});

test("whoever has not come to an ending neither sees nor costs anything", async () => {
  const { ask, reads } = await installation();
  for (const response of [null, undefined, "", { path: ["c"], skipped: false }, { ...DONE, skipped: true }]) {
    expect(await ask(response)).toBeNull();
  }
  expect(reads()).toBe(0);
});

test("kinds that tell nothing are never counted", async () => {
  const { services } = await smallInstallation();
  const single = { ...record, kind: "single" };
  expect(await choicesOfOthers(services, { courseId: COURSE, record: single, response: "a" })).toBeNull();
});
