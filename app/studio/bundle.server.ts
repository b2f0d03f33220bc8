/** The studio's page as files for the browser, made by Vite at the first start and after each change of the program. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { build, type Plugin } from "vite";
import { compiledMessages } from "#app/locales/plugin.ts";

export interface Bundle {
  /** By name, as in `/assets/<name>`. */
  files: ReadonlyMap<string, Buffer>;
  studio: PageFiles;
  preview: PageFiles;
  /** Address of the module that compiled lessons import in place of `react/jsx-runtime`. */
  runtime: string;
}

interface PageFiles {
  script: string;
  styles: string[];
}

const ENTRIES = {
  studio: "app/studio/browser/studio.tsx",
  preview: "app/studio/browser/preview.tsx",
  jsx: "app/studio/browser/jsx.ts",
} as const;

/** What the files are made from. */
const SOURCES = ["app", "package-lock.json"];
const CACHE = "node_modules/.cache/waymark-studio";

/**
 * Makes the bundle, or takes the one of exactly these sources.
 * @param say told when making takes place, which takes some seconds
 */
export async function studioBundle(say: (sentence: string) => void): Promise<Bundle> {
  const folder = path.join(CACHE, fingerprint(SOURCES).slice(0, 24));
  if (!existsSync(path.join(folder, "manifest.json"))) {
    say("Preparing the studio's page; this happens once after each change of the program.");
    await make(folder);
  }
  return readBundle(folder);
}

async function make(folder: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const fresh = `${folder}.${process.pid}`;
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    mode: "production",
    define: { "process.env.NODE_ENV": '"production"' },
    base: "/assets/",
    plugins: [compiledMessages(), noLessons()],
    resolve: { alias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
    css: {
      transformer: "lightningcss",
      lightningcss: { targets: { chrome: 90 << 16, safari: 14 << 16, firefox: 91 << 16 } },
    },
    esbuild: { jsx: "automatic", jsxDev: false, legalComments: "none" },
    build: {
      outDir: fresh,
      assetsDir: "",
      assetsInlineLimit: 0,
      manifest: "manifest.json",
      modulePreload: false,
      target: "es2022",
      rollupOptions: { input: ENTRIES, preserveEntrySignatures: "exports-only" },
    },
  });
  for (const old of readdirSync(CACHE)) {
    if (!old.includes(".")) rmSync(path.join(CACHE, old), { recursive: true, force: true });
  }
  try {
    renameSync(fresh, folder);
  } catch (error) {
    // Another studio that started at the same moment has made the same files.
    if (!existsSync(path.join(folder, "manifest.json"))) throw error;
  }
}

interface ManifestEntry {
  file: string;
  css?: string[];
  imports?: string[];
}

function readBundle(folder: string): Bundle {
  const manifest = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")) as Record<
    string,
    ManifestEntry
  >;
  const entry = (name: keyof typeof ENTRIES): ManifestEntry => {
    const found = manifest[ENTRIES[name]];
    if (!found) throw new Error(`The studio's bundle has no ${ENTRIES[name]}.`);
    return found;
  };
  const stylesOf = (one: ManifestEntry, seen = new Set<ManifestEntry>()): string[] => {
    if (seen.has(one)) return [];
    seen.add(one);
    const imported = (one.imports ?? []).flatMap((key) => (manifest[key] ? stylesOf(manifest[key], seen) : []));
    return [...imported, ...(one.css ?? [])];
  };
  const pageFiles = (one: ManifestEntry) => ({
    script: `/assets/${one.file}`,
    styles: [...new Set(stylesOf(one))].map((file) => `/assets/${file}`),
  });
  const names = readdirSync(folder).filter((name) => /\.(?:js|css|woff2|svg)$/.test(name));
  return {
    files: new Map(names.map((name) => [name, readFileSync(path.join(folder, name))])),
    studio: pageFiles(entry("studio")),
    preview: pageFiles(entry("preview")),
    runtime: `/assets/${entry("jsx").file}`,
  };
}

/** The product's lessons are compiled one by one while their author writes; none is part of the bundle. */
function noLessons(): Plugin {
  const id = "virtual:waymark/lessons";
  return {
    name: "waymark-studio-lessons",
    resolveId: (wanted) => (wanted === id ? `\0${id}` : null),
    load: (wanted) => (wanted === `\0${id}` ? "export const lessons = {};\nexport const loaders = {};\n" : null),
  };
}

function fingerprint(entries: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of entries.flatMap(filesIn).sort()) hash.update(file).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

function filesIn(entry: string): string[] {
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry).flatMap((name) => filesIn(path.join(entry, name)));
}
