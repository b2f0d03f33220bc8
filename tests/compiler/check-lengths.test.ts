import { expect, test } from "vitest";
import { checkLengths } from "#app/compiler/check-lengths.ts";
import { LimitsSchema } from "#app/compiler/limits-schema.ts";
import { hasErrors } from "#app/compiler/problem.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { courseWith, faultsWith } from "./fixtures.ts";

function longest(text: string): number {
  const place = { line: 1, column: 1 };
  const passage = { kind: "paragraph" as const, part: "s1", text, place, pieces: [{ from: 0, place }] };
  let most = 0;
  for (let words = 5; words < 40; words += 1) {
    const limits = LimitsSchema.parse({ sentenceWords: words, lessonWords: { min: 0 } });
    checkLengths([passage], "lesson", limits, () => {
      most = words + 1;
    });
  }
  return most;
}

const sentences: [string, number][] = [
  ["One two three four five six. Seven eight nine.", 6],
  ["One two three four five six! “Seven eight nine.” Ten.", 6],
  ["See Convention No. 97 and Art. 2 of it, said he. Then he went.", 11],
  ["Было 110,3 тыс. Человек ушёл домой к себе.", 8],
  ["Конвенция вступила в силу в 1990 г. В ней пять частей.", 11],
  ["Раз два три четыре пять шесть. Семь восемь.", 6],
  ["«Раз два три четыре пять шесть». Семь восемь.", 6],
  ["A – b – c – d – e – f.", 6],
];

test.each(sentences)("the longest sentence of %j has %i words", (text, words) => {
  expect(longest(text)).toBe(words);
});

test("a lesson out of the course's limits is a warning, and the course is built all the same", () => {
  const edits = {
    "course.yaml": (text: string) =>
      text.replace(
        "{ lessonWords: { min: 1 } }",
        "{ sentenceWords: 8, lessonWords: { min: 95, max: 100 }, titleLetters: 10 }",
      ),
  };
  expect(faultsWith(edits)).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/be.mdx:1:1  lesson-long  The lesson has 103 words; the course allows 100. → Make two lessons of it.",
      "first-steps/who-counts/be.mdx:2:1  title-long  This title has 11 letters; the course allows 10. → Shorten it: it stands in the outline, and on a telephone.",
      "first-steps/who-counts/en.mdx:1:1  lesson-long  The lesson has 120 words; the course allows 100. → Make two lessons of it.",
      "first-steps/who-counts/en.mdx:6:1  title-long  This heading has 11 letters; the course allows 10. → Shorten it: it stands in the outline, and on a telephone.",
      "first-steps/who-counts/ru.mdx:1:1  lesson-long  The lesson has 102 words; the course allows 100. → Make two lessons of it.",
      "first-steps/who-counts/ru.mdx:2:1  title-long  This title has 12 letters; the course allows 10. → Shorten it: it stands in the outline, and on a telephone.",
      "welcome/be.mdx:6:1  title-long  This heading has 14 letters; the course allows 10. → Shorten it: it stands in the outline, and on a telephone.",
      "welcome/en.mdx:6:1  title-long  This heading has 12 letters; the course allows 10. → Shorten it: it stands in the outline, and on a telephone.",
      "welcome/ru.mdx:2:1  title-long  This title has 16 letters; the course allows 10. → Shorten it: it stands in the outline, and on a telephone.",
      "welcome/ru.mdx:6:1  title-long  This heading has 16 letters; the course allows 10. → Shorten it: it stands in the outline, and on a telephone.",
    ]
  `);
  const { courses, problems } = readContent(courseWith(edits));
  expect(hasErrors(problems)).toBe(false);
  expect(courses).toHaveLength(1);
});

test("limits that contradict themselves are a fault of course.yaml", () => {
  expect(
    faultsWith({ "course.yaml": (text) => text.replace("min: 1 }", "min: 9, max: 3 }, sentence: 4") }),
  ).toMatchInlineSnapshot(`
    [
      "course.yaml:22:11  yaml-field  "limits.lessonWords" has a minimum that is greater than its maximum. → Correct the value.",
      "course.yaml:22:44  yaml-field  "sentence" is no field of "limits". → Take it out, or see content/README.md for the fields.",
    ]
  `);
});
