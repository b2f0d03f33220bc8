import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { signIn } from "#app/commands/sign-in.server.ts";
import { createLimits, RATES } from "#app/session/limits.server.ts";
import { createSessions } from "#app/session/sessions.server.ts";
import { disableAccount, findAccountById, updatePassword } from "#app/store/accounts.server.ts";
import { verifyAuditTrail } from "#app/store/audit.server.ts";
import { NETWORK, PASSWORD, sentBack, smallInstallation } from "../session/small-installation.ts";

const form = { email: "anna@example.org", password: PASSWORD, network: NETWORK, cookieHeader: null };
const refused = { ok: false, problems: [{ code: "sign-in-refused" }] };

test("the right password opens a session, whatever the case of the address", async () => {
  const { services, person } = await smallInstallation();
  const account = await person("anna@example.org", { language: "ru" });
  const answer = await signIn(services, { ...form, email: " ANNA@example.org" });
  if (!answer.ok) throw new Error("refused");
  expect(answer.value.language).toBe("ru");
  expect((await createSessions(services).read(sentBack(answer.value.cookie)))?.account.id).toBe(account.id);
});

test("an unknown address, a wrong password, a disabled account and a malformed address get one answer", async () => {
  const { services, person, clock } = await smallInstallation();
  await person("anna@example.org");
  const gone = await person("gone@example.org");
  await services.store.write((tx) => disableAccount(tx, { accountId: gone.id, at: clock.now }));
  expect(await signIn(services, { ...form, password: "a quiet lake in July" })).toEqual(refused);
  expect(await signIn(services, { ...form, email: "nobody@example.org" })).toEqual(refused);
  expect(await signIn(services, { ...form, email: "gone@example.org" })).toEqual(refused);
  expect(await signIn(services, { ...form, email: "no address" })).toEqual(refused);
});

test("an unknown address takes as long as a wrong password", async () => {
  const { services, person } = await smallInstallation();
  const many = { points: 1000, duration: 60 };
  const limits = createLimits({
    ...RATES,
    signInPair: many,
    signInAccount: many,
    signInNetwork: many,
    signInEverybody: many,
  });
  await person("anna@example.org");
  const medianTime = async (email: string) => {
    const times: number[] = [];
    for (let time = 0; time < 15; time += 1) {
      const start = performance.now();
      await signIn({ ...services, limits }, { ...form, email, password: "a quiet lake in July" });
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[7] ?? 0;
  };
  await medianTime("warm@example.org");
  const ratio = (await medianTime("nobody@example.org")) / (await medianTime("anna@example.org"));
  // Without the work done in vain it is below a tenth.
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test("after five wrong passwords even the right one has to wait", async () => {
  const { services, person } = await smallInstallation();
  await person("anna@example.org");
  for (let time = 0; time < 5; time += 1) await signIn(services, { ...form, password: "a quiet lake in July" });
  expect(await signIn(services, form)).toEqual({
    ok: false,
    problems: [{ code: "too-many-tries", values: { minutes: 15 } }],
  });
});

test("an unknown address is made to wait after as many tries as a known one", async () => {
  const { services } = await smallInstallation();
  for (let time = 0; time < 5; time += 1) expect(await signIn(services, form)).toEqual(refused);
  expect(await signIn(services, form)).toMatchObject({ ok: false, problems: [{ code: "too-many-tries" }] });
});

test("signing in again ends the session that the browser had", async () => {
  const { services, person } = await smallInstallation();
  await person("anna@example.org");
  const first = await signIn(services, form);
  if (!first.ok) throw new Error("refused");
  const second = await signIn(services, { ...form, cookieHeader: sentBack(first.value.cookie) });
  if (!second.ok) throw new Error("refused");
  const sessions = createSessions(services);
  expect(await sessions.read(sentBack(first.value.cookie))).toBeNull();
  expect(await sessions.read(sentBack(second.value.cookie))).not.toBeNull();
});

test("a password with older parameters is hashed anew at the next sign-in", async () => {
  const { services, person } = await smallInstallation();
  const { id: accountId } = await person("anna@example.org");
  const old = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await services.store.write((tx) => updatePassword(tx, { accountId, passwordHash: old }));
  expect(await signIn(services, form)).toMatchObject({ ok: true });
  const account = await services.store.read((db) => findAccountById(db, accountId));
  expect(account?.passwordHash).toContain("m=19456,t=2,p=1");
  expect(await signIn(services, form)).toMatchObject({ ok: true });
});

test("a session's beginning stands in the trail", async () => {
  const { services, person } = await smallInstallation();
  await person("anna@example.org");
  await signIn(services, form);
  expect(await services.store.read(verifyAuditTrail)).toMatchObject({ ok: true, value: { length: 1 } });
});
