import { expect, test } from "vitest";
import {
  countDemoAccounts,
  disableAccount,
  findAccountByEmail,
  findAccountById,
  grantRole,
  insertAccount,
  listAccounts,
  listRolesOf,
  revokeRole,
  updateLanguage,
  updateName,
  updatePassword,
} from "#app/store/accounts.server.ts";
import { insertLearner, NOW, openFreshStore } from "./fresh-store.ts";

const store = await openFreshStore();

test("an account is found by its address in any case, and by its id", async () => {
  const account = await insertLearner(store, { email: "Alena@Example.ORG" });
  const stored = { ...account, email: "alena@example.org", disabledAt: null };
  expect(await store.read((db) => findAccountByEmail(db, "ALENA@example.org"))).toEqual(stored);
  expect(await store.read((db) => findAccountById(db, account.id))).toEqual(stored);
  expect(await store.read((db) => findAccountByEmail(db, "nobody@example.org"))).toBeNull();
});

test("two people who sign up with one address at the same moment make one account", async () => {
  const form = { name: "A", language: "en", passwordHash: "hash", demo: false, createdAt: NOW };
  const made = await Promise.all(
    ["twin-1", "twin-2"].map((id) =>
      store.write((tx) =>
        insertAccount(tx, { ...form, id, email: id === "twin-1" ? "twin@example.org" : "TWIN@example.org" }),
      ),
    ),
  );
  expect(made.toSorted()).toEqual([false, true]);
});

test("name, language and password change for one account alone", async () => {
  const [one, other] = [await insertLearner(store), await insertLearner(store)];
  await store.write(async (tx) => {
    await updateName(tx, { accountId: one.id, name: "Алена Каваленка" });
    await updateLanguage(tx, { accountId: one.id, language: "ru" });
    await updatePassword(tx, { accountId: one.id, passwordHash: "new hash" });
  });
  expect(await store.read((db) => findAccountById(db, one.id))).toMatchObject({
    name: "Алена Каваленка",
    language: "ru",
    passwordHash: "new hash",
  });
  expect(await store.read((db) => findAccountById(db, other.id))).toMatchObject({ name: other.name, language: "be" });
});

test("a disabled account keeps the moment at which it was disabled first", async () => {
  const { id } = await insertLearner(store);
  await store.write((tx) => disableAccount(tx, { accountId: id, at: NOW }));
  await store.write((tx) => disableAccount(tx, { accountId: id, at: NOW + 1000 }));
  expect(await store.read((db) => findAccountById(db, id))).toMatchObject({ disabledAt: NOW });
});

test("a role is granted once and can be taken back", async () => {
  const { id: accountId } = await insertLearner(store);
  const grant = (id: string, role: string) => store.write((tx) => grantRole(tx, { id, accountId, role, at: NOW }));
  expect(await grant("g1", "issuer")).toBe(true);
  expect(await grant("g2", "issuer")).toBe(false);
  expect(await grant("g3", "admin")).toBe(true);
  expect(await store.read((db) => listRolesOf(db, accountId))).toEqual(["admin", "issuer"]);
  expect(await store.write((tx) => revokeRole(tx, { accountId, role: "admin" }))).toBe(true);
  expect(await store.write((tx) => revokeRole(tx, { accountId, role: "admin" }))).toBe(false);
  expect(await store.read((db) => listRolesOf(db, accountId))).toEqual(["issuer"]);
});

test("demo people are counted, so that a production server can refuse them", async () => {
  expect(await store.read(countDemoAccounts)).toBe(0);
  await insertLearner(store, { demo: true });
  expect(await store.read(countDemoAccounts)).toBe(1);
});

test("the list of accounts is as long as it was asked to be", async () => {
  expect(await store.read((db) => listAccounts(db, { limit: 2 }))).toHaveLength(2);
});
