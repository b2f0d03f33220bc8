import type { Language } from "#app/domain/language.ts";
import type { Messages } from "./en.ts";

declare module "use-intl" {
  interface AppConfig {
    Messages: Messages;
  }
}

const loaded = new Map<Language, Messages>();

const files: Record<Language, () => Promise<{ messages: Messages }>> = {
  en: () => import("./en.ts"),
  ru: () => import("./ru.ts"),
  be: () => import("./be.ts"),
};

/** Brings the messages of a language into memory; the browser fetches only the language of its page. */
export async function loadMessages(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const { messages } = await files[language]();
  loaded.set(language, messages);
}

/** Whether the messages of a language are in memory. */
export function hasMessages(language: Language): boolean {
  return loaded.has(language);
}

/**
 * The messages of a language.
 * @throws Error when `loadMessages` was not awaited before: a bug, not a state that a reader can cause
 */
export function loadedMessages(language: Language): Messages {
  const messages = loaded.get(language);
  if (!messages) throw new Error(`The messages of "${language}" were not loaded before rendering.`);
  return messages;
}

/**
 * The locale whose plural and number rules the formatter uses. Browsers may lack Belarusian; its plural
 * categories are the Russian ones, so Russian rules give the same words everywhere.
 */
export function formattingLocale(language: Language): string {
  return language === "be" ? "ru" : language;
}
