import { expect, test } from "vitest";
import { CONFIDENCES, confidenceAdvice, confidenceOf } from "#app/domain/confidence.ts";

test("only the three words of the form say how sure somebody was", () => {
  expect(CONFIDENCES.map(confidenceOf)).toEqual(["sure", "fairly", "guess"]);
  for (const other of ["", "Sure", "very", "constructor", "__proto__", null, undefined, 3, ["sure"], {}]) {
    expect(confidenceOf(other)).toBeNull();
  }
});

test.each([
  ["sure", 0, "second-look"],
  ["sure", 0.99, "second-look"],
  ["sure", 1, null],
  ["fairly", 0, null],
  ["fairly", 1, null],
  ["guess", 0, null],
  ["guess", 0.5, null],
  ["guess", 1, "read-reasons"],
  [null, 0, null],
  [null, 1, null],
] as const)("of an answer given as %s with a score of %d the advice is %s", (said, score, advice) => {
  expect(confidenceAdvice(said, score)).toBe(advice);
});
