import { createTranslator } from "use-intl/core";
import type { Language } from "#app/domain/language.ts";
import { authorMessages } from "#app/locales/author/author-messages.server.ts";
import { formattingLocale, loadedMessages, loadMessages } from "#app/locales/messages.ts";

/** What the interface says in a language, so that a journey pins the promise and not the wording. */
export async function wordsIn(language: Language) {
  await loadMessages(language);
  return createTranslator({
    locale: formattingLocale(language),
    messages: loadedMessages(language),
    timeZone: "UTC",
  });
}

/** What the author pages say, as `wordsIn` for all pages. */
export function authorWordsIn(language: Language) {
  return createTranslator({
    locale: formattingLocale(language),
    messages: authorMessages(language),
    timeZone: "UTC",
  });
}
