import { expect, test } from "vitest";
import { countChoices, FEWEST_LEARNERS } from "#app/domain/choice-counts.ts";

const learners = (count: number, ...choices: string[]) => Array.from({ length: count }, () => choices);

test("choices are counted where more than ten others have chosen, and nowhere else", () => {
  expect(countChoices([])).toBeNull();
  expect(countChoices(learners(FEWEST_LEARNERS - 1, "n1.a"))).toBeNull();
  expect(countChoices(learners(FEWEST_LEARNERS, "n1.a"))).toEqual({ "n1.a": 12 });
  expect(countChoices([...learners(9, "n1.a"), ...learners(3, "n1.b"), ...learners(50)])).toEqual({
    "n1.a": 9,
    "n1.b": 3,
  });
});

test("a scene to which few came is left out, however many there are elsewhere", () => {
  const many = [...learners(30, "n1.a"), ...learners(5, "n1.b", "n2.a"), ...learners(6, "n1.b", "n2.b")];
  expect(countChoices(many)).toEqual({ "n1.a": 30, "n1.b": 11 });
});

test("whoever chose both in one scene, having gone back, is one learner", () => {
  expect(countChoices(learners(11, "n1.a", "n1.b"))).toBeNull();
  expect(countChoices(learners(12, "n1.a", "n1.b"))).toEqual({ "n1.a": 12, "n1.b": 12 });
});
