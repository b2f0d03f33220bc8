import path from "node:path";
import { z } from "zod";
import type { ActivityDraft, ActivityTag } from "#app/activities/activity-syntax.ts";
import type { MarkdownNode, MarkdownPoint } from "#app/activities/markdown-node.ts";
import { findSyntax } from "#app/activities/syntaxes.ts";
import type { Language } from "#app/domain/language.ts";
import { activityRank } from "./activity-rank.ts";
import { checkClaims } from "./check-claims.ts";
import { checkReferences } from "./check-references.ts";
import { checkStructure, type PageKind } from "./check-structure.ts";
import { figureFile } from "./figure-file.ts";
import { attributesOf, guard, isTag, type Report } from "./guard.ts";
import { TextSchema } from "./ids.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import type { ContentProblem } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";
import { richBlocks, richInline, type RichTools } from "./rich-nodes.ts";
import { splitPage } from "./split-page.ts";
import { tagRule } from "./vocabulary.ts";
import { textOf, walk } from "./walk.ts";
import type { CourseWords } from "./words.ts";

/** The front matter of a page. */
const FrontMatterSchema = z.strictObject({ title: TextSchema.max(90), summary: TextSchema.max(200) });

export interface PageActivity {
  id: string;
  tag: string;
  outcome: string;
  place: MarkdownPoint;
  /** Null when it is too broken to be made. */
  draft: ActivityDraft | null;
}

/** A page as it was read: what the comparison of languages and the compiler work on. */
export interface Page {
  /** As in problems. */
  file: string;
  /** Absolute path of its folder. */
  folder: string;
  language: Language;
  title: string;
  summary: string;
  /** The Markdown that is compiled; see `splitPage`. */
  body: string;
  /** The `##` headings. */
  sections: { title: string; place: MarkdownPoint }[];
  activities: PageActivity[];
  citations: { id: string; at: string; place: MarkdownPoint }[];
}

/** Anchors that every lesson page has besides those of its sections and activities. */
const PAGE_ANCHORS = ["sources", "words"];

/**
 * Reads one page and everything that is wrong with it.
 * @param text what is in the file; nothing in it is run
 * @returns page: null when its Markdown cannot be parsed
 */
export function readPage(given: {
  file: string;
  folder: string;
  text: string;
  language: Language;
  kind: PageKind;
  words: CourseWords;
}): { page: Page | null; problems: ContentProblem[] } {
  const { file, folder, text, language, kind, words } = given;
  const problems: ContentProblem[] = [];
  const split = splitPage(text);
  const add = (place: MarkdownPoint, code: string, message: string, fix: string) => {
    problems.push({ file, line: place.line, column: place.column, severity: "error", code, message, fix });
  };
  const placeOf = (node: Pick<MarkdownNode, "position">) => split.place(node.position?.start ?? { line: 1, column: 1 });
  const report: Report = (code, node, message, fix) => add(placeOf(node), code, message, fix);

  let front: z.infer<typeof FrontMatterSchema> | null = null;
  if (split.fault) add({ line: split.fault.line, column: 1 }, split.fault.code, split.fault.message, split.fault.fix);
  if (split.frontMatter !== null) {
    const read = readYaml(file, split.frontMatter, FrontMatterSchema, 2);
    front = read.value;
    problems.push(...read.problems.map((problem) => ({ ...problem, code: "front-matter" })));
  }

  const parsed = parseMarkdown(split.body);
  if (!parsed.ok) {
    add(split.place(parsed.point), "unparsable", parsed.message, parsed.fix);
    return { page: null, problems };
  }
  const { tree } = parsed;
  guard(tree, report);
  checkStructure(tree, kind, report);
  checkClaims(tree, report);

  const sections = (tree.children ?? [])
    .filter((node) => node.type === "heading" && node.depth === 2)
    .map((node) => ({ title: textOf(node).trim(), place: placeOf(node) }));
  const activities = readActivities(tree, { words, language, definitions: definitionsIn(tree), report }, placeOf);
  const anchors = new Set([
    ...PAGE_ANCHORS,
    ...sections.map((_, index) => `s${index + 1}`),
    ...activities.map(({ id }) => id),
  ]);
  checkReferences(tree, words, anchors, (src) => figureFile(folder, src), report);

  const page: Page = {
    file,
    folder: path.resolve(folder),
    language,
    title: front?.title ?? "",
    summary: front?.summary ?? "",
    body: split.body,
    sections,
    activities,
    citations: citationsIn(tree, placeOf),
  };
  return { page, problems };
}

function readActivities(
  tree: MarkdownNode,
  rich: RichTools,
  placeOf: (node: MarkdownNode) => MarkdownPoint,
): PageActivity[] {
  const activities: PageActivity[] = [];
  for (const node of tree.children ?? []) {
    if (!isTag(node) || tagRule(node.name)?.place !== "activity") continue;
    const attributes = attributesOf(node);
    const [id, outcome, tag] = [attributes.get("id"), attributes.get("outcome") ?? "", node.name ?? ""];
    if (id === undefined) continue;
    if (/^(?:s\d+|source-\d+|term-.*|sources|words)$/.test(id)) {
      rich.report("reserved-id", node, `The id "${id}" is an anchor of the page itself.`, "Choose another id.");
    }
    const written: ActivityTag = { id, outcome, tag, attributes, node };
    const draft = findSyntax(written)?.parse(written, {
      blocks: (nodes) => richBlocks(nodes, rich),
      inline: (nodes) => richInline(nodes, rich),
      report: rich.report,
      rank: activityRank(rich.words.salt, rich.words.courseId, id),
    });
    activities.push({ id, tag, outcome, place: placeOf(node), draft: draft ?? null });
  }
  return activities;
}

function definitionsIn(tree: MarkdownNode): Map<string, string> {
  const definitions = new Map<string, string>();
  walk(tree, (node) => {
    const name = node.identifier ?? "";
    if (node.type === "definition" && !definitions.has(name)) definitions.set(name, node.url ?? "");
  });
  return definitions;
}

function citationsIn(tree: MarkdownNode, placeOf: (node: MarkdownNode) => MarkdownPoint): Page["citations"] {
  const citations: Page["citations"] = [];
  walk(tree, (node) => {
    if (node.name !== "Cite") return;
    const attributes = attributesOf(node);
    citations.push({ id: attributes.get("id") ?? "", at: attributes.get("at") ?? "", place: placeOf(node) });
  });
  return citations;
}
