/** The check's reading of files for an editor: unsaved words before those on the disk, and no page read twice that has not changed. */
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { FROM_DISK, type Reading } from "#app/compiler/reading.ts";
import type { readPage } from "#app/compiler/read-page.ts";

type ReadPage = ReturnType<typeof readPage>;

/**
 * A reading that remembers the pages of its last run.
 * @param root the folder that holds the courses, as the check gets it
 * @returns given the unsaved texts by name (`course/module/lesson/en.mdx`), the reading of one run
 */
export function rememberingReader(root: string): (drafts: ReadonlyMap<string, string>) => Reading {
  /** By file; `key` is everything that the page was read from. */
  const remembered = new Map<string, { key: string; read: ReadPage }>();
  return (drafts) => {
    /** The outline, sources and terms of each course: a page is judged by them. They are read before its pages. */
    const data = new Map<string, string>();
    const nameOf = (file: string) => path.relative(root, file).split(path.sep).join("/");
    const courseOf = (name: string) => name.split("/")[0] ?? "";
    return {
      text(file, bytes) {
        const name = nameOf(file);
        const text = drafts.get(name) ?? FROM_DISK.text(file, bytes);
        if (name.endsWith(".yaml")) data.set(courseOf(name), `${data.get(courseOf(name)) ?? ""}\0${name}\0${text}`);
        return text;
      },
      page(given) {
        const name = nameOf(given.file);
        const key = [data.get(courseOf(name)), picturesIn(given.folder), given.text].join("\0");
        const known = remembered.get(name);
        if (known?.key === key) return known.read;
        const read = FROM_DISK.page(given);
        remembered.set(name, { key, read });
        return read;
      },
    };
  };
}

/** Whether a picture is there is part of what the check says of a page. */
function picturesIn(folder: string): string {
  if (!existsSync(folder)) return "";
  const files = readdirSync(folder).filter((name) => !name.endsWith(".mdx") && !name.startsWith("."));
  return files.map((name) => `${name}:${statSync(path.join(folder, name), { throwIfNoEntry: false })?.size}`).join("|");
}
