/**
 * Formatted text as data: what the compiler makes of Markdown inside a question, and what feedback travels as.
 * It is never a string of HTML, so nothing that an author or an attacker writes can become markup.
 */
export type RichNode = string | RichElement;

export type RichElement =
  | { el: "p" | "em" | "strong" | "code" | "ul" | "ol" | "li" | "blockquote" | "br"; children?: RichNode[] }
  | { el: "a"; href: string; children: RichNode[] }
  /** A citation: `label` is the short name of the source, `at` the place in it. */
  | { el: "cite"; source: string; at: string; label: string; href: string }
  | { el: "term"; term: string; definition: string; children: RichNode[] };

/** The text without its form, for alternative texts, titles and searches. */
export function plainText(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      if (node.el === "cite") return "";
      return plainText(node.children ?? []);
    })
    .join("");
}
