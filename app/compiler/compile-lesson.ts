import path from "node:path";
import { bundleMDX } from "mdx-bundler";
import remarkGfm from "remark-gfm";
import type { MarkdownNode } from "#app/activities/markdown-node.ts";
import type { TermEntry } from "./glossary-schema.ts";
import { assetName, type Lift, liftActivities } from "./lift-activities.ts";
import type { Page } from "./read-page.ts";
import type { SourceEntry } from "./sources-schema.ts";

/** From where a compiled lesson takes what is not in it. */
export interface LessonImports {
  /** The module that stands in for `react/jsx-runtime`. */
  runtime: string;
  /** The statement that puts the address of a picture into a variable. */
  picture(variable: string, file: string): string;
}

/** As Vite resolves them, in a build and in development. */
const WITH_VITE: LessonImports = {
  runtime: "react/jsx-runtime",
  picture: (variable, file) => `import ${variable} from ${JSON.stringify(`${file}?url&no-inline`)};`,
};

/**
 * Compiles a checked page to an ES module with `default`, a component that takes its elements from the `components` prop, and `meta`.
 * mdx-bundler's own way to run its output needs `new Function`; here it is a module like any other, so that a
 * strict Content-Security-Policy holds. Pictures are imports of absolute paths.
 * @throws Error when the page has a fault, which the check does not let through
 */
export async function compileLesson(
  page: Page,
  words: { sources: ReadonlyMap<string, SourceEntry>; glossary: ReadonlyMap<string, TermEntry> },
  { runtime, picture }: LessonImports = WITH_VITE,
): Promise<string> {
  let lift: Lift = {
    meta: {
      language: page.language,
      title: "",
      summary: "",
      kinds: [],
      sections: [],
      sources: [],
      terms: [],
      blocksBehind: 0,
    },
    assets: [],
  };
  const { code } = await bundleMDX({
    source: page.body,
    cwd: page.folder,
    // The body has no front matter any more. Should the reader find some all the same, it must not run it.
    grayMatterOptions: (options) => {
      options.language = "yaml";
      options.engines = Object.fromEntries(
        ["js", "javascript", "coffee", "coffeescript", "cson"].map((name) => [
          name,
          { parse: refuseFrontMatter, stringify: refuseFrontMatter },
        ]),
      );
      return options;
    },
    mdxOptions: (options) => ({
      ...options,
      // In place of mdx-bundler's own plugins, which read front matter.
      remarkPlugins: [
        remarkGfm,
        () => (tree: unknown) => {
          lift = liftActivities(tree as MarkdownNode, page, words);
        },
      ],
      // As an attribute: an inline style would not pass the Content-Security-Policy.
      tableCellAlignToStyle: false,
    }),
    esbuildOptions: (options) => ({
      ...options,
      // Cyrillic as itself is a third of its size as escapes.
      charset: "utf8",
      // What goes wrong is thrown.
      logLevel: "silent",
      legalComments: "none",
      define: { "process.env.NODE_ENV": '"production"' },
    }),
  });
  const imports = lift.assets.map((file, index) => {
    return picture(assetName(index), path.join(page.folder, file).split(path.sep).join("/"));
  });
  return [
    `import { Fragment, jsx, jsxs } from ${JSON.stringify(runtime)};`,
    ...imports,
    "const _jsx_runtime = { Fragment, jsx, jsxs };",
    `const compiled = (() => {${code}})();`,
    "export default compiled.default;",
    `export const meta = ${JSON.stringify(lift.meta)};`,
    "",
  ].join("\n");
}

function refuseFrontMatter(): never {
  throw new Error("Front matter is plain YAML and is never run.");
}
