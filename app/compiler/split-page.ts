/**
 * Front matter and body of a page. We take them apart ourselves, because the usual reader runs front matter that says it is
 * JavaScript. The body is changed in one way: an empty line is put before a tag that stands alone right under other text,
 * so that it ends the list or quotation above it; positions are mapped back to the author's lines.
 */
import type { MarkdownPoint } from "#app/activities/markdown-node.ts";
import { VOCABULARY } from "./vocabulary.ts";

export interface SplitPage {
  /** Null when there is none that can be read. */
  frontMatter: string | null;
  body: string;
  /** The place in the author's file of a place in `body`. */
  place(point: MarkdownPoint): MarkdownPoint;
  fault: { code: string; message: string; fix: string; line: number } | null;
}

/** The tags that stand on lines of their own. */
const NAMES = Object.keys(VOCABULARY).filter((name) => VOCABULARY[name]?.place !== "text");
const CLOSING_TAG = new RegExp(`^ {0,3}</(?:${NAMES.join("|")})>\\s*$`);
const OPENING_TAG = new RegExp(`^<(?:${NAMES.join("|")})[\\s/>]`);
const TAG_LINE = /^\s*<[^<>]*>\s*$/;

export function splitPage(text: string): SplitPage {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const [first = ""] = lines;
  if (!first.startsWith("---")) {
    return withBody(lines, 0, null, {
      code: "front-matter-missing",
      message: "The page has no title and summary.",
      fix: "Begin the file, in its first line, with ---, then title: and summary:, then --- again.",
      line: 1,
    });
  }
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  if (!/^---\s*$/.test(first)) {
    return withBody(lines, end < 0 ? lines.length : end + 1, null, {
      code: "front-matter-not-plain",
      message: `The front matter begins with "${first.slice(0, 20).trim()}".`,
      fix: "Front matter is plain YAML: write --- and nothing else in the first line.",
      line: 1,
    });
  }
  if (end < 0) {
    return withBody(lines, lines.length, null, {
      code: "front-matter-open",
      message: "The front matter does not end.",
      fix: "Write --- on a line of its own after title and summary.",
      line: 1,
    });
  }
  return withBody(lines, end + 1, lines.slice(1, end).join("\n"), null);
}

function withBody(lines: string[], from: number, frontMatter: string | null, fault: SplitPage["fault"]): SplitPage {
  // The first line stays empty: nothing that stands there can be taken for front matter again.
  const body = [""];
  const origin = [Math.max(from, 1)];
  for (const [index, line] of lines.entries()) {
    if (index < from) continue;
    const above = body.at(-1) ?? "";
    const alone = CLOSING_TAG.test(line) || OPENING_TAG.test(line);
    if (alone && above.trim() !== "" && !TAG_LINE.test(above)) {
      body.push("");
      origin.push(index + 1);
    }
    body.push(line);
    origin.push(index + 1);
  }
  return {
    frontMatter,
    fault,
    body: body.join("\n"),
    place: ({ line, column }) => ({
      line: origin[Math.min(line, origin.length) - 1] ?? 1,
      column: Math.max(column, 1),
    }),
  };
}
