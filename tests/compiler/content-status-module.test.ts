import path from "node:path";
import { build, createServer } from "vite";
import { expect, test } from "vitest";
import { waymarkContent } from "#app/compiler/plugin.ts";
import { COURSE, courseWith, HEALTHY } from "./fixtures.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const ENTRY = "virtual:entry";

test("code for the browser cannot import the author's reports", async () => {
  const entry = {
    name: "entry",
    resolveId: (id: string) => (id === ENTRY ? id : null),
    load: (id: string) => (id === ENTRY ? 'export { contentStatus } from "virtual:waymark/content-status";' : null),
  };
  const attempt = build({
    root: ROOT,
    configFile: false,
    logLevel: "silent",
    plugins: [waymarkContent({ root: path.relative(ROOT, HEALTHY) }), entry],
    build: { write: false, rollupOptions: { input: ENTRY } },
  });
  await expect(attempt).rejects.toThrow("The author's reports stay on the server");
}, 60_000);

test("the server reads the state of the content, with both texts of what is behind and what rests on which source", async () => {
  const root = courseWith({ "welcome/en.mdx": (text) => text.replace("is a line", "is a long line") });
  const vite = await createServer({
    root: ROOT,
    configFile: false,
    appType: "custom",
    logLevel: "silent",
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [waymarkContent({ root })],
  });
  try {
    const reader = (await vite.ssrLoadModule(
      "/app/catalogue/content-status.server.ts",
    )) as typeof import("#app/catalogue/content-status.server.ts");
    const course = reader.findCourseStatus(COURSE);
    if (!course) throw new Error("There is no such course.");
    const page = reader.findPageRow(course, "welcome")?.languages.be;
    expect(page?.behind).toMatchObject([
      { before: expect.stringContaining("is a line"), now: expect.stringContaining("is a long line") },
    ]);
    expect(page?.problems).toMatchObject([{ code: "translation-behind" }]);
    expect(course.impact.length).toBeGreaterThan(6);
    expect(reader.findCourseStatus("constructor")).toBeNull();
    expect(reader.readContentStatus().readingSpeed.minutesPerActivity).toBeGreaterThan(0);
  } finally {
    await vite.close();
  }
}, 60_000);
