import { expect, test } from "vitest";
import { signIn } from "#app/commands/sign-in.server.ts";
import { signOut } from "#app/commands/sign-out.server.ts";
import { signOutEverywhere } from "#app/commands/sign-out-everywhere.server.ts";
import { createSessions } from "#app/session/sessions.server.ts";
import { NETWORK, PASSWORD, sentBack, smallInstallation } from "../session/small-installation.ts";

async function twoDevices() {
  const installation = await smallInstallation();
  const account = await installation.person("anna@example.org");
  const cookies: string[] = [];
  for (let device = 0; device < 2; device += 1) {
    const answer = await signIn(installation.services, {
      email: "anna@example.org",
      password: PASSWORD,
      network: NETWORK,
      cookieHeader: null,
    });
    if (answer.ok) cookies.push(sentBack(answer.value.cookie));
  }
  const sessions = createSessions(installation.services);
  return {
    ...installation,
    account,
    cookies,
    alive: () => Promise.all(cookies.map(async (one) => (await sessions.read(one)) !== null)),
  };
}

test("a cookie that was signed out is dead, also as a copy; the other device stays", async () => {
  const { services, cookies, alive } = await twoDevices();
  const { cookie } = await signOut(services, { cookieHeader: cookies[0] ?? null });
  expect(cookie).toBe("__Host-waymark=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
  expect(await alive()).toEqual([false, true]);
});

test("signing out twice, or without a session, does no harm", async () => {
  const { services, cookies, alive } = await twoDevices();
  await signOut(services, { cookieHeader: cookies[0] ?? null });
  await signOut(services, { cookieHeader: cookies[0] ?? null });
  await signOut(services, { cookieHeader: null });
  expect(await alive()).toEqual([false, true]);
});

test("signing out everywhere ends the sessions of every device", async () => {
  const { services, account, alive } = await twoDevices();
  await signOutEverywhere(services, { accountId: account.id });
  expect(await alive()).toEqual([false, false]);
});
