import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, createServer, type Rollup } from "vite";
import { expect, test } from "vitest";
import { waymarkContent } from "#app/compiler/plugin.ts";
import { COURSE, courseWith, HEALTHY } from "./fixtures.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

const ENTRY = "virtual:entry";

/** Builds modules into memory and gives back the files. */
async function filesOf({ root = HEALTHY, ssr, code }: { root?: string; ssr: boolean; code: string }) {
  const entry = {
    name: "entry",
    resolveId: (id: string) => (id === ENTRY ? id : null),
    load: (id: string) => (id === ENTRY ? code : null),
  };
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: "silent",
    plugins: [waymarkContent({ root: path.relative(ROOT, root) }), entry],
    build: {
      write: false,
      ssr,
      minify: false,
      assetsInlineLimit: 0,
      rollupOptions: { input: ENTRY, preserveEntrySignatures: "strict", external: ["react/jsx-runtime"] },
    },
  });
  return (built as Rollup.RollupOutput).output;
}

const CLIENT =
  'export { lessons, loaders } from "virtual:waymark/lessons"; export { catalogue } from "virtual:waymark/catalogue";';

test("nothing that the browser gets holds a key or a reason", async () => {
  const files = await filesOf({ ssr: false, code: CLIENT });
  const text = files.map((file) => (file.type === "chunk" ? file.code : "")).join("\n");
  expect(text).toContain("does-anna-count");
  expect(text).toContain("Yes, of course");
  expect(text).toContain("мяжа");
  for (const secret of [
    "REASON",
    "EXPLAINED",
    "ПРИЧИНА",
    "ОБЪЯСНЕНИЕ",
    "ПРЫЧЫНА",
    "ТЛУМАЧЭННЕ",
    "feedback",
    '"pairs"',
    '"right":',
    "right:",
  ]) {
    expect(text, secret).not.toContain(secret);
  }
}, 60_000);

test("in the browser each lesson is a file of its own, and its picture an address", async () => {
  const files = await filesOf({ ssr: false, code: CLIENT });
  const chunks = files.filter((file) => file.type === "chunk");
  expect(chunks.filter((file) => file.facadeModuleId?.includes("waymark/lesson/"))).toHaveLength(6);
  expect(chunks.find((file) => file.isEntry)?.code).not.toContain("Two answers");
  expect(files.filter((file) => file.type === "asset").map((file) => file.names)).toEqual([["line.svg"]]);
}, 60_000);

test("code for the browser cannot import the answer keys", async () => {
  const attempt = filesOf({ ssr: false, code: 'export { answerKeys } from "virtual:waymark/answer-keys";' });
  await expect(attempt).rejects.toThrow("The answer keys stay on the server");
}, 60_000);

test("code for the browser cannot import the places that a report can name", async () => {
  const attempt = filesOf({
    ssr: false,
    code: 'export { lessonPassages } from "virtual:waymark/lesson-passages";',
  });
  await expect(attempt).rejects.toThrow("The lists of passages stay on the server");
}, 60_000);

test("the server has keys and reasons in every language, and every lesson at once", async () => {
  const code =
    'export { answerKeys } from "virtual:waymark/answer-keys"; export { lessons } from "virtual:waymark/lessons";';
  const files = await filesOf({ ssr: true, code });
  const text = files.map((file) => (file.type === "chunk" ? file.code : "")).join("\n");
  for (const words of ["REASON of Anna", "ПРИЧИНА Анна", "ПРЫЧЫНА Ганна", "Два адказы"]) expect(text).toContain(words);
  expect(text).not.toMatch(/import\(/);
}, 60_000);

test("a build stops and lists every problem of the content, with file, line and column", async () => {
  const root = courseWith({
    "first-steps/who-counts/en.mdx": (text) => text.replace("older", "36 years older"),
    "welcome/ru.mdx": (text) => text.replace('id="border"', 'id="boarder"'),
  });
  const attempt = filesOf({ root, ssr: false, code: CLIENT });
  await expect(attempt).rejects.toThrow(/The content has 4 problems/);
  await expect(attempt).rejects.toThrow(/who-counts\/en\.mdx:12:15 {2}claim-without-source .+ → /);
  await expect(attempt).rejects.toThrow(/welcome\/ru\.mdx:8:\d+ {2}unknown-term .+Did you mean "border"\?/);
}, 60_000);

test("while the author writes, a saved page is shown at once, a broken one in the overlay, and a mended one again", async () => {
  const root = courseWith({});
  const file = path.join(root, COURSE, "welcome/en.mdx");
  const vite = await createServer({
    root: ROOT,
    configFile: false,
    appType: "custom",
    logLevel: "silent",
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [waymarkContent({ root })],
  });
  try {
    const sent: { type: string; err?: { message: string } }[] = [];
    vite.ws.send = ((payload: { type: string }) => sent.push(payload)) as typeof vite.ws.send;
    const next = async (type: string) => {
      let looked = 0;
      const came = () => {
        looked += 1;
        // The watcher drops an event that follows another one within milliseconds, and a test saves faster than any author.
        if (looked % 10 === 0) utimesSync(file, new Date(), new Date());
        return sent.some((payload) => payload.type === type);
      };
      await expect.poll(came, { timeout: 15_000, interval: 100 }).toBe(true);
      return sent.splice(0).find((payload) => payload.type === type);
    };
    const title = async () => {
      const lessons = (await vite.ssrLoadModule(
        "/app/catalogue/lessons.ts",
      )) as typeof import("#app/catalogue/lessons.ts");
      return lessons.loadedLesson(`${COURSE}/welcome/en`)?.meta.title;
    };
    const watched = () => vite.watcher.getWatched()[path.dirname(file)] ?? [];
    await expect.poll(watched, { timeout: 15_000 }).toContain(path.basename(file));
    expect(await title()).toBe("Welcome");
    const healthy = readFileSync(file, "utf8");

    writeFileSync(file, healthy.replace("title: Welcome", "title: Hello"));
    await next("full-reload");
    expect(await title()).toBe("Hello");

    writeFileSync(file, healthy.replace("## How", "# How"));
    expect((await next("error"))?.err?.message).toContain("welcome/en.mdx:6:1  heading-one");
    await expect(title()).rejects.toThrow("heading-one");

    writeFileSync(file, healthy);
    await next("full-reload");
    expect(await title()).toBe("Welcome");
  } finally {
    await vite.close();
  }
}, 90_000);
