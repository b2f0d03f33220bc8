/** Adds entries to `course.yaml` without touching a byte of what stands there: comments, order and quotes are the author's. */
import { isNode, isSeq, parseDocument, type YAMLSeq } from "yaml";
import { indented } from "./skeleton.ts";

/**
 * Puts an item into a list of a YAML text.
 * @param path the way to the list
 * @param after the index after which it comes; the list's last without it
 * @param entry its lines, beginning with `- `
 * @returns null when the list is not written with one item a line, beginning with `- `
 */
export function withItem(text: string, path: (string | number)[], entry: string, after?: number): string | null {
  const list = parseDocument(text).getIn(path, true);
  if (!isSeq(list) || list.flow || list.items.length === 0) return null;
  const ends = placeAfter(text, list, after ?? list.items.length - 1);
  if (ends === null) return null;
  const before = text.slice(0, ends.offset);
  return `${before}${before.endsWith("\n") ? "" : "\n"}${indented(entry, ends.indent)}${text.slice(ends.offset)}`;
}

function placeAfter(text: string, list: YAMLSeq, index: number): { offset: number; indent: string } | null {
  const item = list.items[index];
  const range = isNode(item) ? item.range : null;
  if (!range) return null;
  const lineStart = text.lastIndexOf("\n", range[0] - 1) + 1;
  const dash = /^( *)- /.exec(text.slice(lineStart, range[0]));
  if (!dash) return null;
  // A comment in the item's last line belongs to it; what follows on lines of its own belongs to the next.
  let offset = range[1];
  while (offset > range[0] && /\s/.test(text[offset - 1] ?? "")) offset -= 1;
  const lineEnd = text.indexOf("\n", offset);
  return { offset: lineEnd < 0 ? text.length : lineEnd + 1, indent: dash[1] ?? "" };
}
