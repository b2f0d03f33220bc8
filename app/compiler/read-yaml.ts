import { isNode, isPair, isMap, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import type { ContentProblem } from "./problem.ts";
import { suggest } from "./nearest.ts";

export type YamlPath = readonly (string | number)[];

export interface YamlFile<T> {
  /** Null when the file does not have the shape it should. */
  value: T | null;
  problems: ContentProblem[];
  /** Where a value stands; the nearest that exists when it does not. */
  at(path: YamlPath): { line: number; column: number };
}

/**
 * Reads plain YAML: data only, no tags that make objects, aliases bounded.
 * @param file the name for problems
 * @param firstLine the line of the file on which the text begins, counted from 1
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>, firstLine = 1): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const at = (path: YamlPath) => place(offsetOf(document.contents, path));
  const problem = (
    where: { line: number; column: number },
    code: string,
    message: string,
    fix: string,
  ): ContentProblem => ({
    file,
    ...where,
    severity: "error",
    code,
    message,
    fix,
  });

  const faults = [...document.errors, ...document.warnings];
  if (faults.some((fault) => fault.message.startsWith("Maximum call stack"))) {
    const fix = "Take the brackets or hyphens out that open the groups.";
    return {
      value: null,
      problems: [problem(at([]), "yaml", "Groups stand inside one another far too deep.", fix)],
      at,
    };
  }
  if (faults.length > 0) {
    const problems = faults.map((fault) =>
      problem(
        place(fault.pos[0]),
        "yaml",
        SECOND_COLON.test(fault.message)
          ? "A second “: ” stands in the line."
          : `This is not plain YAML: ${firstSentence(fault.message)}`,
        SECOND_COLON.test(fault.message) ? 'Put the value in quotes: name: "words: more words".' : yamlFix(fault.code),
      ),
    );
    return { value: null, problems, at };
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      value: null,
      at,
      problems: [
        problem(
          at([]),
          "yaml",
          `This is not plain YAML: ${message}.`,
          "Write the values out instead of using aliases.",
        ),
      ],
    };
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return { value: parsed.data, problems: [], at };
  const problems = parsed.error.issues.flatMap((issue) =>
    describe(issue, data).map(({ path, message, fix }) => problem(at(path), "yaml-field", message, fix)),
  );
  return { value: null, problems, at };
}

/** How the reader of YAML calls a value that looks like a key. */
const SECOND_COLON = /^Nested mappings are not allowed/;

/** One issue of a schema in the author's words. */
function describe(issue: z.core.$ZodIssue, data: unknown): { path: YamlPath; message: string; fix: string }[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const field = nameOf(path);
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(objectAt(data, path)).filter((key) => !issue.keys.includes(key));
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `"${key}" is no field of ${path.length === 0 ? "this file" : field}.`,
      fix: suggest(key, known, "Take it out, or see content/README.md for the fields."),
    }));
  }
  if (issue.code === "invalid_type") {
    const missing = valueAt(data, path) === undefined || valueAt(data, path) === null;
    const wanted = WORDS[issue.expected] ?? issue.expected;
    return [
      {
        path,
        message: missing ? `${field} is missing.` : `${field} must be ${wanted}.`,
        fix: missing
          ? `Add it: ${wanted}.`
          : issue.expected === "string"
            ? "Put the value in quotes."
            : "Correct the value.",
      },
    ];
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map((value) => `"${String(value)}"`).join(", ");
    const missing = valueAt(data, path) === undefined;
    return [
      {
        path,
        message: missing ? `${field} is missing.` : `${field} has a value that it may not have.`,
        fix: `Use one of ${values}.`,
      },
    ];
  }
  if (issue.code === "too_big") {
    const text = issue.origin === "string";
    const message = text
      ? `${field} is too long: at most ${issue.maximum} characters.`
      : `${field} is at most ${issue.maximum}.`;
    return [{ path, message, fix: text ? "Shorten it." : "Correct the value." }];
  }
  if (issue.code === "too_small") {
    const empty = issue.origin === "string" || issue.origin === "array";
    return [
      {
        path,
        message: empty ? `${field} is empty.` : `${field} must be at least ${issue.minimum}.`,
        fix: "Fill it in.",
      },
    ];
  }
  return [{ path, message: `${field} ${issue.message}.`, fix: "Correct the value." }];
}

const WORDS: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "a group of fields",
  record: "a group of fields",
};

function nameOf(path: YamlPath): string {
  if (path.length === 0) return "The file";
  const name = path.map((step) => (typeof step === "number" ? `[${step + 1}]` : `.${step}`)).join("");
  return `"${name.replace(/^\./, "")}"`;
}

function valueAt(data: unknown, path: YamlPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function objectAt(data: unknown, path: YamlPath): object {
  const value = valueAt(data, path);
  return typeof value === "object" && value !== null ? value : {};
}

function offsetOf(contents: unknown, path: YamlPath): number {
  let node: unknown = contents;
  let offset = startOf(node);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isNode(item.key) && String(item.key) === String(step));
      if (!pair) break;
      offset = startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!isNode(node)) break;
      offset = startOf(node);
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number {
  return isNode(node) ? ((node as Node).range?.[0] ?? 0) : 0;
}

function firstSentence(message: string): string {
  const [first = ""] = message.split("\n");
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

function yamlFix(code: string): string {
  if (code === "DUPLICATE_KEY") return "Keep one of the two lines.";
  if (code === "TAG_RESOLVE_FAILED") return "Take the tag that begins with ! out.";
  if (code === "TAB_AS_INDENT") return "Indent with spaces, not with tabs.";
  return "Check indentation and quotes: a value with “: ” or “#” in it needs quotes around it.";
}
