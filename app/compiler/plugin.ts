import { createHash } from "node:crypto";
import path from "node:path";
import type { Plugin, ResolvedConfig, ViteDevServer } from "vite";
import { compileLesson } from "./compile-lesson.ts";
import {
  answerKeysModule,
  catalogueModule,
  contentStatusModule,
  lessonPassagesModule,
  lessonsModule,
} from "./content-modules.ts";
import { type ContentProblem, hasErrors, problemLine } from "./problem.ts";
import { type Content, readContent } from "./read-content.ts";

const PREFIX = "virtual:waymark/";
const RESOLVED = `\0${PREFIX}`;
const MODULES = ["catalogue", "lessons", "answer-keys", "content-status", "lesson-passages"];
/** Modules that code for the browser cannot import, and what they hold. */
const SERVER_ONLY: Record<string, string> = {
  "answer-keys": "answer keys",
  "content-status": "author's reports",
  "lesson-passages": "lists of passages",
};

/** Compiled lessons of this process by what went into them: the browser's build and the server's share them. */
const compiled = new Map<string, Promise<string>>();

/**
 * Makes modules of the courses:
 * `virtual:waymark/catalogue`, `virtual:waymark/lessons`, `virtual:waymark/lesson/<key>`, and for the server alone
 * `virtual:waymark/answer-keys`, `virtual:waymark/content-status` and `virtual:waymark/lesson-passages`.
 * A build stops at the first fault of the content and lists all of them.
 * @param root the folder that holds the courses, from Vite's root
 */
export function waymarkContent({ root }: { root: string }): Plugin {
  let config: ResolvedConfig;
  let content: Content | null = null;
  let directory = root;

  const read = (): Content => {
    content ??= readContent(directory);
    return content;
  };
  const whole = (): Content => {
    const found = read();
    if (hasErrors(found.problems)) throw new Error(allProblems(found.problems));
    return found;
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
      return MODULES.includes(name) || name.startsWith("lesson/") ? RESOLVED + name : null;
    },
    async load(id) {
      if (!id.startsWith(RESOLVED)) return null;
      const name = id.slice(RESOLVED.length);
      // Under Vitest the tests of screens run as "client" while everything still runs in Node.
      const server =
        this.environment.config.consumer === "server" ||
        config.plugins.some((plugin) => plugin.name.startsWith("vitest"));
      const found = whole();
      const { courses } = found;
      if (name === "catalogue") return catalogueModule(courses);
      if (name === "lessons") return lessonsModule(courses, server);
      if (Object.hasOwn(SERVER_ONLY, name) && !server) {
        throw new Error(
          `The ${SERVER_ONLY[name]} stay on the server: virtual:waymark/${name} was imported by code for the browser.`,
        );
      }
      if (name === "answer-keys") return answerKeysModule(courses);
      if (name === "lesson-passages") return lessonPassagesModule(courses);
      if (name === "content-status") return contentStatusModule(found);
      const key = name.slice("lesson/".length);
      const course = courses.find((one) => one.lessons.has(key));
      const page = course?.lessons.get(key);
      if (!course || !page) throw new Error(`There is no lesson ${key}.`);
      this.addWatchFile(path.resolve(page.file));
      const given = [page, [...course.words.sources], [...course.words.glossary]];
      const hash = createHash("sha256").update(JSON.stringify(given)).digest("hex");
      const code = compiled.get(hash) ?? compileLesson(page, course.words);
      compiled.set(hash, code);
      return { code: await code, map: null };
    },
    configureServer(server) {
      const absolute = path.resolve(config.root, root);
      server.watcher.add(absolute);
      // Editors and git touch many files at once: wait until they are done.
      let timer: NodeJS.Timeout | undefined;
      server.watcher.on("all", (_event, file) => {
        if (!path.resolve(file).startsWith(absolute + path.sep)) return;
        content = null;
        clearTimeout(timer);
        timer = setTimeout(() => reload(server, read), 60);
      });
    },
  };
}

function reload(server: ViteDevServer, read: () => Content): void {
  for (const environment of Object.values(server.environments)) {
    for (const [id, module] of environment.moduleGraph.idToModuleMap) {
      if (id.startsWith(RESOLVED)) environment.moduleGraph.invalidateModule(module);
    }
  }
  const problems = problemsOf(read);
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
function problemsOf(read: () => Content): readonly ContentProblem[] {
  try {
    return read().problems;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [
      {
        file: "content",
        line: 1,
        column: 1,
        severity: "error",
        code: "unreadable",
        message,
        fix: "Save the file again.",
      },
    ];
  }
}

function allProblems(problems: readonly ContentProblem[]): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return `The content has ${count}:\n\n${problems.map(problemLine).join("\n")}\n`;
}
