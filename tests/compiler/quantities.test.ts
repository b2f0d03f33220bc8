import fc from "fast-check";
import { expect, test } from "vitest";
import { quantitiesIn } from "#app/compiler/quantities.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";

const same: { means: string[]; en: string; ru: string; be: string }[] = [
  { means: ["1.5"], en: "1.5 hours", ru: "1,5 часа", be: "1,5 гадзіны" },
  { means: ["2.5"], en: "2.50 times", ru: "в 2,5 раза", be: "у 2,5 раза" },
  { means: ["4535"], en: "4,535 people", ru: "4\u00a0535 человек", be: "4 535 чалавек" },
  { means: ["4535"], en: "4 535 people", ru: "4\u202f535 человек", be: "4535 чалавек" },
  { means: ["1234567.8"], en: "1,234,567.8", ru: "1\u2009234\u2009567,8", be: "1.234.567,8" },
  { means: ["110300"], en: "110.3 thousand", ru: "110,3 тыс.", be: "110,3 тысячы" },
  { means: ["304000000"], en: "304 million", ru: "304 млн", be: "304 мільёны" },
  { means: ["304000000"], en: "304 million", ru: "304 миллиона", be: "304 мільёнаў" },
  { means: ["685000000000"], en: "USD 685 billion", ru: "685 млрд долларов", be: "685 мільярдаў долараў" },
  { means: ["3.7%"], en: "3.7 %", ru: "3,7 %", be: "3,7\u00a0%" },
  { means: ["48%"], en: "48 per cent", ru: "48 процентов", be: "48 працэнтаў" },
  { means: ["33%"], en: "33%", ru: "33-процентный", be: "33 працэнты" },
  { means: ["2.9%", "3.7%"], en: "from 2.9 to 3.7 %", ru: "с 2,9 % до 3,7 %", be: "з 2,9 да 3,7 %" },
  { means: ["33000", "34000"], en: "33 or 34 thousand", ru: "33 тыс. или 34 тыс.", be: "33–34 тыс." },
  { means: ["2017", "2021"], en: "2017–2021", ru: "в 2017–2021 годах", be: "з 2017 да 2021 года" },
  { means: ["2017", "2021"], en: "2017–21", ru: "2017—2021 гг.", be: "2017-2021" },
  { means: ["2025-05-12"], en: "12 May 2025", ru: "12 мая 2025 г.", be: "12 траўня 2025 года" },
  { means: ["2025-05-12"], en: "May 12, 2025", ru: "12.05.2025", be: "12 мая 2025" },
  { means: ["2025-05-12"], en: "2025-05-12", ru: "12 мая 2025 года", be: "12-га траўня 2025" },
  { means: ["2025-05"], en: "in May 2025", ru: "в мае 2025 года", be: "у траўні 2025 года" },
  { means: ["2024-06"], en: "June 2024", ru: "июньский выпуск 2024 года", be: "чэрвеньскай публікацыі 2024 года" },
  { means: ["--05-12"], en: "12 May", ru: "12 мая", be: "12 траўня" },
  { means: ["2025-05-05", "2025-05-12"], en: "5 May and 12 May 2025", ru: "5 и 12 мая 2025 г.", be: "5 і 12 мая 2025" },
  { means: ["2025-09"], en: "January–September 2025", ru: "январь – сентябрь 2025 года", be: "студзень–верасень 2025" },
  { means: ["1990s"], en: "in the 1990s", ru: "в 1990-х", be: "у 1990-я гады" },
  { means: ["3"], en: "3rd", ru: "3-й", be: "3-і" },
  { means: ["-5%"], en: "−5 %", ru: "минус 5 %", be: "мінус 5 %" },
  { means: ["3"], en: "Article 3(a)", ru: "статья 3 a)", be: "артыкул 3(а)" },
  { means: ["2", "1"], en: "Art. 2(1)", ru: "ст. 2, п. 1", be: "арт. 2, п. 1" },
  { means: ["97"], en: "No. 97", ru: "№ 97", be: "№ 97" },
  { means: ["225"], en: "No. 225-Z", ru: "№ 225-З", be: "№ 225-З" },
  { means: ["10:30"], en: "at 10:30", ru: "в 10:30", be: "а 10:30" },
  { means: ["2024", "48.1%"], en: "In 2024, 48.1 %", ru: "В 2024 году 48,1 %", be: "У 2024 годзе 48,1 %" },
  { means: ["2024"], en: "mid-2024", ru: "середина 2024 года", be: "сярэдзіна 2024 года" },
  { means: ["5", "8", "10", "17"], en: "SDGs 5, 8, 10 and 17", ru: "ЦУР 5, 8, 10 и 17", be: "МУР 5, 8, 10 і 17" },
  { means: [], en: "Part III, twice; may march on", ru: "часть III, вдвое", be: "частка III, удвая" },
  { means: [], en: "https://example.org/2024 a1@example.org", ru: "www.example.org/5", be: "слова" },
];

test.each(same)("$en, $ru and $be are read alike", ({ means, ...texts }) => {
  for (const language of LANGUAGES) {
    expect(
      quantitiesIn(texts[language], language).map(({ value }) => value),
      language,
    ).toEqual(means);
  }
});

const different: [Language, string, Language, string][] = [
  ["en", "4,535", "ru", "4,535"],
  ["en", "304 million", "ru", "304 млрд"],
  ["en", "48 %", "be", "48"],
  ["en", "12 May 2025", "be", "12 сакавіка 2025"],
  ["en", "May 2025", "ru", "май 2024"],
  ["en", "2.1.3", "ru", "2.1.4"],
  ["en", "−5 %", "ru", "5 %"],
];

test.each(different)("in %s %j is not what %s means by %j", (one, here, other, there) => {
  const values = (text: string, language: Language) => quantitiesIn(text, language).map(({ value }) => value);
  expect(values(here, one)).not.toEqual(values(there, other));
});

test("a number knows how and where it is written", () => {
  expect(quantitiesIn("Of 4 535 people\u00a0…, 3rd: 12\u00a0May\n2025.", "en")).toMatchObject([
    { written: "4 535", from: 3, ordinal: false },
    { written: "3rd", ordinal: true },
    { written: "12 May 2025", value: "2025-05-12" },
  ]);
});

const decimals = fc.record({
  whole: fc.nat({ max: 2_000_000_000 }),
  fraction: fc.constantFrom("", "1", "25", "07"),
  space: fc.constantFrom("\u00a0", "\u202f", "\u2009", " "),
});

test("any number is read alike from the form of each language", () => {
  fc.assert(
    fc.property(decimals, ({ whole, fraction, space }) => {
      const grouped = (sign: string) => String(whole).replace(/\B(?=(?:\d{3})+$)/g, sign);
      const end = (sign: string) => (fraction === "" ? "" : sign + fraction);
      const value = `${whole}${end(".")}`;
      const read = (text: string, language: Language) => quantitiesIn(`x ${text}.`, language).map((one) => one.value);
      expect(read(grouped(",") + end("."), "en")).toEqual([value]);
      expect(read(grouped(space) + end("."), "en")).toEqual([value]);
      expect(read(grouped(space) + end(","), "ru")).toEqual([value]);
      expect(read(grouped(space) + end(","), "be")).toEqual([value]);
      expect(read(`${whole}${end(",")} %`, "be")).toEqual([`${value}%`]);
      expect(read(`${whole}${end(".")} million`, "en")).toEqual(read(`${whole}${end(",")} млн`, "ru"));
    }),
  );
});

test("any day is read alike from the long and short form of each language", () => {
  const days = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2099, 11, 31) });
  const locales = { en: "en-GB", ru: "ru-RU", be: "be-BY" };
  fc.assert(
    fc.property(days, (time) => {
      const day = new Date(time);
      for (const language of LANGUAGES) {
        const long = day.toLocaleDateString(locales[language], { dateStyle: "long", timeZone: "UTC" });
        const read = quantitiesIn(long, language).map(({ value }) => value);
        expect(read, long).toEqual([day.toISOString().slice(0, 10)]);
      }
    }),
  );
});

test("no text makes the reader of numbers fail, and what it names stands in the text", () => {
  const scraps = fc.constantFrom(
    ..."0123456789.,-–  \u00a0%:",
    "May ",
    " мая ",
    "тыс.",
    "-х",
    "st",
    "million",
    " і ",
    "@",
    "№",
  );
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 40 }), fc.constantFrom(...LANGUAGES), (parts, language) => {
      const text = parts.join("");
      for (const { written, from, value } of quantitiesIn(text, language)) {
        expect(text.replace(/\s/gu, " ").replace(/ +/g, " ")).toContain(written.trim());
        expect(from).toBeLessThan(text.length);
        expect(value).not.toBe("");
      }
    }),
    { numRuns: 500 },
  );
});
