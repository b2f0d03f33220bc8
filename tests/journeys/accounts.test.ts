import { expect, test } from "vitest";
import { disableAccount } from "#app/store/accounts.server.ts";
import { arrived, openBrowser, visit, WAYS } from "./browser.ts";
import { type Reply, senderFor } from "./forms.ts";
import { eventually, startSite } from "./harness.ts";
import { addPerson, newSession, PASSWORD, signIn } from "./people.ts";
import { wordsIn } from "./words.ts";

const site = await startSite();
const browser = await openBrowser();
const [en, ru] = [await wordsIn("en"), await wordsIn("ru")];
const anybody = senderFor(site, null);
const NEW_PASSWORD = "three herons on a roof";

/** A page without what differs from answer to answer: the nonce, and the address that was typed. */
function comparable({ status, headers, text }: Reply, typed: string) {
  const names = [...headers.keys()].filter((name) => name !== "date").sort();
  return { status, names, text: text.replaceAll(/nonce="[^"]*"/g, "nonce").replaceAll(typed, "TYPED") };
}

test("an unknown address, a wrong password and a disabled account get the same bytes", async () => {
  await addPerson(site, "known@example.org");
  const gone = await addPerson(site, "gone1@example.org");
  await site.store.write((tx) => disableAccount(tx, { accountId: gone.id, at: Date.now() }));
  const answers = [];
  for (const [email, password] of [
    ["known@example.org", "not this password"],
    ["nobod@example.org", "not this password"],
    ["gone1@example.org", PASSWORD],
  ] as const) {
    const reply = await anybody.post("/en/account/sign-in", [
      ["email", email],
      ["password", password],
      ["next", ""],
    ]);
    expect(reply.text).toContain(en("problems.sign-in-refused"));
    expect(reply.text).not.toContain(password);
    answers.push(comparable(reply, email));
  }
  expect(answers[0]?.status).toBe(422);
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test("signing up with a taken address shows the same page, and only its owner learns of it by mail", async () => {
  await addPerson(site, "taken@example.org");
  const form = (email: string) =>
    anybody.post("/en/account/sign-up", [
      ["name", "Anna Kavaleva"],
      ["email", email],
      ["password", NEW_PASSWORD],
    ]);
  const [taken, free] = [await form("taken@example.org"), await form("empty@example.org")];
  expect(taken.status).toBe(303);
  expect(taken.headers.get("location")).toBe("/en/account/sign-in?notice=registered");
  expect(comparable(taken, "taken@example.org")).toEqual(comparable(free, "empty@example.org"));
  expect(taken.headers.get("location")).toBe(free.headers.get("location"));
  expect(taken.headers.get("set-cookie")).toBeNull();

  const [mail, other] = await eventually("both mails are written", async () => {
    const mails = await site.mails();
    const found = ["taken@example.org", "empty@example.org"].map((to) => mails.find((one) => one.to.includes(to)));
    return found.every((one) => one !== undefined) && found;
  });
  expect(mail?.text).not.toBe(other?.text);
  const still = await anybody.post("/en/account/sign-in", [
    ["email", "taken@example.org"],
    ["password", NEW_PASSWORD],
  ]);
  expect(still.status, "the owner's password stands").toBe(422);
});

test("what is wrong with a sign-up is said at the top and beside each field, and what was typed is kept", async () => {
  const { page, goto, provoking } = await visit(browser, site, { javaScript: false });
  await goto("/ru/account/sign-up");
  await page.fill("[name=name]", "Anna 王");
  await page.fill("[name=email]", "anna@invalid");
  await page.fill("[name=password]", "short");
  await provoking(422, () => page.click("main form button[type=submit]"));
  const links = page.locator(".problem-summary a");
  expect(await links.allTextContents()).toEqual([
    ru("problems.name-letter-not-printable", { letter: "王" }),
    ru("problems.email-malformed"),
    ru("problems.password-too-short"),
  ]);
  for (const field of ["name", "email", "password"]) {
    const input = page.locator(`#${field}`);
    expect(await input.getAttribute("aria-invalid")).toBe("true");
    expect(await input.getAttribute("aria-describedby")).toContain(`${field}-problem`);
    expect(await page.locator(`#${field}-problem`).isVisible()).toBe(true);
  }
  expect(await page.inputValue("#name")).toBe("Anna 王");
  expect(await page.inputValue("#email")).toBe("anna@invalid");
  expect(await page.inputValue("#password")).toBe("");
});

test.each(WAYS)(
  "a forgotten password is chosen anew through the mail; the link works once, $way",
  async ({ javaScript }) => {
    const email = `forgot-${javaScript}@example.org`;
    const person = await addPerson(site, email, { language: "ru" });
    const visitor = await visit(browser, site, { javaScript });
    const { page } = visitor;
    const forgotten = (address: string) => anybody.post("/en/account/forgotten", [["email", address]]);
    const unknown = `nobody-${javaScript}@example.org`.padEnd(email.length, "x");
    expect(comparable(await forgotten(unknown), unknown).text).not.toContain("TYPED");

    await visitor.goto("/en/account/forgotten");
    await page.fill("[name=email]", email);
    await page.click("main form button[type=submit]");
    expect(await page.locator("main [role=status]").textContent()).toBe(en("account.forgottenDone"));
    const mail = await eventually("the mail is written", async () =>
      (await site.mails()).find(({ to }) => to.includes(email)),
    );
    expect((await site.mails()).some(({ to }) => to.includes(unknown))).toBe(false);
    const link = /http:\/\/\S+\/account\/reset\/\S+/.exec(mail.text)?.[0] ?? "";
    expect(link).toMatch(new RegExp(`^${site.origin}/ru/account/reset/[\\w-]{43}$`));

    await page.goto(link);
    await page.fill("[name=newPassword]", "short");
    await visitor.provoking(422, () => page.click("main form button[type=submit]"));
    expect(await page.locator("#newPassword-problem").textContent()).toBe(ru("problems.password-too-short"));
    await page.fill("[name=newPassword]", NEW_PASSWORD);
    await page.click("main form button[type=submit]");
    await arrived(page, "/ru/account/sign-in");
    expect(await page.locator("main [role=status]").textContent()).toBe(ru("account.resetDone"));

    const other = senderFor(site, person);
    expect((await other.get("/en/dashboard")).status, "every session has ended").toBe(302);
    await visitor.provoking(422, async () => {
      await signIn(visitor, { email });
      await page.locator(".problem-summary").waitFor();
    });
    await signIn(visitor, { email, password: NEW_PASSWORD });
    await arrived(page, "/ru/dashboard");

    const again = await visit(browser, site, { javaScript });
    await again.page.goto(link);
    await again.page.fill("[name=newPassword]", PASSWORD);
    await again.provoking(422, () => again.page.click("main form button[type=submit]"));
    expect(await again.page.locator(".problem-summary li").textContent()).toBe(ru("problems.reset-invalid"));
  },
);

test.each(WAYS)(
  "changing the password signs out every other device and keeps this one, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `change-${javaScript}@example.org`);
    const other = senderFor(site, { cookie: await newSession(site, person.id) });
    expect((await other.get("/en/dashboard")).status).toBe(200);
    const visitor = await visit(browser, site, { javaScript, person });
    const { page } = visitor;
    await visitor.goto("/en/account");
    await page.fill("[name=currentPassword]", "not this password");
    await page.fill("[name=newPassword]", NEW_PASSWORD);
    await visitor.provoking(422, () => page.getByRole("button", { name: en("account.change") }).click());
    expect(await page.locator("#currentPassword-problem").textContent()).toBe(en("problems.password-wrong"));
    expect((await other.get("/en/dashboard")).status).toBe(200);

    await page.fill("[name=currentPassword]", PASSWORD);
    await page.fill("[name=newPassword]", NEW_PASSWORD);
    await page.getByRole("button", { name: en("account.change") }).click();
    await page.getByText(en("account.passwordChanged")).waitFor();
    expect((await other.get("/en/dashboard")).status).toBe(302);
    await visitor.goto("/en/dashboard");
    expect(new URL(page.url()).pathname).toBe("/en/dashboard");
  },
);

test.each(WAYS)(
  "signing out ends the session on the server, here alone or everywhere, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `leave-${javaScript}@example.org`);
    const other = senderFor(site, { cookie: await newSession(site, person.id) });
    const visitor = await visit(browser, site, { javaScript, person });
    const { page } = visitor;
    await visitor.goto("/en/account");
    await page.getByRole("button", { name: en("account.signOutTitle"), exact: true }).click();
    await arrived(page, "/en/account/sign-in");
    expect(await page.locator("main [role=status]").textContent()).toBe(en("account.signedOut"));
    expect((await senderFor(site, person).get("/en/dashboard")).status, "a copy of the cookie is dead").toBe(302);
    expect((await other.get("/en/dashboard")).status).toBe(200);

    await signIn(visitor, { email: person.email });
    await arrived(page, "/en/dashboard");
    await visitor.goto("/en/account");
    await page.getByRole("button", { name: en("account.signOutEverywhere") }).click();
    await arrived(page, "/en/account/sign-in");
    expect((await other.get("/en/dashboard")).status).toBe(302);
    await visitor.goto("/en/dashboard");
    await arrived(page, "/en/account/sign-in");
  },
);

test.each(WAYS)(
  "a new name is for the next certificate, and a name that cannot be printed is refused, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `rename-${javaScript}@example.org`);
    const visitor = await visit(browser, site, { javaScript, person });
    const { page } = visitor;
    await visitor.goto("/en/account");
    await page.fill("[name=name]", "Аляксей Ў₽");
    await visitor.provoking(422, () => page.getByRole("button", { name: en("account.save"), exact: true }).click());
    expect(await page.locator("#name-problem").textContent()).toBe(en("problems.name-character", { character: "₽" }));
    expect(await page.inputValue("[name=name]")).toBe("Аляксей Ў₽");
    await page.fill("[name=name]", "Аляксей Ўладзіміравіч");
    await page.selectOption("[name=language]", "be");
    await page.getByRole("button", { name: en("account.save"), exact: true }).click();
    await page.getByText(en("account.profileSaved")).waitFor();
    expect(site.rows("select name, language from accounts where id = ?", person.id)).toEqual([
      { name: "Аляксей Ўладзіміравіч", language: "be" },
    ]);
  },
);

test("the sixth wrong password waits, and the page says how long", async () => {
  await addPerson(site, "guessed@example.org");
  const attempts = [];
  for (let guess = 1; guess <= 6; guess += 1) {
    attempts.push(
      await anybody.post("/en/account/sign-in", [
        ["email", "guessed@example.org"],
        ["password", `a wrong guess ${guess}`],
      ]),
    );
  }
  expect(attempts.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 429]);
  expect(attempts[5]?.text).toContain(en("problems.too-many-tries", { minutes: 15 }));
});

test("somebody who counts through the certificates is stopped, and told how long to wait", async () => {
  const replies = [];
  for (let code = 0; code <= 60; code += 1) {
    replies.push(await anybody.get(`/ru/verify/${String(code).padStart(20, "0")}`));
  }
  const last = replies.pop();
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([404]));
  expect(last?.status).toBe(429);
  expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(last?.text).toContain(ru("errors.limitTitle"));
});
