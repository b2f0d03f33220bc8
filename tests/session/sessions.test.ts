import { expect, test } from "vitest";
import { createSessions } from "#app/session/sessions.server.ts";
import { disableAccount, grantRole } from "#app/store/accounts.server.ts";
import { deleteExpiredSessions, listSessionsOf } from "#app/store/sessions.server.ts";
import { StoreUnavailable } from "#app/store/store-errors.server.ts";
import { DAY, sentBack, smallInstallation } from "./small-installation.ts";

async function signedInPerson(options: { origin?: string } = {}) {
  const installation = await smallInstallation(options);
  const { services } = installation;
  const account = await installation.person("anna@example.org");
  const sessions = createSessions(services);
  const { cookie } = await services.store.write((tx) => sessions.start(tx, account.id));
  return { ...installation, account, sessions, cookie, cookieHeader: sentBack(cookie) };
}

test("a session tells who is asking and what they may be", async () => {
  const { sessions, cookieHeader, account, services, clock } = await signedInPerson();
  await services.store.write((tx) => grantRole(tx, { id: "1", accountId: account.id, role: "issuer", at: clock.now }));
  expect(await sessions.read(cookieHeader)).toEqual({
    account: {
      id: account.id,
      name: "Anna Kavaleva",
      email: "anna@example.org",
      language: "en",
      roles: ["learner", "issuer"],
    },
    session: { createdAt: clock.now, expiresAt: clock.now + 7 * DAY },
  });
});

test("over https the cookie is one that no other host, path or script can touch", async () => {
  const { cookie } = await signedInPerson();
  expect(cookie).toMatch(/^__Host-waymark=[a-z2-7]{40}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure$/);
});

test("over http on this machine the cookie is plain, because a browser drops the other one", async () => {
  const { cookie, sessions, cookieHeader } = await signedInPerson({ origin: "http://localhost:3000" });
  expect(cookie).toMatch(/^waymark=[a-z2-7]{40}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/);
  expect(await sessions.read(cookieHeader)).not.toBeNull();
});

test("a stolen row of the database opens no session", async () => {
  const { services, account, sessions } = await signedInPerson();
  const rows = await services.store.read((db) => listSessionsOf(db, account.id));
  expect(rows).toHaveLength(1);
  for (const value of rows.flatMap((row) => Object.values(row).map(String))) {
    expect(await sessions.read(`__Host-waymark=${value}`)).toBeNull();
  }
});

test.each([
  null,
  "",
  "__Host-waymark",
  "__Host-waymark=",
  "__Host-waymark=%E0%A4%A",
  `__Host-waymark=${"a".repeat(40)}`,
  `waymark=${"a".repeat(40)}`,
])("the cookies %j are nobody's", async (cookieHeader) => {
  const { sessions } = await signedInPerson();
  expect(await sessions.read(cookieHeader)).toBeNull();
});

test("somebody else's broken cookie signs nobody out", async () => {
  const { sessions, cookieHeader } = await signedInPerson();
  expect(await sessions.read(`tracker=%E0%A4%A; ${cookieHeader}; =; other`)).not.toBeNull();
});

test("a session that is not used ends after seven days", async () => {
  const { sessions, cookieHeader, clock } = await signedInPerson();
  clock.now += 7 * DAY + 1000;
  expect(await sessions.read(cookieHeader)).toBeNull();
  clock.now -= 2 * DAY;
  expect(await sessions.read(cookieHeader)).toBeNull();
});

test("use puts the end off, and the browser is told", async () => {
  const { sessions, cookieHeader, clock } = await signedInPerson();
  clock.now += 3 * DAY;
  expect((await sessions.read(cookieHeader))?.refreshedCookie).toBeUndefined();
  clock.now += DAY;
  const used = await sessions.read(cookieHeader);
  expect(used?.refreshedCookie).toContain(`${cookieHeader}; Path=/; Max-Age=604800;`);
  expect((await sessions.read(cookieHeader))?.refreshedCookie).toBeUndefined();
  clock.now += 6 * DAY;
  expect(await sessions.read(cookieHeader)).not.toBeNull();
});

test("a session ends after thirty days, however often it is used", async () => {
  const { sessions, cookieHeader, clock, services, account } = await signedInPerson();
  const began = clock.now;
  let prolonged = 0;
  for (let day = 1; day < 30; day += 1) {
    clock.now = began + day * DAY;
    const used = await sessions.read(cookieHeader);
    expect(used?.session.expiresAt).toBeLessThanOrEqual(began + 30 * DAY);
    if (used?.refreshedCookie) prolonged += 1;
  }
  expect(prolonged).toBeLessThan(10);
  clock.now = began + 30 * DAY + 1000;
  expect(await sessions.read(cookieHeader)).toBeNull();
  expect(await services.store.read((db) => listSessionsOf(db, account.id))).toEqual([]);
});

test("an account that is disabled has no session any more", async () => {
  const { sessions, cookieHeader, services, account, clock } = await signedInPerson();
  await services.store.write((tx) => disableAccount(tx, { accountId: account.id, at: clock.now }));
  expect(await sessions.read(cookieHeader)).toBeNull();
});

test("ending every session of an account leaves those of others alone", async () => {
  const { sessions, cookieHeader, services, account, person } = await signedInPerson();
  const other = await person("bob@example.org");
  const { cookie } = await services.store.write((tx) => sessions.start(tx, other.id));
  await services.store.write((tx) => sessions.endAll(tx, account.id));
  expect(await sessions.read(cookieHeader)).toBeNull();
  expect((await sessions.read(sentBack(cookie)))?.account.id).toBe(other.id);
});

test("while the database can only be read, whoever is signed in stays signed in", async () => {
  const { cookieHeader, services, clock } = await signedInPerson();
  const full = {
    read: services.store.read.bind(services.store),
    write: () => Promise.reject(new StoreUnavailable("The disk is full.")),
  };
  clock.now += 5 * DAY;
  expect(await createSessions({ ...services, store: full }).read(cookieHeader)).not.toBeNull();
});

test("what has expired can be cleared away", async () => {
  const { services, clock } = await signedInPerson();
  expect(await services.store.write((tx) => deleteExpiredSessions(tx, clock.now))).toBe(0);
  expect(await services.store.write((tx) => deleteExpiredSessions(tx, clock.now + 7 * DAY))).toBe(1);
});
