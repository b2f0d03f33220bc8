/**
 * The words of the author pages stay on the server until somebody opens one: its frame sends those of its language with the
 * page, so that neither a learner's page nor the browser's code carries them.
 */
import type { Language } from "#app/domain/language.ts";
import { messages as be } from "./be.ts";
import { type AuthorMessages, messages as en } from "./en.ts";
import { messages as ru } from "./ru.ts";

const all: Record<Language, AuthorMessages> = { en, ru, be };

/** The words of the author pages in a language, compiled for the formatter. */
export function authorMessages(language: Language): AuthorMessages {
  return all[language];
}
