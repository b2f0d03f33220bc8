import { expect, test } from "vitest";
import { mantelHaenszel, type Stratum } from "#app/domain/item-statistics/mantel-haenszel.ts";

function strataOf(rows: readonly (readonly [number, number, number, number])[]): Stratum[] {
  return rows.map(([referenceRight, referenceWrong, focalRight, focalWrong]) => ({
    referenceRight,
    referenceWrong,
    focalRight,
    focalWrong,
  }));
}

/** Admissions to six departments, men and women admitted and rejected: Bickel, Hammel and O'Connell, Science 187 (1975). */
const ADMISSIONS = strataOf([
  [512, 313, 89, 19],
  [353, 207, 17, 8],
  [120, 205, 202, 391],
  [138, 279, 131, 244],
  [53, 138, 94, 299],
  [22, 351, 24, 317],
]);

test("odds ratio, its interval and the test agree with those published for the Berkeley admissions", () => {
  const dif = mantelHaenszel(ADMISSIONS);
  // R's mantelhaen.test(UCBAdmissions): common odds ratio 0.9046968, 95 % interval 0.7719074 to 1.0603298, X-squared 1.4269.
  expect(dif?.oddsRatio).toBeCloseTo(0.9046968, 6);
  expect(dif?.chiSquare).toBeCloseTo(1.4269, 3);
  const half = 1.959964 * (dif?.logError ?? 0);
  expect(Math.exp(Math.log(dif?.oddsRatio ?? 0) - half)).toBeCloseTo(0.7719074, 5);
  expect(Math.exp(Math.log(dif?.oddsRatio ?? 0) + half)).toBeCloseTo(1.0603298, 5);
  expect(dif?.class).toBe("A");
});

test("the odds ratio of smoking and lung cancer in eight cities is the published one", () => {
  // Agresti, Categorical Data Analysis: smokers and others, with and without the disease; common odds ratio 2.17.
  const dif = mantelHaenszel(
    strataOf([
      [126, 100, 35, 61],
      [908, 688, 497, 807],
      [913, 747, 336, 598],
      [235, 172, 58, 121],
      [402, 308, 121, 215],
      [182, 156, 72, 98],
      [60, 99, 11, 43],
      [104, 89, 21, 36],
    ]),
  );
  expect(dif?.oddsRatio).toBeCloseTo(2.17, 2);
  // ln 2.17 × −2.35 = −1.83, far beyond chance.
  expect(dif?.delta).toBeCloseTo(-1.83, 1);
  expect(dif?.class).toBe("C");
});

test("who changes the groups round changes the sign and nothing else", () => {
  const dif = mantelHaenszel(ADMISSIONS);
  const turned = mantelHaenszel(
    ADMISSIONS.map((one) => ({
      referenceRight: one.focalRight,
      referenceWrong: one.focalWrong,
      focalRight: one.referenceRight,
      focalWrong: one.referenceWrong,
    })),
  );
  expect(turned?.delta).toBeCloseTo(-(dif?.delta ?? 0), 9);
  expect(turned?.chiSquare).toBeCloseTo(dif?.chiSquare ?? 0, 9);
  expect(turned?.logError).toBeCloseTo(dif?.logError ?? 0, 9);
});

test.each([
  { what: "nobody", strata: [] },
  { what: "one group alone", strata: strataOf([[10, 5, 0, 0]]) },
  { what: "right answers alone", strata: strataOf([[10, 0, 12, 0]]) },
  {
    what: "no level that both reach",
    strata: strataOf([
      [10, 5, 0, 0],
      [0, 0, 4, 6],
    ]),
  },
])("groups cannot be compared by $what", ({ strata }) => {
  expect(mantelHaenszel(strata)).toBeNull();
});

test.each([
  { reference: 0.7, focal: 0.68, expected: "A" },
  { reference: 0.7, focal: 0.58, expected: "B" },
  { reference: 0.7, focal: 0.4, expected: "C" },
])("1,000 people a group, of whom $reference and $focal answer right: class $expected", (given) => {
  const strata = strataOf([
    [1000 * given.reference, 1000 * (1 - given.reference), 1000 * given.focal, 1000 * (1 - given.focal)],
  ]);
  expect(mantelHaenszel(strata)?.class).toBe(given.expected);
});

test("a large difference between few people is no finding", () => {
  expect(mantelHaenszel(strataOf([[7, 3, 4, 6]]))?.class).toBe("A");
});
