import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { VFile } from "vfile";
import type { MarkdownNode, MarkdownPoint } from "#app/activities/markdown-node.ts";

type VFileMessage = VFile["messages"][number];

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm);

export type ParsedMarkdown =
  | { ok: true; tree: MarkdownNode }
  | { ok: false; point: MarkdownPoint; message: string; fix: string };

/** Parses the body of a page. Nothing in it is run. A body that cannot be parsed gives the first reason, in plain words. */
export function parseMarkdown(body: string): ParsedMarkdown {
  try {
    return { ok: true, tree: parser.parse(body) as MarkdownNode };
  } catch (error) {
    if (!isMessage(error)) throw error;
    return { ok: false, ...plainWords(error, body) };
  }
}

function plainWords(error: VFileMessage, body: string): { point: MarkdownPoint; message: string; fix: string } {
  const reason = error.reason;
  const point = pointOf(error, body);
  const line = body.split("\n")[point.line - 1] ?? "";
  const [, tag = ""] = /`<\/?([^`>\s]*)>?`/.exec(reason) ?? [];

  if (reason.startsWith("Expected a closing tag for")) {
    return {
      // The reader names the paragraph that ends; the author looks for the tag that does not.
      point: openingPoint(reason) ?? point,
      message: `The tag <${tag}> is not closed where it should be.`,
      fix: `Write </${tag}> in the same paragraph or, for a tag on its own lines, on a line of its own; or end a tag without body with />.`,
    };
  }
  if (reason.startsWith("Unexpected closing tag")) {
    const [, open = ""] = /closing tag for `<([^`>\s]*)>`/.exec(reason) ?? [];
    return {
      point,
      message: `</${tag}> stands here, but <${open}> is still open.`,
      fix: `Write </${open}> before it, or correct the name.`,
    };
  }
  if (reason.startsWith("Expected the closing tag")) {
    return {
      point,
      message: `</${tag}> stands inside a list or quotation that began after <${tag}>.`,
      fix: `Put </${tag}> at the beginning of its line.`,
    };
  }
  if (error.ruleId === "unexpected-closing-slash") {
    return {
      point,
      message: "A tag is closed that was not opened.",
      fix: "Take it out, or write the opening tag before it.",
    };
  }
  if (reason.includes("import/exports")) {
    return {
      point: { line: point.line, column: 1 },
      message: "A line begins with the word “import” or “export”, which would be read as program text.",
      fix: "Lessons hold no programs. If it is a sentence, begin the line with another word.",
    };
  }
  if (reason.includes("expression") || error.ruleId === "acorn") {
    const brace = line.lastIndexOf("{", point.column);
    return {
      point: brace < 0 ? point : { line: point.line, column: brace + 1 },
      message: "A { stands in the text; it would be read as program text.",
      fix: "To write { as itself, put a backslash before it: \\{.",
    };
  }
  if (reason.includes("attribute") || reason.includes("closing quote")) {
    return {
      point,
      message: "The value of an attribute has no quotes around it, or its closing quote is missing.",
      fix: 'Write name="value".',
    };
  }
  if (/before (local )?name/.test(reason)) {
    const sign = line.lastIndexOf("<", point.column);
    const from = sign < 0 ? point : { line: point.line, column: sign + 1 };
    if (line.startsWith("<!--", sign)) {
      return { point: from, message: "HTML comments are not possible here.", fix: "Take the comment out." };
    }
    const link = /^<(?:https?:|mailto:|[^\s>]+@)/.test(line.slice(Math.max(sign, 0)));
    return {
      point: from,
      message: "A < stands in the text; it would be read as the beginning of a tag.",
      fix: link ? "Write a link as [words](https://…)." : "To write < as itself, put a backslash before it: \\<.",
    };
  }
  return {
    point,
    message: "A tag is not written as it should be.",
    fix: 'Write it like <Cite id="…" at="…" />. To write < or { as itself, put a backslash before it.',
  };
}

function pointOf(error: VFileMessage, body: string): MarkdownPoint {
  const { place } = error;
  const point = place && "start" in place ? place.start : place;
  if (point) return { line: point.line, column: point.column };
  return openingPoint(error.reason) ?? { line: body.split("\n").length, column: 1 };
}

function openingPoint(reason: string): MarkdownPoint | null {
  const [, line, column] = /\((\d+):(\d+)/.exec(reason) ?? [];
  return line && column ? { line: Number(line), column: Number(column) } : null;
}

function isMessage(error: unknown): error is VFileMessage {
  return error instanceof Error && "reason" in error && "ruleId" in error;
}
