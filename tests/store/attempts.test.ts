import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  type AttemptAnswer,
  findAttempt,
  findOpenAttempt,
  insertAttempt,
  listAnswersOf,
  listAttemptsOf,
  saveAttemptAnswer,
  submitAttempt,
} from "#app/store/attempts.server.ts";
import { insertLearner, NOW, openFreshStore, runSql } from "./fresh-store.ts";

const store = await openFreshStore();
const quiz = { courseId: "labour-migration", moduleId: "m1" };
const items = [{ itemId: "q1", kind: "single", version: "v1", order: ["b", "a"], key: { right: "a" } }];

async function startAttempt(more: { number?: number } = {}) {
  const { id: accountId } = await insertLearner(store);
  const attempt = { id: randomUUID(), accountId, ...quiz, edition: "1", number: 1, items, startedAt: NOW, ...more };
  await store.write((tx) => insertAttempt(tx, attempt));
  return { attempt, owner: { accountId, attemptId: attempt.id } };
}

function save(owner: { accountId: string; attemptId: string }, more: Partial<AttemptAnswer> = {}) {
  const answer = {
    id: randomUUID(),
    itemId: "q1",
    response: "a",
    confidence: null,
    seq: 1,
    language: "be",
    answeredAt: NOW,
  };
  return store.write((tx) => saveAttemptAnswer(tx, { ...answer, ...owner, ...more }));
}

test("an attempt is read as it was drawn, by its owner alone", async () => {
  const { attempt, owner } = await startAttempt();
  const stored = { ...attempt, submittedAt: null, scorePermille: null, passed: null };
  expect(await store.read((db) => findAttempt(db, owner))).toEqual(stored);
  expect(await store.read((db) => findOpenAttempt(db, { accountId: owner.accountId, ...quiz }))).toEqual(stored);
  const stranger = (await insertLearner(store)).id;
  expect(await store.read((db) => findAttempt(db, { ...owner, accountId: stranger }))).toBeNull();
  expect(await store.read((db) => listAttemptsOf(db, { accountId: stranger, courseId: quiz.courseId }))).toEqual([]);
});

test("the list of attempts holds no items and no key", async () => {
  const { owner } = await startAttempt();
  const [summary] = await store.read((db) =>
    listAttemptsOf(db, { accountId: owner.accountId, courseId: quiz.courseId }),
  );
  expect(summary).toMatchObject({ id: owner.attemptId, number: 1, submittedAt: null });
  expect(summary).not.toHaveProperty("items");
});

test("two tabs that start at the same moment get one attempt", async () => {
  const { id: accountId } = await insertLearner(store);
  const start = () =>
    store.write(async (tx) => {
      const open = await findOpenAttempt(tx, { accountId, ...quiz });
      if (open) return open.id;
      const id = randomUUID();
      await insertAttempt(tx, { id, accountId, ...quiz, edition: "1", number: 1, items, startedAt: NOW });
      return id;
    });
  const ids = await Promise.all([start(), start(), start()]);
  expect(new Set(ids).size).toBe(1);
});

test("an attempt of a number that exists is not inserted again", async () => {
  const { attempt, owner } = await startAttempt();
  expect(await store.write((tx) => insertAttempt(tx, { ...attempt, id: randomUUID() }))).toBe(false);
  expect(await store.read((db) => findAttempt(db, owner))).not.toBeNull();
});

test("a late answer with a lower or the same count overwrites nothing", async () => {
  const { owner } = await startAttempt();
  // The browser counts in milliseconds.
  expect(await save(owner, { seq: NOW + 2, response: "b" })).toBe("saved");
  expect(await save(owner, { seq: NOW + 1, response: "a" })).toBe("stale");
  expect(await save(owner, { seq: NOW + 2, response: "a" })).toBe("stale");
  expect(await save(owner, { seq: NOW + 3, response: null })).toBe("saved");
  expect(await store.read((db) => listAnswersOf(db, owner))).toMatchObject([
    { itemId: "q1", response: null, seq: NOW + 3 },
  ]);
});

test("nobody saves or reads an answer in the attempt of another", async () => {
  const { owner } = await startAttempt();
  await save(owner);
  const stranger = { ...owner, accountId: (await insertLearner(store)).id };
  expect(await save(stranger, { seq: 2, response: "b" })).toBe("absent");
  expect(await store.read((db) => listAnswersOf(db, stranger))).toEqual([]);
  expect(await store.read((db) => listAnswersOf(db, owner))).toMatchObject([{ response: "a" }]);
});

test("of many hand-ins at the same moment one counts, and no answer is taken after it", async () => {
  const { owner } = await startAttempt();
  await save(owner);
  const counted = await Promise.all(
    Array.from({ length: 20 }, (_, place) =>
      store.write((tx) =>
        submitAttempt(tx, { ...owner, submittedAt: NOW + place, scorePermille: place, passed: false }),
      ),
    ),
  );
  expect(counted.filter(Boolean)).toHaveLength(1);
  const stored = await store.read((db) => findAttempt(db, owner));
  expect(stored?.scorePermille).toBe(counted.indexOf(true));
  expect(stored?.passed).toBe(false);
  expect(await save(owner, { seq: 9, response: "b" })).toBe("submitted");
  expect(await store.read((db) => listAnswersOf(db, owner))).toMatchObject([{ response: "a", seq: 1 }]);
});

test("nobody hands in for another", async () => {
  const { owner } = await startAttempt();
  const given = { submittedAt: NOW, scorePermille: 0, passed: false };
  const stranger = { ...owner, accountId: (await insertLearner(store)).id };
  expect(await store.write((tx) => submitAttempt(tx, { ...stranger, ...given }))).toBe(false);
  expect(await store.read((db) => findOpenAttempt(db, { accountId: owner.accountId, ...quiz }))).not.toBeNull();
});

test("stored items that are not of their shape are an error, not a quiz", async () => {
  const { owner } = await startAttempt();
  await store.write((tx) => runSql(tx, `UPDATE attempts SET items = '[{"itemId":7}]' WHERE id = '${owner.attemptId}'`));
  await expect(store.read((db) => findAttempt(db, owner))).rejects.toThrow(/itemId/);
});

test("how sure somebody was is kept with the newest answer, and an older save changes neither", async () => {
  const { owner } = await startAttempt();
  expect(await save(owner, { response: null, confidence: "sure", seq: 1 })).toBe("saved");
  expect(await save(owner, { response: "a", confidence: "guess", seq: 3 })).toBe("saved");
  expect(await save(owner, { response: "a", confidence: "sure", seq: 2 })).toBe("stale");
  expect(await save(owner, { response: "a", confidence: "sure", seq: 3 })).toBe("stale");
  expect(await save(owner, { response: "a", confidence: "guess", seq: 3 })).toBe("saved");
  expect(await store.read((db) => listAnswersOf(db, owner))).toMatchObject([{ response: "a", confidence: "guess" }]);
});
