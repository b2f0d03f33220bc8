/** Action plans in a course: the notes that they show, and their translations. */
import { expect, test } from "vitest";
import { faultsWith } from "./fixtures.ts";

const THIRD = "3. **Safeguards** What could go wrong?\n   - Could it harm?\n   - Who sees it?\n   > Both are answered.";

function written(attributes: string, third = THIRD): string {
  const lines = `1. **Problem** What is wrong?\n   > Known.\n2. **Actions** Who does what?\n   > Named.\n${third}`;
  return `<Plan id="one" outcome="m1.o1"${attributes}>\nWrite your plan.\n\n${lines}\n\nSo:\n\n1. A\n2. B\n3. C\n</Plan>`;
}

const page = "first-steps/who-counts/en.mdx";
const withPlan = (from: string) => (text: string) => `${text}\n\n${written(` from="${from}"`)}\n`;

test("notes are those of activities that stand before the plan and keep notes", () => {
  const faultsFor = (from: string) =>
    faultsWith({ [page]: withPlan(from) }).filter((line) => line.includes("  notes-"));
  expect([...faultsFor("one"), ...faultsFor("nobody"), ...faultsFor("does-anna-count")]).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/en.mdx:68:1  notes-unknown  <Plan id="one"> wants notes of "one", which does not stand before it in the course. → Name activities that stand before this one, or take the id out.",
      "first-steps/who-counts/en.mdx:68:1  notes-unknown  <Plan id="one"> wants notes of "nobody", which does not stand before it in the course. → Name activities that stand before this one, or take the id out.",
      "first-steps/who-counts/en.mdx:68:1  notes-not-kept  <Plan id="one"> wants notes of "does-anna-count", a <Question>, in which nobody writes notes. → Name activities in which learners write for themselves.",
    ]
  `);
});

test("a plan whose actions or questions stand elsewhere in a translation is named", () => {
  const own =
    (attributes: string, third = THIRD) =>
    (text: string) =>
      `${text}\n\n${written(attributes, third)}\n`;
  const pages = (be: (text: string) => string) => ({
    [page]: own(' actions="2"'),
    "first-steps/who-counts/ru.mdx": own(' actions="2"'),
    "first-steps/who-counts/be.mdx": be,
  });
  const parity = (be: (text: string) => string) => faultsWith(pages(be)).filter((line) => line.includes("  parity-"));
  expect(parity(own(' actions="2"'))).toEqual([]);
  expect([
    ...parity(own(' actions="3"')),
    ...parity(own(' actions="2"', THIRD.replace("   - Who sees it?\n", ""))),
  ]).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/be.mdx:68:1  parity-data  "one" has other data here than at first-steps/who-counts/en.mdx:68. → Keep the order of rows, and the same figures and days.",
      "first-steps/who-counts/be.mdx:68:1  parity-data  "one" has other data here than at first-steps/who-counts/en.mdx:68. → Keep the order of rows, and the same figures and days.",
    ]
  `);
});

test("a quiz has no plan, because nobody grades it", () => {
  const faults = faultsWith({ "first-steps/quiz/en.mdx": (text) => `${text}\n${written("")}\n` });
  expect(faults.filter((line) => line.includes("  quiz-not-graded  "))).toMatchInlineSnapshot(`
    [
      "first-steps/quiz/en.mdx:24:1  quiz-not-graded  <Plan id="one"> is never graded. → Move it into a lesson: a quiz asks questions.",
    ]
  `);
});
