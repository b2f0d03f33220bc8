/**
 * What a page may hold: Markdown, and the tags of the vocabulary with their attributes. Program text, HTML, foreign tags
 * and addresses other than https, mailto, #anchor and /path are refused wherever they stand. It is run over every page when it
 * is checked, and once more over the tree from which a lesson is compiled.
 */
import type { MarkdownAttribute, MarkdownNode } from "#app/activities/markdown-node.ts";
import { nearest, suggest } from "./nearest.ts";
import { type TagRule, tagRule, VOCABULARY } from "./vocabulary.ts";

export type Report = (code: string, node: Pick<MarkdownNode, "position">, message: string, fix: string) => void;

const MARKDOWN = new Set([
  "root",
  "paragraph",
  "heading",
  "text",
  "emphasis",
  "strong",
  "inlineCode",
  "break",
  "list",
  "listItem",
  "blockquote",
  "table",
  "tableRow",
  "tableCell",
  "link",
  "linkReference",
  "definition",
  "mdxJsxFlowElement",
  "mdxJsxTextElement",
]);

const FORBIDDEN: Record<string, { code: string; message: string; fix: string }> = {
  mdxjsEsm: {
    code: "forbidden-program",
    message: "import and export are not possible in a lesson.",
    fix: "Take the line out. If it is a sentence, begin the line with another word.",
  },
  image: {
    code: "forbidden-image",
    message: "Pictures are not written like this.",
    fix: 'Use <Figure src="…" alt="…">.',
  },
  imageReference: {
    code: "forbidden-image",
    message: "Pictures are not written like this.",
    fix: 'Use <Figure src="…" alt="…">.',
  },
  code: {
    code: "forbidden-markdown",
    message: "Blocks of code have no place in a lesson.",
    fix: "Write it as a paragraph or a quotation.",
  },
};
const EXPRESSION = {
  code: "forbidden-program",
  message: "An expression in { } is not possible in a lesson.",
  fix: "Take it out. To write { as itself, put a backslash before it: \\{.",
};

export function guard(tree: MarkdownNode, report: Report): void {
  guardNode(tree, report);
  for (const child of tree.children ?? []) guard(child, report);
}

function guardNode(node: MarkdownNode, report: Report): void {
  if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") {
    report(EXPRESSION.code, node, EXPRESSION.message, EXPRESSION.fix);
  } else if (Object.hasOwn(FORBIDDEN, node.type)) {
    const fault = FORBIDDEN[node.type];
    if (fault) report(fault.code, node, fault.message, fault.fix);
  } else if (!MARKDOWN.has(node.type)) {
    report(
      "forbidden-markdown",
      node,
      `This kind of Markdown (${node.type}) has no place in a lesson.`,
      "Use paragraphs, ## and ###, bold, italic, lists, quotations, tables and links.",
    );
  } else if (node.type === "link" || node.type === "definition") {
    guardAddress(node, report);
  } else if (isTag(node)) {
    guardTag(node, report);
  }
}

/** Whether an address may stand in a lesson. */
export function isAllowedAddress(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\s\\\u0000-\u001f\u007f]/.test(url)) return false;
  if (/^#[^#]+$/.test(url) || /^\/(?!\/)/.test(url)) return true;
  if (/^mailto:[^@]+@[^@]+$/.test(url)) return true;
  if (!url.startsWith("https://") || !URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username === "" && password === "";
}

/** Whether a node is a tag rather than Markdown. */
export function isTag(node: MarkdownNode): boolean {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** The plain attributes of a tag; those that the guard refuses are left out. */
export function attributesOf(node: MarkdownNode): Map<string, string> {
  const values = new Map<string, string>();
  for (const { type, name, value } of node.attributes ?? []) {
    if (type === "mdxJsxAttribute" && name !== undefined && typeof value === "string") values.set(name, value);
  }
  return values;
}

function guardAddress(node: MarkdownNode, report: Report): void {
  const url = node.url ?? "";
  if (isAllowedAddress(url)) return;
  report(
    "forbidden-address",
    node,
    `The address "${url.slice(0, 80)}" may not stand in a lesson.`,
    url.startsWith("http://") ? "Begin it with https://." : "Use https://…, mailto:…, #anchor or /path.",
  );
}

function guardTag(node: MarkdownNode, report: Report): void {
  const { name } = node;
  const rule = tagRule(name);
  const foreign = foreignLetter(name ?? "");
  if (foreign !== null) {
    const meant = nearest(name ?? "", Object.keys(VOCABULARY));
    report(
      "unknown-tag",
      node,
      `There is no tag <${name}>: its “${foreign}” is no Latin letter.`,
      `Type the name anew with a Latin keyboard${meant === null ? "" : `: ${meant}`}.`,
    );
  } else if (!rule) {
    const html = !name || (/^[a-z]/.test(name) && nearest(name, Object.keys(VOCABULARY)) === null);
    report(
      "unknown-tag",
      node,
      html ? `HTML is not possible in a lesson: <${name ?? ""}>.` : `There is no tag <${name}>.`,
      suggest(
        name ?? "",
        Object.keys(VOCABULARY),
        "content/README.md lists the tags. To write < as itself, put a backslash before it.",
      ),
    );
  }
  if (!rule) {
    // The attributes of a foreign tag are of no interest, unless they hold program text.
    for (const attribute of node.attributes ?? []) guardAttributeForm(attribute, node, report);
    return;
  }
  const given = new Set<string>();
  for (const attribute of node.attributes ?? []) {
    if (!guardAttributeForm(attribute, node, report)) continue;
    const key = attribute.name ?? "";
    if (given.has(key)) report("repeated-attribute", node, `<${name}> has "${key}" twice.`, "Keep one of them.");
    given.add(key);
    guardAttribute(name ?? "", rule, key, String(attribute.value), node, report);
  }
  for (const [key, { needed }] of Object.entries(rule.attributes)) {
    const refused = (node.attributes ?? []).some((attribute) => attribute.name === key);
    if (needed && !given.has(key) && !refused) {
      report("missing-attribute", node, `<${name}> has no "${key}".`, `Write <${name} ${key}="…">.`);
    }
  }
}

/** A letter that may look like a Latin one and is none; Cyrillic and Latin share many. */
function foreignLetter(name: string): string | null {
  return /[^\u0020-\u007e]/u.exec(name)?.[0] ?? null;
}

/** Whether an attribute is `name="text"`; anything else is reported. */
function guardAttributeForm(attribute: MarkdownAttribute, node: MarkdownNode, report: Report): boolean {
  if (attribute.type !== "mdxJsxAttribute" || (typeof attribute.value === "object" && attribute.value !== null)) {
    report(
      "forbidden-program",
      attribute.position ? attribute : node,
      `An attribute of <${node.name ?? ""}> is written with { }.`,
      'Write name="value".',
    );
    return false;
  }
  if (typeof attribute.value !== "string") {
    report(
      "empty-attribute",
      node,
      `"${attribute.name}" of <${node.name ?? ""}> has no value.`,
      `Write ${attribute.name}="…".`,
    );
    return false;
  }
  return true;
}

function guardAttribute(
  tag: string,
  rule: TagRule,
  key: string,
  value: string,
  node: MarkdownNode,
  report: Report,
): void {
  const expected = Object.hasOwn(rule.attributes, key) ? rule.attributes[key] : undefined;
  if (!expected) {
    const names = Object.keys(rule.attributes);
    const foreign = foreignLetter(key);
    report(
      "unknown-attribute",
      node,
      `<${tag}> has no attribute "${key}"${foreign === null ? "" : `: its “${foreign}” is no Latin letter`}.`,
      suggest(key, names, `It has ${names.join(", ")}.`),
    );
  } else if (value.trim() === "") {
    report("empty-attribute", node, `"${key}" of <${tag}> is empty.`, `Write ${key}="…".`);
  } else if (expected.values && !expected.values.includes(value)) {
    const values = expected.values.map((one) => `"${one}"`).join(", ");
    report("attribute-value", node, `"${key}" of <${tag}> cannot be "${value}".`, `Use ${values}.`);
  } else if (expected.form && !expected.form.fits(value)) {
    report("attribute-value", node, `"${key}" of <${tag}> cannot be "${value}".`, `Write ${expected.form.words}.`);
  }
}
