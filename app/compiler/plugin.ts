import path from "node:path";
import type { Plugin, ResolvedConfig, ViteDevServer } from "vite";
import type { CompiledCourse } from "./compile-course.ts";
import { compileLesson } from "./compile-lesson.ts";
import { moduleText } from "./content-modules.ts";
import { type ContentProblem, hasErrors, problemLine } from "./problem.ts";
import { type Content, readContent } from "./read-content.ts";
import type { Page } from "./read-page.ts";
import { rememberingReader } from "./remembering.ts";

const PREFIX = "virtual:waymark/";
const RESOLVED = `\0${PREFIX}`;
const MODULES =
  /^(?:catalogue|lessons|answer-keys|content-status|lesson-passages|gallery|gallery-samples|gallery\/(?:en|ru|be)|lesson\/.+)$/;
/** Modules that code for the browser cannot import, and what they hold. */
const SERVER_ONLY: Record<string, string> = {
  "answer-keys": "answer keys",
  "content-status": "author's reports",
  "lesson-passages": "lists of passages",
  "gallery-samples": "samples of the gallery, their right answers included,",
};
/** Editors and git touch many files at once: milliseconds to wait until they are done. */
const SETTLED = 15;

/** The text of a module, or the page of a lesson: another object when it was read anew. */
interface Served {
  server: boolean;
  of: Page | string | null;
  taken: string;
}

/** Pages that this process has read, by root, and what they were compiled to: the browser's build and the server's share them. */
const readers = new Map<string, ReturnType<typeof rememberingReader>>();
const compiled = new WeakMap<Page, { taken: string; code: Promise<string> }>();

/**
 * Makes modules of the courses:
 * `virtual:waymark/catalogue`, `virtual:waymark/lessons`, `virtual:waymark/lesson/<key>`, `virtual:waymark/gallery`, and for the
 * server alone `virtual:waymark/answer-keys`, `virtual:waymark/content-status`, `virtual:waymark/lesson-passages` and
 * `virtual:waymark/gallery-samples`.
 * A build stops at the first fault of the content and lists all of them.
 * @param root the folder that holds the courses, from Vite's root
 */
export function waymarkContent({ root }: { root: string }): Plugin {
  let config: ResolvedConfig;
  let content: Content | null = null;
  let directory = root;

  const read = (): Content => {
    const reader = readers.get(directory) ?? rememberingReader(directory);
    readers.set(directory, reader);
    content ??= readContent(directory, undefined, reader());
    return content;
  };
  const whole = (): Content => {
    const found = read();
    if (hasErrors(found.problems)) throw new Error(allProblems(found.problems));
    return found;
  };

  /** What modules were made of when they were last served, by environment and id. */
  const served = new Map<string, Served>();
  const made = (name: string, found: Content, server: boolean): Served => {
    const lesson = findLesson(name, found);
    if (lesson) return { server, of: lesson.page, taken: takenFromOthers(lesson.page) };
    return { server, of: moduleText(name, found, server), taken: "" };
  };

  return {
    name: "waymark-content",
    configResolved(resolved) {
      config = resolved;
      const absolute = path.resolve(resolved.root, root);
      directory = path.relative(process.cwd(), absolute) || ".";
      if (directory.startsWith("..")) directory = absolute;
    },
    buildStart() {
      content = null;
      if (config.command === "build") whole();
    },
    resolveId(id) {
      if (!id.startsWith(PREFIX)) return null;
      const name = id.slice(PREFIX.length);
      return MODULES.test(name) ? RESOLVED + name : null;
    },
    async load(id) {
      if (!id.startsWith(RESOLVED)) return null;
      const name = id.slice(RESOLVED.length);
      // Under Vitest the tests of screens run as "client" while everything still runs in Node.
      const server =
        this.environment.config.consumer === "server" ||
        config.plugins.some((plugin) => plugin.name.startsWith("vitest"));
      if (Object.hasOwn(SERVER_ONLY, name) && !server) {
        throw new Error(
          `The ${SERVER_ONLY[name]} stay on the server: virtual:waymark/${name} was imported by code for the browser.`,
        );
      }
      const found = whole();
      const now = made(name, found, server);
      served.set(`${this.environment.name} ${id}`, now);
      const lesson = findLesson(name, found);
      if (lesson) {
        this.addWatchFile(path.resolve(lesson.page.file));
        return { code: await compiledOnce(lesson.page, lesson.course.words), map: null };
      }
      if (typeof now.of !== "string") throw new Error(`There is no ${name}.`);
      return { code: now.of, map: null };
    },
    configureServer(server) {
      const absolute = path.resolve(config.root, root);
      const isCurrent = (environment: string, id: string, found: Content) => {
        const was = served.get(`${environment} ${id}`);
        const now = was && made(id.slice(RESOLVED.length), found, was.server);
        return was?.of === now?.of && was?.taken === now?.taken;
      };
      server.watcher.add(absolute);
      let timer: NodeJS.Timeout | undefined;
      server.watcher.on("all", (_event, file) => {
        if (!path.resolve(file).startsWith(absolute + path.sep)) return;
        content = null;
        clearTimeout(timer);
        timer = setTimeout(() => reload(server, read, isCurrent), SETTLED);
      });
    },
  };
}

/** The page that a module `lesson/<key>` is made of, or null for another module. */
function findLesson(name: string, { courses, gallery }: Content): { page: Page; course: CompiledCourse } | null {
  if (!name.startsWith("lesson/")) return null;
  const key = name.slice("lesson/".length);
  for (const course of gallery ? [...courses, gallery] : courses) {
    const page = course.lessons.get(key);
    if (page) return { page, course };
  }
  return null;
}

/** What a page takes from other files: it may change although the page is the same object. */
function takenFromOthers({ behind, aidLinks }: Page): string {
  return JSON.stringify([behind?.length ?? 0, aidLinks]);
}

/** A page that was read anew is another object. */
function compiledOnce(page: Page, words: Parameters<typeof compileLesson>[1]): Promise<string> {
  const taken = takenFromOthers(page);
  const known = compiled.get(page);
  if (known?.taken === taken) return known.code;
  const code = compileLesson(page, words);
  compiled.set(page, { taken, code });
  return code;
}

/** Takes back what is not as it was served; what an edit does not touch stays loaded. */
function reload(
  server: ViteDevServer,
  read: () => Content,
  isCurrent: (environment: string, id: string, found: Content) => boolean,
): void {
  const found = readSafely(read);
  const problems = found.problems;
  for (const environment of Object.values(server.environments)) {
    for (const [id, module] of environment.moduleGraph.idToModuleMap) {
      if (!id.startsWith(RESOLVED)) continue;
      // A page with an error is an error wherever it is asked for, and what failed to load has to be loaded again.
      const stays = !hasErrors(problems) && module.transformResult !== null && isCurrent(environment.name, id, found);
      if (!stays) environment.moduleGraph.invalidateModule(module);
    }
  }
  const [first] = problems.filter((problem) => problem.severity === "error");
  if (!first) {
    server.ws.send({ type: "full-reload" });
    return;
  }
  const { file, line, column } = first;
  server.ws.send({
    type: "error",
    err: {
      message: allProblems(problems),
      stack: "",
      plugin: "waymark-content",
      id: file,
      loc: { file, line, column },
    },
  });
}

/** A file can vanish between being listed and being read; the server must outlive that, and the next event reads again. */
function readSafely(read: () => Content): Content {
  try {
    return read();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const problem: ContentProblem = {
      file: "content",
      line: 1,
      column: 1,
      severity: "error",
      code: "unreadable",
      message,
      fix: "Save the file again.",
    };
    return { courses: [], gallery: null, pages: [], problems: [problem] };
  }
}

function allProblems(problems: readonly ContentProblem[]): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return `The content has ${count}:\n\n${problems.map(problemLine).join("\n")}\n`;
}
