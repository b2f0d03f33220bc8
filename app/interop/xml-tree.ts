/**
 * XML from strangers. Before the parser sees it, the text is scanned: declarations (and with them every entity of its own), deep
 * nesting and endless tags are refused, in time that grows with the text and no faster.
 */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { LARGEST_FILE } from "./quiz-question.ts";

export interface XmlNode {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
  /** Its own text, CDATA included; character references are resolved. */
  text: string;
  /** Counted from 1. */
  line: number;
}

export type XmlReading =
  | { ok: true; roots: XmlNode[] }
  | { ok: false; line: number; code: "too-large" | "declaration" | "too-deep" | "not-xml"; message: string };

const DEEPEST = 30;
/** In characters. */
const LONGEST_TAG = 10_000;
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: "#cdata",
  captureMetaData: true,
});
const PLACE = XMLParser.getMetaDataSymbol() as symbol;

/** Reads XML as a tree. A text that is refused says why and in which line. */
export function readXml(file: string): XmlReading {
  if (file.length > LARGEST_FILE)
    return { ok: false, line: 1, code: "too-large", message: "The file is larger than 10 MB." };
  const text = file.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const lineAt = lineFinder(text);
  const fault = scan(text);
  if (fault) return { ok: false, line: lineAt(fault.at), code: fault.code, message: fault.message };
  const valid = XMLValidator.validate(text);
  if (valid !== true) return { ok: false, line: valid.err.line, code: "not-xml", message: valid.err.msg };
  const tree: unknown = parser.parse(text);
  return { ok: true, roots: childrenOf(tree, lineAt) };
}

function scan(text: string): { at: number; code: "declaration" | "too-deep" | "not-xml"; message: string } | null {
  let depth = 0;
  for (let at = text.indexOf("<"); at >= 0; ) {
    const [opening, closing] = text.startsWith("<![CDATA[", at)
      ? ["<![CDATA[", "]]>"]
      : text.startsWith("<!--", at)
        ? ["<!--", "-->"]
        : text.startsWith("<?", at)
          ? ["<?", "?>"]
          : ["", ""];
    let end: number;
    if (opening !== "" && closing !== undefined) {
      end = text.indexOf(closing, at + (opening?.length ?? 0));
      if (end < 0) return { at, code: "not-xml", message: `A ${opening} is not closed.` };
      end += closing.length;
    } else if (text.startsWith("<!", at)) {
      return {
        at,
        code: "declaration",
        message: "The file declares a document type or entities; question banks have none.",
      };
    } else {
      end = endOfTag(text, at);
      if (end < 0)
        return { at, code: "not-xml", message: `A tag is not closed, or longer than ${LONGEST_TAG} characters.` };
      if (text[at + 1] === "/") depth -= 1;
      else if (text[end - 2] !== "/") depth += 1;
      if (depth > DEEPEST) return { at, code: "too-deep", message: `The tags are nested more than ${DEEPEST} deep.` };
    }
    at = text.indexOf("<", end);
  }
  return null;
}

/** The place after the `>` of a tag; a `>` in the quotes of an attribute does not end it. */
function endOfTag(text: string, from: number): number {
  let quote = "";
  for (let at = from + 1; at < text.length && at - from < LONGEST_TAG; at += 1) {
    const sign = text[at] ?? "";
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at + 1;
  }
  return -1;
}

function childrenOf(nodes: unknown, lineAt: (at: number) => number): XmlNode[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: Record<string | symbol, unknown>) => {
    const name = Object.keys(node).find((key) => key !== ":@") ?? "";
    if (name === "" || name.startsWith("#") || name.startsWith("?")) return [];
    const inside = node[name];
    const place = node[PLACE] as { startIndex?: number } | undefined;
    const attributes = Object.entries((node[":@"] ?? {}) as Record<string, unknown>);
    return [
      {
        name,
        attributes: new Map(attributes.map(([key, value]) => [key, resolved(String(value))])),
        children: childrenOf(inside, lineAt),
        text: ownText(inside),
        line: lineAt(place?.startIndex ?? 0),
      },
    ];
  });
}

function ownText(nodes: unknown): string {
  if (!Array.isArray(nodes)) return "";
  return nodes
    .map((node: Record<string, unknown>) => {
      if (typeof node["#text"] === "string") return resolved(node["#text"]);
      const [data] = Array.isArray(node["#cdata"]) ? (node["#cdata"] as Record<string, unknown>[]) : [];
      return typeof data?.["#text"] === "string" ? data["#text"] : "";
    })
    .join("");
}

/** The five names of XML and numbers; any other name stays as it is written. */
function resolved(words: string): string {
  return words.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (typeof name === "string") return NAMED[name] ?? whole;
    const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

function lineFinder(text: string): (at: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (at) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
