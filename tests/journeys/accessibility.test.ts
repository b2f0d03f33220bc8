/** Every kind of page, in three languages, two themes and at the width of a small phone. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BrowserContext, Page } from "playwright-core";
import { formatAidVersion } from "#app/domain/aid-version.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { listenTo, openBrowser } from "./browser.ts";
import { activityOf, at, course, fieldsFor, lessonAt, lessons, module as courseModule, sourceIds } from "./course.ts";
import { earnCertificate, readLessons, senderFor, startAttempt, takeQuiz } from "./forms.ts";
import { startSite } from "./harness.ts";
import { addPerson, PASSWORD, type Person } from "./people.ts";
import { pageFaults } from "./page-faults.ts";

const site = await startSite();
const browser = await openBrowser();

const learner = await addPerson(site, "learner@example.org", { name: "Аляксандра-Мікалаеўна Запарожская-Ўласенка" });
const ready = await addPerson(site, "ready@example.org");
const holder = await addPerson(site, "holder@example.org", { name: "Аляксандра-Мікалаеўна Запарожская-Ўласенка" });
const issuer = await addPerson(site, "issuer@example.org", { roles: ["issuer"] });
const author = await addPerson(site, "author@example.org", { roles: ["author"] });
const leaver = await addPerson(site, "leaver@example.org");

const genuine = await earnCertificate(site, holder, { language: "be" });
const revoked = await earnCertificate(site, await addPerson(site, "former@example.org"));
await senderFor(site, issuer).post(`/en/issuer/${revoked.id}`, [
  ["reason", "misconduct"],
  ["confirmation", revoked.number],
]);
await readLessons(senderFor(site, ready));
await takeQuiz(site, senderFor(site, ready));
await readLessons(senderFor(site, learner), 1);
const failed = await takeQuiz(site, senderFor(site, learner), { right: false });
const open = await startAttempt(senderFor(site, learner));
for (const lesson of [0, lessons.length - 1]) {
  for (const id of lessonAt(lesson).activities) {
    const { key } = activityOf(id);
    await senderFor(site, learner).post(at.lesson("en", lesson), [
      ["activity", id],
      ["answerId", crypto.randomUUID()],
      ...fieldsFor({ itemId: id, key }, { right: lesson === 0 }),
    ]);
  }
}

const [aid] = course.aids;
const aidPage = (lang: Language, version?: string) => paths.aid(lang, course.id, aid?.id ?? "", version);
const reportPage = (lang: Language) => paths.report(lang, course.id, courseModule.id, lessonAt(0).id);
const sendReport = async (at: string, text: string) => {
  const id = crypto.randomUUID();
  const sent = await senderFor(site, learner).post(reportPage("be"), [
    ["reportId", id],
    ["at", at],
    ["kind", "source"],
    ["text", text],
  ]);
  if (sent.status !== 303) throw new Error(`the report answered ${sent.status}`);
  return id;
};
const answered = await sendReport("", "Усё зразумела.");
await senderFor(site, author).post(paths.authorReports("en"), [
  ["reportId", answered],
  ["note", "Thank you. ".repeat(30)],
]);
const reported = await sendReport("s2.1", `Крыніца не адкрываецца: https://example.org/${"doŭhi-adras-".repeat(60)}`);
const previewOf = (lang: Language, folder: string, query: string) =>
  `${paths.authorPreview(lang, course.id, folder)}?${query}`;
const lessonFolder = `${courseModule.id}/${lessonAt(0).id}`;

interface PageKind {
  kind: string;
  as?: Person;
  path: (language: Language) => string;
  /** What the page answers; 200 when left out. */
  status?: number;
  /** What is done on the page before it is looked at, and what that answers. */
  act?: (page: Page) => Promise<unknown>;
  actStatus?: number;
}

const submit = (page: Page) => page.locator("main form button[type=submit]").last().click();

const kinds: PageKind[] = [
  { kind: "choice of language", path: () => "/" },
  { kind: "home", path: (lang) => `/${lang}` },
  { kind: "course, for a guest", path: at.course },
  { kind: "course, for a learner", as: learner, path: at.course },
  { kind: "welcome", path: at.welcome },
  { kind: "sheet to print", path: (lang) => aidPage(lang) },
  { kind: "sheet to print, up to date", path: (lang) => aidPage(lang, aid && formatAidVersion(aid.version)) },
  { kind: "sheet to print, unknown version", path: (lang) => aidPage(lang, "no-version") },
  { kind: "lesson with answered activities", as: learner, path: (lang) => at.lesson(lang, 0) },
  ...lessons.slice(1).map(
    (lesson, index): PageKind => ({
      kind: `lesson ${lesson.id}`,
      as: learner,
      path: (lang) => at.lesson(lang, index + 1),
    }),
  ),
  {
    kind: "lesson with an empty answer",
    as: learner,
    path: (lang) => at.lesson(lang, 1),
    act: (page) => page.locator(".activity button[type=submit]").first().click(),
  },
  { kind: "notes", as: learner, path: (lang) => paths.notes(lang, course.id) },
  { kind: "notes, none", as: holder, path: (lang) => paths.notes(lang, course.id) },
  {
    kind: "notes, about to be deleted",
    as: learner,
    path: (lang) => `${paths.notes(lang, course.id)}?deleteAll`,
  },
  { kind: "report", as: learner, path: (lang) => `${reportPage(lang)}?at=s2.1` },
  { kind: "report with problems", as: learner, path: reportPage, act: submit, actStatus: 422 },
  { kind: "report, sent", as: learner, path: (lang) => `${reportPage(lang)}?sent=${reported}` },
  { kind: "gallery", as: author, path: paths.authorGallery },
  {
    kind: "gallery with an answer",
    as: author,
    path: paths.authorGallery,
    act: async (page) => {
      await page.locator("#gallery-match select").first().selectOption({ index: 1 });
      await page.locator("#gallery-match button[type=submit]").click();
      await page.locator("#gallery-match .review-verdict").waitFor();
    },
  },
  { kind: "dashboard", as: learner, path: (lang) => `/${lang}/dashboard` },
  { kind: "dashboard with a certificate", as: holder, path: (lang) => `/${lang}/dashboard` },
  { kind: "quiz rules", as: learner, path: at.quiz },
  { kind: "attempt", as: learner, path: (lang) => at.attempt(lang, open) },
  {
    kind: "attempt with a warning",
    as: learner,
    path: (lang) => at.attempt(lang, open),
    act: (page) => page.click("button[value=submit]"),
    actStatus: 422,
  },
  { kind: "review", as: learner, path: (lang) => at.attempt(lang, failed) },
  { kind: "certificate, not yet", as: learner, path: at.certificate },
  {
    kind: "certificate with a problem",
    as: ready,
    path: at.certificate,
    async act(page) {
      await page.fill("[name=name]", "Anna 王");
      await submit(page);
    },
    actStatus: 422,
  },
  { kind: "certificate, issued", as: holder, path: at.certificate },
  {
    kind: "sign-in with a problem",
    path: (lang) => `/${lang}/account/sign-in?next=/${lang}/dashboard`,
    async act(page) {
      await page.fill("[name=email]", "nobody@example.org");
      await page.fill("[name=password]", "not this password");
      await submit(page);
    },
    actStatus: 422,
  },
  { kind: "sign-in with a notice", path: (lang) => `/${lang}/account/sign-in?notice=registered` },
  { kind: "sign-up", path: (lang) => `/${lang}/account/sign-up` },
  {
    kind: "sign-up with problems",
    path: (lang) => `/${lang}/account/sign-up`,
    async act(page) {
      await page.fill("[name=name]", "1");
      await page.fill("[name=email]", "nobody@invalid");
      await page.fill("[name=password]", "short");
      await submit(page);
    },
    actStatus: 422,
  },
  { kind: "forgotten password", path: (lang) => `/${lang}/account/forgotten` },
  {
    kind: "forgotten password, sent",
    path: (lang) => `/${lang}/account/forgotten`,
    async act(page) {
      await page.fill("[name=email]", `nobody-${await page.getAttribute("html", "lang")}@example.org`);
      await submit(page);
    },
  },
  { kind: "reset of a password", path: (lang) => `/${lang}/account/reset/${"A".repeat(43)}` },
  { kind: "settings", as: learner, path: (lang) => `/${lang}/account` },
  { kind: "sign-out", as: learner, path: (lang) => `/${lang}/account/sign-out` },
  { kind: "verify form", path: (lang) => `/${lang}/verify` },
  { kind: "verify form with a problem", path: (lang) => `/${lang}/verify?code=2026-000001-0` },
  { kind: "verify, genuine", path: (lang) => `/${lang}/verify/${genuine.verifyCode}` },
  { kind: "verify, from the QR code", path: () => `/verify/${genuine.verifyCode}` },
  { kind: "verify, by number", path: (lang) => `/${lang}/verify/${genuine.number}` },
  { kind: "verify, revoked", path: (lang) => `/${lang}/verify/${revoked.verifyCode}` },
  { kind: "verify, unknown", path: (lang) => `/${lang}/verify/00000000000000000000`, status: 404 },
  { kind: "register", as: issuer, path: (lang) => `/${lang}/issuer` },
  { kind: "register, nothing found", as: issuer, path: (lang) => `/${lang}/issuer?query=nobody` },
  { kind: "entry of the register", as: issuer, path: (lang) => `/${lang}/issuer/${genuine.id}` },
  {
    kind: "entry of the register with a problem",
    as: issuer,
    path: (lang) => `/${lang}/issuer/${genuine.id}`,
    act: submit,
    actStatus: 422,
  },
  { kind: "revoked entry of the register", as: issuer, path: (lang) => `/${lang}/issuer/${revoked.id}` },
  { kind: "state of the content", as: author, path: paths.author },
  {
    kind: "lesson beside its checks",
    as: author,
    path: (lang) => paths.authorPage(lang, course.id, `${courseModule.id}/${lessonAt(0).id}`),
  },
  { kind: "sources", as: author, path: paths.authorSources },
  { kind: "sources, none found", as: author, path: (lang) => `${paths.authorSources(lang)}?text=no+such+words` },
  {
    kind: "what rests on a source",
    as: author,
    path: (lang) => paths.authorSource(lang, course.id, sourceIds[0] ?? ""),
  },
  {
    kind: "a place on which nothing rests",
    as: author,
    path: (lang) => paths.authorSource(lang, course.id, sourceIds[0] ?? "", "Art. 999"),
  },
  { kind: "what is due", as: author, path: paths.authorDue },
  { kind: "reports", as: author, path: paths.authorReports },
  {
    kind: "reports, none found",
    as: author,
    path: (lang) => `${paths.authorReports(lang)}?lesson=${course.id}/${courseModule.id}/${lessons.at(-1)?.id}`,
  },
  {
    kind: "reports with a problem",
    as: author,
    path: paths.authorReports,
    async act(page) {
      await page.locator("details summary").first().click();
      await page
        .locator("textarea")
        .first()
        .evaluate((area) => area.removeAttribute("maxlength"));
      await page.locator("textarea").first().fill("x".repeat(2001));
      await page.locator("details button[type=submit]").first().click();
    },
    actStatus: 422,
  },
  { kind: "preview as a learner", as: author, path: (lang) => previewOf(lang, lessonFolder, "as=learner") },
  {
    kind: "preview for a reviewer, beside another language, at a report",
    as: author,
    path: (lang) => previewOf(lang, lessonFolder, `as=reviewer&in=be&beside=en&report=${reported}`),
  },
  { kind: "preview as printed", as: author, path: (lang) => previewOf(lang, lessonFolder, "as=print&in=ru") },
  {
    kind: "preview of a quiz for a reviewer",
    as: author,
    path: (lang) => previewOf(lang, `${courseModule.id}/quiz`, "as=reviewer&in=ru&beside=en"),
  },
  {
    kind: "form sent after the session has ended",
    as: leaver,
    path: (lang) => `/${lang}/account`,
    async act(page) {
      await page.context().clearCookies();
      await page.fill("[name=currentPassword]", PASSWORD);
      await page.fill("[name=newPassword]", "three herons on a roof");
      await page.click("button[value=password]");
    },
    actStatus: 401,
  },
  { kind: "page not found", path: (lang) => `/${lang}/no-such-page`, status: 404 },
  { kind: "page that is forbidden", as: learner, path: (lang) => `/${lang}/issuer`, status: 403 },
];

/** One page for each person and language; opening a new one for every kind would take most of the time. */
const pages = new Map<string, { page: Page; complaints: { text: string }[] }>();
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  for (const language of LANGUAGES) {
    for (const person of [null, learner, ready, holder, issuer, author, leaver]) {
      const context = await browser.newContext({ baseURL: site.origin, locale: language, reducedMotion: "reduce" });
      if (person) await context.addCookies([{ ...person.cookie, url: site.origin }]);
      contexts.push(context);
      const complaints = listenTo(context);
      pages.set(`${language} ${person?.id ?? ""}`, { page: await context.newPage(), complaints });
    }
  }
});
afterAll(async () => {
  for (const context of contexts) await context.close();
});

test.each(kinds)("nobody is shut out of the page: $kind", async ({ as, path, status = 200, act, actStatus = 200 }) => {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    const opened = pages.get(`${language} ${as?.id ?? ""}`);
    if (!opened) throw new Error("the page was not opened");
    const { page, complaints } = opened;
    const answer = await page.goto(path(language));
    expect(answer?.status()).toBe(status);
    await page.evaluate(() => document.fonts.ready);
    if (act) {
      const [answered] = await Promise.all([
        actStatus === 200 ? null : page.waitForResponse((response) => response.request().method() === "POST"),
        act(page),
      ]);
      if (answered) expect(answered.status()).toBe(actStatus);
      await page.waitForLoadState();
    }
    // The address in the QR code and the choice of language speak the browser's language.
    for (const fault of await pageFaults(page, language)) faults.push(`${language}: ${fault}`);
    const meant = new RegExp(`status of (${status === 200 ? actStatus : status}) `);
    for (const { text } of complaints.splice(0)) if (!meant.test(text)) faults.push(`${language}: ${text}`);
  }
  expect(faults).toEqual([]);
});
