import fc from "fast-check";
import { expect, test } from "vitest";
import { cornerAt, outlineOf } from "#app/activities/rate/chart.ts";
import { plainText } from "#app/domain/rich-text.ts";
import { rate, type RatePublic, type RateResponse } from "#app/activities/rate/definition.ts";
import { LONGEST_ENTRIES, MOST_STATEMENTS } from "#app/activities/rate/entries.ts";
import { improvableOf, meansOf, statementsOf, unknownOf, weakestOf } from "#app/activities/rate/summary.ts";
import { FORM_LIMIT } from "#app/server/guard.ts";
import { lessonWith, readLesson, shown } from "../compiler/fixtures.ts";

const statement = (id: string) => ({ id, text: [`Statement ${id}`] });
const activity: RatePublic = {
  kind: "rate",
  id: "mirror",
  outcome: "m1.o1",
  setting: [],
  stem: ["How far?"],
  language: "en",
  levels: ["not in place", "begun", "partly", "established"],
  dimensions: [
    { name: "Rights", statements: [statement("d1s1"), statement("d1s2")] },
    { name: "Evidence", statements: [statement("d2s1"), statement("d2s2"), statement("d2s3")] },
    { name: "Partners", statements: [statement("d3s1")] },
  ],
  closing: [],
};
const ids = statementsOf(activity).map(({ id }) => id);

const levels = fc.option(fc.constantFrom("0", "1", "2", "3", "unknown"), { nil: undefined });
const responses = fc.record(Object.fromEntries(ids.map((id) => [id, levels]))).map(
  (chosen): RateResponse => ({
    entries: Object.fromEntries(
      Object.entries(chosen).flatMap(([id, level]) => (level === undefined ? [] : [[id, { level }]])),
    ),
  }),
);

const read = (fields: [string, string][]) => rate.readResponse(activity, new URLSearchParams(fields));

test("what a form holds is read, and what the activity does not know is dropped", () => {
  expect(
    read([
      ["answer.d1s1", "2"],
      ["answer.evidence.d1s1", "  The register\r\nof 2026 "],
      ["answer.who.d1s1", ""],
      ["answer.d1s2", "unknown"],
      ["answer.d2s1", "4"],
      ["answer.d2s2", "__proto__"],
      ["answer.constructor", "1"],
      ["answer.d9s9", "1"],
      ["answer.improve.d2s3", "Write it down"],
      ["answer.look", "2027-03-01"],
    ]),
  ).toEqual({
    entries: {
      d1s1: { level: "2", evidence: "The register\nof 2026" },
      d1s2: { level: "unknown" },
      d2s3: { improve: "Write it down" },
    },
    look: "2027-03-01",
  });
  expect(read([])).toBeNull();
  expect(read([["answer.who.d1s1", "   "]])).toBeNull();
  expect(read([["answer.look", "2027-03-01"]])).toEqual({ entries: {}, look: "2027-03-01" });
});

test("the button that deletes everything leaves nothing, whatever else is sent", () => {
  expect(
    read([
      ["answer.d1s1", "2"],
      ["answer.clear", "clear"],
    ]),
  ).toBeNull();
});

test("every response that is read fits its schema, and says the same when its page sends it again", () => {
  const field = fc.tuple(
    fc.constantFrom(
      ...ids.flatMap((id) => ["", "evidence.", "who.", "improve."].map((name) => `answer.${name}${id}`)),
      "answer.look",
    ),
    fc.oneof(fc.constantFrom("0", "3", "unknown", "2027-03-01"), fc.string({ maxLength: 400, unit: "grapheme" })),
  );
  fc.assert(
    fc.property(fc.array(field, { maxLength: 40 }), (fields) => {
      const response = read(fields);
      if (response === null) return;
      expect(rate.ResponseSchema.parse(response)).toEqual(response);
      const again = Object.entries(response.entries).flatMap(([id, { level, ...texts }]): [string, string][] => [
        ...(level === undefined ? [] : [[`answer.${id}`, level] as [string, string]]),
        ...Object.entries(texts).map(([name, text]): [string, string] => [`answer.${name}.${id}`, String(text)]),
      ]);
      expect(read([...again, ["answer.look", response.look ?? ""]])).toEqual(response);
    }),
  );
});

test("a form with every text full is taken without script, Cyrillic letters and what was shown included", () => {
  const entry = (longest: number) => "ў".repeat(longest);
  const { evidence, who, improve } = LONGEST_ENTRIES;
  const fields = new URLSearchParams();
  const entries: RateResponse["entries"] = {};
  for (let at = 1; at <= MOST_STATEMENTS; at += 1) {
    const id = `d1s${at}`;
    const texts = { evidence: entry(evidence), who: entry(who), ...(at <= 2 ? { improve: entry(improve) } : {}) };
    entries[id] = { level: "0", ...texts };
    fields.append(`mirror.answer.${id}`, "0");
    for (const [name, text] of Object.entries(texts)) fields.append(`mirror.answer.${name}.${id}`, text);
  }
  fields.append("mirror.shown", JSON.stringify({ entries }));
  expect(fields.toString().length).toBeLessThan(FORM_LIMIT);
});

test("the mean of a dimension is that of the levels given: what is unknown or open is no zero", () => {
  fc.assert(
    fc.property(responses, (response) => {
      const means = meansOf(activity, response);
      expect(means.map(({ name }) => name)).toEqual(["Rights", "Evidence", "Partners"]);
      for (const [index, { mean, rated, unknown, statements }] of means.entries()) {
        const own = activity.dimensions[index]?.statements ?? [];
        const given = own.flatMap(({ id }) => response.entries[id]?.level ?? []);
        const numbers = given.filter((level) => level !== "unknown").map(Number);
        expect([rated, unknown, statements]).toEqual([numbers.length, given.length - numbers.length, own.length]);
        if (numbers.length === 0) expect(mean).toBeNull();
        else {
          expect(mean).toBeGreaterThanOrEqual(Math.min(...numbers));
          expect(mean).toBeLessThanOrEqual(Math.max(...numbers));
          expect((mean ?? 0) * numbers.length).toBeCloseTo(numbers.reduce((sum, one) => sum + one, 0));
        }
      }
    }),
  );
});

test("at most two are the weakest: below the highest level, none weaker left out, the first of equals", () => {
  fc.assert(
    fc.property(responses, (response) => {
      const level = (id: string) => {
        const given = response.entries[id]?.level;
        return given === undefined || given === "unknown" ? 9 : Number(given);
      };
      const weakest = weakestOf(activity, response).map(({ id }) => id);
      const wanted = ids
        .filter((id) => level(id) < 3)
        .sort((a, b) => level(a) - level(b) || ids.indexOf(a) - ids.indexOf(b))
        .slice(0, 2);
      expect(weakest).toEqual(wanted);
      expect(unknownOf(activity, response).map(({ id }) => id)).toEqual(
        ids.filter((id) => response.entries[id]?.level === "unknown"),
      );
    }),
  );
});

test("an improvement that was written stays in the form when its statement is not among the weakest any more", () => {
  const response = {
    entries: {
      d1s1: { level: "0" },
      d1s2: { level: "1" },
      d2s1: { level: "3", improve: "Done" },
      d2s2: { improve: "" },
    },
  };
  expect(improvableOf(activity, response).map(({ id }) => id)).toEqual(["d1s1", "d1s2", "d2s1"]);
});

test("a level that the activity does not have any more counts as none", () => {
  const fewer = { ...activity, levels: ["no", "yes"] };
  expect(meansOf(fewer, { entries: { d1s1: { level: "3" }, d1s2: { level: "1" }, gone: { level: "0" } } })[0]).toEqual({
    name: "Rights",
    mean: 1,
    statements: 2,
    rated: 1,
    unknown: 0,
  });
});

/** What a note says, question by question, as plain words. */
function linesIn(of: RatePublic, response: RateResponse): { heading: string; text: string }[] {
  return (rate.told?.(of, response) ?? []).map(({ asked, text }) => ({ heading: plainText(asked ?? []).trim(), text }));
}

test("a response in words names the statement, its level and what was written, and the day in the form of the language", () => {
  const response: RateResponse = {
    entries: {
      d2s1: { level: "unknown", who: "Registry" },
      d1s1: { level: "2", evidence: "Register", improve: "Check it" },
    },
    look: "2027-03-01",
  };
  expect(linesIn(activity, response)).toEqual([
    { heading: "Statement d1s1", text: "2 · partly\nEvidence: Register\nOne improvement: Check it" },
    { heading: "Statement d2s1", text: "I do not know\nWho would know: Registry" },
    { heading: "Day of the next look", text: "1\u00a0March\u00a02027" },
  ]);
  expect(linesIn({ ...activity, language: "be" }, { entries: {}, look: "soon" })).toEqual([
    { heading: "Дзень наступнай праверкі", text: "soon" },
  ]);
  expect(linesIn(activity, { entries: {} })).toEqual([]);
});

test("the picture has a corner for each dimension, inside its frame, and a gap where nothing is known", () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 3, maxLength: 8 }),
      (parts) => {
        const { surface, lines, dots } = outlineOf(parts);
        const known = parts.filter((part) => part !== null);
        expect(dots).toHaveLength(known.length);
        for (const { x, y } of dots) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(320);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(300);
        }
        expect(surface === null).toBe(known.length < parts.length);
        if (surface) expect(lines).toEqual([]);
        else expect(lines.length).toBeLessThan(Math.max(1, known.length));
      },
    ),
  );
  expect(cornerAt(0, 4, 1)).toEqual({ x: 160, y: 32 });
  expect(cornerAt(1, 4, 0.5)).toEqual({ x: 219, y: 150 });
});

const LEVELS = "0. Not in place\n1. In place";
const tag = (body: string) => `<Rate id="mirror" outcome="m1.o1">\n${body}\n</Rate>`;
const problemsOf = (body: string) => readLesson(lessonWith(tag(body))).problems.map(shown);

test("an author's lists become levels and dimensions, with what stands before and after them", () => {
  const body = `For yourself.\n\n- a list before\n\nHow *far*?\n\n${LEVELS}\n\n- Rights\n  - We **tell** them.\n  - We listen.\n- Evidence\n  - We count.\n\nThat is all.`;
  const { page, problems } = readLesson(lessonWith(tag(body)));
  expect(problems).toEqual([]);
  const draft = page?.activities[0]?.draft;
  expect(rate.PublicSchema.parse(draft?.public)).toMatchObject({
    levels: ["Not in place", "In place"],
    stem: ["How ", { el: "em", children: ["far"] }, "?"],
    dimensions: [
      {
        name: "Rights",
        statements: [
          { id: "d1s1", text: ["We ", { el: "strong", children: ["tell"] }, " them."] },
          { id: "d1s2", text: ["We listen."] },
        ],
      },
      { name: "Evidence", statements: [{ id: "d2s1", text: ["We count."] }] },
    ],
    closing: [{ el: "p", children: ["That is all."] }],
  });
  expect(draft).toMatchObject({
    key: null,
    parts: { levels: 2, dimensions: 2, "statements of dimension 1": 2, "statements of dimension 2": 1 },
  });
});

test.each([
  ["nothing at all", "", "rate-lists"],
  ["no dimensions", `How far?\n\n${LEVELS}`, "rate-lists"],
  ["no levels", "How far?\n\n- Rights\n  - We tell them.", "rate-lists"],
  ["a third list", `How far?\n\n${LEVELS}\n\n- Rights\n  - We tell them.\n\nSo:\n\n- more`, "rate-lists"],
  ["no question", `${LEVELS}\n\n- Rights\n  - We tell them.`, "stem-missing"],
  ["seven levels", `How far?\n\n${"1. L\n".repeat(7)}\n\n- Rights\n  - We tell them.`, "rate-levels"],
  ["a level without words", "How far?\n\n0. One\n1.\n\n- Rights\n  - We tell them.", "rate-levels"],
  ["a level with a list in it", "How far?\n\n0. One\n   - two\n1. Two\n\n- Rights\n  - We tell them.", "rate-levels"],
  ["a dimension with two lists", `How far?\n\n${LEVELS}\n\n- Rights\n  - We tell them.\n\n  1. One`, "rate-dimension"],
  ["a dimension without a name", `How far?\n\n${LEVELS}\n\n- - We tell them.`, "rate-dimension"],
  ["a statement without words", `How far?\n\n${LEVELS}\n\n- Rights\n  -\n  - We tell them.`, "rate-dimension"],
  ["a reason", `How far?\n\n${LEVELS}\n\n- Rights\n  - We tell them.\n    > Why.`, "rate-dimension"],
  [
    "nine dimensions",
    `How far?\n\n${LEVELS}\n\n${Array.from({ length: 9 }, (_, at) => `- Name ${at}\n  - Text ${at}`).join("\n")}`,
    "rate-dimensions",
  ],
  [
    "25 statements",
    `How far?\n\n${LEVELS}\n\n- Rights\n${Array.from({ length: 25 }, (_, at) => `  - Text ${at}`).join("\n")}`,
    "rate-statements",
  ],
  ["a tag inside", `How far?\n\n${LEVELS}\n\n- Rights\n  - <Rate id="x" outcome="m1.o1"></Rate>`, "rate-dimension"],
  ["a box", `How far?\n\n${LEVELS}\n\n- Rights\n  - [x] We tell them.`, "box-outside-question"],
])("%s is refused with its place", (_, body, code) => {
  const problems = problemsOf(body);
  expect(
    problems.some((line) => new RegExp(`^en\\.mdx:\\d+:\\d+ {2}${code} `).test(line)),
    problems.join("\n"),
  ).toBe(true);
});

test("24 statements and six dimensions are taken", () => {
  const dimensions = Array.from(
    { length: 6 },
    (_, at) => `- Name ${at}\n${Array.from({ length: 4 }, (_, one) => `  - Text ${at} ${one}`).join("\n")}`,
  );
  expect(problemsOf(`How far?\n\n${LEVELS}\n\n${dimensions.join("\n")}`)).toEqual([]);
});

test("what is claimed under the statements needs its source, the statements do not", () => {
  const body = `How far?\n\n${LEVELS}\n\n- Rights\n  - We have 12 rooms.\n\nIn 2026 there were 40 offices.`;
  expect(problemsOf(body).map((line) => line.split("  ")[1])).toEqual(["claim-without-source"]);
});
