/** Rules about what stands inside a file, and about names. */
import ts from "typescript";
import { everyNode, placeOf, type Source } from "./sources.ts";

const NO_NAMES = /^(utils?|libs?|helpers?|misc|common|shared|core)$/;

/** Files and folders whose name says nothing of what is inside. */
export function emptyNames(files: readonly string[]): string[] {
  return files
    .filter((file) =>
      file
        .split("/")
        .some((part) => NO_NAMES.test(part.replace(/\..*$/, "")) || /-(utils?|helpers?|misc)(\.|$)/.test(part)),
    )
    .map(
      (file) =>
        `${file}: a name says which thing of the product is inside; utils, lib, helpers, misc, common, shared and core say nothing`,
    );
}

/** `process.env` read anywhere but in the one parsed file. Start-up scripts run before anything is installed. */
export function readsOfEnvironment(sources: readonly Source[]): string[] {
  return search(sources, (source, node) => {
    if (source.path === "app/env.server.ts" || /^app\/cli\/[a-z-]+\.mjs$/.test(source.path)) return null;
    const rule = "only env.server.ts reads the process's environment";
    if (memberOf(node) === "process.env") return rule;
    if (ts.isImportDeclaration(node) && /"(node:)?process"/.test(node.moduleSpecifier.getText())) return rule;
    const takesApart = ts.isVariableDeclaration(node) && node.initializer?.getText() === "process";
    return takesApart ? rule : null;
  });
}

const CLOCKS = new Set([
  "Date.now",
  "Math.random",
  "performance.now",
  "crypto.randomUUID",
  "crypto.getRandomValues",
  "crypto.randomBytes",
]);

/** Time and chance in the floors where both come in as arguments. */
export function clocksInPureFloors(sources: readonly Source[]): string[] {
  return search(sources, (source, node) => {
    if (!/^app\/(domain|activities)\//.test(source.path)) return null;
    const rule = "time and chance come in as arguments";
    const member = memberOf(node)?.replace(/^(globalThis|window|self)\./, "");
    if (member && CLOCKS.has(member)) return rule;
    const makesNow = (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "Date";
    return makesNow && !(ts.isNewExpression(node) && node.arguments?.length) ? rule : null;
  });
}

/** Text turned into markup or code. */
export function evaluatedText(sources: readonly Source[]): string[] {
  return search(sources, (_source, node) => {
    if (ts.isIdentifier(node) && node.text === "dangerouslySetInnerHTML") return "no text becomes markup";
    if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return null;
    const callee = node.expression.getText().replace(/^(globalThis|window|self)\./, "");
    return callee === "Function" || callee === "eval"
      ? "no text becomes code; the Content-Security-Policy forbids it"
      : null;
  });
}

const DEFAULTS =
  /^(app\/screens\/.+|app\/root\.tsx|app\/entry\.server\.tsx|app\/routes\.ts|remix\.config\.js|migrations\/drizzle[^/]*)$/;

/** Default exports where no tool asks for one. */
export function defaultExports(sources: readonly Source[]): string[] {
  return search(sources, (source, node) => {
    if (DEFAULTS.test(source.path) || source.path.endsWith(".d.ts")) return null;
    const isDefault =
      ts.isExportAssignment(node) ||
      (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) ||
      (ts.isExportSpecifier(node) && node.name.text === "default");
    return isDefault ? "exports have names; only what a tool loads by its default has one" : null;
  });
}

/** Files that hand on what another file exports, in one statement or in two. */
export function barrels(sources: readonly Source[]): string[] {
  return search(sources, (source, node) => {
    if (!ts.isExportDeclaration(node)) return null;
    const rule = "each name has one home; import it from there";
    if (node.moduleSpecifier) return rule;
    const imported = new Set(source.imports.flatMap((one) => one.names));
    const clause = node.exportClause;
    const handsOn =
      clause &&
      ts.isNamedExports(clause) &&
      clause.elements.some((one) => imported.has((one.propertyName ?? one.name).text));
    return handsOn ? rule : null;
  });
}

/** Work left for later. */
export function unfinished(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    source.text
      .split("\n")
      .flatMap((line, index) =>
        /\b(TODO|FIXME)\b/.test(line) ? [`${source.path}:${index + 1}: do it now, or write a decision`] : [],
      ),
  );
}

function search(sources: readonly Source[], judge: (source: Source, node: ts.Node) => string | null): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    everyNode(source.tree, (node) => {
      const rule = judge(source, node);
      if (rule !== null) found.push(`${placeOf(source, node)} ${firstLine(node)}: ${rule}`);
    });
    return found;
  });
}

/** `a.b` and `a["b"]` alike. */
function memberOf(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node)) return node.getText().replaceAll(/[\s?]/g, "");
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return `${node.expression.getText()}.${node.argumentExpression.text}`;
  }
  return null;
}

function firstLine(node: ts.Node): string {
  return (node.getText().split("\n")[0] ?? "").slice(0, 80);
}
