/**
 * The files that are open, with what is in the editor and what is known to be on the disk. "Saved" means that the server has said so
 * for exactly this text. A file that changed on the disk is loaded again only where nothing is unsaved; otherwise both versions stay.
 */
import { useSyncExternalStore } from "react";
import { askFile, askSave } from "./requests.ts";
import type { KeptEditor } from "./text-editor.tsx";

export interface OpenDocument {
  name: string;
  text: string;
  /** The text of `base`. */
  saved: string;
  /** The version on the disk that the text began from; null for a file that does not exist yet. */
  base: string | null;
  /** Why the text cannot be edited; `not-found` for a name that is no file of a course. */
  problem: "too-large" | "not-utf-8" | "not-found" | null;
  saving: boolean;
  /** Why the last save did not succeed. */
  refusal: "too-large" | "not-utf-8" | "not-a-course-file" | "lost" | null;
  /** What is on the disk in place of `base`; `disk` is null when the file is gone. */
  conflict: { disk: { text: string; version: string } | null } | null;
  /** Whether the file was loaded again because it changed on the disk. */
  reloaded: boolean;
  kept: KeptEditor | null;
}

export interface Documents {
  find(name: string): OpenDocument | undefined;
  /** Names and texts that are not on the disk yet. */
  unsaved(): [string, string][];
  /** Opens a file that is not open yet. @throws Error when the server does not answer */
  open(name: string): Promise<void>;
  edit(name: string, text: string): void;
  keep(name: string, kept: KeptEditor): void;
  save(name: string): Promise<void>;
  /** Looks whether the file has changed on the disk. @returns the text to show from now on, if it is another one */
  look(name: string): Promise<string | null>;
  /** Ends a conflict: the next save writes over the version that was shown. */
  keepMine(name: string): Promise<void>;
  /** Ends a conflict: the text of the disk is the text from now on. @returns that text */
  takeDisk(name: string): string | null;
  subscribe(listener: () => void): () => void;
  /** Another value after each change. */
  version(): number;
}

export function isUnsaved(document: OpenDocument): boolean {
  return document.text !== document.saved;
}

export function useDocuments(documents: Documents): number {
  return useSyncExternalStore(documents.subscribe, documents.version);
}

export function createDocuments(): Documents {
  const open = new Map<string, OpenDocument>();
  const listeners = new Set<() => void>();
  let version = 0;

  function put(document: OpenDocument): void {
    open.set(document.name, document);
    version += 1;
    for (const listener of listeners) listener();
  }

  function change(name: string, changes: Partial<OpenDocument>): void {
    const known = open.get(name);
    if (known) put({ ...known, ...changes });
  }

  async function save(name: string): Promise<void> {
    const known = open.get(name);
    if (!known || known.saving || known.conflict || known.problem || !isUnsaved(known)) return;
    const { text, base } = known;
    change(name, { saving: true, refusal: null, reloaded: false });
    try {
      const reply = await askSave(name, text, base);
      if (reply.saved) change(name, { saving: false, saved: text, base: reply.version });
      else if (reply.problem === "changed-on-disk") change(name, { saving: false, conflict: { disk: reply.disk } });
      else change(name, { saving: false, refusal: reply.problem });
    } catch {
      change(name, { saving: false, refusal: "lost" });
    }
  }

  return {
    find: (name) => open.get(name),
    unsaved: () => [...open.values()].filter(isUnsaved).map(({ name, text }) => [name, text]),
    async open(name) {
      if (open.has(name)) return;
      const file = await askFile(name);
      if (open.has(name)) return;
      const { text, version: base, problem } = file ?? { text: "", version: null, problem: "not-found" as const };
      const fresh = { saving: false, refusal: null, conflict: null, reloaded: false, kept: null };
      put({ name, text, saved: text, base, problem, ...fresh });
    },
    edit(name, text) {
      // The editor also tells what it was given.
      if (open.get(name)?.text !== text) change(name, { text, reloaded: false });
    },
    keep(name, kept) {
      const known = open.get(name);
      // No news for anyone who draws: it is read when the editor comes back.
      if (known) open.set(name, { ...known, kept });
    },
    save,
    async look(name) {
      const file = await askFile(name);
      const known = open.get(name);
      if (!file || !known || known.saving || file.version === known.base || file.problem) return null;
      if (file.version === known.conflict?.disk?.version) return null;
      if (file.version === null) {
        if (known.conflict?.disk !== null) change(name, { conflict: { disk: null } });
        return null;
      }
      const disk = { text: file.text, version: file.version };
      if (file.text === known.text || !isUnsaved(known)) {
        const reloaded = file.text !== known.text;
        change(name, { text: file.text, saved: file.text, base: file.version, conflict: null, reloaded });
        return reloaded ? file.text : null;
      }
      change(name, { conflict: { disk } });
      return null;
    },
    async keepMine(name) {
      const conflict = open.get(name)?.conflict;
      if (!conflict) return;
      const { disk } = conflict;
      // A file that is gone has nothing that `saved` could be the text of.
      change(name, { base: disk?.version ?? null, saved: disk?.text ?? "", conflict: null });
      await save(name);
    },
    takeDisk(name) {
      const disk = open.get(name)?.conflict?.disk;
      if (!disk) return null;
      change(name, { text: disk.text, saved: disk.text, base: disk.version, conflict: null });
      return disk.text;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}
