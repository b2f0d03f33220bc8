import { readFileSync } from "node:fs";
import path from "node:path";
import { transform } from "esbuild";
import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import type { Language } from "#app/domain/language.ts";
import { ROOT } from "../architecture/sources.ts";

/** One message as it stands in its file, under its dotted key. */
export interface SourceMessage {
  key: string;
  text: string;
}

/** Where messages stand: those of all pages, and those that only author pages carry. */
export const MESSAGE_FOLDERS = ["app/locales", "app/locales/author"] as const;

/** The messages of a language as written, before the build compiles them. */
export async function sourceMessages(
  language: Language,
  folder: (typeof MESSAGE_FOLDERS)[number] = "app/locales",
): Promise<SourceMessage[]> {
  const code = readFileSync(path.join(ROOT, folder, `${language}.ts`), "utf8");
  const script = await transform(code, { loader: "ts", format: "esm" });
  const url = `data:text/javascript;base64,${Buffer.from(script.code).toString("base64")}`;
  const { messages } = (await import(/* @vite-ignore */ url)) as { messages: unknown };
  return flat(messages, []);
}

function flat(value: unknown, keys: string[]): SourceMessage[] {
  if (typeof value === "string") return [{ key: keys.join("."), text: value }];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, child]) => flat(child, [...keys, key]));
}

/** What a message asks of its caller and of its language. */
export interface Shape {
  /** Arguments, sorted, each once. */
  names: string[];
  /** Arguments that count, with the forms that are written for them. */
  plurals: { name: string; forms: string[] }[];
  /** Arguments that choose, with the values that are written for them, sorted. */
  selects: { name: string; values: string[] }[];
}

const SELECT = 1;
const COUNTING = new Set<unknown>([2, 3]);

/** @throws Error when the message is not valid ICU */
export function shapeOf(text: string): Shape {
  const names = new Set<string>();
  const shape: Shape = { names: [], plurals: [], selects: [] };

  function look(message: CompiledMessage | unknown): void {
    if (!Array.isArray(message)) return;
    for (const node of message as unknown[]) {
      if (!Array.isArray(node)) continue;
      const [name, kind, options] = node as [string, unknown, Record<string, unknown>?];
      if (kind !== undefined && typeof kind !== "number")
        throw new Error(`A message holds the tag <${name}>; messages are plain text.`);
      names.add(name);
      if (COUNTING.has(kind)) shape.plurals.push({ name, forms: Object.keys(options ?? {}) });
      if (kind === SELECT) shape.selects.push({ name, values: Object.keys(options ?? {}).sort() });
      if (COUNTING.has(kind) || kind === SELECT) Object.values(options ?? {}).forEach(look);
    }
  }
  look(compile(text));
  shape.names = [...names].sort();
  return shape;
}
