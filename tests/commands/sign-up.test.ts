import { expect, test } from "vitest";
import { signIn } from "#app/commands/sign-in.server.ts";
import { signUp } from "#app/commands/sign-up.server.ts";
import { findAccountByEmail, listAccounts } from "#app/store/accounts.server.ts";
import { verifyAuditTrail } from "#app/store/audit.server.ts";
import { NETWORK, smallInstallation } from "../session/small-installation.ts";

const form = {
  name: "  Анна   Кавалёва ",
  email: "Anna@Example.org",
  password: "another quiet lake",
  language: "be" as const,
  network: NETWORK,
};

test("whoever signs up can sign in, and is greeted by mail", async () => {
  const { services, mails } = await smallInstallation();
  expect(await signUp(services, form)).toEqual({ ok: true, value: null });
  const account = await services.store.read((db) => findAccountByEmail(db, "anna@example.org"));
  expect(account).toMatchObject({ name: "Анна Кавалёва", language: "be", demo: false, disabledAt: null });
  expect(await signIn(services, { ...form, cookieHeader: null })).toMatchObject({
    ok: true,
    value: { language: "be" },
  });
  const [mail] = await mails();
  expect(mail?.to).toBe("anna@example.org");
  expect(mail?.text).toContain("https://learn.example.org/be/account/sign-in");
});

test("a taken address gets the same answer, keeps its password, and its owner is told", async () => {
  const { services, person, mails } = await smallInstallation();
  const account = await person("anna@example.org");
  expect(await signUp(services, form)).toEqual({ ok: true, value: null });
  expect(await services.store.read((db) => findAccountByEmail(db, "anna@example.org"))).toMatchObject(account);
  const [mail] = await mails();
  expect(mail?.text).toContain("Такі запіс ужо ёсць");
});

test("the mails hold nothing that the form said", async () => {
  const { services, mails } = await smallInstallation();
  await signUp(services, { ...form, name: "Buy at cheap.example" });
  expect((await mails()).map(({ text }) => text.includes("cheap"))).toEqual([false]);
});

test("everything that is wrong with the form is told at once, beside its field", async () => {
  const { services, mails } = await smallInstallation();
  const answer = await signUp(services, { ...form, name: "A", email: "anna", password: "short" });
  expect(answer.ok ? [] : answer.problems.map(({ code, field }) => [code, field])).toEqual([
    ["name-empty", "name"],
    ["email-malformed", "email"],
    ["password-too-short", "password"],
  ]);
  expect(await mails()).toEqual([]);
});

test("two tabs that sign up at once make one account", async () => {
  const { services } = await smallInstallation();
  const answers = await Promise.all([signUp(services, form), signUp(services, form), signUp(services, form)]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await services.store.read((db) => listAccounts(db, { limit: 9 }))).toHaveLength(1);
  expect(await services.store.read(verifyAuditTrail)).toMatchObject({ ok: true, value: { length: 3 } });
});

test("an address is not flooded with mails", async () => {
  const { services, mails } = await smallInstallation();
  for (let time = 0; time < 3; time += 1) await signUp(services, form);
  expect(await signUp(services, form)).toEqual({
    ok: false,
    problems: [{ code: "too-many-tries", values: { minutes: 60 } }],
  });
  expect(await mails()).toHaveLength(3);
});
