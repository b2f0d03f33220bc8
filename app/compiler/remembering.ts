/** Reading again and again, by a development server or an editor: unsaved words before those on the disk, and no page twice that has not changed. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { FROM_DISK, type Reading } from "./reading.ts";
import type { readPage } from "./read-page.ts";

type ReadPage = ReturnType<typeof readPage>;

/**
 * A reading that remembers the pages of its earlier runs.
 * @param root the folder that holds the courses, as the check gets it
 * @returns given the unsaved texts by name (`course/module/lesson/en.mdx`), the reading of one run
 */
export function rememberingReader(root: string): (drafts?: ReadonlyMap<string, string>) => Reading {
  /** By file; `key` stands for everything that the page was read from. */
  const remembered = new Map<string, { key: string; read: ReadPage }>();
  return (drafts) => {
    /** The outline, sources and terms of each course: a page is judged by them. They are read before its pages. */
    const data = new Map<string, string[]>();
    const digests = new Map<string, string>();
    const nameOf = (file: string) => path.relative(root, file).split(path.sep).join("/");
    const courseOf = (name: string) => name.split("/")[0] ?? "";
    const dataOf = (course: string) => {
      const known = digests.get(course) ?? digestOf(JSON.stringify(data.get(course) ?? []));
      digests.set(course, known);
      return known;
    };
    return {
      text(file, bytes) {
        const name = nameOf(file);
        const text = drafts?.get(name) ?? FROM_DISK.text(file, bytes);
        if (name.endsWith(".yaml")) {
          const course = courseOf(name);
          data.set(course, [...(data.get(course) ?? []), name, text]);
          digests.delete(course);
        }
        return text;
      },
      page(given) {
        const name = nameOf(given.file);
        const key = [dataOf(courseOf(name)), given.kind, picturesIn(given.folder), digestOf(given.text)].join("\n");
        const known = remembered.get(name);
        if (known?.key === key) return known.read;
        const read = FROM_DISK.page(given);
        remembered.set(name, { key, read });
        return read;
      },
    };
  };
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Whether a picture is there is part of what the check says of a page. */
function picturesIn(folder: string): string {
  if (!existsSync(folder)) return "";
  const files = readdirSync(folder).filter((name) => !name.endsWith(".mdx") && !name.startsWith("."));
  return files.map((name) => `${name}:${statSync(path.join(folder, name), { throwIfNoEntry: false })?.size}`).join("|");
}
