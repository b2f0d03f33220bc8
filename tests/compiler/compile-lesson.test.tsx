import { readFileSync } from "node:fs";
import path from "node:path";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LessonModule } from "#app/catalogue/lesson-module.ts";
import { waymarkContent } from "#app/compiler/plugin.ts";
import { COURSE, HEALTHY } from "./fixtures.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
let vite: ViteDevServer;

beforeAll(async () => {
  vite = await createServer({
    root: ROOT,
    configFile: false,
    appType: "custom",
    logLevel: "silent",
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [waymarkContent({ root: path.relative(ROOT, HEALTHY) })],
  });
}, 60_000);
afterAll(() => vite.close());

/** Shows what an element of the vocabulary was given. */
function Part({ children, ...rest }: { children?: ReactNode }) {
  return <i data-given={JSON.stringify(rest)}>{children}</i>;
}
const components = { Activity: Part, Callout: Part, Card: Part, Cite: Part, Figure: Part, Term: Part };

async function lesson(key: string): Promise<LessonModule> {
  return (await vite.ssrLoadModule(`virtual:waymark/lesson/${key}`)) as LessonModule;
}

test("a compiled lesson renders on the server, with its sections, citations, terms and activities", async () => {
  const { default: Lesson } = await lesson(`${COURSE}/first-steps/who-counts/be`);
  const html = renderToStaticMarkup(<Lesson components={components} />).replaceAll("&quot;", '"');
  expect(html).toContain('<h2 id="s1">Два адказы</h2>');
  expect(html).toContain('<h2 id="s2">Цяпер вы</h2>');
  expect(html).toContain(
    '<i data-given="{"id":"figures-2024","at":"dataset","label":"Лічбы для тэстаў","href":"https://example.org/figures","n":1}">',
  );
  expect(html).toContain('"term":"мяжа","definition":"Лінія на карце."}">мяжы</i>');
  expect(html).toContain('"kind":"single","id":"does-anna-count","data":{"kind":"single"');
  expect(html).toContain("line.svg");
  expect(html).toContain('<a href="#s1">першую частку</a>');
  expect(html).not.toContain("style=");
});

test("a lesson says what it cites and explains, in the reader's language where there is a title", async () => {
  const { meta } = await lesson(`${COURSE}/first-steps/who-counts/ru`);
  expect(meta).toEqual({
    language: "ru",
    title: "Кого считают",
    summary: "Одна линия, два ответа.",
    kinds: ["single", "match"],
    sections: [
      { id: "s1", title: "Два ответа" },
      { id: "s2", title: "Теперь вы" },
    ],
    sources: [
      {
        n: 1,
        id: "figures-2024",
        title: "Figures for tests",
        body: "Office of Figures",
        year: 2024,
        href: "https://example.org/figures",
        places: ["dataset"],
      },
      {
        n: 2,
        id: "treaty-1990",
        title: "Договор тестов",
        body: "United Nations",
        year: 1990,
        href: "https://example.org/treaty",
        places: ["Art. 2(1)"],
      },
    ],
    terms: [
      { id: "border", term: "граница", definition: "Линия на карте." },
      { id: "register", term: "реестр", definition: "Список, который кто-то ведёт." },
    ],
    blocksBehind: 0,
  } satisfies LessonModule["meta"]);
});

test("a compiled lesson runs without eval", async () => {
  const compiled = await vite.transformRequest(`virtual:waymark/lesson/${COURSE}/welcome/en`);
  expect(compiled?.code).not.toMatch(/\beval\b|new Function|Function\(/);
});

test("the catalogue finds courses, sources, terms, lessons and activities, and nothing by inherited names", async () => {
  const courses = (await vite.ssrLoadModule("/app/catalogue/courses.ts")) as typeof import("#app/catalogue/courses.ts");
  const lessons = (await vite.ssrLoadModule("/app/catalogue/lessons.ts")) as typeof import("#app/catalogue/lessons.ts");
  const keys = (await vite.ssrLoadModule(
    "/app/catalogue/answer-keys.server.ts",
  )) as typeof import("#app/catalogue/answer-keys.server.ts");
  expect(courses.listCourses().map((course) => course.id)).toEqual([COURSE]);
  expect(courses.findCourse(COURSE)?.edition).toBe("2026.1");
  expect(courses.findCourse("constructor")).toBeNull();
  expect(courses.findSource(COURSE, "treaty-1990")?.title.be).toBe("Treaty of tests");
  expect(courses.glossaryOf(COURSE).map((term) => term.term.ru)).toEqual(["граница", "реестр"]);
  expect(courses.glossaryOf("none")).toEqual([]);

  const key = lessons.lessonKey({ courseId: COURSE, moduleId: "first-steps", lessonId: "who-counts", language: "be" });
  expect(lessons.loadedLesson(key)?.meta.title).toBe("Каго лічаць");
  expect(lessons.loadedLesson(lessons.welcomeKey(COURSE, "en"))?.meta.title).toBe("Welcome");
  expect(lessons.loadedLesson("constructor")).toBeNull();
  expect(await lessons.loadLesson("__proto__")).toBeNull();

  expect(keys.findActivity(COURSE, "q-sides")).toMatchObject({ kind: "multiple", key: { right: ["a", "b"] } });
  expect(keys.findActivity(COURSE, "does-anna-count")?.feedback.ru.parts.b).toBeDefined();
  expect(keys.findActivity(COURSE, "constructor")).toBeNull();
  expect(keys.findActivity("__proto__", "q-sides")).toBeNull();
});

test("the fixture that these tests read is the one in the repository", () => {
  expect(readFileSync(path.join(HEALTHY, COURSE, "first-steps/who-counts/en.mdx"), "utf8")).toContain("REASON");
});
