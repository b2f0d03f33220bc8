/** The calculators of the sample course, as the compiler made them. */
import { expect, test } from "vitest";
import { calculate } from "#app/activities/calculator/calculate.ts";
import { columnsOf, examplesOf, fieldName, typedIn } from "#app/activities/calculator/columns.ts";
import { type CalculatorPublic, calculator } from "#app/activities/calculator/definition.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { exhibitOf } from "./sample-exhibit.ts";

const sending = exhibitOf("l-sending", "en") as CalculatorPublic;
const going = exhibitOf("l-going", "en") as CalculatorPublic;

const BELOW = "below the aim";
const BETWEEN = "not yet below the aim, not above the ceiling";
const ABOVE = "above the ceiling";
const BETTER = "better than mid-market: check for how long and for which amount";

/** What sending money costs: amount, fee, mid-market rate, offered rate, fee for cashing out → margin, cashing out, total, per cent, received. */
const VECTORS: [number[], string[], string[]][] = [
  [[200, 5, 30, 29.4, 0], ["4.00", "0.00", "9.00", "4.50", "5880.00"], [BETWEEN]],
  [[200, 0, 30, 28.2, 0], ["12.00", "0.00", "12.00", "6.00", "5640.00"], [ABOVE]],
  [[200, 8, 30, 30, 60], ["0.00", "2.00", "10.00", "5.00", "5940.00"], [BETWEEN]],
  [[500, 5, 1, 1, 0], ["0.00", "0.00", "5.00", "1.00", "500.00"], [BELOW]],
  [[250, 4, 1, 0.98, 0], ["5.00", "0.00", "9.00", "3.60", "245.00"], [BETWEEN]],
  [[200, 2, 30, 29.55, 0], ["3.00", "0.00", "5.00", "2.50", "5910.00"], [BELOW]],
  [[100, 3, 0.9, 0.9, 0], ["0.00", "0.00", "3.00", "3.00", "90.00"], [BETWEEN]],
  [
    [200, 3, 30, 30.3, 0],
    ["-2.00", "0.00", "1.00", "0.50", "6060.00"],
    [BELOW, BETTER],
  ],
  [[200, 0, 30, 28.5, 0], ["10.00", "0.00", "10.00", "5.00", "5700.00"], [BETWEEN]],
  [[150, 4.5, 90, 87.3, 135], ["4.50", "1.50", "10.50", "7.00", "12960.00"], [ABOVE]],
];
const LETTERS = ["A", "f", "m", "r", "k"];
const given = (numbers: readonly (number | null)[]) =>
  Object.fromEntries(LETTERS.map((letter, place) => [letter, numbers[place] ?? null]));

test.each(VECTORS)("sending with %j comes to %j", (numbers, results, messages) => {
  const found = calculate(sending, given(numbers));
  expect(found.refused).toEqual([]);
  expect(Object.values(found.results)).toEqual(results);
  expect(found.bands.map((place) => sending.bands[place]?.message.join())).toEqual(messages);
});

test.each([
  ["an amount of 0", [0, 5, 30, 29.4, 0], ["A"]],
  ["a mid-market rate of 0", [200, 5, 0, 29.4, 0], ["m"]],
  ["fees below 0", [200, -1, 30, 29.4, -0.01], ["f", "k"]],
  ["nothing entered", [null, null, null, null, null], LETTERS],
] as [string, (number | null)[], string[]][])(
  "%s gives no result, and says which input is wrong",
  (_, numbers, wrong) => {
    expect(calculate(sending, given(numbers))).toEqual({ refused: wrong, results: {}, bands: [] });
  },
);

test("a band judges what is shown: a share that rounds to 3.00 is not told to be below 3", () => {
  const { results, bands } = calculate(sending, given([1000, 29.996, 1, 1, 0]));
  expect(results.P).toBe("3.00");
  expect(bands).toEqual([1]);
});

test("what cannot be shown has no value, and no band", () => {
  const rules = {
    inputs: [{ letter: "a", name: "a", unit: "", condition: [], example: 1, group: null }],
    outputs: [
      { letter: "P", name: "p", formula: "1 / a", unit: "", decimals: 2 },
      { letter: "Q", name: "q", formula: "P + 1", unit: "", decimals: 0 },
      { letter: "R", name: "r", formula: "a * a * a", unit: "", decimals: 0 },
    ],
    bands: [{ formula: "P", condition: [{ sign: "<" as const, than: "9" }], message: ["low"] }],
  };
  expect(calculate(rules, { a: 0 })).toEqual({ refused: [], results: { P: null, Q: null, R: "0" }, bands: [] });
  expect(calculate(rules, { a: 1e9 }).results.R).toBeNull();
});

test("costs of going abroad are summed by who pays", () => {
  const examples = Object.fromEntries(going.inputs.map(({ letter, example }) => [letter, example]));
  const { results } = calculate(going, examples);
  expect(results).toEqual({ C: "350.00", E: "300.00", U: "90.00", S: "740.00", N: "0.6" });
  expect(going.inputs.flatMap(({ group }) => group ?? [])).toEqual([
    "The worker pays",
    "The employer pays",
    "Not clear who pays",
  ]);
});

test.each(LANGUAGES)("a calculator is whole in %s, and has the same rules as in English", (language) => {
  for (const [id, english] of Object.entries({ "l-sending": sending, "l-going": going })) {
    const exhibit = calculator.PublicSchema.parse(exhibitOf(id, language));
    const rules = ({ inputs, outputs, bands }: CalculatorPublic) => [
      inputs.map(({ letter, condition, example }) => [letter, condition, example]),
      outputs.map(({ letter, formula, decimals }) => [letter, formula, decimals]),
      bands.map(({ formula, condition }) => [formula, condition]),
    ];
    expect(rules(exhibit)).toEqual(rules(english));
    const [first, second] = columnsOf(exhibit, id, examplesOf(exhibit, id, language), language);
    expect(first?.problems).toEqual({});
    if (second) expect(second.used).toBe(false);
  }
});

test("nothing of the tests travels to the browser", () => {
  expect(JSON.stringify(sending)).not.toContain("87.3");
});

test("the address fills the fields of its own calculator alone", () => {
  const query = new URLSearchParams("l-sending.1.A=150&l-sending.2.A=1+250%2C50&l-going.1.W=9&other=1");
  const typed = typedIn(sending, "l-sending", query);
  expect(typed?.[fieldName("l-sending", 2, "A")]).toBe("1 250,50");
  expect(Object.keys(typed ?? {})).toHaveLength(15);
  expect(typedIn(sending, "ru-l-sending", query)).toBeNull();
  const long = typedIn(sending, "l-sending", new URLSearchParams({ "l-sending.1.A": "9".repeat(10_000) }));
  expect(long?.["l-sending.1.A"]).toHaveLength(40);
});

test("numbers are read in the form of the page, and what cannot be read is told apart from what is missing", () => {
  const typed = { "s.1.A": "1.234,5", "s.1.f": "five", "s.1.m": "", "s.1.r": "0", "s.1.k": "1–2", "s.2.A": " " };
  const [first, second] = columnsOf(sending, "s", typed, "en");
  expect(first?.problems).toEqual({ f: "amount-words", m: "missing", r: "range", k: "amount-several" });
  expect(second).toMatchObject({ used: false, problems: {} });
});
