import path from "node:path";
import { z } from "zod";
import type { ActivityDraft, ActivityTag, ExhibitDraft, SyntaxTools } from "#app/activities/activity-syntax.ts";
import type { MarkdownNode, MarkdownPoint } from "#app/activities/markdown-node.ts";
import { findOpenDefinition } from "#app/activities/definitions.ts";
import { findExhibitSyntax, findSyntax } from "#app/activities/syntaxes.ts";
import type { BlockChange } from "#app/domain/content-status.ts";
import type { Language } from "#app/domain/language.ts";
import { activityRank } from "./activity-rank.ts";
import { blocksIn, type PageBlock } from "./blocks.ts";
import { checkBounds, checkCharacters, checkDepth } from "./check-bounds.ts";
import { checkClaims } from "./check-claims.ts";
import { checkAidLength } from "./check-aid-length.ts";
import { checkLengths } from "./check-lengths.ts";
import { checkReferences } from "./check-references.ts";
import { checkStructure, type PageKind } from "./check-structure.ts";
import { checkWording } from "./check-wording.ts";
import { EDIT_FIELDS, type PageEdits, readEdits } from "./edit-class.ts";
import { figureFile } from "./figure-file.ts";
import { attributesOf, guard, isTag, type Report } from "./guard.ts";
import { TextSchema } from "./ids.ts";
import { DEFAULT_LIMITS } from "./limits-schema.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { explainedIn, glossaryTerm } from "./glossary-terms.ts";
import { type Passage, passagesIn } from "./passages.ts";
import type { ContentProblem } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";
import { richBlocks, richInline, type RichTools } from "./rich-nodes.ts";
import { splitPage } from "./split-page.ts";
import { tagRule } from "./vocabulary.ts";
import { textOf, walk } from "./walk.ts";
import type { CourseWords } from "./words.ts";

/** The front matter of a page. */
export const FrontMatterSchema = z.strictObject({
  title: TextSchema.max(90),
  summary: TextSchema.max(200),
  ...EDIT_FIELDS,
});

export interface PageActivity {
  id: string;
  tag: string;
  outcome: string;
  /** False for a kind that is answered and never graded. */
  graded: boolean;
  place: MarkdownPoint;
  /** Null when it is too broken to be made. */
  draft: ActivityDraft | null;
}

export interface PageExhibit {
  id: string;
  tag: string;
  place: MarkdownPoint;
  /** Null when it is too broken to be made. */
  draft: ExhibitDraft | null;
}

export interface AidLink {
  title: string;
  href: string | null;
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
  exhibits: PageExhibit[];
  /** Notes that the page shows again, by the id of the activity in which they are written. */
  recalls: { of: string; place: MarkdownPoint }[];
  citations: { id: string; at: string; place: MarkdownPoint }[];
  /** The sheets to print that it leads to. */
  aids: { id: string; place: MarkdownPoint }[];
  /**
   * By id, those sheets as the page names them: title in the language of the page, and address; an address of null where sheets have
   * no page, as in the gallery. They are known when all pages of the course are read.
   */
  aidLinks: Record<string, AidLink>;
  links: { url: string; place: MarkdownPoint }[];
  /** What a reader reads one by one, title and summary first. */
  passages: Passage[];
  edits: PageEdits;
  /** What a translator translates one by one, title and summary first. */
  blocks: PageBlock[];
  /** Where a translation is behind its source; null when nobody recorded what it was made from. Empty for a source page. */
  behind: BlockChange[] | null;
}

/** Anchors that every lesson page has besides those of its sections and activities. */
const PAGE_ANCHORS = ["sources", "words"];

/**
 * Reads one page and everything that is wrong with it.
 * @param text what is in the file; nothing in it is run
 * @returns page: null when its Markdown cannot be parsed, or goes beyond all bounds
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
  const put =
    (severity: ContentProblem["severity"]) => (place: MarkdownPoint, code: string, message: string, fix: string) => {
      problems.push({ file, line: place.line, column: place.column, severity, code, message, fix });
    };
  const add = put("error");
  if (!checkBounds(text, file, add)) return { page: null, problems };
  checkCharacters(text, add);
  const split = splitPage(text);
  const placeOf = (node: Pick<MarkdownNode, "position">) => split.place(node.position?.start ?? { line: 1, column: 1 });
  const report: Report = (code, node, message, fix) => add(placeOf(node), code, message, fix);

  let front: z.infer<typeof FrontMatterSchema> | null = null;
  let fieldPlace = (_field: string): MarkdownPoint => ({ line: 1, column: 1 });
  if (split.fault) add({ line: split.fault.line, column: 1 }, split.fault.code, split.fault.message, split.fault.fix);
  if (split.frontMatter !== null) {
    const read = readYaml(file, split.frontMatter, FrontMatterSchema, 2);
    front = read.value;
    fieldPlace = (field) => read.at([field]);
    problems.push(...read.problems.map((problem) => ({ ...problem, code: "front-matter" })));
  }

  const parsed = parseMarkdown(split.body);
  if (!parsed.ok) {
    add(split.place(parsed.point), "unparsable", parsed.message, parsed.fix);
    return { page: null, problems };
  }
  const { tree } = parsed;
  if (!checkDepth(tree, placeOf, add)) return { page: null, problems };
  guard(tree, report);
  checkStructure(tree, kind, report);
  checkClaims(tree, kind, report);

  const sections = (tree.children ?? [])
    .filter((node) => node.type === "heading" && node.depth === 2)
    .map((node) => ({ title: textOf(node).trim(), place: placeOf(node) }));
  const rich = { words, language, definitions: definitionsIn(tree), report };
  const warn: Report = (code, node, message, fix) => put("warning")(placeOf(node), code, message, fix);
  const toolsFor = (id: string): SyntaxTools => syntaxTools(id, rich, tree, warn);
  const activities = readActivities(tree, toolsFor, placeOf);
  const exhibits = readExhibits(tree, toolsFor, placeOf);
  if (kind === "quiz") refuseUngraded(activities, exhibits, add);
  const anchors = new Set([
    ...PAGE_ANCHORS,
    ...sections.map((_, index) => `s${index + 1}`),
    ...activities.map(({ id }) => id),
    ...exhibits.map(({ id }) => id),
  ]);
  checkReferences(tree, words, anchors, (src) => figureFile(folder, src), report);
  const opening = frontBlocks(front, fieldPlace);
  const passages = passagesIn(tree, opening, split.place);
  checkWording(passages, words.glossary ?? new Map(), language, add);
  const limits = words.limits ?? DEFAULT_LIMITS;
  checkLengths(passages, kind, limits, put("warning"));
  if (kind === "aid") checkAidLength({ tree, passages, words, language }, limits, put("warning"));

  const page: Page = {
    file,
    folder: path.resolve(folder),
    language,
    title: front?.title ?? "",
    summary: front?.summary ?? "",
    body: split.body,
    sections,
    activities,
    exhibits,
    recalls: recallsIn(tree, placeOf),
    citations: citationsIn(tree, placeOf),
    aids: aidsIn(tree, placeOf),
    aidLinks: {},
    links: linksIn(tree, placeOf),
    passages,
    edits: readEdits(front, fieldPlace),
    blocks: blocksIn(tree, split.body, opening, placeOf),
    behind: [],
  };
  return { page, problems };
}

function frontBlocks(front: { title: string; summary: string } | null, at: (field: string) => MarkdownPoint) {
  return front === null
    ? []
    : (["title", "summary"] as const).map((kind) => ({ kind, text: front[kind], place: at(kind) }));
}

/** A quiz decides on a certificate: what cannot be graded has no place in it. */
function refuseUngraded(
  activities: readonly PageActivity[],
  exhibits: readonly PageExhibit[],
  add: (place: MarkdownPoint, code: string, message: string, fix: string) => void,
): void {
  for (const { tag, id, place } of [...activities.filter(({ graded }) => !graded), ...exhibits]) {
    add(
      place,
      "quiz-not-graded",
      `<${tag} id="${id}"> is never graded.`,
      "Move it into a lesson: a quiz asks questions.",
    );
  }
}

function readActivities(
  tree: MarkdownNode,
  toolsFor: (id: string) => SyntaxTools,
  placeOf: (node: MarkdownNode) => MarkdownPoint,
): PageActivity[] {
  const activities: PageActivity[] = [];
  for (const node of tree.children ?? []) {
    if (!isTag(node) || tagRule(node.name)?.place !== "activity") continue;
    const attributes = attributesOf(node);
    const [id, outcome, tag] = [attributes.get("id"), attributes.get("outcome") ?? "", node.name ?? ""];
    if (id === undefined) continue;
    const tools = toolsFor(id);
    refuseReserved(id, node, tools);
    const written: ActivityTag = { id, outcome, tag, attributes, node };
    const syntax = findSyntax(written);
    const graded = syntax === null || findOpenDefinition(syntax.kind) === null;
    activities.push({ id, tag, outcome, graded, place: placeOf(node), draft: syntax?.parse(written, tools) ?? null });
  }
  return activities;
}

function readExhibits(
  tree: MarkdownNode,
  toolsFor: (id: string) => SyntaxTools,
  placeOf: (node: MarkdownNode) => MarkdownPoint,
): PageExhibit[] {
  return (tree.children ?? []).flatMap((node): PageExhibit[] => {
    if (!isTag(node) || tagRule(node.name)?.place !== "exhibit") return [];
    const attributes = attributesOf(node);
    const [id, tag] = [attributes.get("id"), node.name ?? ""];
    if (id === undefined) return [];
    const tools = toolsFor(id);
    refuseReserved(id, node, tools);
    const draft = findExhibitSyntax(tag)?.parse({ id, tag, attributes, node }, tools);
    return [{ id, tag, place: placeOf(node), draft: draft ?? null }];
  });
}

function refuseReserved(id: string, node: MarkdownNode, { report }: SyntaxTools): void {
  if (/^(?:s\d+|source-\d+|term-.*|sources|words|changed)$/.test(id)) {
    report("reserved-id", node, `The id "${id}" is an anchor of the page itself.`, "Choose another id.");
  }
}

function syntaxTools(id: string, rich: RichTools, tree: MarkdownNode, warn: Report): SyntaxTools {
  return {
    blocks: (nodes) => richBlocks(nodes, rich),
    inline: (nodes) => richInline(nodes, rich),
    language: rich.language,
    report: rich.report,
    warn,
    rank: activityRank(rich.words.salt, rich.words.courseId, id),
    term: (name, node) => glossaryTerm(name, node, rich),
    get explained() {
      return explainedIn(tree, rich);
    },
  };
}

function definitionsIn(tree: MarkdownNode): Map<string, string> {
  const definitions = new Map<string, string>();
  walk(tree, (node) => {
    const name = node.identifier ?? "";
    if (node.type === "definition" && !definitions.has(name)) definitions.set(name, node.url ?? "");
  });
  return definitions;
}

function recallsIn(tree: MarkdownNode, placeOf: (node: MarkdownNode) => MarkdownPoint): Page["recalls"] {
  const recalls: Page["recalls"] = [];
  walk(tree, (node) => {
    const of = isTag(node) && node.name === "Recall" ? attributesOf(node).get("of") : undefined;
    if (of !== undefined) recalls.push({ of, place: placeOf(node) });
  });
  return recalls;
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

function aidsIn(tree: MarkdownNode, placeOf: (node: MarkdownNode) => MarkdownPoint): Page["aids"] {
  const aids: Page["aids"] = [];
  walk(tree, (node) => {
    const id = node.name === "Aid" ? attributesOf(node).get("id") : undefined;
    if (id !== undefined) aids.push({ id, place: placeOf(node) });
  });
  return aids;
}

function linksIn(tree: MarkdownNode, placeOf: (node: MarkdownNode) => MarkdownPoint): Page["links"] {
  const links: Page["links"] = [];
  walk(tree, (node) => {
    if ((node.type === "link" || node.type === "definition") && node.url !== undefined) {
      links.push({ url: node.url, place: placeOf(node) });
    }
  });
  return links;
}
