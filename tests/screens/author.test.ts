import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { readContentStatus } from "#app/catalogue/content-status.server.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { loader as due } from "#app/screens/author/due.tsx";
import { loader as frame } from "#app/screens/author/frame.tsx";
import { loader as page } from "#app/screens/author/page.tsx";
import { loader as source } from "#app/screens/author/source.tsx";
import { loader as sources } from "#app/screens/author/sources.tsx";
import { loader as status } from "#app/screens/author/status.tsx";
import { grantRole } from "#app/store/accounts.server.ts";
import { course, learningInstallation, present } from "../commands/learning.ts";
import { asking, thrown } from "./asking.ts";

const FOLDER = "labour-migration-today/words-that-matter";
const SOURCE = "icrmw-1990";
const at = (rest = "") => `/en/author${rest}`;

/** Every author page, with an address that there is. */
const pages: {
  name: string;
  load: (args: LoaderFunctionArgs) => Promise<unknown>;
  path: string;
  params: Record<string, string>;
}[] = [
  { name: "the frame", load: frame, path: at(), params: {} },
  { name: "the state", load: status, path: at(), params: {} },
  {
    name: "a lesson",
    load: page,
    path: at(`/courses/${course.id}/${FOLDER}`),
    params: { course: course.id, "*": FOLDER },
  },
  { name: "the sources", load: sources, path: at("/sources"), params: {} },
  {
    name: "a source",
    load: source,
    path: at(`/sources/${course.id}/${SOURCE}`),
    params: { course: course.id, source: SOURCE },
  },
  { name: "what is due", load: due, path: at("/due"), params: {} },
];

/** @param now when everything happens, UTC */
async function writing(now?: string) {
  const { services, learner, person, clock } = await learningInstallation();
  if (now) clock.now = Date.parse(now);
  const { get, signedIn } = asking(services);
  const author = await person("author@example.org");
  await services.store.write((tx) =>
    grantRole(tx, { id: services.newId(), accountId: author.id, role: "author", at: services.now() }),
  );
  const cookie = await signedIn(author.id);
  return {
    ask: (path: string, params: Record<string, string> = {}, lang: Language = "en") =>
      get(path, { lang, ...params }, cookie),
    asLearner: get,
    learnerCookie: await signedIn(learner.id),
  };
}

test.each(pages)("$name is shown to authors, and to nobody else", async ({ load, path, params }) => {
  const { ask, asLearner, learnerCookie } = await writing();
  expect(await load(ask(path, params))).toBeTruthy();
  const refused = await thrown(load(asLearner(path, { lang: "en", ...params }, learnerCookie)));
  expect(refused.status).toBe(403);
  const led = await thrown(load(asLearner(path, { lang: "en", ...params })));
  expect([led.status, led.headers.get("location")]).toEqual([
    302,
    `/en/account/sign-in?next=${encodeURIComponent(path)}`,
  ]);
});

test("the frame brings the words of the author pages in the language of the page", async () => {
  const { ask } = await writing();
  const titles = await Promise.all(
    LANGUAGES.map(async (language) => (await frame(ask(`/${language}/author`, {}, language))).words.status.title),
  );
  expect(new Set(titles).size).toBe(3);
});

test("the state has every page of every course in every language, with counted and declared minutes", async () => {
  const { ask } = await writing();
  const { courses } = await status(ask("/be/author", {}, "be"));
  const built = readContentStatus().courses;
  expect(courses.map(({ id }) => id)).toEqual(built.map(({ id }) => id));
  const shown = present(courses[0]);
  const whole = present(built[0]);
  expect(shown.title).toBe(whole.title.be);
  expect(shown.rows.map(({ folder }) => folder)).toEqual(whole.pages.map(({ folder }) => folder));
  const row = present(shown.rows.find(({ folder }) => folder === FOLDER));
  const built1 = present(whole.pages.find(({ folder }) => folder === FOLDER));
  expect(row.title).toBe(built1.languages.be?.title);
  expect(row.declaredMinutes).toBe(built1.declaredMinutes);
  expect(row.languages.ru).toMatchObject({ words: built1.languages.ru?.words, minutes: built1.languages.ru?.minutes });
});

test("a lesson stands beside its checks in each language, the source text first", async () => {
  const { ask } = await writing();
  const shown = await page(ask(`/ru/author/courses/${course.id}/${FOLDER}`, { course: course.id, "*": FOLDER }, "ru"));
  expect(shown.pages.map(({ language }) => language)).toEqual(["en", "ru", "be"]);
  expect(shown.pages.map(({ file }) => file.split("/").at(-1))).toEqual(["en.mdx", "ru.mdx", "be.mdx"]);
});

const absent: { what: string; load: (typeof pages)[number]["load"]; params: Record<string, string> }[] = [
  { what: "a course", load: page, params: { course: "no-such-course", "*": FOLDER } },
  { what: "a lesson", load: page, params: { course: course.id, "*": "no/such" } },
  { what: "a folder above", load: page, params: { course: course.id, "*": "../welcome" } },
  { what: "a source", load: source, params: { course: course.id, source: "no-such-source" } },
  { what: "a source of no course", load: source, params: { course: "constructor", source: SOURCE } },
];

test.each(absent)("$what that there is not answers 404", async ({ load, params }) => {
  const { ask } = await writing();
  expect((await thrown(load(ask("/en/author/x", params)))).status).toBe(404);
});

test("sources are found by a word of any title, by body, by id and by owner", async () => {
  const { ask } = await writing();
  const found = async (query: string) =>
    (await sources(ask(`/en/author/sources${query}`))).courses.flatMap((one) => one.sources.map(({ id }) => id));
  const all = await found("");
  expect(all).toHaveLength(present(readContentStatus().courses[0]).sources.length);
  expect(await found("?text=icrmw")).toEqual([SOURCE]);
  expect(await found("?text=%D0%A2%D0%A0%D0%A3%D0%94%D0%AF%D0%A9%D0%98%D0%A5%D0%A1%D0%AF")).toContain(SOURCE);
  expect(await found("?text=no+such+words")).toEqual([]);
  const owner = present(readContentStatus().courses[0]?.sources[0]).owner;
  expect(await found(`?owner=${encodeURIComponent(owner)}&text=icrmw`)).toEqual([SOURCE]);
  expect(await found("?owner=nobody")).toEqual([]);
});

test("the day decides, in Minsk, what is overdue: overdue sources lead the list and the calendar", async () => {
  const [first = ""] = present(readContentStatus().courses[0])
    .sources.map(({ reviewBy }) => reviewBy)
    .sort();
  // Minsk is three hours ahead of UTC.
  const before = await writing(`${first}T20:59:59Z`);
  expect((await due(before.ask("/en/author/due"))).overdue).toEqual([]);
  const { ask } = await writing(`${first}T21:00:00Z`);
  const late = (await due(ask("/en/author/due"))).overdue;
  expect(late.length).toBeGreaterThan(0);
  expect(late.every(({ reviewBy }) => reviewBy === first)).toBe(true);
  const listed = present((await sources(ask("/en/author/sources"))).courses[0]).sources;
  expect(listed[0]?.review).toEqual({ kind: "overdue", days: 1 });
  const attention = present((await status(ask("/en/author"))).courses[0]).attention;
  expect(attention.overdue).toBe(late.length);
});

test("what rests on a source is shown with its places, and can be narrowed to one place in it", async () => {
  const { ask } = await writing();
  const params = { course: course.id, source: SOURCE };
  const whole = await source(ask(`/en/author/sources/${course.id}/${SOURCE}`, params));
  const places = whole.groups.flatMap(({ languages }) => languages.flatMap((one) => one.places));
  expect(places).toHaveLength(whole.count);
  expect(places.every((place) => place.source === SOURCE && /\.(mdx|yaml)$/.test(place.file) && place.line > 0)).toBe(
    true,
  );
  const asked = whole.cited.find((place) => place === "Art. 25") ?? "";
  const narrow = await source(ask(`/en/author/sources/${course.id}/${SOURCE}?at=${encodeURIComponent(asked)}`, params));
  expect(narrow.count).toBeLessThan(whole.count);
  const shown = narrow.groups.flatMap(({ languages }) => languages.flatMap((one) => one.places));
  expect(new Set(shown.map(({ at: place }) => place))).toEqual(new Set(["Art. 25", null]));
});
