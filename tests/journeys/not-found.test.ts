import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { openBrowser, visit } from "./browser.ts";
import { at, course, module } from "./course.ts";
import { senderFor } from "./forms.ts";
import { startSite } from "./harness.ts";
import { addPerson } from "./people.ts";
import { wordsIn } from "./words.ts";

const site = await startSite();
const browser = await openBrowser();
const person = await addPerson(site, "lost@example.org", { roles: ["issuer"] });

const missing: { what: string; path: (language: Language) => string }[] = [
  { what: "a page", path: (language) => `/${language}/no-such-page` },
  { what: "a deep page", path: (language) => `/${language}/no/such/page/at/all` },
  { what: "a course", path: (language) => `/${language}/courses/no-such-course` },
  { what: "a course's welcome page", path: (language) => `/${language}/courses/no-such-course/welcome` },
  { what: "a course's certificate page", path: (language) => `/${language}/courses/no-such-course/certificate` },
  { what: "a module's quiz", path: (language) => `${at.course(language)}/no-such-module/quiz` },
  { what: "a lesson", path: (language) => `${at.course(language)}/${module.id}/no-such-lesson` },
  { what: "a lesson of another module", path: (language) => `${at.course(language)}/no-such-module/words-that-matter` },
  { what: "a sheet to print", path: (language) => `${at.course(language)}/aids/no-such-sheet` },
  { what: "a sheet to print of no course", path: (language) => `/${language}/courses/no-such-course/aids/constructor` },
  { what: "an attempt", path: (language) => at.attempt(language, randomUUID()) },
  { what: "an entry of the register", path: (language) => `/${language}/issuer/${randomUUID()}` },
  { what: "a name of every object", path: (language) => `/${language}/courses/__proto__` },
  { what: "a name of every object, for a lesson", path: (language) => `${at.course(language)}/constructor/toString` },
];

test.each(missing)("what does not exist is a 404 in the reader's language: $what", async ({ path }) => {
  const sender = senderFor(site, person);
  for (const language of LANGUAGES) {
    const words = await wordsIn(language);
    const { status, text } = await sender.get(path(language), { "Accept-Language": "fr" });
    expect(status).toBe(404);
    expect(text).toContain(`<html lang="${language}"`);
    expect(text).toContain(`<h1>${words("errors.notFoundTitle")}</h1>`);
  }
});

test.each(LANGUAGES)(
  "a form sent to what does not exist gets its 404 in the reader's language: %s",
  async (language) => {
    const words = await wordsIn(language);
    const { status, text } = await senderFor(site, person).post(at.attempt(language, randomUUID()), [
      ["intent", "save"],
    ]);
    expect(status).toBe(404);
    expect(text).toContain(`<html lang="${language}"`);
    expect(text).toContain(`<h1>${words("errors.notFoundTitle")}</h1>`);
  },
);

test.each(LANGUAGES)("an unknown verify code is a 404 that says “not issued by us”: %s", async (language) => {
  const words = await wordsIn(language);
  const { status, text } = await senderFor(site, null).get(`/${language}/verify/00000-00000-00000-00000`);
  expect(status).toBe(404);
  expect(text).toContain(`<h1>${words("verify.unknown")}</h1>`);
});

test.each([
  ["/xx/", "be-BY,be;q=0.9", "be"],
  ["/xx/dashboard", "ru", "ru"],
  ["/EN/dashboard", "de", "en"],
  ["/certificates/nothing.pdf", "be", "be"],
  [`/certificates/${randomUUID()}.pdf`, "ru", "ru"],
  ["/robots", "en", "en"],
  ["/aids/no-such-course/no-such-sheet?v=7K2QZD-1", "be", "be"],
  ["/aids/labour-migration/constructor", "ru", "ru"],
] as const)("%s has no language of ours in it, and its 404 speaks the browser's", async (path, accepts, language) => {
  const words = await wordsIn(language);
  const { status, text } = await senderFor(site, person).get(path, { "Accept-Language": accepts });
  expect(status).toBe(404);
  expect(text).toContain(`<html lang="${language}"`);
  expect(text).toContain(words("errors.notFoundTitle"));
});

test("the 404 page leads home, with and without a browser's script", async () => {
  for (const javaScript of [true, false]) {
    const { page, goto, provoking } = await visit(browser, site, { javaScript });
    await provoking(404, () => goto("/be/courses/no-such-course"));
    const be = await wordsIn("be");
    expect(await page.title()).toContain(be("errors.notFoundTitle"));
    await page.getByRole("link", { name: be("errors.home") }).click();
    await page.waitForURL("**/be");
    expect(await page.locator("h1").textContent()).toBe(be("home.title"));
  }
});

/** Sent as they stand: no client tidies them up. */
const strange = [
  "/en/%ff",
  "/en/%00",
  "/en/%",
  "/en/%zz",
  "/%ff",
  "/%e2%28%a1",
  "/en/courses/%ff",
  "/en/courses/%00",
  "/en/courses/%c0%ae%c0%ae",
  "/en/courses/..%2f..%2f..%2fetc%2fpasswd",
  "/en/courses/labour-migration/%ff/%ff",
  "/en/courses/labour-migration/labour-migration-today/%00",
  "/en/courses/labour-migration/labour-migration-today/quiz/%ff",
  "/en/verify/%ff",
  "/en/verify/%00%00%00%00",
  `/en/verify/${"9".repeat(1900)}`,
  `/en/verify/${"%F0%9F%92%A9".repeat(100)}`,
  "/verify/%ff",
  "/verify/%2e%2e%2f",
  "/certificates/%ff.pdf",
  "/certificates/..%2f..%2fdata.pdf",
  "/en/account/reset/%ff",
  "/en/issuer/%ff",
  "/en/../../../etc/passwd",
  "/..%2f..%2fpackage.json",
  "/.env",
  "/.git/config",
  "/assets/../../server/index.js",
  "/assets/..%2f..%2fserver%2findex.js",
  "/.vite/manifest.json",
  "/en//dashboard",
  "//en/dashboard",
  "/en/dashboard/",
  "/en\\dashboard",
  "/en/dashboard;jsessionid=1",
  `/en/${"a".repeat(2000)}`,
  `/en/${"a/".repeat(900)}`,
  `/en?${"a=1&".repeat(400)}`,
  "/en/dashboard?_data=no/such/route",
  "/en/dashboard?_data=root&_data=root",
  "/en/dashboard?_data=screens%2Fissuer%2Fregister",
  "/en?_data=__proto__",
  "/en?index&_data=screens/home",
  "/en/verify?code=%ff",
  "/en/verify?code=%00",
  "/en/account/sign-in?next=//evil.example",
  "/en/account/sign-in?next=%ff",
  "/__manifest?p=/en",
];

/** Long addresses would hide the others in a report. */
const shown = (path: string) => ({ path, name: path.slice(0, 80) });

test.each(strange.map(shown))("a strange address is answered without a failure of ours: $name", async ({ path }) => {
  const { status, text } = await sendRaw(path);
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(/\bat .*\.(js|ts|tsx):\d+|node_modules|SQLITE|root:x:0:0/);
});

const nowhere = /%ff|%00|%zz|%$|%c0|etc|\.env|\.git|server|manifest|package/i;

test.each(strange.filter((path) => nowhere.test(path) && !path.includes("?")).map(shown))(
  "no page stands behind $name",
  async ({ path }) => {
    expect([400, 404]).toContain((await sendRaw(path)).status);
  },
);

test("an address longer than two thousand characters is refused as too long", async () => {
  expect((await sendRaw(`/en/${"a".repeat(3000)}`)).status).toBe(414);
  expect((await sendRaw(`/en/${"a".repeat(30_000)}`)).status).toBeLessThan(500);
});

function sendRaw(path: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(site.origin);
  return new Promise((resolve, reject) => {
    const asked = request(
      { hostname, port, path, headers: { Cookie: `${person.cookie.name}=${person.cookie.value}` } },
      (answer) => {
        let text = "";
        answer.on("data", (chunk) => (text += chunk));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

test("the course itself is there: the addresses above are wrong, not the site", async () => {
  expect((await senderFor(site, null).get(at.course("en"))).text).toContain(course.title.en);
});
