import { expect, test } from "vitest";
import { readEmailAddress } from "#app/domain/email-address.ts";

test.each([
  ["Anna.Kavaleva@Example.ORG", "anna.kavaleva@example.org"],
  ["  anna@example.org\n", "anna@example.org"],
  ["o'neil+courses@mail.example.co.uk", "o'neil+courses@mail.example.co.uk"],
  ["ганна@пошта.бел", "ганна@пошта.бел"],
  ["Й@example.org".normalize("NFD"), "й@example.org".normalize("NFC")],
  [`${"a".repeat(64)}@example.org`, `${"a".repeat(64)}@example.org`],
])("%j is found as %j", (typed, stored) => {
  expect(readEmailAddress(typed)).toEqual({ ok: true, value: stored });
});

test.each([
  "",
  "anna",
  "@example.org",
  "anna@",
  "anna@localhost",
  "anna@@example.org",
  "anna@example..org",
  "anna@-example.org",
  "anna@example.org-",
  "anna@192.168.1.1",
  "anna@[192.168.1.1]",
  "anna b@example.org",
  ".anna@example.org",
  "anna..b@example.org",
  "anna@example.org, bob@example.org",
  "anna@example.org\r\nBcc: bob@example.org",
  "Anna <anna@example.org>",
  '"anna"@example.org',
  "anna@exam\u200bple.org",
  "anna\u0000@example.org",
  `${"a".repeat(65)}@example.org`,
  `a@${`${"b".repeat(60)}.`.repeat(5)}org`,
])("%j is no address", (typed) => {
  expect(readEmailAddress(typed)).toMatchObject({ ok: false, problems: [{ code: "email-malformed", field: "email" }] });
});

test("reading an address that was read changes nothing", () => {
  for (const typed of ["İ@example.org", "ǅ@Example.org", "STRASSE@EXAMPLE.ORG", "ΌΣΟΣ@example.org"]) {
    const once = readEmailAddress(typed);
    expect(once.ok && readEmailAddress(once.value)).toEqual(once);
  }
});
