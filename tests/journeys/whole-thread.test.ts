/** The thread on which everything hangs: an official signs up and leaves with a certificate that a stranger verifies. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { arrived, openBrowser, visit, WAYS } from "./browser.ts";
import { activityOf, at, course, fieldsFor, lessonAt, lessons, textsIn } from "./course.ts";
import { earnCertificate, itemsOf, senderFor } from "./forms.ts";
import { startSite } from "./harness.ts";
import { addPerson, PASSWORD, signIn } from "./people.ts";
import { fillFields } from "./quiz-form.ts";
import { wordsIn } from "./words.ts";

const site = await startSite();
const browser = await openBrowser();
const [en, ru] = [await wordsIn("en"), await wordsIn("ru")];

const NAME = "Алёна Ўладзіміраўна Кавалёва";

test.each(WAYS)(
  "an official signs up, learns in two languages and leaves with a certificate that verifies, $way",
  async ({ javaScript }) => {
    const email = `alena-${javaScript ? "script" : "plain"}@example.org`;
    const visitor = await visit(browser, site, { javaScript });
    const { page } = visitor;

    await visitor.goto("/en");
    await page
      .getByRole("navigation")
      .getByRole("link", { name: en("site.signUp") })
      .click();
    await page.fill("[name=name]", "Alena Kavaliova");
    await page.fill("[name=email]", email);
    await page.fill("[name=password]", PASSWORD);
    await page.getByRole("button", { name: en("account.signUpSubmit") }).click();
    await arrived(page, "/en/account/sign-in");
    expect(await page.locator("main [role=status]").textContent()).toBe(en("account.signUpDone"));
    await signIn(visitor, { email });
    await arrived(page, "/en/dashboard");

    await page.getByRole("link", { name: course.title.en }).click();
    await page.getByRole("link", { name: en("course.start") }).click();
    await arrived(page, at.welcome("en"));
    await page.getByRole("link", { name: en("lesson.next", { title: lessonAt(0).title.en }) }).click();
    await arrived(page, at.lesson("en", 0));
    await expect.poll(() => heading(page)).toBe(lessonAt(0).title.en);
    await answerFirstActivity(page);
    await page.getByRole("button", { name: en("lesson.complete") }).click();

    await arrived(page, at.lesson("en", 1));
    await page.getByRole("link", { name: "Русский" }).click();
    await arrived(page, at.lesson("ru", 1));
    expect(await heading(page)).toBe(lessonAt(1).title.ru);
    expect(await page.getAttribute("html", "lang")).toBe("ru");
    for (let index = 1; index < lessons.length; index += 1) {
      await arrived(page, at.lesson("ru", index));
      await page.getByRole("button", { name: ru("lesson.complete") }).click();
    }

    await arrived(page, at.quiz("ru"));
    await page.getByRole("button", { name: ru("quiz.start") }).click();
    await page.waitForURL(`**${at.quiz("ru")}/*`);
    const items = itemsOf(site, page.url().split("/").pop() ?? "");
    for (const item of items) await fillFields(page, item, fieldsFor(item));
    await page.getByRole("button", { name: ru("quiz.submit") }).click();
    await page.waitForSelector(".review-summary");
    expect(await heading(page)).toBe(ru("quiz.passedTitle", { percent: 100 }));
    expect(await page.locator(".review-summary.is-right").count()).toBe(items.length);
    await expectReasonsAndSources(
      page,
      items.map(({ itemId }) => itemId),
    );

    await page
      .locator("main")
      .getByRole("link", { name: ru("lesson.backToCourse") })
      .click();
    await page.getByRole("link", { name: ru("course.toCertificate") }).click();
    await arrived(page, at.certificate("ru"));
    await page.fill("[name=name]", "Алёна 王");
    await visitor.provoking(422, () => page.getByRole("button", { name: ru("certificate.confirm") }).click());
    expect(await page.locator("#name-problem").textContent()).toBe(
      ru("problems.name-letter-not-printable", { letter: "王" }),
    );
    expect(await page.inputValue("[name=name]")).toBe("Алёна 王");
    await page.fill("[name=name]", `  ${NAME} `);
    await page.getByRole("button", { name: ru("certificate.confirm") }).click();
    const download = page.getByRole("link", { name: ru("certificate.download") });
    await download.waitFor();
    expect(await page.locator(".record").textContent()).toContain(NAME);
    const number = (await page.locator(".record dd").first().textContent()) ?? "";
    expect(number).toMatch(/^\d{4}-\d{6}-[\dX]$/);
    const [pdf, again] = [await downloaded(page), await downloaded(page)];
    expect(pdf.subarray(0, 4).toString("latin1")).toBe("%PDF");
    expect(again.equals(pdf), "the second download is byte for byte the first").toBe(true);

    const verifyUrl = (await page.locator("a.address").getAttribute("href")) ?? "";
    const stranger = await visit(browser, site, { javaScript });
    await stranger.page.goto(verifyUrl);
    expect(await heading(stranger.page)).toBe(en("verify.genuine"));
    const shown = await stranger.page.locator("main").textContent();
    expect(shown).toContain(NAME);
    expect(shown).toContain(number);

    await stranger.goto("/en/verify");
    await check(stranger.page, number.replaceAll("-", " "));
    expect(await heading(stranger.page)).toBe(en("verify.genuine"));
    expect(await stranger.page.content()).not.toContain("Кавалёва");

    const mistyped = number.slice(0, -1) + (number.endsWith("1") ? "2" : "1");
    await stranger.goto("/en/verify");
    await check(stranger.page, mistyped);
    expect(await stranger.page.locator("#code-problem").textContent()).toBe(en("problems.number-mistyped"));
    expect(await stranger.page.inputValue("[name=code]")).toBe(mistyped);

    await stranger.provoking(404, () => stranger.goto("/verify/00000000000000000000"));
    expect(await heading(stranger.page)).toBe(en("verify.unknown"));
  },
);

test("the address in the QR code answers in the language that the stranger's browser asks for", async () => {
  const stranger = await visit(browser, site, { locale: "be-BY" });
  await stranger.provoking(404, () => stranger.goto("/verify/00000000000000000000"));
  // Only then has the browser's script taken the page over.
  await stranger.page.waitForLoadState("networkidle");
  expect(await heading(stranger.page)).toBe((await wordsIn("be"))("verify.unknown"));
  expect(await stranger.page.getAttribute("html", "lang")).toBe("be");
});

test("a later change of the holder's name changes not a byte of the certificate", async () => {
  const person = await addPerson(site, "renamed@example.org", { name: "Ганна Кавалёва" });
  const { id, verifyCode } = await earnCertificate(site, person, { language: "be" });
  const sender = senderFor(site, person);
  const before = await sender.get(`/certificates/${id}.pdf`);
  expect(before.headers.get("content-type")).toBe("application/pdf");
  await sender.post("/be/account", [
    ["intent", "profile"],
    ["name", "Ганна Новая"],
    ["language", "ru"],
  ]);
  expect((await sender.get(`/certificates/${id}.pdf`)).text).toBe(before.text);
  expect((await senderFor(site, null).get(`/be/verify/${verifyCode}`)).text).toContain("Ганна Кавалёва");
});

function heading(page: Page) {
  return page.locator("h1").textContent();
}

async function check(page: Page, code: string) {
  await page.fill("[name=code]", code);
  await page.getByRole("button", { name: en("verify.submit") }).click();
  await page.waitForLoadState();
}

/** Answers the first question of lesson 1 wrongly: the reason given belongs to the answer, and the source is named. */
async function answerFirstActivity(page: Page) {
  const activity = activityOf(lessonAt(0).activities[0] ?? "");
  const [field] = fieldsFor({ itemId: activity.id, key: activity.key }, { right: false });
  const [name, option] = field ?? [];
  const frame = page.locator(`#${activity.id}`);
  expect(await frame.locator(".reason").count()).toBe(0);
  await frame.locator(`[name="${name}"][value="${option}"]`).check();
  await frame.getByRole("button", { name: en("activity.check") }).click();
  await frame.locator(".review-summary").waitFor();
  expect(await frame.locator(".review-verdict").textContent()).toBe(en("activity.none"));
  const reason = await frame.locator(".option-wrong .reason").textContent();
  for (const words of textsIn(activity.feedback.en.parts[option ?? ""] ?? [])) expect(reason).toContain(words);
  expect(await frame.locator(".review-summary cite a").getAttribute("href")).toMatch(/^https:\/\//);
}

async function expectReasonsAndSources(page: Page, itemIds: string[]) {
  for (const id of itemIds) {
    const frame = page.locator(`#${id}`);
    const text = (await frame.textContent()) ?? "";
    for (const reason of Object.values(activityOf(id).feedback.ru.parts)) {
      for (const words of textsIn(reason)) expect(text).toContain(words);
    }
    expect(await frame.locator(".review-summary cite a[href^='https://']").count()).toBeGreaterThan(0);
  }
}

async function downloaded(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: ru("certificate.download") }).click(),
  ]);
  return readFile(await download.path());
}
