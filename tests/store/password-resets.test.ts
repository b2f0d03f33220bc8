import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  consumePasswordReset,
  deleteExpiredPasswordResets,
  deletePasswordResetsOf,
  insertPasswordReset,
} from "#app/store/password-resets.server.ts";
import { insertLearner, NOW, openFreshStore } from "./fresh-store.ts";

const store = await openFreshStore();

async function askForReset(expiresAt = NOW + 1000) {
  const { id: accountId } = await insertLearner(store);
  const reset = { id: randomUUID(), accountId, expiresAt, createdAt: NOW };
  await store.write((tx) => insertPasswordReset(tx, reset));
  return reset;
}
const consume = (id: string) => store.write((tx) => consumePasswordReset(tx, { id, now: NOW }));

test("of twenty uses of one link at the same moment one opens the account", async () => {
  const reset = await askForReset();
  const opened = await Promise.all(Array.from({ length: 20 }, () => consume(reset.id)));
  expect(opened.filter((accountId) => accountId === reset.accountId)).toHaveLength(1);
  expect(opened.filter((accountId) => accountId === null)).toHaveLength(19);
});

test("an expired, cancelled or unknown link opens nothing", async () => {
  expect(await consume((await askForReset(NOW)).id)).toBeNull();
  const cancelled = await askForReset();
  await store.write((tx) => deletePasswordResetsOf(tx, cancelled.accountId));
  expect(await consume(cancelled.id)).toBeNull();
  expect(await consume("unknown")).toBeNull();
});

test("expired links are cleared away", async () => {
  const open = await askForReset();
  await askForReset(NOW - 1);
  expect(await store.write((tx) => deleteExpiredPasswordResets(tx, NOW))).toBeGreaterThan(0);
  expect(await store.write((tx) => deleteExpiredPasswordResets(tx, NOW))).toBe(0);
  expect(await consume(open.id)).toBe(open.accountId);
});
