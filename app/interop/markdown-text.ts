/** Markdown as the text of a question, and back. HTML inside it is cleaned as HTML is. */
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { closeUp } from "./cite-link.ts";
import { linked, textOfHtml } from "./html-text.ts";
import { phrasesOf } from "./plain-text.ts";
import { type Block, inOneParagraph, isBlock, list, type Phrase, paragraph, text } from "./question-text.ts";
import type { TextTools } from "./text-tools.ts";
import { gather } from "./tidy-text.ts";

/** A node of any Markdown tree, in the fields that are read here. */
export interface SourceNode {
  type: string;
  children?: SourceNode[];
  value?: string;
  url?: string;
  title?: string | null;
  alt?: string | null;
  identifier?: string;
  ordered?: boolean | null;
  checked?: boolean | null;
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  position?: { start: { line: number } };
}

const DEEPEST = 40;
/** In characters, and in brackets among them: the parser's work grows faster than a hostile text. */
const LONGEST = 50_000;
const MOST_BRACKETS = 2_000;
const parser = unified().use(remarkParse).use(remarkGfm);
const writer = unified()
  .use(remarkStringify, { bullet: "-", emphasis: "*", listItemIndent: "one", resourceLink: true })
  .use(remarkGfm);

/** Reads Markdown as other systems write it: CommonMark with tables, HTML allowed. */
export function textOfMarkdown(markdown: string, tools: TextTools): Block[] {
  if (markdown.length > LONGEST || markdown.split(/[[\]<]/).length > MOST_BRACKETS) {
    tools.note("text-too-large", "A text is too long, or holds too many brackets, and was not read.", "Write it anew.");
    return [];
  }
  // The parser answers deep nesting with deep recursion.
  if (/^(?:[ \t]*(?:[>*+-]|\d+[.)])){30}/m.test(markdown) || /[[(*_]{200}/.test(markdown)) {
    tools.note("text-too-deep", "A text is nested too deep and was not read.", "Write it anew.");
    return [];
  }
  const tree = parser.parse(markdown) as SourceNode;
  return textOfNodes(tree.children ?? [], tools, addressesIn(tree));
}

/** Cleans nodes of a Markdown tree. `addresses` are those of `[words][name]` links, by name. */
export function textOfNodes(
  nodes: readonly SourceNode[],
  tools: TextTools,
  addresses: ReadonlyMap<string, string>,
): Block[] {
  return gather(piecesOf(nodes, { ...tools, addresses }, 0));
}

/** Blocks as Markdown for other systems: no tag in it, its end without an empty line. */
export function markdownOf(blocks: readonly Block[]): string {
  const root = { type: "root", children: blocks };
  return writer.stringify(root as Parameters<typeof writer.stringify>[0]).trimEnd();
}

type Tools = TextTools & { addresses: ReadonlyMap<string, string> };

function piecesOf(nodes: readonly SourceNode[], tools: Tools, depth: number): (Phrase | Block)[] {
  if (depth > DEEPEST) {
    tools.note("text-too-deep", "A text is nested too deep; what is inside was left out.", "Write it anew.");
    return [];
  }
  const pieces = nodes.flatMap((node) => piecesOfNode(node, tools, depth));
  const phrases = pieces.filter((piece) => !isBlock(piece));
  return phrases.length === pieces.length ? closeUp(phrases) : pieces;
}

function piecesOfNode(node: SourceNode, tools: Tools, depth: number): (Phrase | Block)[] {
  const children = node.children ?? [];
  const inside = () => piecesOf(children, tools, depth + 1);
  const words = () => inOneParagraph(gather(inside()));
  switch (node.type) {
    case "text":
      return phrasesOf(node.value ?? "", tools);
    case "inlineCode":
    case "code":
      return node.value?.trim() ? [{ type: "inlineCode", value: node.value }] : [];
    case "break":
      return [{ type: "break" }];
    case "emphasis":
    case "strong":
      return [{ type: node.type, children: words() }];
    case "link":
      return linked(node.url ?? "", node.title ?? "", words(), tools);
    case "linkReference":
      return linked(tools.addresses.get(node.identifier ?? "") ?? "", "", words(), tools);
    case "image":
      return [text(` ${tools.picture(node.url ?? "", node.alt ?? "")} `)];
    case "html": {
      const blocks = textOfHtml(node.value ?? "", tools);
      return blocks.length === 1 ? inOneParagraph(blocks) : blocks;
    }
    case "paragraph":
      return gather(inside());
    case "heading":
      return [paragraph([{ type: "strong", children: words() }])];
    case "blockquote":
      return [{ type: "blockquote", children: gather(inside()) }];
    case "list":
      return [
        list(
          node.ordered === true,
          children
            .map((item) => gather(piecesOf(item.children ?? [], tools, depth + 1)))
            .filter((item) => item.length > 0),
        ),
      ];
    case "table":
      tools.note("table", "A text holds a table; its rows became a list.", "Look whether the list still says it.");
      return [
        list(
          false,
          children.map((row) => [paragraph(cellsOf(row, tools, depth))]),
        ),
      ];
    case "mdxJsxTextElement":
    case "mdxJsxFlowElement":
      return node.name === "Cite" || node.name === "Term" ? [tagOf(node, node.name, words())] : inside();
    case "definition":
    case "thematicBreak":
    case "footnoteDefinition":
    case "footnoteReference":
      return [];
    default:
      return inside();
  }
}

function cellsOf(row: SourceNode, tools: Tools, depth: number): Phrase[] {
  const cells = (row.children ?? []).map((cell) =>
    inOneParagraph(gather(piecesOf(cell.children ?? [], tools, depth + 1))),
  );
  return cells.flatMap((cell, index) => (index === 0 ? cell : [text("; "), ...cell]));
}

function tagOf(node: SourceNode, name: "Cite" | "Term", children: Phrase[]): Phrase {
  const attributes = (node.attributes ?? []).flatMap(({ name: key, value }) =>
    key !== undefined && typeof value === "string" ? [{ type: "mdxJsxAttribute" as const, name: key, value }] : [],
  );
  return { type: "mdxJsxTextElement", name, attributes, children: name === "Cite" ? [] : children };
}

/** The first address of each name. */
export function addressesIn(tree: SourceNode): Map<string, string> {
  const found = new Map<string, string>();
  const look = (node: SourceNode): void => {
    const name = node.identifier ?? "";
    if (node.type === "definition" && !found.has(name)) found.set(name, node.url ?? "");
    for (const child of node.children ?? []) look(child);
  };
  look(tree);
  return found;
}
