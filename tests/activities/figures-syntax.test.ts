import fc from "fast-check";
import { expect, test } from "vitest";
import { chart } from "#app/activities/chart/definition.ts";
import { compare } from "#app/activities/compare/definition.ts";
import { timeline } from "#app/activities/timeline/definition.ts";
import { lessonWith, readLesson } from "../compiler/fixtures.ts";

const CITE = '<Cite id="treaty-1990" at="Art. 1" />';

function exhibitOf(tag: string) {
  const { page, problems } = readLesson(lessonWith(tag));
  expect(problems).toEqual([]);
  return page?.exhibits[0]?.draft;
}

function codesOf(tag: string): string[] {
  const { page, problems } = readLesson(lessonWith(tag));
  expect(page?.exhibits[0]?.draft ?? null).toBeNull();
  for (const { line, column, fix } of problems) {
    expect(line).toBeGreaterThanOrEqual(8);
    expect(column).toBeGreaterThan(0);
    expect(fix).not.toBe("");
  }
  return [...new Set(problems.map(({ code }) => code))];
}

const TIMELINE = (rows: string) =>
  `<Timeline id="one">\nIt *happened*.\n\n| Date | What | Layer |\n|---|---|---|\n${rows}\n</Timeline>`;
const COMPARE = (head: string, rows: string, attributes = "") =>
  `<Compare id="one"${attributes}>\nSide by side.\n\n${head}\n|${"---|".repeat(head.split("|").length - 2)}\n${rows}\n</Compare>`;
const CHART = (type: string, head: string, rows: string, unit = "people") =>
  `<Chart id="one" type="${type}" unit="${unit}" period="mid-2024" publisher="the office">\nCounted.\n\n${head}\n|${"---|".repeat(head.split("|").length - 2)}\n${rows}\n\nSaid.${CITE}\n</Chart>`;

test("a timeline has dates of three forms, a second date, a mark for general knowledge, and layers in order of appearance", () => {
  const draft = exhibitOf(
    TIMELINE(
      `| 1948 ? | One.${CITE} | world |\n| 1990-12-18 → 2003-07 | **Two**.${CITE} | region |\n| 2003 | Three.${CITE} | world |`,
    ),
  );
  expect(timeline.PublicSchema.parse(draft?.public)).toMatchObject({
    title: ["It ", { el: "em", children: ["happened"] }, "."],
    layerHead: "Layer",
    layers: ["world", "region"],
    rows: [
      { from: "1948", until: null, general: true, layer: 0 },
      { from: "1990-12-18", until: "2003-07", general: false, layer: 1 },
      { from: "2003", until: null, general: false, layer: 0, words: ["Three.", { el: "cite", at: "Art. 1" }] },
    ],
  });
  expect(draft?.parts).toEqual({ rows: 3, layers: 2 });
});

test("a comparison keeps status and what is shown on demand apart from its other criteria", () => {
  const draft = exhibitOf(
    COMPARE(
      "| Way | State | Why? | For |",
      `| bridge | open | because | carts${CITE} |\n| ferry | shut | | people |`,
      ' status="State" more="Why?"',
    ),
  );
  expect(compare.PublicSchema.parse(draft?.public)).toMatchObject({
    thingHead: "Way",
    criteria: ["State", "For"],
    status: 0,
    more: "Why?",
    things: [
      { name: "bridge", cells: [["open"], ["carts", { el: "cite" }]], more: ["because"] },
      { name: "ferry", cells: [["shut"], ["people"]], more: [] },
    ],
  });
});

test("a chart reads values in the form of the language, leaves gaps, and keeps the sources of its rows", () => {
  const draft = exhibitOf(
    CHART("bar", "| Place | women | men |", `| here | 1,250.5 | – |\n| there | 0 ${CITE} | 12 |`),
  );
  expect(chart.PublicSchema.parse(draft?.public)).toMatchObject({
    type: "bar",
    unit: "people",
    period: "mid-2024",
    publisher: "the office",
    labelHead: "Place",
    series: ["women", "men"],
    rows: [
      { label: "here", values: [1250.5, null] },
      { label: "there", values: [0, 12], words: ["there", { el: "cite" }] },
    ],
  });
  expect(draft?.key).toEqual({
    type: "bar",
    years: ["2024"],
    values: [
      [1250.5, null],
      [0, 12],
    ],
  });
});

test("a chart of one row, of zeros alone or of a million millions is a chart", () => {
  expect(exhibitOf(CHART("bar", "| Place | people |", "| here | 0 |"))).toBeTruthy();
  expect(exhibitOf(CHART("bar", "| Place | people |", "| here | 1,000,000,000,000 |"))).toBeTruthy();
  expect(exhibitOf(CHART("line", "| Year | people |", "| 1990 | 0 |\n| 2024 | 0 |"))).toBeTruthy();
});

test("the parts of a whole may miss it by what rounding takes", () => {
  const shares = (...values: number[]) =>
    CHART("share", "| All | one | two | three |", `| here | ${values.join(" | ")} |`, "%");
  expect(exhibitOf(shares(33, 33, 33))).toBeTruthy();
  expect(exhibitOf(shares(33.4, 33.3, 33.3))).toBeTruthy();
  expect(codesOf(shares(33, 33, 30))).toEqual(["chart-share"]);
});

test.each([
  ["a timeline without a body", '<Timeline id="one">\n</Timeline>', ["table-missing"]],
  [
    "a chart without a body",
    '<Chart id="one" type="bar" unit="a" period="2024" publisher="b">\n</Chart>',
    ["table-missing"],
  ],
  ["a timeline with no row", TIMELINE(""), ["table-rows"]],
  [
    "a timeline with too many rows",
    TIMELINE(Array.from({ length: 61 }, (_, at) => `| ${1900 + at} | Event no. ${at}.${CITE} | world |`).join("\n")),
    ["table-rows"],
  ],
  ["the same event twice", TIMELINE(`| 1990 | One.${CITE} | a |\n| 1991 | One.${CITE} | a |`), ["table-name-twice"]],
  [
    "a row with a cell too many",
    TIMELINE(`| 1990 | One.${CITE} | a |\n| 1991 | Two.${CITE} | a | b |`),
    ["table-cells"],
  ],
  [
    "a date with a time",
    TIMELINE(`| 1990-01-01T10:00 | One.${CITE} | a |\n| 1991 | Two.${CITE} | a |`),
    ["timeline-date"],
  ],
  [
    "a tag in a cell",
    TIMELINE(`| 1990 | One <Callout kind="caution">no</Callout>${CITE} | a |\n| x | Two.${CITE} | a |`),
    ["tag-place", "not-in-activity", "timeline-date"],
  ],
  ["a thing without words", COMPARE("| Way | For |", "| | carts |\n| ferry | people |"), ["table-cell-empty"]],
  ["a status that is not said", COMPARE("| Way | For |", "| bridge | |\n| ferry | people |"), ["table-cell-empty"]],
  ["a table of one thing", COMPARE("| Way | For |", "| bridge | carts |"), ["table-rows"]],
  [
    "a year twice",
    CHART("line", "| Year | people |", "| 1990 | 1 |\n| 1990 | 2 |"),
    ["table-name-twice", "chart-years"],
  ],
  ["a line of one point", CHART("line", "| Year | people |", "| 1990 | 1 |\n| 1991 | – |"), ["chart-without-figures"]],
  ["a range for a value", CHART("bar", "| Place | people |", "| here | 5-7 |"), ["chart-value"]],
  ["no number at all", CHART("bar", "| Place | people |", "| here | NaN |\n| there | 1e5 |"), ["chart-value"]],
  ["more than can be drawn", CHART("bar", "| Place | people |", "| here | 999,999,999,999,999.9 |"), ["chart-value"]],
  ["an unknown part of a whole", CHART("share", "| All | one | two |", "| here | 100 | – |", "%"), ["chart-value"]],
  ["four series", CHART("bar", "| Place | a | b | c | d |", "| here | 1 | 2 | 3 | 4 |"), ["table-columns"]],
])("%s is refused with its place and the way to mend it", (_, tag, codes) => {
  expect(codesOf(tag).sort()).toEqual([...codes].sort());
});

test("whatever stands in the cells, the author gets a draft or a sentence, never a crash", () => {
  const word = fc.string({ maxLength: 12 }).map((text) => text.replace(/[^\p{L}\d .,→?–-]/gu, ""));
  const cells = fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(cells, (rows) => {
      const lines = rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
      for (const tag of [TIMELINE(lines), COMPARE("| A | B | C |", lines), CHART("bar", "| A | B | C |", lines)]) {
        const { page, problems } = readLesson(lessonWith(tag));
        expect((page?.exhibits[0]?.draft ?? null) !== null || problems.length > 0).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
