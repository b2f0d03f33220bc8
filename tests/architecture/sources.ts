/** The program as data: every file with its imports, parsed by TypeScript itself. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Import {
  specifier: string;
  line: number;
  /** The file of ours that it means, from the root; null for a package. */
  file: string | null;
  /** The package that it means, such as `@remix-run/node`, `node:fs`, `virtual:lessons`; null for a file of ours. */
  package: string | null;
  /** Erased by the compiler. An import whose names are types one by one still runs the file, so it is none. */
  typeOnly: boolean;
  /** Names taken, as the other file calls them; `default`, or `*` for everything. */
  names: string[];
}

export interface Source {
  /** From the root, with slashes. */
  path: string;
  text: string;
  tree: ts.SourceFile;
  imports: Import[];
}

/** Reads every script and style under the folders, and the single files named. */
export function readSources(places: readonly string[]): Source[] {
  return places
    .flatMap((place) => (/\.\w+$/.test(place) ? [place] : scriptsIn(place)))
    .map((file) => {
      return parseSource(file, readFileSync(path.join(ROOT, file), "utf8"));
    });
}

/** Every file under a folder, from the root. */
export function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}

function scriptsIn(folder: string): string[] {
  return filesIn(folder).filter((file) => /\.(tsx?|m?js)$/.test(file));
}

/** @param file path from the root, which decides what its relative imports mean */
export function parseSource(file: string, text: string): Source {
  const kind = /x$/.test(file) ? ts.ScriptKind.TSX : /js$/.test(file) ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const imports: Import[] = [];

  everyNode(tree, (node) => {
    const found = importOf(node);
    if (!found) return;
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    imports.push({ ...found, line, ...meantBy(found.specifier, file) });
  });
  return { path: file, text, tree, imports };
}

/** Visits a tree from the top. */
export function everyNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => everyNode(child, visit));
}

/** `file:line` of a node, as editors understand it. */
export function placeOf(source: Source, node: ts.Node): string {
  return `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

function importOf(node: ts.Node): Pick<Import, "specifier" | "typeOnly" | "names"> | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause;
    const bindings = clause?.namedBindings;
    const named =
      bindings && ts.isNamedImports(bindings)
        ? bindings.elements.map((one) => (one.propertyName ?? one.name).text)
        : [];
    const whole = bindings && ts.isNamespaceImport(bindings) ? ["*"] : [];
    const names = [...(clause?.name ? ["default"] : []), ...named, ...whole];
    return { specifier: node.moduleSpecifier.text, typeOnly: clause?.isTypeOnly ?? false, names };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly, names: ["*"] };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, typeOnly: true, names: ["*"] };
  }
  if (ts.isCallExpression(node) && isImporting(node.expression)) {
    const [argument] = node.arguments;
    if (argument && ts.isStringLiteralLike(argument))
      return { specifier: argument.text, typeOnly: false, names: ["*"] };
  }
  return null;
}

function isImporting(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");
}

function meantBy(specifier: string, file: string): Pick<Import, "file" | "package"> {
  const bare = specifier.replace(/\?.*$/, "");
  if (bare.startsWith("#app/")) return { file: bare.slice(1), package: null };
  if (bare.startsWith(".")) return { file: path.posix.join(path.posix.dirname(file), bare), package: null };
  if (/^(node|virtual):/.test(bare)) return { file: null, package: bare };
  const depth = bare.startsWith("@") ? 2 : 1;
  return { file: null, package: bare.split("/").slice(0, depth).join("/") };
}
