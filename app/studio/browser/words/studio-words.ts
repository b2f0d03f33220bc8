import { createContext, useContext } from "react";
import type { Language } from "#app/domain/language.ts";
import { words as be } from "./be.ts";
import { type StudioWords, words as en } from "./en.ts";
import { words as ru } from "./ru.ts";

export const STUDIO_WORDS: Record<Language, StudioWords> = { en, ru, be };

/** The language of the studio itself, which need not be that of the page being written. */
export const StudioLanguage = createContext<Language>("en");

export function useWords(): StudioWords {
  return STUDIO_WORDS[useContext(StudioLanguage)];
}
