import { createTranslator } from "use-intl";
import type { Language } from "#app/domain/language.ts";
import { formattingLocale } from "#app/locales/messages.ts";
import { useLanguage } from "./language.tsx";

/** The words of one kind of activity, in each language: they travel with its view, to the pages that show it. */
export type KindWords<Key extends string> = Record<Language, Record<Key, string>>;

type Translator<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;

const translators = new WeakMap<object, Translator<string>>();

/** Says a word of a kind in the language of the page: `t("guess")`. */
export function useKindWords<Key extends string>(words: KindWords<Key>): Translator<Key> {
  const language = useLanguage();
  const messages = words[language];
  const known = translators.get(messages);
  if (known) return known;
  const translator = createTranslator({
    locale: formattingLocale(language),
    messages: messages as Record<string, string>,
    timeZone: "UTC",
  }) as unknown as Translator<string>;
  translators.set(messages, translator);
  return translator;
}
