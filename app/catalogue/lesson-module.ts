import type { ReactNode } from "react";
import type { Language } from "#app/domain/language.ts";

/** What a compiled lesson file exports, on the server and in the browser. It holds no key and no feedback. */
export interface LessonModule {
  default: (props: { components: Record<string, unknown> }) => ReactNode;
  meta: LessonMeta;
}

export interface LessonMeta {
  /** The language of its text: that of the source where there is no translation. */
  language: Language;
  title: string;
  summary: string;
  /** The kinds of its activities, each once. */
  kinds: string[];
  /** The `##` screens: `s1` … `sN`. */
  sections: { id: string; title: string }[];
  /** Cited documents in the order of their first mention; `<Cite n>` points at them. */
  sources: { n: number; id: string; title: string; body: string; year: number; href: string; places: string[] }[];
  /** Glossary terms that the lesson explains, in the order of their first mention. */
  terms: { id: string; term: string; definition: string }[];
  /**
   * How many blocks (headings, paragraphs, items, rows …) of the source text have changed since this translation was made; 0 for the
   * source text itself, and where nobody recorded it.
   */
  blocksBehind: number;
}
