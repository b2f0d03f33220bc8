import type { Language } from "#app/domain/language.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import type { Rank } from "#app/domain/attempt.ts";
import type { Exhibit, Feedback, PublicActivity } from "./activity.ts";
import type { MarkdownNode } from "./markdown-node.ts";

/** A tag as the author wrote it; its attributes were checked against the vocabulary. */
export interface ActivityTag {
  id: string;
  outcome: string;
  tag: string;
  attributes: ReadonlyMap<string, string>;
  node: MarkdownNode;
}

export type ExhibitTag = Omit<ActivityTag, "outcome">;

/** What a syntax may ask of the compiler. */
export interface SyntaxTools {
  /** Paragraphs, lists and quotations as formatted text; anything else is reported. */
  blocks(nodes: readonly MarkdownNode[]): RichNode[];
  /** The words inside one paragraph or cell as formatted text. */
  inline(nodes: readonly MarkdownNode[]): RichNode[];
  /** Of the page. */
  language: Language;
  report(code: string, node: MarkdownNode, message: string, fix: string): void;
  /** The same for what is no mistake, but better mended. */
  warn(code: string, node: MarkdownNode, message: string, fix: string): void;
  /** An order that is the same in every language and says nothing about the order in the file. */
  rank: Rank;
  /** A term of the glossary; null without one, which is reported at the node. */
  term(id: string, node: MarkdownNode): GlossaryTerm | null;
  /** Ids of the terms that the page explains in its text, in its order, each once. */
  explained: readonly string[];
}

/** A term as it may be shown anywhere on the page. */
export interface GlossaryTerm {
  /** The agreed term in each language. */
  words: Record<Language, string>;
  /** In the language of the page. */
  definition: string;
  /** Title and address of the document that the definition is taken from. */
  source: { label: string; href: string };
}

/** One activity in one language: what travels to the browser, and what does not. */
export interface ActivityDraft {
  public: PublicActivity;
  /** Equal in every language. Of a kind that is never graded no key is kept: what stands here is only compared. */
  key: unknown;
  /** What the key holds in the words of this language; the record's key gets those of all languages as `wordings`. */
  wordings?: unknown;
  feedback: Feedback;
  /** How many parts it has, by name, for the comparison of languages. */
  parts: Record<string, number>;
}

/** One exhibit in one language. */
export interface ExhibitDraft {
  public: Exhibit;
  /** How many parts it has, by name, for the comparison of languages. */
  parts: Record<string, number>;
  /** What must be equal in every language: figures, days, the way from question to question. */
  key?: unknown;
}

/** How a kind of exhibit is written in a lesson. Used at build time only. */
export interface ExhibitSyntax {
  kind: string;
  tag: string;
  /** Reads the body and reports what is wrong with it; null when no exhibit can be made of it. */
  parse(tag: ExhibitTag, tools: SyntaxTools): ExhibitDraft | null;
  /** What of the body states facts and needs sources as the text of a lesson does; without it, everything. */
  claims?(node: MarkdownNode): readonly MarkdownNode[];
}

/** How a kind of activity is written in a lesson. Used at build time only. */
export interface ActivitySyntax {
  kind: string;
  /** Whether this kind is what the tag's body says. */
  reads(tag: ActivityTag): boolean;
  /** Reads the body and reports what is wrong with it; null when no activity can be made of it. */
  parse(tag: ActivityTag, tools: SyntaxTools): ActivityDraft | null;
}
