import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { LANGUAGES } from "#app/domain/language.ts";
import { namesOf, type PageFolder } from "./page-folder.ts";

/** Compares the folders on disk with those that `course.yaml` lists, and finds pages whose name is no language. */
export function checkFolders(
  directory: string,
  folders: readonly PageFolder[],
  add: (names: string[], code: string, message: string, fix: string) => void,
): void {
  const listed = new Set(folders.map((folder) => namesOf(folder).join("/")));
  const holders = new Set([...listed].filter((name) => name.includes("/")).map((name) => name.split("/")[0]));
  for (const name of listed) {
    if (existsSync(path.join(directory, name))) continue;
    add(
      name.split("/"),
      "missing-folder",
      `course.yaml lists "${name}" and there is no such folder.`,
      "Make the folder with its pages, or take the line out.",
    );
  }
  const unlisted = (name: string) =>
    add(
      name.split("/"),
      "unlisted-folder",
      `The folder "${name}" is not listed in course.yaml.`,
      "List it in its place, or take the folder away.",
    );
  for (const name of foldersIn(directory)) {
    if (!holders.has(name)) {
      if (!listed.has(name)) unlisted(name);
      continue;
    }
    for (const inner of foldersIn(path.join(directory, name)))
      if (!listed.has(`${name}/${inner}`)) unlisted(`${name}/${inner}`);
  }
  for (const name of listed) {
    for (const file of filesIn(path.join(directory, name))) {
      if (!/\.mdx?$/.test(file) || LANGUAGES.some((language) => file === `${language}.mdx`)) continue;
      add(
        [...name.split("/"), file],
        "unknown-page",
        `No language is called like this: ${file}.`,
        "Pages are called en.mdx, ru.mdx and be.mdx.",
      );
    }
  }
}

function foldersIn(directory: string): string[] {
  return entriesIn(directory)
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function filesIn(directory: string): string[] {
  return entriesIn(directory)
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}

function entriesIn(directory: string) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true }).filter((entry) => !entry.name.startsWith("."));
}
