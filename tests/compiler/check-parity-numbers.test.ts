import { expect, test } from "vitest";
import type { Language } from "#app/domain/language.ts";
import { checkParityNumbers } from "#app/compiler/check-parity-numbers.ts";
import { readPage } from "#app/compiler/read-page.ts";
import { healthyWords, lessonWith, faultsWith } from "./fixtures.ts";

const RU = "first-steps/who-counts/ru.mdx";
const BE = "first-steps/who-counts/be.mdx";
const EN = "first-steps/who-counts/en.mdx";

test("a number that differs is named with both files and lines", () => {
  expect(
    faultsWith({
      [RU]: (text) => text.replace("304 человека", "340 человек"),
      [BE]: (text) => text.replace("12 сталоў", "дванаццаць сталоў"),
    }),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/be.mdx:17:3  parity-numbers  The numbers of this list item differ from first-steps/who-counts/en.mdx:17: none here, “12” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
      "first-steps/who-counts/ru.mdx:14:33  parity-numbers  The numbers of this paragraph differ from first-steps/who-counts/en.mdx:14: “340” here, “304” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
    ]
  `);
});

test("one number changed in English names both translations", () => {
  expect(faultsWith({ [EN]: (text) => text.replace("17 times", "18 times") })).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/be.mdx:9:33  parity-numbers  The numbers of this paragraph differ from first-steps/who-counts/en.mdx:9: “17” here, “18” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
      "first-steps/who-counts/ru.mdx:9:32  parity-numbers  The numbers of this paragraph differ from first-steps/who-counts/en.mdx:9: “17” here, “18” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
    ]
  `);
});

test("numbers in options, reasons, cells, titles, summaries, headings, pictures and cards are compared", () => {
  expect(
    faultsWith({
      [EN]: (text) =>
        text
          .replace("summary: One line", "summary: 1 line")
          .replace("## Now you", "## 2. Now you")
          .replace("No, never", "No, 0 times")
          .replace("REASON one", "REASON 1")
          .replace("| first |", "| 1 |")
          .replace('alt="A line."', 'alt="14 lines."')
          .replace("2026-07-31", "2026-07-30")
          .replace("Desks at the line", "12 desks at the line"),
    }).filter((line) => line.startsWith(RU)),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/ru.mdx:3:1  parity-numbers  The numbers of this summary differ from first-steps/who-counts/en.mdx:3: none here, “1” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
      "first-steps/who-counts/ru.mdx:19:1  parity-numbers  The numbers of this text for a picture differ from first-steps/who-counts/en.mdx:19: none here, “14” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
      "first-steps/who-counts/ru.mdx:23:1  parity-numbers  The numbers of this title of a card differ from first-steps/who-counts/en.mdx:23: none here, “12” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
      "first-steps/who-counts/ru.mdx:23:1  parity-numbers  The numbers of this date of a card differ from first-steps/who-counts/en.mdx:23: “2026-07-31” here, “2026-07-30” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
      "first-steps/who-counts/ru.mdx:31:1  parity-numbers  The numbers of this heading differ from first-steps/who-counts/en.mdx:31: none here, “2” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
      "first-steps/who-counts/ru.mdx:37:7  parity-numbers  The numbers of this option differ from first-steps/who-counts/en.mdx:37: none here, “0” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
      "first-steps/who-counts/ru.mdx:50:15  parity-numbers  The numbers of this table cell differ from first-steps/who-counts/en.mdx:50: none here, “1” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
      "first-steps/who-counts/ru.mdx:54:4  parity-numbers  The numbers of this reason differ from first-steps/who-counts/en.mdx:54: none here, “1” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
    ]
  `);
});

test("a section with other paragraphs is compared as a whole, and the author is warned", () => {
  const split = (text: string) => text.replace("\n\nВ 2024 году", " В 2024 году");
  expect(faultsWith({ [RU]: split })).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/ru.mdx:6:1  parity-passages  This part has 13 passages here and 14 passages at first-steps/who-counts/en.mdx:6. → Divide the text into the same paragraphs, items and cells in every language.",
    ]
  `);
  expect(faultsWith({ [RU]: (text) => split(text).replace("304", "305") })).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/ru.mdx:6:1  parity-passages  This part has 13 passages here and 14 passages at first-steps/who-counts/en.mdx:6. → Divide the text into the same paragraphs, items and cells in every language.",
      "first-steps/who-counts/ru.mdx:12:59  parity-numbers  The numbers of this part differ from first-steps/who-counts/en.mdx:14: “305” here, “304” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
    ]
  `);
});

const pageWith = (language: Language, body: string) => {
  const read = readPage({
    file: `${language}.mdx`,
    folder: ".",
    text: lessonWith(body),
    language,
    kind: "lesson",
    words: healthyWords(),
  });
  if (!read.page) throw new Error("the page cannot be parsed");
  return read.page;
};

const fits: [string, Language, string][] = [
  ["In 2024, 3.7 % of 304 million.", "ru", "304 млн, из них 3,7 % – в 2024 году."],
  ["On 12 May 2025 it was 4,535.", "be", "4 535 было 12 траўня 2025 года."],
  ["The 3rd desk.", "ru", "Третий стол."],
  ["The third desk.", "ru", "3-й стол."],
  ["The December table of 2023.", "ru", "В декабрьской таблице 2023 года."],
  ["From 2.9 % to 3.7 %.", "be", "Ад 2,9 да 3,7 %."],
  ["It says 12 and 12.", "ru", "Там 12 и 12."],
];

test.each(fits)("%j is told alike by %s: %j", (english, language, translated) => {
  expect(checkParityNumbers(pageWith("en", english), pageWith(language, translated))).toEqual([]);
});

const differs: [string, Language, string, string][] = [
  ["It says 12 and 12.", "ru", "Там 12.", "none here, “12” there"],
  ["In 2024 it was 3.7 %.", "ru", "В 2024 году 37 %.", "“37 %” here, “3.7 %” there"],
  ["It was 4,535.", "ru", "Было 4,535.", "“4,535” here, “4,535” there"],
  ["On 12 May 2025.", "be", "12 траўня 2024 года.", "“12 траўня 2024” here, “12 May 2025” there"],
  ["Some 304 million.", "be", "Каля 304 мільярдаў.", "“304 мільярдаў” here, “304 million” there"],
];

test.each(differs)("%j is not told by %s: %j", (english, language, translated, numbers) => {
  const [problem, ...more] = checkParityNumbers(pageWith("en", english), pageWith(language, translated));
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ file: `${language}.mdx`, line: 8, severity: "error", code: "parity-numbers" });
  expect(problem?.message).toContain("en.mdx:8");
  expect(problem?.message).toContain(numbers);
});
