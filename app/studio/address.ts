/**
 * The files that the studio opens, by the shape of their name. Everything else has no name here: no folder above, no hidden
 * file, no record of translations, no picture. Names are ids, so nothing needs to be decoded or put in order.
 */
import { isLanguage, LANGUAGES, type Language } from "#app/domain/language.ts";

export const DATA_FILES = ["course.yaml", "sources.yaml", "glossary.yaml"] as const;

/** A file of a course, as its name says. */
export type ContentAddress =
  | { kind: "data"; name: string; courseId: string }
  | { kind: "page"; name: string; courseId: string; folder: string[]; language: Language };

const PART = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** As the check allows them in `<Figure src>`. */
const PICTURE = /^[^./\\\0%?#:][^/\\\0%?#:]{0,120}\.(?:svg|png|jpe?g|webp)$/;
const LONGEST = 300;

/**
 * Reads a name such as `my-course/module/lesson/en.mdx` or `my-course/sources.yaml`.
 * @param name from the folder of all courses, with forward slashes
 * @returns null for everything that is no such file
 */
export function contentAddress(name: unknown): ContentAddress | null {
  if (typeof name !== "string" || name.length > LONGEST) return null;
  const parts = name.split("/");
  const file = parts.pop() ?? "";
  const [courseId = "", ...folder] = parts;
  if (!parts.every((part) => PART.test(part))) return null;
  if (parts.length === 1) {
    return DATA_FILES.some((one) => one === file) ? { kind: "data", name, courseId } : null;
  }
  const language = file.endsWith(".mdx") ? file.slice(0, -".mdx".length) : "";
  const isPage = (parts.length === 2 && folder[0] === "welcome") || parts.length === 3;
  return isPage && isLanguage(language) ? { kind: "page", name, courseId, folder, language } : null;
}

/** The names of one page in every language. */
export function translationsOf(courseId: string, folder: readonly string[]): Record<Language, string> {
  const nameIn = (language: Language) => [courseId, ...folder, `${language}.mdx`].join("/");
  return Object.fromEntries(LANGUAGES.map((language) => [language, nameIn(language)])) as Record<Language, string>;
}

/** The parts of a picture's address, `course/module/lesson/picture.svg`; null for everything else. */
export function pictureAddress(name: string): { folder: string[]; file: string } | null {
  const folder = name.split("/");
  const file = folder.pop() ?? "";
  const fits = folder.length >= 2 && folder.length <= 3 && folder.every((part) => PART.test(part));
  return fits && PICTURE.test(file) ? { folder, file } : null;
}
