/**
 * What was found in pages that have not changed since: an author saves one page and waits, and nobody waits for the others. A page
 * is read anew when its text, a data file of its course or the list of files beside it has changed.
 */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import type { readPage } from "./read-page.ts";

type Given = Parameters<typeof readPage>[0];
type Read = ReturnType<typeof readPage>;

/** By file. Lives as long as the program that reads the same courses again and again. */
export type PageMemory = Map<string, { state: string; read: Read }>;

/**
 * Reading that asks the memory first.
 * @param memory without one, everything is read
 * @param data the texts of the course's data files
 */
export function remembered(
  memory: PageMemory | undefined,
  data: readonly string[],
): (given: Given, read: () => Read) => Read {
  if (!memory) return (_given, read) => read();
  const course = createHash("sha256").update(JSON.stringify(data)).digest("hex");
  return ({ file, folder, text, kind }, read) => {
    const beside = readdirSync(folder).join("/");
    const state = [course, kind, beside, createHash("sha256").update(text).digest("hex")].join("\n");
    const known = memory.get(file);
    if (known?.state === state) return known.read;
    const fresh = read();
    memory.set(file, { state, read: fresh });
    return fresh;
  };
}
