import fc from "fast-check";
import { expect, test } from "vitest";
import { diffSequences } from "#app/compiler/sequence-diff.ts";
import { diffWords, isTypo, likeness } from "#app/compiler/word-diff.ts";

const letters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });

test("what a comparison keeps and removes is the old sequence; what it keeps and adds is the new one", () => {
  fc.assert(
    fc.property(letters, letters, (before, now) => {
      const steps = diffSequences(before, now);
      expect(steps.flatMap((step) => (step.kind === "added" ? [] : [before[step.before]]))).toEqual(before);
      expect(steps.flatMap((step) => (step.kind === "removed" ? [] : [now[step.now]]))).toEqual(now);
      for (const step of steps) if (step.kind === "same") expect(before[step.before]).toBe(now[step.now]);
    }),
  );
});

test("a text that did not change is one run of words", () => {
  expect(diffWords("one two", "one two")).toEqual([{ kind: "same", text: "one two" }]);
});

test("what went stands before what came", () => {
  expect(diffWords("The office has twelve desks now", "The new office has ten desks")).toEqual([
    { kind: "same", text: "The" },
    { kind: "added", text: "new" },
    { kind: "same", text: "office has" },
    { kind: "removed", text: "twelve" },
    { kind: "added", text: "ten" },
    { kind: "same", text: "desks" },
    { kind: "removed", text: "now" },
  ]);
});

test("likeness is the share of words that stayed", () => {
  expect(likeness("a b c d", "a b x y")).toBe(0.5);
  expect(likeness("", "")).toBe(1);
});

test.each([
  ["letters", "The ofice has desks", "The office has desks", true],
  ["a comma", "Who, then counts", "Who, then, counts", true],
  ["a word written twice", "the the desk", "the desk", true],
  ["a figure", "It has 12 desks", "It has 21 desks", false],
  ["a not", "It is allowed", "It is not allowed", false],
  ["a short word that came alone", "Это разрешено", "Это не разрешено", false],
  ["another word", "The treaty is old", "The protocol is old", false],
])("an edit of %s is told apart as typo or not", (_name, before, now, typo) => {
  expect(isTypo(before, now)).toBe(typo);
});
