/**
 * What the text of a question may be made of, as nodes of a Markdown tree. Foreign texts are brought into this form, and only
 * this form is written; whatever has no node here cannot get into a page.
 */
export type Phrase =
  | { type: "text"; value: string }
  | { type: "emphasis" | "strong"; children: Phrase[] }
  | { type: "inlineCode"; value: string }
  | { type: "break" }
  | { type: "link"; url: string; title?: string | null; children: Phrase[] }
  | TextTag;

/** `<Cite>` or `<Term>`. */
export interface TextTag {
  type: "mdxJsxTextElement";
  name: "Cite" | "Term";
  attributes: { type: "mdxJsxAttribute"; name: string; value: string }[];
  children: Phrase[];
}

export type Block = Paragraph | List | { type: "blockquote"; children: Block[] };

export interface Paragraph {
  type: "paragraph";
  children: Phrase[];
}

export interface List {
  type: "list";
  ordered: boolean;
  spread: false;
  children: Item[];
}

export interface Item {
  type: "listItem";
  spread: false;
  children: Block[];
}

export function text(value: string): Phrase {
  return { type: "text", value };
}

export function paragraph(children: Phrase[]): Paragraph {
  return { type: "paragraph", children };
}

export function list(ordered: boolean, items: Block[][]): List {
  return {
    type: "list",
    ordered,
    spread: false,
    children: items.map((children) => ({ type: "listItem", spread: false, children })),
  };
}

/** A `<Cite>` or `<Term>` with these attributes, in their order. */
export function tag(name: TextTag["name"], attributes: Record<string, string>, children: Phrase[] = []): TextTag {
  return {
    type: "mdxJsxTextElement",
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: "mdxJsxAttribute", name: key, value })),
    children,
  };
}

/** The words alone; citations have none. */
export function wordsOf(phrases: readonly Phrase[]): string {
  return phrases
    .map((phrase) => {
      if (phrase.type === "break") return " ";
      if ("value" in phrase) return phrase.value;
      return wordsOf(phrase.children);
    })
    .join("");
}

export function isBlock(piece: Phrase | Block): piece is Block {
  return piece.type === "paragraph" || piece.type === "list" || piece.type === "blockquote";
}

/** Blocks as one paragraph, for places that hold no more: what stood in blocks of its own stands in lines of its own. */
export function inOneParagraph(blocks: readonly Block[]): Phrase[] {
  const lines = blocks.flatMap((block): Phrase[][] => {
    if (block.type === "paragraph") return [block.children];
    if (block.type === "blockquote") return [inOneParagraph(block.children)];
    return block.children.map((item, index) => [
      text(block.ordered ? `${index + 1}) ` : "– "),
      ...inOneParagraph(item.children),
    ]);
  });
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: "break" } as const, ...line]));
}

/** Line breaks as spaces, for the cells of a table. */
export function inOneLine(phrases: readonly Phrase[]): Phrase[] {
  return phrases.map((phrase): Phrase => {
    if (phrase.type === "break") return text(" ");
    return "children" in phrase ? { ...phrase, children: inOneLine(phrase.children) } : phrase;
  });
}
