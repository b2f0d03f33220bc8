import { expect, test } from "vitest";
import { requestPasswordReset } from "#app/commands/request-password-reset.server.ts";
import { resetPassword } from "#app/commands/reset-password.server.ts";
import { signIn } from "#app/commands/sign-in.server.ts";
import { createSessions } from "#app/session/sessions.server.ts";
import { disableAccount } from "#app/store/accounts.server.ts";
import { verifyAuditTrail } from "#app/store/audit.server.ts";
import { passwordResets } from "#app/store/schema.server.ts";
import { MINUTE, NETWORK, PASSWORD, sentBack, smallInstallation } from "../session/small-installation.ts";

const NEW = "a loud lake in July";
const asked = { email: "anna@example.org", network: NETWORK };
const invalid = { ok: false, problems: [{ code: "reset-invalid" }] };

async function withLink({ language = "en" } = {}) {
  const installation = await smallInstallation();
  const account = await installation.person("anna@example.org", { language });
  await requestPasswordReset(installation.services, asked);
  const mail = (await installation.mails())[0];
  const token = /\/account\/reset\/(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
  return { ...installation, account, token, mail };
}

test("the link of the mail sets a new password, once, and ends every session", async () => {
  const { services, token } = await withLink();
  const signedIn = await signIn(services, { ...asked, password: PASSWORD, cookieHeader: null });
  if (!signedIn.ok) throw new Error("refused");
  expect(await resetPassword(services, { token, newPassword: NEW, network: NETWORK })).toEqual({
    ok: true,
    value: null,
  });
  expect(await resetPassword(services, { token, newPassword: PASSWORD, network: NETWORK })).toEqual(invalid);
  expect(await createSessions(services).read(sentBack(signedIn.value.cookie))).toBeNull();
  expect(await signIn(services, { ...asked, password: PASSWORD, cookieHeader: null })).toMatchObject({ ok: false });
  expect(await signIn(services, { ...asked, password: NEW, cookieHeader: null })).toMatchObject({ ok: true });
});

test("ten tabs with one link set one password", async () => {
  const { services, token } = await withLink();
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, tab) =>
      resetPassword(services, { token, newPassword: `${NEW} ${tab}`, network: NETWORK }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test("the mail is in the language of the account, with a link of this site", async () => {
  const { mail, token } = await withLink({ language: "be" });
  expect(mail?.to).toBe("anna@example.org");
  expect(mail?.text).toContain(`https://learn.example.org/be/account/reset/${token}\n`);
  expect(mail?.text).toContain("30 хвілін");
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test("the link dies after thirty minutes", async () => {
  const { services, token, clock } = await withLink();
  clock.now += 30 * MINUTE;
  expect(await resetPassword(services, { token, newPassword: NEW, network: NETWORK })).toEqual(invalid);
});

test("a password that is refused leaves the link alive", async () => {
  const { services, token } = await withLink();
  for (const [newPassword, code] of [
    ["short", "password-too-short"],
    ["the lake of anna", "password-contains-personal"],
  ] as const) {
    expect(await resetPassword(services, { token, newPassword, network: NETWORK })).toMatchObject({
      problems: [{ code, field: "newPassword" }],
    });
  }
  expect(await resetPassword(services, { token, newPassword: NEW, network: NETWORK })).toMatchObject({ ok: true });
});

test("a row of the database is no link", async () => {
  const { services, token } = await withLink();
  const [row] = await services.store.read((db) => db.select().from(passwordResets));
  expect(row?.id).toMatch(/^[0-9a-f]{64}$/);
  for (const stolen of [row?.id ?? "", row?.accountId ?? "", token.slice(1), `${token}A`, "", "../x"]) {
    expect(await resetPassword(services, { token: stolen, newPassword: NEW, network: NETWORK })).toEqual(invalid);
  }
});

test("a known, an unknown and a disabled address get one answer; only the first gets a mail", async () => {
  const { services, person, clock, mails } = await smallInstallation();
  await person("anna@example.org");
  const gone = await person("gone@example.org");
  await services.store.write((tx) => disableAccount(tx, { accountId: gone.id, at: clock.now }));
  const answers = [];
  for (const email of ["anna@example.org", "nobody@example.org", "gone@example.org"]) {
    answers.push(await requestPasswordReset(services, { email, network: NETWORK }));
  }
  expect(answers).toEqual(Array(3).fill({ ok: true, value: null }));
  expect((await mails()).map(({ to }) => to)).toEqual(["anna@example.org"]);
  expect(await services.store.read(verifyAuditTrail)).toMatchObject({ value: { length: 3 } });
});

test("a link of an account that was disabled since opens nothing", async () => {
  const { services, token, account, clock } = await withLink();
  await services.store.write((tx) => disableAccount(tx, { accountId: account.id, at: clock.now }));
  expect(await resetPassword(services, { token, newPassword: NEW, network: NETWORK })).toEqual(invalid);
});

test("nobody's mailbox is flooded with links", async () => {
  const { services, mails } = await withLink();
  for (let time = 0; time < 2; time += 1) await requestPasswordReset(services, asked);
  expect(await requestPasswordReset(services, asked)).toMatchObject({ problems: [{ code: "too-many-tries" }] });
  expect(await mails()).toHaveLength(3);
});
