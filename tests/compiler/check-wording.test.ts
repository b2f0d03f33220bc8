import { expect, test } from "vitest";
import { checkWording } from "#app/compiler/check-wording.ts";
import { GlossarySchema } from "#app/compiler/glossary-schema.ts";
import type { Language } from "#app/domain/language.ts";
import { faultsWith } from "./fixtures.ts";

const [term] = GlossarySchema.parse([
  {
    id: "irregular-situation",
    en: "migrant in an irregular situation",
    ru: "мигрант с неурегулированным статусом",
    be: "мігрант з неўрэгуляваным статусам",
    definition: { en: "d", ru: "d", be: "d" },
    source: "s",
    unsure: [],
    avoid: {
      en: ["illegal migrant*", "illegals"],
      ru: ["нелегальн* мигрант*", "чёрн* рынк*"],
      be: ["нелегальн* мігрант*"],
    },
  },
]);

function found(language: Language, text: string): string[] {
  const words: string[] = [];
  const place = { line: 1, column: 1 };
  const passage = { kind: "paragraph" as const, part: "s1", text, place, pieces: [{ from: 0, place }] };
  if (!term) throw new Error("the fixture is broken");
  checkWording([passage], new Map([[term.id, term]]), language, (_place, _code, message) => words.push(message));
  return words.map((message) => /“(.+?)”/u.exec(message)?.[1] ?? message);
}

const avoided: [Language, string, string][] = [
  ["en", "Illegal migrants were found.", "Illegal migrants"],
  ["en", "an ILLEGAL\nmigrant", "ILLEGAL migrant"],
  ["en", "illegal-migrant policy", "illegal-migrant"],
  ["en", "the illegals", "illegals"],
  ["en", "“Quoted.” Then illegal migrants.", "illegal migrants"],
  ["en", "“Not closed: illegal migrants", "illegal migrants"],
  ["en", "“One” illegal migrant “two”", "illegal migrant"],
  ["en", "\u{1f9ed} “x” illegal migrant", "illegal migrant"],
  ["ru", "Нелегального мигранта нашли.", "Нелегального мигранта"],
  ["ru", "нелега\u0301льными мигрантами", "нелега\u0301льными мигрантами"],
  ["ru", "нелегаль\u00adный мигрант", "нелегаль\u00adный мигрант"],
  ["ru", "на черном рынке", "черном рынке"],
  ["be", "нелегальныя мігранты", "нелегальныя мігранты"],
];

test.each(avoided)("in %s the words of %j are set aside", (language, text, words) => {
  expect(found(language, text)).toEqual([words]);
});

const allowed: [Language, string][] = [
  ["en", "A report says: “Illegal migrants were found.”"],
  ["en", "It is illegal. Migrants know."],
  ["en", "illegal, migrant"],
  ["en", "illegal migration"],
  ["en", "illegal emigrants"],
  ["ru", "В отчёте сказано: «обнаружены нелегальные мигранты»."],
  ["ru", "«Он сказал: „нелегальный мигрант“ – и ушёл»"],
  ["ru", "illegal migrant"],
  ["be", "«Нелегальныя мігранты»"],
];

test.each(allowed)("in %s one may write %j", (language, text) => {
  expect(found(language, text)).toEqual([]);
});

test("the words of a course and their translations are held against the glossary, in the file and line", () => {
  expect(
    faultsWith({
      "first-steps/who-counts/ru.mdx": (text) =>
        text.replace("Договор старше", "Пограничной черты нет. Договор старше"),
      "first-steps/who-counts/en.mdx": (text) => text.replace("No, never", "No, at no frontier"),
    }),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/en.mdx:37:17  term-avoided  “frontier” is not how this course says it. → Write “border” (glossary.yaml, border), or put quotation marks around words that you quote.",
      "first-steps/who-counts/ru.mdx:12:1  term-avoided  “Пограничной черты” is not how this course says it. → Write “граница” (glossary.yaml, border), or put quotation marks around words that you quote.",
    ]
  `);
});

test("a phrase that could not be matched is refused where it stands", () => {
  expect(
    faultsWith({ "glossary.yaml": (text) => text.replace("[frontier*,", '["front*ier", "*", ') }).filter(
      (line) => !line.includes(".mdx"),
    ),
  ).toMatchInlineSnapshot(`
    [
      "glossary.yaml:8:17  yaml-field  "[1].avoid.en[1]" must be words such as "illegal migrant*", where * stands for any ending. → Correct the value.",
      "glossary.yaml:8:30  yaml-field  "[1].avoid.en[2]" must be words such as "illegal migrant*", where * stands for any ending. → Correct the value.",
    ]
  `);
});
