import { expect, test } from "vitest";
import { changeProfile } from "#app/commands/change-profile.server.ts";
import { findAccountById } from "#app/store/accounts.server.ts";
import { smallInstallation } from "../session/small-installation.ts";

test("name and language change, and nothing else", async () => {
  const { services, person } = await smallInstallation();
  const account = await person("anna@example.org");
  expect(await changeProfile(services, { accountId: account.id, name: " Ганна  Ўласенка ", language: "be" })).toEqual({
    ok: true,
    value: { name: "Ганна Ўласенка" },
  });
  expect(await services.store.read((db) => findAccountById(db, account.id))).toEqual({
    ...account,
    disabledAt: null,
    name: "Ганна Ўласенка",
    language: "be",
  });
});

test("a name that cannot be printed and a language that we lack are told together, and change nothing", async () => {
  const { services, person } = await smallInstallation();
  const account = await person("anna@example.org");
  const answer = await changeProfile(services, { accountId: account.id, name: "張偉", language: "fr" });
  expect(answer.ok ? [] : answer.problems.map(({ code, field }) => [code, field])).toEqual([
    ["name-letter-not-printable", "name"],
    ["language-unknown", "language"],
  ]);
  expect(await services.store.read((db) => findAccountById(db, account.id))).toMatchObject(account);
});
