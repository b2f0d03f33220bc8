import type { MarkdownNode } from "#app/activities/markdown-node.ts";
import { isTag, type Report } from "./guard.ts";
import { textOf, walk } from "./walk.ts";
import { tagRule } from "./vocabulary.ts";

export type PageKind = "lesson" | "quiz" | "welcome" | "aid";

/**
 * Headings in steps, tags where they belong, boxes only in questions and, empty, on sheets to print, and in a quiz nothing but
 * activities.
 */
export function checkStructure(tree: MarkdownNode, kind: PageKind, report: Report): void {
  let depth = 1;
  if (kind === "lesson" && !(tree.children ?? []).some((node) => node.type === "heading" && node.depth === 2)) {
    report("no-sections", tree, "The lesson has no section.", "Begin each screen with a heading: ## and its words.");
  }
  walk(tree, (node, ancestors) => {
    if (node.type === "heading") {
      if (ancestors.length === 2 && tagRule(ancestors[1]?.name)?.scenes) checkScene(node, ancestors[1]?.name, report);
      else checkHeading(node, ancestors, depth, report);
      if (ancestors.length === 1) depth = node.depth ?? depth;
    }
    if (isTag(node)) checkTag(node, ancestors, kind, report);
    if (typeof node.checked === "boolean" && !ancestors.some((one) => tagRule(one.name)?.boxes)) {
      checkBox(node, kind, report);
    }
    if (kind === "quiz" && ancestors.length === 1 && tagRule(node.name)?.place !== "activity" && !isTag(node)) {
      report("not-in-quiz", node, "A quiz holds only activities.", "Move the text into a question, or into a lesson.");
    }
    const inLink = ancestors.some((one) => one.type === "link" || one.type === "linkReference" || one.name === "Term");
    if (
      inLink &&
      (node.type === "link" || node.type === "linkReference" || node.name === "Cite" || node.name === "Term")
    ) {
      report("link-in-link", node, "A link stands inside a link or a term.", "Put it after the link or the term.");
    }
  });
}

/** A box outside of a question: on a sheet it is printed, to be ticked with a pen. */
function checkBox(node: MarkdownNode, kind: PageKind, report: Report): void {
  if (kind !== "aid") {
    const fix = "Take the box out, or write a <Question>.";
    report("box-outside-question", node, "A box [ ] stands outside a question.", fix);
  } else if (node.checked) {
    const message = "A box of an aid is printed empty: whoever uses the sheet ticks it.";
    report("aid-box-ticked", node, message, "Write [ ] instead of [x].");
  }
}

function checkHeading(node: MarkdownNode, ancestors: readonly MarkdownNode[], before: number, report: Report): void {
  const depth = node.depth ?? 1;
  // The tag's own syntax says what its parts are called.
  if (depth === 3 && ancestors.length === 2 && tagRule(ancestors[1]?.name)?.parts) return;
  if (ancestors.length > 1) {
    report("heading-place", node, "A heading stands inside a tag, a list or a quotation.", "Use bold words there.");
  } else if (depth === 1) {
    report("heading-one", node, "The title of the page is its only first heading.", "Write ## instead of #.");
  } else if (depth > before + 1) {
    report(
      "heading-jump",
      node,
      `A heading of level ${depth} comes right after level ${before}.`,
      `Write ${"#".repeat(before + 1)}.`,
    );
  } else if (depth > 3) {
    report("heading-deep", node, "Headings go down to ### only.", "Write ###, or make it a paragraph with bold words.");
  }
  if (textOf(node).trim() === "") report("heading-empty", node, "A heading has no words.", "Write it, or take it out.");
}

function checkScene(node: MarkdownNode, tag: string | null | undefined, report: Report): void {
  if (node.depth !== 3) {
    report(
      "heading-place",
      node,
      `Inside <${tag}>, headings are those of scenes.`,
      "Write ### and the name of the scene.",
    );
  }
  if (textOf(node).trim() === "") report("heading-empty", node, "A heading has no words.", "Write it, or take it out.");
}

function checkTag(node: MarkdownNode, ancestors: readonly MarkdownNode[], kind: PageKind, report: Report): void {
  const rule = tagRule(node.name);
  if (!rule) return;
  const tag = `<${node.name}>`;
  const holder = ancestors.findLast((one) => isTag(one) && tagRule(one.name)?.place !== "text");
  if (rule.place === "text") {
    if (kind === "quiz" && ancestors.length === 1) {
      report("not-in-quiz", node, "A quiz holds only activities.", `Move ${tag} into a question.`);
    } else if (
      !ancestors.some((one) => one.type === "paragraph" || one.type === "heading" || one.type === "tableCell")
    ) {
      report(
        "tag-alone",
        node,
        `${tag} stands alone.`,
        "Write it in the sentence that it belongs to, on the same line.",
      );
    }
  } else if (node.type === "mdxJsxTextElement") {
    report(
      "tag-place",
      node,
      `${tag} stands inside a sentence.`,
      `Write ${tag} and </${node.name}> on lines of their own.`,
    );
  } else if (kind === "quiz" && rule.place === "block") {
    report("not-in-quiz", node, "A quiz holds only activities.", `Take ${tag} out.`);
  } else if (kind === "aid" && node.name !== "Callout") {
    report(
      "not-in-aid",
      node,
      `An aid holds headings, text, lists, tables and <Callout>: ${tag} has no place there.`,
      "Take it out, or move it into a lesson.",
    );
  } else if (kind === "welcome" && (rule.place === "activity" || node.name === "Recall")) {
    report(
      "not-in-welcome",
      node,
      `The welcome page has no account to answer for: ${tag} has no place there.`,
      "Move it into a lesson.",
    );
  } else if (
    ancestors.length > 1 &&
    !(node.name === "Figure" && (holder?.name === "Callout" || holder?.name === "Card"))
  ) {
    report(
      "tag-place",
      node,
      `${tag} stands inside a list, a quotation or another tag.`,
      "Put it between two paragraphs, at the beginning of the line.",
    );
  }
  const words = (node.children ?? []).map(textOf).join("").trim();
  if (rule.body === "none" && (node.children ?? []).length > 0) {
    report("tag-body", node, `${tag} has no body.`, `End it with />: <${node.name} … />.`);
  } else if (rule.body === "words" && words === "") {
    report("tag-body", node, `${tag} has no words in it.`, `Write the words between ${tag} and </${node.name}>.`);
  }
}
