import { galleries, loaders } from "virtual:waymark/gallery";
import type { Language } from "#app/domain/language.ts";
import type { LessonModule } from "./lesson-module.ts";

/** The rendered samples of one language, by id. */
export type Gallery = Record<string, LessonModule>;

/** Galleries that the browser has loaded since the page was opened. */
const remembered = new Map<Language, Gallery>();

/** The samples that are in memory: on the server all of them; without a gallery there are none. */
export function loadedGallery(language: Language): Gallery {
  return galleries[language]?.samples ?? remembered.get(language) ?? {};
}

/**
 * Brings the samples of a language into memory.
 * @throws Error when the file cannot be fetched; the next call tries again
 */
export async function loadGallery(language: Language): Promise<void> {
  const load = galleries[language] ? undefined : loaders[language];
  if (load) remembered.set(language, (await load()).samples);
}
