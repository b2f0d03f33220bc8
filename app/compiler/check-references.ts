import type { MarkdownNode } from "#app/activities/markdown-node.ts";
import { attributesOf, type Report } from "./guard.ts";
import { isKnownTerm } from "./glossary-terms.ts";
import { suggest } from "./nearest.ts";
import { tagRule } from "./vocabulary.ts";
import { walk } from "./walk.ts";
import type { CourseWords } from "./words.ts";

export type FigureFile = "there" | "missing" | "outside" | "not-a-picture";

/**
 * Checks that what a page names exists: sources and their locators, terms, outcomes, sheets, anchors, pictures.
 * @param anchors the anchors that the finished page has
 * @param figure looks for a picture beside the page
 */
export function checkReferences(
  tree: MarkdownNode,
  words: CourseWords,
  anchors: ReadonlySet<string>,
  figure: (src: string) => FigureFile,
  report: Report,
): void {
  walk(tree, (node, ancestors) => {
    const attributes = attributesOf(node);
    const id = attributes.get("id");
    if (node.name === "Cite" && id !== undefined) checkCite(node, id, attributes.get("at"), words, report);
    if (node.name === "Term" && id !== undefined) isKnownTerm(id, node, words, report);
    if (node.name === "Aid" && id !== undefined) checkAidId(node, id, words.aids ?? new Set(), report);
    const outcome = attributes.get("outcome");
    if (outcome !== undefined && words.outcomes && !words.outcomes.has(outcome)) {
      report(
        "unknown-outcome",
        node,
        `There is no outcome "${outcome}" in course.yaml.`,
        `The outcomes are ${[...words.outcomes].join(", ")}.`,
      );
    }
    const url = node.type === "link" || node.type === "definition" ? (node.url ?? "") : "";
    // Where the answers of a tag lead its own syntax checks.
    const toPart = ancestors.some((one) => tagRule(one.name)?.parts) && ancestors.at(-2)?.type === "listItem";
    if (url.startsWith("#") && !toPart && !anchors.has(url.slice(1))) {
      report(
        "broken-anchor",
        node,
        `Nothing on this page has the anchor "${url}".`,
        "Sections are #s1, #s2 … in their order; an activity's anchor is its id.",
      );
    }
    const src = attributes.get("src");
    if (node.name === "Figure" && src !== undefined && src.trim() !== "") checkFigure(node, src, figure(src), report);
  });
}

function checkAidId(node: MarkdownNode, id: string, aids: ReadonlySet<string>, report: Report): void {
  if (aids.has(id)) return;
  const otherwise = aids.size === 0 ? "List it under aids in course.yaml." : `The aids are ${[...aids].join(", ")}.`;
  report("unknown-aid", node, `There is no aid "${id}" in course.yaml.`, suggest(id, aids, otherwise));
}

function checkCite(node: MarkdownNode, id: string, at: string | undefined, words: CourseWords, report: Report): void {
  if (!words.sources) return;
  const source = words.sources.get(id);
  if (!source) {
    report(
      "unknown-source",
      node,
      `There is no source "${id}" in sources.yaml.`,
      suggest(id, words.sources.keys(), "Add it to sources.yaml."),
    );
    return;
  }
  if (source.confidence === "unsure") {
    report(
      "unsure-source",
      node,
      `The source "${id}" is marked as unsure and cannot carry a claim.`,
      "Cite another source, or write around the claim.",
    );
  }
  const locators = Object.keys(source.locators);
  if (at !== undefined && at.trim() !== "" && !locators.includes(at)) {
    report(
      "unknown-locator",
      node,
      `The source "${id}" has no place "${at}".`,
      suggest(at, locators, `Its places are: ${locators.join("; ")}.`),
    );
  }
}

const FIGURE_FAULTS: Record<Exclude<FigureFile, "there">, { message: string; fix: string }> = {
  missing: {
    message: "There is no such picture beside the page",
    fix: "Put the file into the folder of the lesson, or correct its name.",
  },
  outside: { message: "A picture must lie in the folder of its lesson", fix: "Put it there and give its name alone." },
  "not-a-picture": { message: "This is no picture that browsers show", fix: "Use .svg, .png, .jpg or .webp." },
};

function checkFigure(node: MarkdownNode, src: string, file: FigureFile, report: Report): void {
  if (file === "there") return;
  const { message, fix } = FIGURE_FAULTS[file];
  report(`figure-${file}`, node, `${message}: "${src}".`, fix);
}
