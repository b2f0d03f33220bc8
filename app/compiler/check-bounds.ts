/**
 * What is refused before a page is parsed, because no lesson needs it and the reader of Markdown would take minutes over it or
 * give up: pages, lines and paragraphs without measure, deep nesting, and signs that are not seen.
 */
import { basename } from "node:path";
import type { MarkdownNode, MarkdownPoint } from "#app/activities/markdown-node.ts";

/** In bytes of UTF-8. The longest lesson so far has 20 KiB. */
export const MAX_PAGE_BYTES = 256 * 1024;
/** In UTF-16 units: a paragraph is a run of lines without an empty one. */
export const MAX_LINE = 8000;
const MAX_PARAGRAPH = 20_000;
const MAX_DEPTH = 40;

type Add = (place: MarkdownPoint, code: string, message: string, fix: string) => void;

/** Checks a text before it is parsed. @returns whether it may be parsed */
export function checkBounds(text: string, file: string, add: Add): boolean {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_PAGE_BYTES) {
    add(
      { line: 1, column: 1 },
      "page-too-large",
      `${basename(file)} is larger than ${MAX_PAGE_BYTES / 1024} KiB and was not read.`,
      "Make several lessons of it; pictures lie beside the lesson as files.",
    );
    return false;
  }
  let paragraph = 0;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const place = { line: index + 1, column: 1 };
    paragraph = line.trim() === "" ? 0 : paragraph + line.length;
    if (line.length > MAX_LINE || paragraph > MAX_PARAGRAPH) {
      add(
        place,
        "paragraph-too-long",
        "This paragraph has no end: the page was not read.",
        "Put empty lines between paragraphs.",
      );
      return false;
    }
    const [markers = ""] = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line) ?? [];
    const depth = markers.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
    if (depth > MAX_DEPTH || markers.length > MAX_DEPTH * 5) {
      add(place, ...TOO_DEEP);
      return false;
    }
  }
  return true;
}

/** Checks that a tree is not deeper than what walks over it can follow. */
export function checkDepth(tree: MarkdownNode, placeOf: (node: MarkdownNode) => MarkdownPoint, add: Add): boolean {
  let level: MarkdownNode[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    const [first] = level;
    if (depth > MAX_DEPTH && first) {
      add(placeOf(first), ...TOO_DEEP);
      return false;
    }
    level = level.flatMap((node) => node.children ?? []);
  }
  return true;
}

export const TOO_DEEP = [
  "too-deep",
  "Tags, lists or quotations stand inside one another far too deep: the page was not read.",
  "Take the signs at the beginning of the line out, or close the tags that are open.",
] as const;

/** Controls, signs that turn the direction of the text round, spaces without width, and the sign for a broken letter. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd\u{e0000}-\u{e007f}]/u;

/** Reports the first unseen sign of each line. A byte order mark at the very beginning is none. */
export function checkCharacters(text: string, add: Add): void {
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const match = UNSEEN.exec(line);
    if (!match) continue;
    const code = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    add(
      { line: index + 1, column: match.index + 1 },
      "forbidden-character",
      match[0] === "\uFFFD"
        ? `A letter is broken here (${code}): the file is not saved as UTF-8.`
        : `A sign that nobody sees stands here (${code}); it can hide words or turn them round.`,
      match[0] === "\uFFFD"
        ? "Write the letter again and save the file as UTF-8."
        : "Delete it and type the words anew.",
    );
  }
}
