import type { Exhibit, PublicActivity } from "#app/activities/activity.ts";
import type { MarkdownAttribute, MarkdownNode } from "#app/activities/markdown-node.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import type { Language } from "#app/domain/language.ts";
import { attributesOf, guard, isTag } from "./guard.ts";
import { expressionAttribute, jsonExpression } from "./lesson-estree.ts";
import type { Page } from "./read-page.ts";
import type { SourceEntry } from "./sources-schema.ts";
import type { TermEntry } from "./glossary-schema.ts";
import { tagRule } from "./vocabulary.ts";
import { textOf, walk } from "./walk.ts";
import { titleIn } from "./words.ts";

/** What a lesson says about itself; see `LessonMeta` of the catalogue. */
export interface LiftedMeta {
  language: Language;
  title: string;
  summary: string;
  kinds: string[];
  sections: { id: string; title: string }[];
  sources: { n: number; id: string; title: string; body: string; year: number; href: string; places: string[] }[];
  terms: { id: string; term: string; definition: string }[];
  blocksBehind: number;
}

export interface Lift {
  meta: LiftedMeta;
  /** Names of picture files; number N of them is the variable `assetName(N)` of the compiled module. */
  assets: string[];
}

/** The variable of the compiled module that holds the address of a picture. */
export function assetName(index: number): string {
  return `__lesson_asset_${index}`;
}

/**
 * Takes the key half out of a lesson: each activity becomes `<Activity kind id data>` with its public half alone. Citations get
 * their number, label and address, terms their definition, sections their anchors, pictures their imported address.
 * @throws Error when the guard objects; the check before does not let such a page through
 */
export function liftActivities(
  tree: MarkdownNode,
  page: Page,
  words: { sources: ReadonlyMap<string, SourceEntry>; glossary: ReadonlyMap<string, TermEntry> },
): Lift {
  guard(tree, (code, node, message) => {
    throw new Error(`${page.file}: ${code} at ${node.position?.start.line ?? "?"}: ${message}`);
  });
  const pieces = [...page.activities, ...page.exhibits];
  const drafts = new Map(pieces.map(({ id, draft }) => [id, draft]));
  const meta: LiftedMeta = {
    language: page.language,
    title: page.title,
    summary: page.summary,
    kinds: [...new Set(pieces.flatMap(({ draft }) => draft?.public.kind ?? []))],
    sections: [],
    sources: [],
    terms: [],
    blocksBehind: page.behind?.length ?? 0,
  };
  const assets: string[] = [];

  const term = (id: string) => {
    const entry = words.glossary.get(id);
    if (!entry) throw new Error(`${page.file}: no term "${id}".`);
    const found = { id, term: entry[page.language], definition: entry.definition[page.language] };
    if (!meta.terms.some((one) => one.id === id)) meta.terms.push(found);
    return found;
  };
  const cite = (id: string, at: string) => {
    const source = words.sources.get(id);
    if (!source) throw new Error(`${page.file}: no source "${id}".`);
    const known = meta.sources.find((one) => one.id === id);
    if (known) {
      if (!known.places.includes(at)) known.places.push(at);
      return known;
    }
    const { body, year, url } = source;
    const added = {
      n: meta.sources.length + 1,
      id,
      title: titleIn(source, page.language),
      body,
      year,
      href: url,
      places: [at],
    };
    meta.sources.push(added);
    return added;
  };

  walk(tree, (node, ancestors) => {
    if (node.type === "heading" && node.depth === 2 && ancestors.length === 1) {
      const id = `s${meta.sections.length + 1}`;
      meta.sections.push({ id, title: textOf(node).trim() });
      node.data = { ...node.data, hProperties: { id } };
    }
    if (node.type === "linkReference" || (node.type === "link" && node.url?.startsWith("https://"))) {
      node.data = { ...node.data, hProperties: { rel: "noopener noreferrer" } };
    }
    if (node.checked === false) {
      // On a sheet to print: without a field, which nobody could fill in; the style sheet draws the box.
      node.checked = null;
      node.data = { ...node.data, hProperties: { className: ["tick"] } };
    }
    if (!isTag(node)) return;
    const attributes = attributesOf(node);
    const id = attributes.get("id") ?? "";
    const place = tagRule(node.name)?.place;
    if (place === "activity" || place === "exhibit") {
      const draft = drafts.get(id);
      if (!draft) throw new Error(`${page.file}: "${id}" is not whole.`);
      for (const name of termsIn(draft.public, words.glossary, page)) term(name);
      node.name = place === "activity" ? "Activity" : "Exhibit";
      node.children = [];
      node.attributes = asAttributes({ kind: draft.public.kind, id }, { data: jsonExpression(draft.public) });
      return false;
    }
    if (node.name === "Cite") {
      const at = attributes.get("at") ?? "";
      const { n, title, href } = cite(id, at);
      node.attributes = asAttributes({ id, at, label: title, href }, { n: jsonExpression(n) });
    } else if (node.name === "Term") {
      node.attributes = asAttributes({ ...term(id) }, {});
    } else if (node.name === "Aid") {
      const link = page.aidLinks[id];
      if (!link) throw new Error(`${page.file}: no sheet "${id}".`);
      node.attributes = asAttributes({ title: link.title, ...(link.href === null ? {} : { href: link.href }) }, {});
    } else if (node.name === "Figure") {
      const index = assets.push(attributes.get("src") ?? "") - 1;
      node.attributes = asAttributes(
        { alt: attributes.get("alt") ?? "" },
        { src: { type: "Identifier", name: assetName(index) } },
      );
    }
  });
  return { meta, assets };
}

function asAttributes(texts: Record<string, string>, expressions: Record<string, object>): MarkdownAttribute[] {
  const plain = Object.entries(texts).map(([name, value]) => ({ type: "mdxJsxAttribute", name, value }));
  const others = Object.entries(expressions).map(
    ([name, expression]) => expressionAttribute(name, expression) as MarkdownAttribute,
  );
  return [...plain, ...others];
}

/** Ids of the terms that the public half of an activity, or an exhibit, explains, in its order. */
function termsIn(activity: PublicActivity | Exhibit, glossary: ReadonlyMap<string, TermEntry>, page: Page): string[] {
  const entries = [...glossary.values()];
  const idOf = (term: unknown, definition: unknown) =>
    entries.find((entry) => entry[page.language] === term && entry.definition[page.language] === definition)?.id;
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === "object" && value !== null) {
      const node = value as Partial<Extract<RichNode, { el: "term" }>>;
      const id = node.el === "term" ? idOf(node.term, node.definition) : undefined;
      if (id !== undefined) found.push(id);
      Object.values(value).forEach(look);
    }
  };
  look(activity);
  return found;
}
