/** A node of the Markdown tree, in the few fields that reading activities needs. */
export interface MarkdownNode {
  type: string;
  children?: MarkdownNode[];
  value?: string;
  /** Headings. */
  depth?: number;
  /** Lists. */
  ordered?: boolean | null;
  /** List items: a ticked box, an empty one, or none. */
  checked?: boolean | null;
  /** Links and definitions. */
  url?: string;
  identifier?: string;
  /** Tags. */
  name?: string | null;
  attributes?: MarkdownAttribute[];
  position?: { start: MarkdownPoint; end: MarkdownPoint };
  data?: Record<string, unknown>;
}

export interface MarkdownAttribute {
  type: string;
  name?: string;
  /** Text; null for an attribute without a value; an object for an expression. */
  value?: string | null | object;
  position?: { start: MarkdownPoint; end: MarkdownPoint };
}

/** Counted from 1. */
export interface MarkdownPoint {
  line: number;
  column: number;
}
