import type { MarkdownNode } from "#app/activities/markdown-node.ts";
import type { Language } from "#app/domain/language.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import { attributesOf, type Report } from "./guard.ts";
import { type CourseWords, titleIn } from "./words.ts";

export interface RichTools {
  words: CourseWords;
  language: Language;
  /** Addresses of `[words][name]` links, by name. */
  definitions: ReadonlyMap<string, string>;
  report: Report;
}

/** Blocks of Markdown as formatted text. What cannot be said in it is reported. */
export function richBlocks(nodes: readonly MarkdownNode[], tools: RichTools): RichNode[] {
  return nodes.flatMap((node) => richBlock(node, tools));
}

/** The inside of a paragraph or cell as formatted text. Neighbouring strings are joined, its ends trimmed. */
export function richInline(nodes: readonly MarkdownNode[], tools: RichTools): RichNode[] {
  const joined: RichNode[] = [];
  for (const node of nodes.flatMap((child) => richWord(child, tools))) {
    const last = joined.at(-1);
    if (typeof node === "string" && typeof last === "string") joined[joined.length - 1] = last + node;
    else joined.push(node);
  }
  const [first] = joined;
  if (typeof first === "string") joined[0] = first.trimStart();
  const last = joined.at(-1);
  if (typeof last === "string") joined[joined.length - 1] = last.trimEnd();
  return joined.filter((node) => node !== "");
}

function richBlock(node: MarkdownNode, tools: RichTools): RichNode[] {
  const children = node.children ?? [];
  switch (node.type) {
    case "paragraph":
      return [{ el: "p", children: richInline(children, tools) }];
    case "list":
      return [{ el: node.ordered ? "ol" : "ul", children: richBlocks(children, tools) }];
    case "listItem":
      return [{ el: "li", children: richItem(children, tools) }];
    case "blockquote":
      return [{ el: "blockquote", children: richBlocks(children, tools) }];
    case "definition":
      return [];
    default:
      return notHere(node, tools);
  }
}

/** An item of one paragraph is shown without the space that a paragraph would put around it. */
function richItem(children: readonly MarkdownNode[], tools: RichTools): RichNode[] {
  const [first, ...rest] = children;
  if (first?.type !== "paragraph") return richBlocks(children, tools);
  return [...richInline(first.children ?? [], tools), ...richBlocks(rest, tools)];
}

function richWord(node: MarkdownNode, tools: RichTools): RichNode[] {
  const children = node.children ?? [];
  switch (node.type) {
    case "text":
      return [(node.value ?? "").replace(/\s*\n\s*/g, " ")];
    case "emphasis":
      return [{ el: "em", children: richWords(children, tools) }];
    case "strong":
      return [{ el: "strong", children: richWords(children, tools) }];
    case "inlineCode":
      return [{ el: "code", children: [node.value ?? ""] }];
    case "break":
      return [{ el: "br" }];
    case "link":
      return [{ el: "a", href: node.url ?? "", children: richWords(children, tools) }];
    case "linkReference":
      return [
        { el: "a", href: tools.definitions.get(node.identifier ?? "") ?? "", children: richWords(children, tools) },
      ];
    case "mdxJsxTextElement":
    case "mdxJsxFlowElement":
      return richTag(node, tools);
    default:
      return notHere(node, tools);
  }
}

function richWords(nodes: readonly MarkdownNode[], tools: RichTools): RichNode[] {
  return nodes.flatMap((node) => richWord(node, tools));
}

/** References that do not exist are reported where references are checked; here they only leave a gap. */
function richTag(node: MarkdownNode, tools: RichTools): RichNode[] {
  const attributes = attributesOf(node);
  const id = attributes.get("id") ?? "";
  if (node.name === "Cite") {
    const source = tools.words.sources?.get(id);
    const label = source ? titleIn(source, tools.language) : id;
    return [{ el: "cite", source: id, at: attributes.get("at") ?? "", label, href: source?.url ?? "" }];
  }
  if (node.name === "Term") {
    const entry = tools.words.glossary?.get(id);
    const children = richWords(node.children ?? [], tools);
    return [
      {
        el: "term",
        term: entry?.[tools.language] ?? id,
        definition: entry?.definition[tools.language] ?? "",
        children,
      },
    ];
  }
  return notHere(node, tools);
}

function notHere(node: MarkdownNode, tools: RichTools): RichNode[] {
  const name = node.name ? `<${node.name}>` : node.type;
  tools.report(
    "not-in-activity",
    node,
    `Inside an activity, ${name} has no place here.`,
    "Use paragraphs, lists, quotations, bold, italic, links, <Cite> and <Term>.",
  );
  return [];
}
