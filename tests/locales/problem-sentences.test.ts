/** Every refusal that a person can meet has a sentence, and the sentence gets what it needs. */
import ts from "typescript";
import { expect, test } from "vitest";
import { everyNode, placeOf, readSources } from "../architecture/sources.ts";
import { MESSAGE_FOLDERS, shapeOf, sourceMessages } from "./message-source.ts";

/** Codes that never reach a page, and why. */
const NEVER_SHOWN: Record<string, string> = {
  "code-malformed": "what is typed on the check page may be a number, and the number's problem is told",
  "answer-malformed": "only a program that is not ours sends such a body",
  "store-unavailable": "the page goes on trying and says that the answer is not saved",
  "place-unknown": "nobody is told of a place",
  "report-foreign": "a report of somebody else does not exist for the person who asks",
  "report-unknown": "the page of a report that does not exist does not exist",
};

interface Refusal {
  code: string;
  place: string;
  /** Values for the sentence. */
  values: string[];
}

const refusals = readSources([
  "app/domain",
  "app/commands",
  "app/session",
  "app/screens",
  "app/server/autosave.ts",
]).flatMap((source) => {
  const found: Refusal[] = [];
  everyNode(source.tree, (node) => {
    const written = codeIn(node);
    if (!written) return;
    for (const code of literalsIn(written.code))
      found.push({ code, place: placeOf(source, node), values: written.values });
  });
  return found;
});

/** Refusals that only authors meet have their sentences among the words of the author pages. */
const english = await Promise.all(MESSAGE_FOLDERS.map((folder) => sourceMessages("en", folder)));
const sentences = new Map(
  english.flat().flatMap(({ key, text }) => {
    const [, code] = /^problems\.(.+)$/.exec(key) ?? [];
    return code && code !== "summary" ? [[code, text] as const] : [];
  }),
);

test("the refusals of the program are found", () => {
  expect(refusals.length).toBeGreaterThan(30);
  expect(refusals.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["email-malformed", "password-common", "too-busy", "already-revoked"]),
  );
});

test("every refusal has a sentence", () => {
  const silent = refusals.filter(({ code }) => !sentences.has(code) && !Object.hasOwn(NEVER_SHOWN, code));
  expect(silent.map(({ code, place }) => `${place} ${code}`)).toEqual([]);
});

test("every sentence of a problem belongs to a refusal", () => {
  const used = new Set(refusals.map(({ code }) => code));
  expect([...sentences.keys()].filter((code) => !used.has(code))).toEqual([]);
});

test("a code that is never shown has no sentence, so that the list stays true", () => {
  expect(
    Object.keys(NEVER_SHOWN).filter((code) => sentences.has(code) || !refusals.some((one) => one.code === code)),
  ).toEqual([]);
});

test("every refusal brings the values that its sentence names", () => {
  const lacking = refusals.flatMap(({ code, place, values }) => {
    const missing = shapeOf(sentences.get(code) ?? "").names.filter((name) => !values.includes(name));
    return missing.length > 0 ? [`${place} ${code}: ${missing}`] : [];
  });
  expect(lacking).toEqual([]);
});

test("codes are words in kebab-case", () => {
  expect(refusals.filter(({ code }) => !/^[a-z]+(-[a-z]+)+$/.test(code))).toEqual([]);
});

/** The code of a problem: the first argument of `refuse`, or `code` in an object that stands for a problem. */
function codeIn(node: ts.Node): { code: ts.Node; values: string[] } | null {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "refuse") {
    const [code, more] = node.arguments;
    return code ? { code, values: more && ts.isObjectLiteralExpression(more) ? valuesIn(more) : [] } : null;
  }
  // What the autosave addresses answer: `{ problem: "signed-out" }`.
  if (ts.isPropertyAssignment(node) && node.name.getText() === "problem" && ts.isStringLiteral(node.initializer)) {
    return { code: node.initializer, values: [] };
  }
  if (ts.isPropertyAssignment(node) && node.name.getText() === "code" && ts.isObjectLiteralExpression(node.parent)) {
    return { code: node.initializer, values: valuesIn(node.parent) };
  }
  return null;
}

function valuesIn(problem: ts.ObjectLiteralExpression): string[] {
  for (const property of problem.properties) {
    if (!ts.isPropertyAssignment(property) || property.name.getText() !== "values") continue;
    if (!ts.isObjectLiteralExpression(property.initializer)) continue;
    return property.initializer.properties.map((value) => value.name?.getText() ?? "");
  }
  return [];
}

/** A code may be chosen by a condition; an argument of another function is none. */
function literalsIn(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return literalsIn(node.expression);
  return [];
}
