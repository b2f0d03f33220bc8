/** The languages of the product, in the order in which they are offered. */
export const LANGUAGES = ["en", "ru", "be"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in each language. */
export type Localised = Record<Language, string>;

/** Narrows a string to a language of the product; anything else, case included, is refused. */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
