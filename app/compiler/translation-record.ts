/**
 * What a translation was made from: the blocks of its source page, in their own words, so that the desk can say which have
 * changed and show how. It lies beside the course and not in the page, so that the desk never writes into an author's file
 * (docs/decisions/0010). `npm run content -- translated` and `typo` write it.
 */
import path from "node:path";
import { z } from "zod";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import type { PageBlock } from "./blocks.ts";

const RecordSchema = z.strictObject({
  /** The language of the source page. */
  source: z.enum(LANGUAGES),
  /** The source page's revision at that time. */
  revision: z.int().min(1),
  /** Scope and text of each block. */
  blocks: z.array(z.tuple([z.string().min(1), z.string()])),
});
export type TranslationRecord = z.infer<typeof RecordSchema>;

/** Where the record of a translation lies, from the folder of its course. */
export function recordPath(names: readonly string[], language: Language): string {
  return path.posix.join(".translations", ...names, `${language}.json`);
}

/** The record of a translation that is current with these blocks. */
export function recordOf(source: Language, revision: number, blocks: readonly PageBlock[]): TranslationRecord {
  return { source, revision, blocks: blocks.map(({ scope, text }) => [scope, text]) };
}

/** Reads a record; null when it is none. */
export function parseRecord(text: string): TranslationRecord | null {
  try {
    return RecordSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A record as its file: one block a line, so that a comparison of two versions reads well. */
export function recordText({ source, revision, blocks }: TranslationRecord): string {
  const lines = blocks.map((block) => `    ${JSON.stringify(block)}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "source": ${JSON.stringify(source)},\n  "revision": ${revision},\n  "blocks": ${list}\n}\n`;
}
