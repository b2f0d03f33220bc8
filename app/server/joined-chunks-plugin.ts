import type { Plugin } from "vite";

/** Groups of entries by the file that they share, the wider group first. */
const GROUPS: { chunk: string; entries: RegExp }[] = [
  { chunk: "site", entries: /\/app\/(?:entry\.client|root)\.tsx/ },
  { chunk: "learning", entries: /\/app\/screens\/learn\/lesson\.tsx/ },
];

/**
 * Joins what browsers fetch. Over a poor line each small file costs more than its bytes, and the bundler makes one for every set of pages
 * that share something: what each page needs travels as one file, what a lesson needs besides as another. Entries, and what is fetched
 * only when it is shown, stay files of their own.
 */
export function joinedChunks(): Plugin {
  return {
    name: "waymark-joined-chunks",
    apply: (_config, { isSsrBuild }) => isSsrBuild !== true,
    outputOptions(options) {
      const chunks = new Map<string, string>();
      const manualChunks: typeof options.manualChunks = (id, { getModuleIds, getModuleInfo }) => {
        if (chunks.size === 0) {
          const ids = [...getModuleIds()];
          for (const { chunk, entries } of GROUPS) {
            const waiting = ids.filter((one) => entries.test(one));
            const seen = new Set(waiting);
            for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
              const module = getModuleInfo(next);
              if (module && !module.isEntry && !chunks.has(next)) chunks.set(next, chunk);
              const further = (module?.importedIds ?? []).filter((one) => !seen.has(one));
              for (const one of further) seen.add(one);
              waiting.push(...further);
            }
          }
        }
        return chunks.get(id);
      };
      return { ...options, manualChunks };
    },
  };
}
