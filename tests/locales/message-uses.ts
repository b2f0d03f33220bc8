/** Where the program shows which message, as its source text says it: nothing is run. */
import ts from "typescript";
import { everyNode, placeOf, type Source } from "../architecture/sources.ts";

export interface MessageUses {
  /** Dotted keys, as `useTranslations("lesson")` and then `t("done")` mean them. */
  keys: Set<string>;
  /** Calls whose key is only known when they run, with the namespaces that it may be in. */
  unknown: { place: string; namespaces: string[] }[];
}

/** What a file shows. Keys may be chosen by a condition, or from an object or a list of the same file. */
export function usesIn(source: Source): MessageUses {
  const uses: MessageUses = { keys: new Set(), unknown: [] };
  const translators = translatorsIn(source.tree);
  const objects = objectsIn(source.tree);
  everyNode(source.tree, (node) => {
    for (const key of readIn(node)) uses.keys.add(key);
    if (!ts.isCallExpression(node) || !node.arguments[0]) return;
    const namespaces = namespacesOf(node.expression, translators);
    if (namespaces.length === 0) return;
    const keys = keysIn(node.arguments[0], objects);
    if (!keys) uses.unknown.push({ place: placeOf(source, node), namespaces });
    for (const key of keys ?? []) for (const namespace of namespaces) uses.keys.add(`${namespace}.${key}`);
  });
  return uses;
}

/** Names that translate, with their namespaces: `const t = useTranslations("lesson")`, and arguments of that type. */
function translatorsIn(tree: ts.SourceFile): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const aliases = new Map<string, string>();
  const add = (name: string, namespace: string | null | undefined) => {
    if (namespace) found.set(name, (found.get(name) ?? new Set()).add(namespace));
  };
  everyNode(tree, (node) => {
    const typed = ts.isTypeAliasDeclaration(node) ? TRANSLATOR_TYPE.exec(node.type.getText())?.[1] : undefined;
    if (typed && ts.isTypeAliasDeclaration(node)) aliases.set(node.name.text, typed);
  });
  everyNode(tree, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer) add(node.name.getText(), namespaceMade(node.initializer));
    if (!ts.isParameter(node) || !node.type) return;
    const type = node.type.getText();
    add(node.name.getText(), TRANSLATOR_TYPE.exec(type)?.[1] ?? aliases.get(type));
  });
  return found;
}

const TRANSLATOR_TYPE = /useTranslations<"([\w.]+)">/;

function namespaceMade(node: ts.Expression): string | null {
  if (!ts.isCallExpression(node) || node.expression.getText() !== "useTranslations") return null;
  const [namespace] = node.arguments;
  return namespace && ts.isStringLiteralLike(namespace) ? namespace.text : null;
}

/** The namespaces of `t(…)`, `t.has(…)`, `t.rich(…)` and `useTranslations("site")(…)`. */
function namespacesOf(callee: ts.Expression, translators: ReadonlyMap<string, Set<string>>): string[] {
  const made = namespaceMade(callee);
  if (made) return [made];
  const name = ts.isPropertyAccessExpression(callee) ? callee.expression : callee;
  return ts.isIdentifier(name) ? [...(translators.get(name.text) ?? [])] : [];
}

/** The texts in an object or a list of the file, by its name. */
function objectsIn(tree: ts.SourceFile): Map<string, string[]> {
  const objects = new Map<string, string[]>();
  everyNode(tree, (node) => {
    if (!ts.isVariableDeclaration(node) || !node.initializer) return;
    const value = bare(node.initializer);
    const members = ts.isObjectLiteralExpression(value)
      ? value.properties.map((property) => (ts.isPropertyAssignment(property) ? property.initializer : property))
      : ts.isArrayLiteralExpression(value)
        ? value.elements
        : [];
    const texts = members.flatMap((member) => (ts.isStringLiteralLike(member) ? [member.text] : []));
    if (texts.length > 0) objects.set(node.name.getText(), texts);
  });
  return objects;
}

/** The keys that an argument can be; null when only running tells. */
function keysIn(argument: ts.Expression, objects: ReadonlyMap<string, string[]>): string[] | null {
  const node = bare(argument);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isElementAccessExpression(node)) return objects.get(node.expression.getText()) ?? null;
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression, name } = node.expression;
    return name.text === "find" ? (objects.get(expression.getText()) ?? null) : null;
  }
  const either = ts.isConditionalExpression(node)
    ? [node.whenTrue, node.whenFalse]
    : ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken
      ? [node.left, node.right]
      : [];
  const [one, other] = either.map((choice) => keysIn(choice, objects));
  return one && other ? [...one, ...other] : null;
}

function bare(node: ts.Expression): ts.Expression {
  return ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node)
    ? bare(node.expression)
    : node;
}

/**
 * Messages that are read as data: `messages.errors.home`, and `const { errors } = loadedMessages(…)` and then `errors.home`.
 * Every member of a member counts; what is no message is no message's key either.
 */
function readIn(node: ts.Node): string[] {
  if (ts.isPropertyAccessExpression(node)) {
    const { expression, name } = node;
    if (ts.isPropertyAccessExpression(expression)) return [`${expression.name.text}.${name.text}`];
    return ts.isIdentifier(expression) ? [`${expression.text}.${name.text}`] : [];
  }
  if (!ts.isVariableDeclaration(node) || !ts.isObjectBindingPattern(node.name) || !node.initializer) return [];
  const from = node.initializer;
  if (!ts.isPropertyAccessExpression(from)) return [];
  return node.name.elements.map((element) => `${from.name.text}.${(element.propertyName ?? element.name).getText()}`);
}
