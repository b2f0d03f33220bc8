/**
 * HTML as the text of a question. Only words, paragraphs, lists, quotations, emphasis and allowed links come through; nothing of the
 * HTML itself does, so there is no script, no style, no attribute and no address to fear in what comes out.
 */
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { closeUp, tagOfLink } from "./cite-link.ts";
import { phrasesOf } from "./plain-text.ts";
import { type Block, inOneParagraph, isBlock, list, type Phrase, paragraph, text, wordsOf } from "./question-text.ts";
import type { TextTools } from "./text-tools.ts";
import { gather } from "./tidy-text.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A parser of HTML looks up the open tags at every tag, so that its work grows with the square of a hostile text. */
const MOST_TAGS = 4_000;
const DEEPEST = 40;

const PROGRAM = new Set(["script", "iframe", "object", "embed", "applet", "form", "input", "button", "svg", "math"]);
const SILENT = new Set([
  "style",
  "template",
  "head",
  "title",
  "meta",
  "link",
  "noscript",
  "colgroup",
  "select",
  "textarea",
]);
const BLOCKS = new Set(
  "address article aside center dd div dl dt fieldset figcaption figure footer header main nav p section".split(" "),
);
const SUPERSCRIPT: Record<string, string> = Object.fromEntries(
  [..."0123456789+-n"].map((c, i) => [c, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"][i] ?? c]),
);
const SUBSCRIPT: Record<string, string> = Object.fromEntries(
  [..."0123456789+-"].map((c, i) => [c, [..."₀₁₂₃₄₅₆₇₈₉₊₋"][i] ?? c]),
);

/** What is left of a piece of HTML; what was left out of it and matters is noted. */
export function textOfHtml(html: string, tools: TextTools): Block[] {
  if (html.split("<").length > MOST_TAGS) {
    tools.note("text-too-large", `A text has more than ${MOST_TAGS} tags and was not read.`, "Write it anew.");
    return [];
  }
  return gather(piecesOf(parseFragment(html).childNodes, tools, 0));
}

function piecesOf(nodes: readonly Node[], tools: TextTools, depth: number): (Phrase | Block)[] {
  if (depth > DEEPEST) {
    tools.note(
      "text-too-deep",
      `A text is nested more than ${DEEPEST} tags deep; what is inside was left out.`,
      "Write it anew.",
    );
    return [];
  }
  const pieces = nodes.flatMap((node) => {
    if (node.nodeName === "#text") return phrasesOf((node as DefaultTreeAdapterTypes.TextNode).value, tools);
    return "tagName" in node ? piecesOfElement(node, tools, depth) : [];
  });
  const phrases = pieces.filter((piece) => !isBlock(piece));
  return phrases.length === pieces.length ? closeUp(phrases) : pieces;
}

function piecesOfElement(element: Element, tools: TextTools, depth: number): (Phrase | Block)[] {
  const name = element.tagName;
  const inside = () => piecesOf(element.childNodes, tools, depth + 1);
  const words = () => inOneParagraph(gather(inside()));
  if (PROGRAM.has(name)) {
    tools.note(
      "program",
      `A text holds <${name}>, which was left out.`,
      "Nothing to do, unless the question needs it.",
    );
    return [];
  }
  if (SILENT.has(name)) return [];
  if (BLOCKS.has(name)) return gather(inside());
  switch (name) {
    case "br":
      return [{ type: "break" }];
    case "b":
    case "strong":
      return emphasised("strong", inside());
    case "i":
    case "em":
    case "cite":
    case "dfn":
    case "var":
      return emphasised("emphasis", inside());
    case "code":
    case "kbd":
    case "samp":
    case "tt":
    case "pre": {
      const value = wordsOf(words());
      return value.trim() === "" ? [] : [{ type: "inlineCode", value }];
    }
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6": {
      const heading = words();
      return heading.length === 0 ? [] : [paragraph([{ type: "strong", children: heading }])];
    }
    case "ul":
    case "ol": {
      const items = element.childNodes
        .filter((child): child is Element => "tagName" in child)
        .map((child) => gather(piecesOf(child.tagName === "li" ? child.childNodes : [child], tools, depth + 1)));
      return [
        list(
          name === "ol",
          items.filter((item) => item.length > 0),
        ),
      ];
    }
    case "blockquote":
      return [{ type: "blockquote", children: gather(inside()) }];
    case "q":
      return [text("“"), ...words(), text("”")];
    case "table":
      tools.note("table", "A text holds a table; its rows became a list.", "Look whether the list still says it.");
      return [list(false, rowsOf(element, tools, depth + 1))];
    case "sup":
    case "sub":
      return raised(words(), name === "sup" ? SUPERSCRIPT : SUBSCRIPT);
    case "a":
      return linked(attribute(element, "href"), attribute(element, "title"), words(), tools);
    case "img":
      return [text(` ${tools.picture(attribute(element, "src"), attribute(element, "alt"))} `)];
    case "audio":
    case "video":
      tools.note("media", `A text holds <${name}>, which was left out.`, "Put it into a lesson as a link.");
      return [];
    default:
      return inside();
  }
}

/** Emphasis around paragraphs goes into them. */
function emphasised(type: "strong" | "emphasis", pieces: (Phrase | Block)[]): (Phrase | Block)[] {
  if (!pieces.some(isBlock)) return [{ type, children: pieces.filter((piece) => !isBlock(piece)) }];
  return gather(pieces).map((block) =>
    block.type === "paragraph" ? paragraph([{ type, children: block.children }]) : block,
  );
}

function rowsOf(table: Element, tools: TextTools, depth: number): Block[][] {
  if (depth > DEEPEST) return [];
  return table.childNodes
    .filter((child): child is Element => "tagName" in child)
    .flatMap((child) => {
      if (child.tagName !== "tr") return rowsOf(child, tools, depth + 1);
      const cells = child.childNodes
        .filter((cell): cell is Element => "tagName" in cell)
        .map((cell) => inOneParagraph(gather(piecesOf(cell.childNodes, tools, depth + 1))))
        .filter((cell) => cell.length > 0);
      const row = cells.flatMap((cell, index) => (index === 0 ? cell : [text("; "), ...cell]));
      return row.length === 0 ? [] : [[paragraph(row)]];
    });
}

function raised(phrases: Phrase[], signs: Record<string, string>): Phrase[] {
  const letters = [...wordsOf(phrases).replaceAll("−", "-")];
  return letters.every((letter) => Object.hasOwn(signs, letter))
    ? [text(letters.map((letter) => signs[letter] ?? letter).join(""))]
    : phrases;
}

/** A link that may stand in a page; otherwise its words, and a note of the address. */
export function linked(url: string, title: string, words: Phrase[], tools: TextTools): Phrase[] {
  const known = tagOfLink(title, words);
  if (known) return [known];
  if (tools.isAllowedAddress(url)) return [{ type: "link", url, children: words }];
  if (url !== "") {
    tools.note(
      "address",
      `A link to "${url.slice(0, 80)}" became plain words.`,
      "If the link matters, give it an address that begins with https://.",
    );
  }
  return words;
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? "";
}
