/**
 * Other systems know no citations and no glossary. A citation travels as a link to its source whose title says which it is, so that
 * learners there see the source and an import here finds the citation again; a term travels the same way, with its definition.
 */
import { type Phrase, tag, text, wordsOf } from "./question-text.ts";

/** What is known about the sources and terms that a quiz names. */
export interface QuizWords {
  /** Null when there is no such source. */
  source(id: string): { title: string; url: string } | null;
  /** The definition; null when there is no such term. */
  definition(id: string): string | null;
}

/** Citations and terms as links. */
export function withLinks(phrases: readonly Phrase[], words: QuizWords): Phrase[] {
  return phrases.flatMap((phrase, index): Phrase[] => {
    if (phrase.type === "mdxJsxTextElement") {
      const given = new Map(phrase.attributes.map(({ name, value }) => [name, value]));
      const id = given.get("id") ?? "";
      if (phrase.name === "Term") {
        const title = `term:${id} ${words.definition(id) ?? ""}`.trim();
        return [{ type: "link", url: `#${id}`, title, children: withLinks(phrase.children, words) }];
      }
      const at = given.get("at") ?? "";
      const source = words.source(id);
      const label = `(${source?.title ?? id}, ${at})`;
      const link: Phrase = {
        type: "link",
        url: source?.url ?? `#${id}`,
        title: `cite:${id} ${at}`,
        children: [text(label)],
      };
      return index === 0 ? [link] : [text(" "), link];
    }
    // These signs are written as character references there, and code holds none.
    if (phrase.type === "inlineCode" && /->|&&/.test(phrase.value)) return [text(phrase.value)];
    return "children" in phrase ? [{ ...phrase, children: withLinks(phrase.children, words) }] : [phrase];
  });
}

/** The citation or term that a link of ours stands for; null for every other link. */
export function tagOfLink(title: string | null | undefined, children: Phrase[]): Phrase | null {
  const [, kind, id, rest = ""] = /^(cite|term):([a-z0-9]+(?:-[a-z0-9]+)*)(?: (.*))?$/s.exec(title ?? "") ?? [];
  if (id === undefined) return null;
  if (kind === "cite") return rest.trim() === "" ? null : tag("Cite", { id, at: rest });
  return wordsOf(children).trim() === "" ? null : tag("Term", { id }, children);
}

/** The space that was put before the link of a citation is taken back. */
export function closeUp(phrases: readonly Phrase[]): Phrase[] {
  return phrases.map((phrase, index): Phrase => {
    const next = phrases[index + 1];
    const cited = next?.type === "mdxJsxTextElement" && next.name === "Cite";
    return cited && phrase.type === "text" ? text(phrase.value.replace(/ $/, "")) : phrase;
  });
}
