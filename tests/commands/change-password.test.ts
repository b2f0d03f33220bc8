import { expect, test } from "vitest";
import { changePassword } from "#app/commands/change-password.server.ts";
import { requestPasswordReset } from "#app/commands/request-password-reset.server.ts";
import { resetPassword } from "#app/commands/reset-password.server.ts";
import { signIn } from "#app/commands/sign-in.server.ts";
import { createSessions } from "#app/session/sessions.server.ts";
import { NETWORK, PASSWORD, sentBack, smallInstallation } from "../session/small-installation.ts";

const NEW = "a loud lake in July";
const form = { email: "anna@example.org", password: PASSWORD, network: NETWORK, cookieHeader: null };

test("whoever knows the current password changes it: other devices are out, this one stays, the owner is told", async () => {
  const { services, person, mails } = await smallInstallation();
  const { id: accountId } = await person("anna@example.org");
  const elsewhere = await signIn(services, form);
  if (!elsewhere.ok) throw new Error("refused");
  const changed = await changePassword(services, { accountId, currentPassword: PASSWORD, newPassword: NEW });
  if (!changed.ok) throw new Error("refused");
  const sessions = createSessions(services);
  expect(await sessions.read(sentBack(elsewhere.value.cookie))).toBeNull();
  expect(await sessions.read(sentBack(changed.value.cookie))).not.toBeNull();
  expect(await signIn(services, form)).toMatchObject({ ok: false });
  expect(await signIn(services, { ...form, password: NEW })).toMatchObject({ ok: true });
  expect((await mails()).map(({ to }) => to)).toEqual(["anna@example.org"]);
});

test("a wrong current password changes nothing, and cannot be tried for ever", async () => {
  const { services, person } = await smallInstallation();
  const { id: accountId } = await person("anna@example.org");
  for (let time = 0; time < 5; time += 1) {
    expect(await changePassword(services, { accountId, currentPassword: "guess", newPassword: NEW })).toEqual({
      ok: false,
      problems: [{ code: "password-wrong", field: "currentPassword" }],
    });
  }
  expect(await changePassword(services, { accountId, currentPassword: PASSWORD, newPassword: NEW })).toMatchObject({
    problems: [{ code: "too-many-tries" }],
  });
  expect(await signIn(services, form)).toMatchObject({ ok: true });
});

test("a new password that holds the address is refused beside its field", async () => {
  const { services, person } = await smallInstallation();
  const { id: accountId } = await person("anna@example.org");
  expect(
    await changePassword(services, { accountId, currentPassword: PASSWORD, newPassword: "the lake of anna" }),
  ).toMatchObject({
    problems: [{ code: "password-contains-personal", field: "newPassword" }],
  });
});

test("a link that was mailed before the change is dead after it", async () => {
  const { services, person, mails } = await smallInstallation();
  const { id: accountId } = await person("anna@example.org");
  await requestPasswordReset(services, { email: "anna@example.org", network: NETWORK });
  const token = /reset\/(\S+)/.exec((await mails())[0]?.text ?? "")?.[1] ?? "";
  await changePassword(services, { accountId, currentPassword: PASSWORD, newPassword: NEW });
  expect(await resetPassword(services, { token, newPassword: "a third lake in May", network: NETWORK })).toMatchObject({
    problems: [{ code: "reset-invalid" }],
  });
});

test("of two changes at once one counts", async () => {
  const { services, person } = await smallInstallation();
  const { id: accountId } = await person("anna@example.org");
  const answers = await Promise.all(
    [NEW, "a third lake in May"].map((newPassword) =>
      changePassword(services, { accountId, currentPassword: PASSWORD, newPassword }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});
