import { matchRoutes } from "@remix-run/react";
import type { RouteConfigEntry } from "@remix-run/route-config";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { inLanguage, lessonAt, paths } from "#app/domain/paths.ts";
import routes from "#app/routes.ts";

/** Each address and the screen that must answer it. */
const addresses: { name: keyof typeof paths; path: string; screen: string }[] = [
  { name: "home", path: paths.home("be"), screen: "home" },
  { name: "dashboard", path: paths.dashboard("ru"), screen: "learn/dashboard" },
  { name: "course", path: paths.course("en", "c"), screen: "learn/course" },
  { name: "welcome", path: paths.welcome("en", "c"), screen: "learn/welcome" },
  { name: "lesson", path: paths.lesson("en", "c", "m", "l"), screen: "learn/lesson" },
  { name: "report", path: paths.report("en", "c", "m", "l", "s2"), screen: "learn/report" },
  { name: "quiz", path: paths.quiz("en", "c", "m"), screen: "learn/quiz" },
  { name: "attempt", path: paths.attempt("en", "c", "m", "a"), screen: "learn/attempt" },
  { name: "aid", path: paths.aid("en", "c", "a"), screen: "learn/aid" },
  { name: "aidShort", path: paths.aidShort("c", "a", "7K2QZD-1"), screen: "learn/aid-short" },
  { name: "notes", path: paths.notes("en", "c"), screen: "learn/notes" },
  { name: "notesFile", path: paths.notesFile("en", "c"), screen: "learn/notes-file" },
  { name: "plan", path: paths.plan("en", "c"), screen: "learn/plan" },
  { name: "planText", path: paths.planText("en", "c"), screen: "learn/plan-text" },
  { name: "certificate", path: paths.certificate("en", "c"), screen: "certificate/claim" },
  { name: "certificateFile", path: paths.certificateFile("id"), screen: "certificate/file" },
  { name: "verify", path: paths.verify("en"), screen: "certificate/verify-form" },
  { name: "verifyCode", path: paths.verifyCode("en", "7ZQ4K"), screen: "certificate/verify" },
  { name: "verifyShort", path: paths.verifyShort("7ZQ4K"), screen: "certificate/verify-short" },
  { name: "signIn", path: paths.signIn("en"), screen: "account/sign-in" },
  { name: "signUp", path: paths.signUp("en"), screen: "account/sign-up" },
  { name: "signOut", path: paths.signOut("en"), screen: "account/sign-out" },
  { name: "forgotten", path: paths.forgotten("en"), screen: "account/forgotten" },
  { name: "reset", path: paths.reset("en", "token"), screen: "account/reset" },
  { name: "account", path: paths.account("en"), screen: "account/settings" },
  { name: "issuer", path: paths.issuer("en"), screen: "issuer/register" },
  { name: "issuerCertificate", path: paths.issuerCertificate("en", "id"), screen: "issuer/certificate" },
  { name: "author", path: paths.author("en"), screen: "author/status" },
  { name: "authorPage", path: paths.authorPage("en", "c", "m/l"), screen: "author/page" },
  { name: "authorPreview", path: paths.authorPreview("en", "c", "m/l"), screen: "author/preview" },
  { name: "authorSources", path: paths.authorSources("en"), screen: "author/sources" },
  { name: "authorSource", path: paths.authorSource("en", "c", "s"), screen: "author/source" },
  { name: "authorDue", path: paths.authorDue("en"), screen: "author/due" },
  { name: "authorReports", path: paths.authorReports("en"), screen: "author/reports" },
  { name: "authorSurveys", path: paths.authorSurveys("en"), screen: "author/surveys" },
  { name: "authorSurveysFile", path: paths.authorSurveysFile("en"), screen: "author/surveys-file" },
  { name: "authorGallery", path: paths.authorGallery("en"), screen: "author/gallery" },
];

test.each(addresses)("the address of $name is answered by $screen", ({ path, screen }) => {
  expect(screenAt(path)).toMatch(new RegExp(`^screens/${screen}\\.tsx?$`));
});

test("every address that the product spells is in this table", () => {
  expect(addresses.map(({ name }) => name).sort()).toEqual(Object.keys(paths).sort());
});

test("an address that is not ours is answered by the page that says so", () => {
  expect(screenAt("/en/no/such/page/here/at/all")).toBe("screens/not-found.tsx");
});

test("where a person goes after signing in survives the way through the address", () => {
  const next = "/ru/courses/c/m/l?again=a&x=1";
  const url = new URL(paths.signIn("ru", next), "https://learn.example.org");
  expect(url.pathname).toBe("/ru/account/sign-in");
  expect([...url.searchParams]).toEqual([["next", next]]);
});

test("a lesson's address leads to the place in it", () => {
  expect(paths.lesson("en", "c", "m", "l", "s3")).toBe("/en/courses/c/m/l#s3");
  expect(paths.lesson("en", "c", "m", "l", null)).toBe("/en/courses/c/m/l");
});

test.each([
  ["/en/courses/c/m/l", "ru", "/ru/courses/c/m/l"],
  ["/ru/courses/c/m/quiz/a?x=/ru/", "be", "/be/courses/c/m/quiz/a?x=/ru/"],
  ["/be", "en", "/en"],
  ["/en?x=1", "be", "/be?x=1"],
  ["/en/", "ru", "/ru/"],
  ["/", "be", "/be"],
  ["/verify/7ZQ4K", "ru", "/ru/verify/7ZQ4K"],
  ["/english/x", "ru", "/ru/english/x"],
  ["/en/ru/be", "be", "/be/ru/be"],
] as const)("%s in %s is %s", (path, language, expected) => {
  expect(inLanguage(path, language)).toBe(expected);
});

test("switching the language and back leads to the same page, whatever the page", () => {
  const language = fc.constantFrom<Language>(...LANGUAGES);
  const rest = fc.webPath().filter((path) => path === "" || path.startsWith("/"));
  fc.assert(
    fc.property(language, language, rest, fc.webQueryParameters(), (here, there, path, query) => {
      const page = `/${here}${path}?${query}`;
      expect(inLanguage(inLanguage(page, there), here)).toBe(page);
    }),
    { numRuns: 50 },
  );
});

test("a lesson's address tells its course, module and lesson in every language", () => {
  for (const language of LANGUAGES) {
    expect(lessonAt(paths.lesson(language, "c", "m", "l"))).toEqual({ courseId: "c", moduleId: "m", lessonId: "l" });
  }
});

test.each(addresses.filter(({ name }) => name !== "lesson"))("the address of $name is no lesson's", ({ path }) => {
  expect(lessonAt(path)).toBeNull();
});

test.each([
  "/fr/courses/c/m/l",
  "/en/courses/c/m/l/",
  "/en/courses/c/m/l/x",
  "/en/courses/c/m/",
  "//en/courses/c/m/l",
  "",
])("%j is no lesson's address", (path) => {
  expect(lessonAt(path)).toBeNull();
});

/** The file of the screen that the routes give an address to. */
function screenAt(address: string): string | undefined {
  const path = new URL(address, "https://learn.example.org").pathname;
  return matchRoutes(routes.map(routeObject), path)?.at(-1)?.route.id;
}

type RouteObject = Parameters<typeof matchRoutes>[0][number];

function routeObject(entry: RouteConfigEntry): RouteObject {
  const shape = { id: entry.file, path: entry.path, caseSensitive: entry.caseSensitive };
  return entry.index ? { ...shape, index: true } : { ...shape, children: entry.children?.map(routeObject) };
}
