import { expect, test } from "vitest";
import { readContent } from "#app/compiler/read-content.ts";
import { courseWith, problemsWith } from "./fixtures.ts";

const editions = (edition: string, earlier: string | null = null) => ({
  "course.yaml": (text: string) =>
    text.replace('edition: "2026.1"', earlier === null ? edition : `${edition}\nearlierEditions: ${earlier}`),
});

test.each([
  ['edition: "2026.2"', '["2026.1"]'],
  ['edition: "2026.10"', '["2025", "2025.1", "2026.9"]'],
  ['edition: "2"', '["1"]'],
  ['edition: "2026.1"', "[]"],
])("an edition that is later than all before it is right: %s after %s", (edition, earlier) => {
  expect(problemsWith(editions(edition, earlier))).toEqual([]);
});

test("an edition that goes back, or is used twice, is refused where it is written", () => {
  expect(problemsWith(editions('edition: "2026.1"', '["2026.1"]'))).toMatchInlineSnapshot(`
    [
      "course.yaml:3:1  edition-order  The edition "2026.1" is not later than the edition "2026.1", which came before it. → Number it higher than "2026.1": what stands on certificates is never used again.",
    ]
  `);
  expect(problemsWith(editions('edition: "2026.9"', '["2026.2", "2026.10"]'))).toMatchInlineSnapshot(`
    [
      "course.yaml:3:1  edition-order  The edition "2026.9" is not later than the edition "2026.10", which came before it. → Number it higher than "2026.10": what stands on certificates is never used again.",
    ]
  `);
  expect(problemsWith(editions('edition: "2026.2"', '["2026.1", "2025.4"]'))).toMatchInlineSnapshot(`
    [
      "course.yaml:4:29  edition-order  The edition "2025.4" is not later than the edition "2026.1", which came before it. → List the earlier editions from the oldest to the newest, each once.",
    ]
  `);
});

test("an edition that is missing, is not in quotes, or is no number is refused", () => {
  expect(problemsWith(editions("# none"))).toMatchInlineSnapshot(`
    [
      "course.yaml:1:1  yaml-field  "edition" is missing. → Add it: text.",
    ]
  `);
  expect(problemsWith(editions("edition: 2026.1"))).toMatchInlineSnapshot(`
    [
      "course.yaml:3:1  yaml-field  "edition" must be text. → Put the value in quotes.",
    ]
  `);
  expect(problemsWith(editions('edition: "second"'))).toMatchInlineSnapshot(`
    [
      "course.yaml:3:1  yaml-field  "edition" must be numbers with dots between them, such as "2026.1". → Correct the value.",
    ]
  `);
});

test("the outline of a course with a history names its newest edition", () => {
  const [course] = readContent(courseWith(editions('edition: "2026.2"', '["2026.1"]'))).courses;
  expect(course?.course.edition).toBe("2026.2");
});
