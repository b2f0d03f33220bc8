// Plain JavaScript on purpose: it makes one file of the author's desk, as often as its sources change, and runs it. The desk
// has hundreds of modules, most of them the Markdown parser's; to load them one by one takes longer than to check a course.
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = path.join(ROOT, "build/desk");
const PROGRAM = path.join(FOLDER, "content.mjs");
const STAMP = path.join(FOLDER, "content.sources.json");

if (!isCurrent()) await make();
await import(pathToFileURL(PROGRAM).href);

function isCurrent() {
  if (!existsSync(PROGRAM) || !existsSync(STAMP)) return false;
  const known = JSON.parse(readFileSync(STAMP, "utf8"));
  return Object.entries(known).every(([file, state]) => stateOf(file) === state);
}

/** Packages change with package-lock.json; our own files each for itself. */
async function make() {
  const { build } = await import("esbuild");
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ["app/cli/content.ts"],
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    // Packages in the older form ask for Node's own modules by this name.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    write: false,
    outfile: PROGRAM,
    logLevel: "warning",
  });
  const own = Object.keys(metafile.inputs).filter((file) => file.startsWith("app/"));
  const files = ["package-lock.json", "app/cli/content.mjs", ...own];
  mkdirSync(FOLDER, { recursive: true });
  write(PROGRAM, outputFiles[0].text);
  write(STAMP, JSON.stringify(Object.fromEntries(files.map((file) => [file, stateOf(file)]))));
}

/** Size and time of the last change; null for a file that is gone. */
function stateOf(file) {
  const state = statSync(path.join(ROOT, file), { throwIfNoEntry: false });
  return state ? `${state.size} ${state.mtimeMs}` : null;
}

/** Whole or not at all: two desks may start at once. */
function write(file, text) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
