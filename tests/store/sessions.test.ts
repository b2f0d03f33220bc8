import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { grantRole } from "#app/store/accounts.server.ts";
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  findSessionWithAccount,
  insertSession,
  listSessionsOf,
  updateSessionExpiry,
} from "#app/store/sessions.server.ts";
import { insertLearner, NOW, openFreshStore } from "./fresh-store.ts";

const store = await openFreshStore();

async function signIn(accountId: string, more: { createdAt?: number; expiresAt?: number } = {}) {
  const session = { id: randomUUID(), accountId, createdAt: NOW, expiresAt: NOW + 1000, ...more };
  await store.write((tx) => insertSession(tx, session));
  return session;
}
const find = (id: string) => store.read((db) => findSessionWithAccount(db, id));

test("a session is found with its account and roles, and without the password's hash", async () => {
  const { passwordHash, createdAt, ...account } = await insertLearner(store);
  const session = await signIn(account.id);
  expect(await find(session.id)).toEqual({ session, account: { ...account, disabledAt: null, roles: [] } });
  for (const role of ["issuer", "author"]) {
    await store.write((tx) => grantRole(tx, { id: randomUUID(), accountId: account.id, role, at: NOW }));
  }
  expect((await find(session.id))?.account.roles).toEqual(["author", "issuer"]);
  expect(await find("no-such-session")).toBeNull();
});

test("one session ends alone, and the others of an account can be ended around it", async () => {
  const { id } = await insertLearner(store);
  const stranger = await signIn((await insertLearner(store)).id);
  const [old, kept, ended] = [await signIn(id, { createdAt: NOW - 5 }), await signIn(id), await signIn(id)];
  await store.write((tx) => deleteSession(tx, ended.id));
  expect(await store.read((db) => listSessionsOf(db, id))).toEqual([kept, old]);
  await store.write((tx) => deleteSessionsOf(tx, id, { exceptId: kept.id }));
  expect(await store.read((db) => listSessionsOf(db, id))).toEqual([kept]);
  await store.write((tx) => deleteSessionsOf(tx, id));
  expect(await store.read((db) => listSessionsOf(db, id))).toEqual([]);
  expect(await find(stranger.id)).not.toBeNull();
});

test("expired sessions are cleared away and prolonged ones stay", async () => {
  const { id } = await insertLearner(store);
  const [expired, prolonged] = [await signIn(id, { expiresAt: NOW - 1 }), await signIn(id, { expiresAt: NOW - 1 })];
  await store.write((tx) => updateSessionExpiry(tx, { id: prolonged.id, expiresAt: NOW + 1 }));
  expect(await store.write((tx) => deleteExpiredSessions(tx, NOW))).toBe(1);
  expect(await find(expired.id)).toBeNull();
  expect((await find(prolonged.id))?.session.expiresAt).toBe(NOW + 1);
});
