import { expect, test } from "vitest";
import { sharesOfChoices, FEWEST_LEARNERS } from "#app/domain/choice-counts.ts";

const learners = (count: number, ...choices: string[]) => Array.from({ length: count }, () => choices);

test("shares are told where more than ten others have chosen, and nowhere else", () => {
  expect(sharesOfChoices([])).toBeNull();
  expect(sharesOfChoices(learners(FEWEST_LEARNERS - 1, "n1.a"))).toBeNull();
  expect(sharesOfChoices(learners(FEWEST_LEARNERS, "n1.a"))).toEqual({ "n1.a": 100 });
  expect(sharesOfChoices([...learners(9, "n1.a"), ...learners(3, "n1.b"), ...learners(50)])).toEqual({
    "n1.a": 80,
    "n1.b": 30,
  });
});

test("a scene to which few came is left out, however many there are elsewhere", () => {
  const many = [...learners(30, "n1.a"), ...learners(5, "n1.b", "n2.a"), ...learners(6, "n1.b", "n2.b")];
  expect(sharesOfChoices(many)).toEqual({ "n1.a": 70, "n1.b": 30 });
});

test("whoever chose both in one scene, having gone back, is one learner", () => {
  expect(sharesOfChoices(learners(11, "n1.a", "n1.b"))).toBeNull();
  expect(sharesOfChoices(learners(12, "n1.a", "n1.b"))).toEqual({ "n1.a": 50, "n1.b": 50 });
});

test("one more learner does not show in a share, and one in many is told as nobody", () => {
  const many = [...learners(40, "n1.a"), ...learners(20, "n1.b")];
  expect(sharesOfChoices([...many, ...learners(1, "n1.b")])).toEqual(sharesOfChoices(many));
  expect(sharesOfChoices([...many, ...learners(1, "n1.c")])).toMatchObject({ "n1.c": 0 });
});
