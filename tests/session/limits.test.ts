import { afterEach, expect, test, vi } from "vitest";
import { createLimits, type Limits, RATES } from "#app/session/limits.server.ts";

afterEach(() => {
  vi.useRealTimers();
});

const email = "anna@example.org";
const asking = { email, network: "198.51.100.7" };

async function fail(limits: Limits, of: { email: string; network: string }): Promise<boolean> {
  const allowance = await limits.signIn(of);
  if (allowance.ok) await limits.signInFailed(of);
  return allowance.ok;
}

test("five wrong passwords for an account, and its network waits out the quarter of an hour", async () => {
  vi.useFakeTimers();
  const limits = createLimits();
  for (let time = 0; time < 5; time += 1) expect(await fail(limits, asking)).toBe(true);
  expect(await limits.signIn({ ...asking, network: "198.51.100.200" })).toEqual({ ok: false, retryAfterSeconds: 900 });
  vi.advanceTimersByTime(899_000);
  expect(await limits.signIn(asking)).toEqual({ ok: false, retryAfterSeconds: 1 });
  vi.advanceTimersByTime(2_000);
  expect(await limits.signIn(asking)).toEqual({ ok: true });
});

test("tries at the same instant do not slip through together", async () => {
  const limits = createLimits();
  const answers = await Promise.all(Array.from({ length: 40 }, () => limits.signIn(asking)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
});

test("an attacker elsewhere does not keep the owner out", async () => {
  vi.useFakeTimers();
  const limits = createLimits();
  await limits.signIn(asking);
  await limits.signedIn(asking);
  let tried = 0;
  for (let host = 0; host < 100; host += 1) {
    for (let time = 0; time < 5; time += 1) if (await fail(limits, { email, network: `203.0.${host}.1` })) tried += 1;
    vi.advanceTimersByTime(1000);
  }
  expect(tried).toBe(RATES.signInAccount.points);
  expect(await limits.signIn({ email, network: "192.0.2.1" })).toMatchObject({ ok: false });
  expect(await limits.signIn(asking)).toEqual({ ok: true });
});

test("an attacker at the owner's own network is still held to five tries", async () => {
  const limits = createLimits();
  await limits.signIn(asking);
  await limits.signedIn(asking);
  for (let time = 0; time < 5; time += 1) expect(await fail(limits, asking)).toBe(true);
  expect(await fail(limits, asking)).toBe(false);
});

test("one network may fail twenty times, over whatever accounts", async () => {
  const limits = createLimits();
  let tried = 0;
  for (let person = 0; person < 40; person += 1) {
    if (await fail(limits, { email: `person-${person}@example.org`, network: "2001:db8::1" })) tried += 1;
  }
  expect(tried).toBe(20);
  expect(await limits.signIn({ email, network: "2001:db8::ffff" })).toMatchObject({ ok: false });
  expect(await limits.signIn(asking)).toEqual({ ok: true });
});

test("a class behind one address can sign in, all within a minute", async () => {
  vi.useFakeTimers();
  const limits = createLimits();
  for (let person = 0; person < 60; person += 1) {
    const learner = { email: `person-${person}@example.org`, network: "198.51.100.7" };
    expect(await limits.signIn(learner)).toEqual({ ok: true });
    await limits.signedIn(learner);
    vi.advanceTimersByTime(1000);
  }
});

test("the whole house takes fifty sign-ins a second", async () => {
  vi.useFakeTimers();
  const limits = createLimits();
  const stuff = () =>
    Promise.all(
      Array.from({ length: 80 }, (_, number) =>
        limits.signIn({ email: `p${number}@example.org`, network: `10.0.${number}.1` }),
      ),
    );
  expect((await stuff()).filter(({ ok }) => ok)).toHaveLength(50);
  vi.advanceTimersByTime(1001);
  expect((await limits.signIn(asking)).ok).toBe(true);
});

test("an address gets three mails an hour, however many networks ask", async () => {
  const limits = createLimits();
  for (const action of ["signUp", "requestReset"] as const) {
    const answers = [];
    for (let host = 0; host < 6; host += 1)
      answers.push((await limits[action]({ email, network: `203.0.${host}.1` })).ok);
    expect(answers).toEqual([true, true, true, false, false, false]);
  }
});

test("one network checks sixty certificates a minute", async () => {
  vi.useFakeTimers();
  const limits = createLimits();
  const answers = await Promise.all(
    Array.from({ length: 61 }, () => limits.verifyCertificate({ network: "198.51.100.7" })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(60);
  expect(answers.at(-1)).toEqual({ ok: false, retryAfterSeconds: 60 });
  expect(await limits.verifyCertificate({ network: "198.51.101.7" })).toEqual({ ok: true });
});

test("two installations in one process do not count for each other", async () => {
  const [one, other] = [createLimits(), createLimits()];
  for (let time = 0; time < 6; time += 1) await fail(one, asking);
  expect(await other.signIn(asking)).toEqual({ ok: true });
});
