import { expect, test } from "vitest";
import { typedAndSpot } from "../fixtures/typed-and-spot.ts";
import { faultsWith, problemsWith } from "./fixtures.ts";

const RU = "first-steps/who-counts/ru.mdx";
const QUIZ = "first-steps/quiz/be.mdx";

test("a translation with another number of sections is named beside its original", () => {
  expect(problemsWith({ [RU]: (text) => text.replace("## Теперь вы\n", "") })).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/ru.mdx:6:1  parity-sections  The number of sections (##) is 1 here and 2 at first-steps/who-counts/en.mdx:31. → Give both the same sections in the same order.",
    ]
  `);
});

test("a translation with an activity of another name or order is named", () => {
  expect(problemsWith({ [RU]: (text) => text.replace('"does-anna-count"', '"anna"') })).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/ru.mdx:33:1  parity-activities  "anna" stands here as activity 1; at first-steps/who-counts/en.mdx:33 it is "does-anna-count". → Give both pages the same activities with the same ids in the same order.",
    ]
  `);
});

test("a translation that lacks an option is named", () => {
  expect(
    problemsWith({ [QUIZ]: (text) => text.replace("- [ ] верх\n  > ПРЫЧЫНА верх.\n", "") }),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/quiz/be.mdx:6:1  parity-parts  "q-sides" has another number of options (2, not 3) here than at first-steps/quiz/en.mdx:6. → Give both the same, in the same order.",
    ]
  `);
});

test("a translation in which another option is right is named", () => {
  expect(
    problemsWith({ [QUIZ]: (text) => text.replace("[ ] дзесяць", "[x] дзесяць").replace("[x] сто", "[ ] сто") }),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/quiz/be.mdx:16:1  parity-key  "q-more" has other right answers here than at first-steps/quiz/en.mdx:16. → Keep the order of options and rows, and the same right answers.",
    ]
  `);
});

test("a translation with another kind of question is named", () => {
  expect(problemsWith({ [QUIZ]: (text) => text.replace("[x] правы", "[ ] правы") })).toMatchInlineSnapshot(`
    [
      "first-steps/quiz/be.mdx:6:1  parity-kind  "q-sides" has another kind (single, not multiple) here than at first-steps/quiz/en.mdx:6. → Mark the same options as right.",
    ]
  `);
});

test("a translation in which an answer of a match is said in two ways is named", () => {
  expect(
    problemsWith({ [RU]: (text) => text.replace("| | третье |", "| Правило три | первое |") }),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/ru.mdx:45:1  parity-parts  "rules-in-place" has another number of rows (3, not 2) here than at first-steps/who-counts/en.mdx:45. → Give both the same, in the same order.",
    ]
  `);
});

test("a translation that shuffles what is fixed, or asks for another outcome, is named", () => {
  expect(
    problemsWith({
      [QUIZ]: (text) =>
        text.replace(' order="fixed"', "").replace('"q-more" outcome="m1.o2"', '"q-more" outcome="m1.o1"'),
    }),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/quiz/be.mdx:16:1  parity-order  "q-more" has another rule of order here than at first-steps/quiz/en.mdx:16. → Write order="fixed" in every language or in none.",
      "first-steps/quiz/be.mdx:16:1  parity-outcome  "q-more" has another outcome here than at first-steps/quiz/en.mdx:16. → Write outcome="m1.o2".",
    ]
  `);
});

test("a translation that asks how sure learners are where the original does not, or the other way round, is named", () => {
  const asks = (text: string) => text.replace('"q-more" outcome="m1.o2"', '"q-more" outcome="m1.o2" confidence="ask"');
  const english = "first-steps/quiz/en.mdx";
  expect([...faultsWith({ [QUIZ]: asks }), ...faultsWith({ [english]: asks, [QUIZ]: asks })]).toMatchInlineSnapshot(`
    [
      "first-steps/quiz/be.mdx:16:1  parity-confidence  "q-more" has another rule of confidence here than at first-steps/quiz/en.mdx:16. → Write confidence="ask" in every language or in none.",
      "first-steps/quiz/ru.mdx:16:1  parity-confidence  "q-more" has another rule of confidence here than at first-steps/quiz/en.mdx:16. → Write confidence="ask" in every language or in none.",
    ]
  `);
  const everywhere = { [english]: asks, "first-steps/quiz/ru.mdx": asks, [QUIZ]: asks };
  expect(problemsWith(everywhere)).toEqual([]);
});

test("a translation that cites another place, or cites less, is named", () => {
  expect(
    problemsWith({
      [RU]: (text) => text.replace('<Cite id="treaty-1990" at="Art. 1" />', ""),
      "first-steps/who-counts/be.mdx": (text) => text.replace('at="Art. 2(1)"', 'at="Art. 1"'),
    }),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/be.mdx:17:25  parity-citations  Citation 2 is "treaty-1990", Art. 1 here and "treaty-1990", Art. 2(1) at first-steps/who-counts/en.mdx:17. → Cite the same places in the same order in every language.",
      "first-steps/who-counts/ru.mdx:27:4  parity-citations  Citation 4 is none here and "treaty-1990", Art. 1 at first-steps/who-counts/en.mdx:40. → Cite the same places in the same order in every language.",
    ]
  `);
});

test("a number, a short answer or a text with faults that says another thing in a translation is named", () => {
  const quizzes = (change: (text: string) => string) => ({
    ...Object.fromEntries(
      (["en", "ru"] as const).map((language) => [
        `first-steps/quiz/${language}.mdx`,
        (text: string) => text + typedAndSpot(language),
      ]),
    ),
    [QUIZ]: (text: string) => text + change(typedAndSpot("be")),
  });
  expect(faultsWith(quizzes((text) => text))).toEqual([]);
  expect([
    ...faultsWith(quizzes((text) => text.replace("± 1 %", "± 2 %"))),
    ...faultsWith(quizzes((text) => text.replace(' unit="бел. руб."', ""))),
    ...faultsWith(quizzes((text) => text.replace("- [ ] паток\n  > REASON flow.\n", ""))),
    ...faultsWith(quizzes((text) => text.replace("[ ] Праца", "[x] Праца").replace("[x] Подпіс", "[ ] Подпіс"))),
  ]).toMatchInlineSnapshot(`
    [
      "first-steps/quiz/be.mdx:24:1  parity-key  "q-fee" has other right answers here than at first-steps/quiz/en.mdx:24. → Keep the order of options and rows, and the same right answers.",
      "first-steps/quiz/be.mdx:27:18  parity-numbers  The numbers of this option differ from first-steps/quiz/en.mdx:27: “2 %” here, “1 %” there. → Correct the one that is wrong, or write the number in figures in both, each in the form of its language.",
      "first-steps/quiz/be.mdx:24:1  parity-parts  "q-fee" has another number of units (0, not 1) here than at first-steps/quiz/en.mdx:24. → Give both the same, in the same order.",
      "first-steps/quiz/be.mdx:34:1  parity-parts  "q-word" has another number of near misses (0, not 1) here than at first-steps/quiz/en.mdx:34. → Give both the same, in the same order.",
      "first-steps/quiz/be.mdx:44:1  parity-key  "q-advert" has other right answers here than at first-steps/quiz/en.mdx:45. → Keep the order of options and rows, and the same right answers.",
    ]
  `);
});
