import type { GlossaryTerm } from "#app/activities/activity-syntax.ts";
import type { MarkdownNode } from "#app/activities/markdown-node.ts";
import { attributesOf, type Report } from "./guard.ts";
import { suggest } from "./nearest.ts";
import type { RichTools } from "./rich-nodes.ts";
import { walk } from "./walk.ts";
import { type CourseWords, titleIn } from "./words.ts";

/** Reports a term that the glossary does not have. @returns whether it may be used */
export function isKnownTerm(id: string, node: MarkdownNode, words: CourseWords, report: Report): boolean {
  // A glossary that cannot be read was reported by itself.
  if (!words.glossary || words.glossary.has(id)) return words.glossary !== null;
  report(
    "unknown-term",
    node,
    `There is no term "${id}" in glossary.yaml.`,
    suggest(id, words.glossary.keys(), "Add it to glossary.yaml, or take the tag out."),
  );
  return false;
}

/** See `SyntaxTools.term`. */
export function glossaryTerm(
  id: string,
  node: MarkdownNode,
  { words, language, report }: RichTools,
): GlossaryTerm | null {
  if (!isKnownTerm(id, node, words, report)) return null;
  const entry = words.glossary?.get(id);
  if (!entry) return null;
  const { en, ru, be, definition } = entry;
  const source = words.sources?.get(entry.source);
  return {
    words: { en, ru, be },
    definition: definition[language],
    source: { label: source ? titleIn(source, language) : entry.source, href: source?.url ?? "" },
  };
}

/** See `SyntaxTools.explained`; a dead term is reported where references are checked. */
export function explainedIn(tree: MarkdownNode, { words }: RichTools): string[] {
  const ids = new Set<string>();
  walk(tree, (node) => {
    const id = node.name === "Term" ? attributesOf(node).get("id") : undefined;
    if (id !== undefined && words.glossary?.has(id)) ids.add(id);
  });
  return [...ids];
}
