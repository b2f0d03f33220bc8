import { transform } from "esbuild";
import compile from "icu-minify/compile";
import type { Plugin } from "vite";

const MESSAGE_FILE = /\/app\/locales\/(author\/)?(en|ru|be)\.ts$/;
/** The words of one kind of activity, all languages in one file. */
const KIND_FILE = /\/app\/activities\/[a-z-]+\/words\.ts$/;

/**
 * Compiles the interface's ICU messages at build time, so that the browser carries a formatter of under a kilobyte
 * and no parser.
 */
export function compiledMessages(): Plugin {
  return {
    name: "waymark-messages",
    enforce: "pre",
    async transform(code, id) {
      const name = MESSAGE_FILE.test(id) ? "messages" : KIND_FILE.test(id) ? "words" : null;
      if (name === null) return null;
      const script = await transform(code, { loader: "ts", format: "esm" });
      const url = `data:text/javascript;base64,${Buffer.from(script.code).toString("base64")}`;
      const file = (await import(/* @vite-ignore */ url)) as Record<string, unknown>;
      return { code: `export const ${name} = ${JSON.stringify(compileAll(file[name], id, []))};`, map: null };
    },
  };
}

function compileAll(value: unknown, file: string, path: string[]): unknown {
  if (typeof value === "string") {
    try {
      return compile(value);
    } catch (error) {
      throw new Error(`${file}: the message "${path.join(".")}" is not valid ICU: ${String(error)}`);
    }
  }
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([key, child]) => [
      key,
      compileAll(child, file, [...path, key]),
    ]),
  );
}
