import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findAccountById, insertAccount, listRolesOf, updateName } from "#app/store/accounts.server.ts";
import { dialect } from "#app/store/dialect.server.ts";
import { openStore } from "#app/store/open-store.server.ts";
import { keepPlace, listPlacesOf } from "#app/store/progress.server.ts";
import { StoreBusy, StoreUnavailable } from "#app/store/store-errors.server.ts";
import { freshUrl, insertLearner, NOW, openFreshStore } from "./fresh-store.ts";

const store = await openFreshStore();
const nobody = { name: "A", language: "en", passwordHash: "hash", demo: false, createdAt: NOW };

test("a change that throws leaves nothing, and those beside it stay", async () => {
  const [before, failing, after] = [randomUUID(), randomUUID(), randomUUID()];
  const insert = (id: string, more = async () => {}) =>
    store.write(async (tx) => {
      await insertAccount(tx, { ...nobody, id, email: `${id}@example.org` });
      await more();
      return id;
    });
  const results = await Promise.allSettled([
    insert(before),
    insert(failing, () => Promise.reject(new Error("thought better of it"))),
    insert(after),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(results[1]).toMatchObject({ reason: new Error("thought better of it") });
  expect(await store.read((db) => findAccountById(db, before))).not.toBeNull();
  expect(await store.read((db) => findAccountById(db, failing))).toBeNull();
  expect(await store.read((db) => findAccountById(db, after))).not.toBeNull();
});

test("a refused statement fails its own change alone", async () => {
  const { id } = await insertLearner(store);
  const place = { courseId: "c", moduleId: "m", lessonId: "l", anchor: "s1", seenAt: NOW };
  const results = await Promise.allSettled([
    store.write((tx) => keepPlace(tx, { id: randomUUID(), accountId: "nobody", ...place })),
    store.write((tx) => keepPlace(tx, { id: randomUUID(), accountId: id, ...place })),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});

test("two hundred people who write at the same moment are all kept", async () => {
  const { id: accountId } = await insertLearner(store);
  const writes = Array.from({ length: 200 }, (_, place) =>
    store.write((tx) =>
      keepPlace(tx, {
        id: randomUUID(),
        accountId,
        courseId: "c",
        moduleId: "m",
        lessonId: `l${place}`,
        anchor: "s1",
        seenAt: NOW,
      }),
    ),
  );
  await Promise.all(writes);
  expect(await store.read((db) => listPlacesOf(db, { accountId, courseId: "c" }))).toHaveLength(200);
});

test("changes that read and then write do not overtake each other", async () => {
  const { id: accountId } = await insertLearner(store);
  await store.write((tx) => updateName(tx, { accountId, name: "0" }));
  const count = () =>
    store.write(async (tx) => {
      const name = Number((await findAccountById(tx, accountId))?.name);
      await updateName(tx, { accountId, name: String(name + 1) });
    });
  await Promise.all(Array.from({ length: 50 }, count));
  expect(await store.read((db) => findAccountById(db, accountId))).toMatchObject({ name: "50" });
});

test("more changes than the store takes at once are refused as busy", async () => {
  const small = await openFreshStore({ longestQueue: 3 });
  const writes = Array.from({ length: 5 }, () => small.write((tx) => listRolesOf(tx, "nobody")));
  const results = await Promise.allSettled(writes);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected", "rejected"]);
  expect(results[4]).toMatchObject({ reason: expect.any(StoreBusy) });
});

test("what was answered is there after the store is opened again", async () => {
  const url = await freshUrl();
  const first = await openStore({ url, now: () => NOW });
  await first.write((tx) => insertAccount(tx, { ...nobody, id: "kept", email: "kept@example.org" }));
  await first.close();
  const second = await openStore({ url, now: () => NOW });
  expect(await second.read((db) => findAccountById(db, "kept"))).not.toBeNull();
  await second.close();
});

test("a closed store finishes what it took, then is unavailable", async () => {
  const closing = await openFreshStore();
  const taken = closing.write((tx) => insertAccount(tx, { ...nobody, id: "last", email: "last@example.org" }));
  await closing.check();
  const closed = closing.close();
  expect(await taken).toBe(true);
  await closed;
  await closing.close();
  await expect(closing.read((db) => listRolesOf(db, "x"))).rejects.toBeInstanceOf(StoreUnavailable);
  await expect(closing.write((tx) => listRolesOf(tx, "x"))).rejects.toBeInstanceOf(StoreUnavailable);
  await expect(closing.check()).rejects.toBeInstanceOf(StoreUnavailable);
});

test.runIf(dialect === "sqlite")(
  "a handle that a change let out is dead, also for the queries of the store",
  async () => {
    const { id: accountId } = await insertLearner(store);
    const leaked = await store.write(async (tx) => ({ tx }));
    const late = { courseId: "c", moduleId: "m", lessonId: "l", anchor: "s1", seenAt: NOW };
    await expect(keepPlace(leaked.tx, { id: randomUUID(), accountId, ...late })).rejects.toThrow(/is over/);
    await expect(listPlacesOf(leaked.tx, { accountId, courseId: "c" })).rejects.toThrow(/is over/);
    expect(await store.read((db) => listPlacesOf(db, { accountId, courseId: "c" }))).toEqual([]);
  },
);

test("a database of another kind than the process was set up for is not opened", async () => {
  const url = dialect === "sqlite" ? "pglite:" : "file:other.sqlite";
  await expect(openStore({ url, now: () => NOW })).rejects.toThrow(/another kind/);
});

test("a server that cannot be reached is unavailable", { skip: dialect !== "postgres" }, async () => {
  const opening = openStore({ url: "postgres://nobody@127.0.0.1:1/none", now: () => NOW });
  await expect(opening).rejects.toBeInstanceOf(StoreUnavailable);
});
