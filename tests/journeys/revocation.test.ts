import { expect, test } from "vitest";
import { dateIn, formatDate } from "#app/domain/calendar-date.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { openBrowser, visit, WAYS } from "./browser.ts";
import { at } from "./course.ts";
import { earnCertificate, senderFor } from "./forms.ts";
import { startSite } from "./harness.ts";
import { addPerson } from "./people.ts";
import { wordsIn } from "./words.ts";

const site = await startSite();
const browser = await openBrowser();
const en = await wordsIn("en");
const issuer = await addPerson(site, "issuer@example.org", { roles: ["issuer"] });
const admin = await addPerson(site, "admin@example.org", { roles: ["admin"] });
const author = await addPerson(site, "author@example.org", { roles: ["author"] });

test.each(WAYS)(
  "an issuer revokes a certificate, and the check page says when and why in three languages, $way",
  async ({ javaScript }) => {
    const holder = await addPerson(site, `holder-${javaScript}@example.org`, { name: "Ганна Кавалёва" });
    const certificate = await earnCertificate(site, holder, { language: "be" });
    const visitor = await visit(browser, site, { javaScript, person: issuer });
    const { page } = visitor;
    await visitor.goto("/en");
    await page
      .getByRole("navigation")
      .getByRole("link", { name: en("site.issuer") })
      .click();
    await page.fill("[name=query]", "КАВАЛЕВА");
    await page.getByRole("button", { name: en("issuer.find") }).click();
    await page.getByRole("link", { name: certificate.number }).click();
    await page.waitForURL(`**/en/issuer/${certificate.id}`);

    const revoke = page.getByRole("button", { name: en("issuer.revoke") });
    await page.fill("[name=confirmation]", certificate.number);
    await visitor.provoking(422, () => revoke.click());
    expect(await page.locator("#reason-problem").textContent()).toBe(en("problems.reason-missing"));
    expect(await page.inputValue("[name=confirmation]")).toBe(certificate.number);

    await page.selectOption("[name=reason]", "misconduct");
    await page.fill("[name=confirmation]", "2026-000999-1");
    await visitor.provoking(422, () => revoke.click());
    expect(await page.locator("#confirmation-problem").textContent()).toBe(en("problems.confirm-mismatch"));
    expect(await page.locator("#confirmation").getAttribute("aria-invalid")).toBe("true");
    expect(await page.inputValue("[name=confirmation]")).toBe("2026-000999-1");
    expect(await page.inputValue("[name=reason]")).toBe("misconduct");
    expect(await eventsOf(certificate.id)).toEqual(["issued"]);

    await page.fill("[name=confirmation]", ` ${certificate.number.replaceAll("-", "–")} `);
    await revoke.click();
    await page.locator(".record", { hasText: en("issuer.revoked") }).waitFor();
    expect(await revoke.count()).toBe(0);
    expect(await eventsOf(certificate.id)).toEqual(["issued", "revoked"]);

    const today = dateIn("Europe/Minsk", Date.now());
    const stranger = await visit(browser, site, { javaScript });
    for (const language of LANGUAGES) {
      const words = await wordsIn(language);
      await stranger.goto(`/${language}/verify/${certificate.verifyCode}`);
      expect(await stranger.page.locator("h1").textContent()).toBe(words("verify.revoked"));
      const text = await stranger.page.locator("main").textContent();
      expect(text).toContain(words("verify.revokedText", { date: formatDate(today, language) }));
      expect(text).toContain(words("verify.revokedReason", { reason: words("reasons.misconduct") }));
      expect(text).toContain("Ганна Кавалёва");
      await stranger.goto(`/${language}/verify/${certificate.number}`);
      expect(await stranger.page.locator("h1").textContent()).toBe(words("verify.revoked"));
      expect(await stranger.page.locator("main").textContent()).not.toContain("Ганна");
    }
  },
);

test("a certificate that was revoked stays revoked: revoking it again is refused", async () => {
  const certificate = await earnCertificate(site, await addPerson(site, "once@example.org"));
  const form: [string, string][] = [
    ["reason", "issued-in-error"],
    ["confirmation", certificate.number],
  ];
  const sender = senderFor(site, issuer);
  expect((await sender.post(`/en/issuer/${certificate.id}`, form)).status).toBe(303);
  const again = await sender.post(`/en/issuer/${certificate.id}`, form);
  expect(again.status).toBe(422);
  expect(again.text).toContain(en("problems.already-revoked"));
  expect(await eventsOf(certificate.id)).toEqual(["issued", "revoked"]);
});

test("the holder of a revoked certificate is not told that it is in order", async () => {
  const holder = await addPerson(site, "unlucky@example.org");
  const certificate = await earnCertificate(site, holder);
  await senderFor(site, issuer).post(`/en/issuer/${certificate.id}`, [
    ["reason", "holder-request"],
    ["confirmation", certificate.number],
  ]);
  const { page, goto } = await visit(browser, site, { person: holder });
  for (const path of [at.certificate("en"), at.course("en"), "/en/dashboard"]) {
    await goto(path);
    const text = await page.locator("main").textContent();
    expect(text, path).toMatch(/revoked/);
    expect(text, path).not.toContain(en("left.issued"));
  }
});

test.each(LANGUAGES)("a learner and an author get 403 for the register, in words: %s", async (language) => {
  const words = await wordsIn(language);
  for (const person of [await addPerson(site, `learner-${language}@example.org`), author]) {
    const visitor = await visit(browser, site, { person });
    await visitor.provoking(403, () => visitor.goto(`/${language}/issuer`));
    expect(await visitor.page.locator("h1").textContent()).toBe(words("errors.forbiddenTitle"));
    expect(await visitor.page.getAttribute("html", "lang")).toBe(language);
  }
});

test("an administrator reads the register and revokes nothing", async () => {
  const certificate = await earnCertificate(site, await addPerson(site, "safe@example.org"));
  const sender = senderFor(site, admin);
  const entry = await sender.get(`/en/issuer/${certificate.id}`);
  expect(entry.status).toBe(200);
  expect(entry.text).not.toContain(en("issuer.revokeText", { number: certificate.number, name: "Anna Kavaleva" }));
  const tried = await sender.post(`/en/issuer/${certificate.id}`, [
    ["reason", "misconduct"],
    ["confirmation", certificate.number],
  ]);
  expect(tried.status).toBe(403);
  expect(await eventsOf(certificate.id)).toEqual(["issued"]);
});

async function eventsOf(certificateId: string): Promise<string[]> {
  return site
    .rows<{ kind: string }>(
      "select kind from certificate_events where certificate_id = ? order by happened_at",
      certificateId,
    )
    .map(({ kind }) => kind);
}
