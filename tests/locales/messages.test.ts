import compile from "icu-minify/compile";
import format from "icu-minify/format";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { formattingLocale } from "#app/locales/messages.ts";
import { MESSAGE_FOLDERS, shapeOf, type SourceMessage, sourceMessages } from "./message-source.ts";

const sources: Record<Language, SourceMessage[]> = {
  en: await everyMessage("en"),
  ru: await everyMessage("ru"),
  be: await everyMessage("be"),
};
const translations = LANGUAGES.filter((language) => language !== "en");
const english = new Map(sources.en.map(({ key, text }) => [key, text]));

/** Numbers that between them need every form of the three languages. */
const COUNTS = [0, 1, 2, 3, 5, 11, 12, 21, 22, 25, 100, 101, 111, 1.5];

test.each(LANGUAGES)("every message in %s is valid ICU", (language) => {
  const broken = sources[language].flatMap(({ key, text }) => {
    try {
      shapeOf(text);
      return [];
    } catch (error) {
      return [`${key}: ${String(error)}`];
    }
  });
  expect(broken).toEqual([]);
});

test.each(LANGUAGES)("no message in %s is empty, or has spaces at an end", (language) => {
  expect(sources[language].filter(({ text }) => text.trim() === "" || text !== text.trim())).toEqual([]);
});

test.each(translations)("%s has exactly the messages of English", (language) => {
  expect(sources[language].map(({ key }) => key).sort()).toEqual([...english.keys()].sort());
});

test.each(translations)(
  "each message in %s takes what the English one takes, and chooses among the same values",
  (language) => {
    const different = sources[language].flatMap(({ key, text }) => {
      const theirs = shapeOf(english.get(key) ?? "");
      const ours = shapeOf(text);
      const same = JSON.stringify([ours.names, ours.selects]) === JSON.stringify([theirs.names, theirs.selects]);
      return same ? [] : [`${key}: ${ours.names} instead of ${theirs.names}`];
    });
    expect(different).toEqual([]);
  },
);

test.each(translations)("each number in %s has the forms one, few, many and other", (language) => {
  expect(pluralFaults(language, ["one", "few", "many", "other"])).toEqual([]);
});

test("each number in English has the forms one and other", () => {
  expect(pluralFaults("en", ["one", "other"])).toEqual([]);
});

test.each(translations)("a message that counts in English counts in %s, too", (language) => {
  const texts = new Map(sources[language].map(({ key, text }) => [key, text]));
  const counting = (text: string) =>
    shapeOf(text)
      .plurals.map(({ name }) => name)
      .sort();
  const different = sources.en.filter(
    ({ key, text }) => String(counting(text)) !== String(counting(texts.get(key) ?? "")),
  );
  expect(different.map(({ key }) => key)).toEqual([]);
});

test.each(LANGUAGES)(
  "every message in %s can be shown for every number, and leaves no sign of its making",
  (language) => {
    for (const { key, text } of sources[language]) {
      for (const count of COUNTS) {
        const shown = show(text, language, (name) => (isNumeric(text, name) ? count : `«${name}»`));
        expect(shown, key).not.toMatch(/[{}]|undefined|NaN|\[object|\bother\b \{/);
        expect(shown.length, key).toBeGreaterThan(0);
      }
    }
  },
);

test.each(LANGUAGES)("every message in %s shows every value that it is given", (language) => {
  for (const { key, text } of sources[language]) {
    const { names, plurals, selects } = shapeOf(text);
    const shown = show(text, language, (name) => (isNumeric(text, name) ? 5 : `«${name}»`));
    const deciding = new Set([...plurals, ...selects].map(({ name }) => name));
    for (const name of names.filter((one) => !deciding.has(one))) expect(shown, key).toContain(`«${name}»`);
  }
});

test.each([
  ["ru", 1, "1 урок"],
  ["ru", 3, "3 урока"],
  ["ru", 11, "11 уроков"],
  ["ru", 21, "21 урок"],
  ["be", 1, "1 урок"],
  ["be", 3, "3 урокі"],
  ["be", 5, "5 урокаў"],
  ["be", 22, "22 урокі"],
  ["en", 1, "1 lesson"],
  ["en", 21, "21 lessons"],
] as const)("%s counts %i lessons as people do", (language, count, expected) => {
  const text = sources[language].find(({ key }) => key === "home.lessons")?.text ?? "";
  expect(show(text, language, () => count)).toBe(expected);
});

/** Those of all pages under their own keys, those of author pages under their folder's name. */
async function everyMessage(language: Language): Promise<SourceMessage[]> {
  const folders = await Promise.all(
    MESSAGE_FOLDERS.map(async (folder) =>
      (await sourceMessages(language, folder)).map(({ key, text }) => ({
        key: folder === "app/locales" ? key : `${folder}: ${key}`,
        text,
      })),
    ),
  );
  return folders.flat();
}

function pluralFaults(language: Language, needed: string[]): string[] {
  return sources[language].flatMap(({ key, text }) =>
    shapeOf(text).plurals.flatMap(({ name, forms }) => {
      const lacking = needed.filter((form) => !forms.includes(form));
      return lacking.length > 0 ? [`${key}, ${name}: ${lacking}`] : [];
    }),
  );
}

function isNumeric(text: string, name: string): boolean {
  return shapeOf(text).plurals.some((plural) => plural.name === name);
}

/** The message as a reader sees it, by the formatter that the browser gets. */
function show(text: string, language: Language, given: (name: string) => string | number): string {
  const values = Object.fromEntries(shapeOf(text).names.map((name) => [name, given(name)]));
  const shown = format(compile(text), formattingLocale(language), values, {
    formatters: {
      getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
      getNumberFormat: (...args) => new Intl.NumberFormat(...args),
      getPluralRules: (...args) => new Intl.PluralRules(...args),
    },
  });
  return Array.isArray(shown) ? shown.join("") : shown;
}
