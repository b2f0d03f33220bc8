import { expect, test } from "vitest";
import { readMoodle } from "#app/interop/read-moodle.ts";
import { fixture, pageOf, placesOf, readBack, RULES } from "./rules.ts";

const QUESTION = (text: string) =>
  `<question type="multichoice"><name><text>q</text></name><questiontext format="html"><text>${text}</text></questiontext><single>true</single>` +
  `<answer fraction="100"><text>A</text><feedback><text>Yes.</text></feedback></answer><answer fraction="0"><text>B</text><feedback><text>No.</text></feedback></answer></question>`;
const bank = (inside: string, before = "") => `<?xml version="1.0"?>${before}<quiz>${inside}</quiz>`;

test("a bank of every kind becomes the questions that we have, and one line for each that we have not", () => {
  const read = readMoodle(fixture("bank.xml"), RULES);
  expect(placesOf(read)).toMatchInlineSnapshot(`
    [
      "3 category",
      "6 program",
      "6 picture",
      "6 address",
      "6 address",
      "19 weights",
      "19 no-feedback",
      "19 hint",
      "44 case",
      "44 wildcard",
      "44 weights",
      "44 moved-feedback",
      "46 kind-essay",
      "47 kind-description",
      "48 kind-cloze",
      "49 weights",
      "49 picture",
      "49 picture",
      "49 picture",
    ]
  `);
  expect(pageOf(read.questions)).toMatchInlineSnapshot(`
    "---
    title: "A quiz"
    summary: "One sentence."
    ---

    <Question id="stock-flow" outcome="m1.o1" order="fixed">

    Look at the picture. \\[stock-chart.png: a chart]

    What does H₂ \\{show}?

    - [x] A stock
      > Right.
    - [ ] A flow
      > A flow has a period.

    See here and there.

    </Question>

    <Question id="abekt-i-ulik" outcome="m1.o1">

    Каго ўлічваюць?

    - [x] Работніка
      > Так.
    - [x] Сезонніка
      > Так.
    - [ ] Турыста
      >

    </Question>

    <Question id="border" outcome="m1.o1" order="fixed">

    A border must be crossed.

    - [ ] True
      > No border is needed.
    - [x] False
      > Right.

    </Question>

    <Match id="terms" outcome="m1.o1">

    Match.

    | What is asked | Answer |
    |---|---|
    | stock | people \\| at one date |
    | flow | moves |
    | | a forecast |

    1. At a date.
    2. In a period.
    3. Neither.

    Two kinds of number.

    </Match>

    <Short id="short" outcome="m1.o1">

    Say it.

    - [x] stock
    - [ ] the stock
      > Without “the”.

    Yes.

    Count people.

    </Short>

    <Number id="number" outcome="m1.o1" unit="BYN">

    How many?

    - [x] 1250.5 ± 0.5
    - [ ] 1000
      > Without the visa.

    Add the visa.

    </Number>

    <Question id="foreign-pictures" outcome="m1.o1">

    \\[picture] \\[picture] \\[picture] What is here?

    - [x] One
      > Yes.
    - [ ] Half
      > Half.

    </Question>
    "
  `);
  expect(read.pictures.map(({ name }) => name)).toEqual(["stock-chart.png"]);
  expect(read.pictures[0]?.bytes.slice(1, 4)).toEqual(new Uint8Array(Buffer.from("PNG")));
  const back = readBack(pageOf(read.questions));
  expect(back.faults).toEqual([]);
  expect(back.questions.map(({ id }) => id)).toEqual(read.questions.map(({ id }) => id));
});

const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");

test.each([
  {
    name: "a billion laughs",
    file: bank(QUESTION("&l9;"), `<!DOCTYPE quiz [<!ENTITY l0 "ha">${laughs}]>`),
    code: "1 declaration",
  },
  {
    name: "an entity of the machine's files",
    file: bank(QUESTION("&x;"), '\n<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    code: "2 declaration",
  },
  {
    name: "a document type from elsewhere",
    file: bank("", '<!DOCTYPE quiz SYSTEM "https://evil.example/x.dtd">'),
    code: "1 declaration",
  },
  { name: "a declaration in the middle", file: bank('<!ENTITY x "y">'), code: "1 declaration" },
  { name: "tags nested without end", file: bank("<a>".repeat(500_000)), code: "1 too-deep" },
  { name: "an attribute without end", file: bank(`<question type="${"a".repeat(5_000_000)}"/>`), code: "1 not-xml" },
  { name: "a tag that is not closed", file: bank("<question>"), code: "1 not-xml" },
  { name: "CDATA that is not closed", file: bank("<![CDATA[".repeat(100_000)), code: "1 not-xml" },
  { name: "a comment that is not closed", file: bank("<!--".repeat(100_000)), code: "1 not-xml" },
  { name: "more than 10 MB", file: bank(" ".repeat(10 * 1024 * 1024)), code: "1 too-large" },
  { name: "a page of HTML", file: "<html><body>Sign in</body></html>", code: "1 not-moodle" },
])("$name is refused at once", ({ file, code }) => {
  const start = performance.now();
  const read = readMoodle(file, RULES);
  expect({ questions: read.questions, places: placesOf(read) }).toEqual({ questions: [], places: [code] });
  expect(performance.now() - start).toBeLessThan(2_000);
});

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVa&#09;Script:alert(1)">x</a>',
  '<a href=" &#1;javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="//evil.example">x</a>',
  '<a href="https://user:pass@evil.example">x</a>',
  '<a href="https://a.example" title="cite:__proto__ x">x</a>',
  "<svg onload=alert(1)><script>alert(1)</script></svg>",
  "<iframe src=https://evil.example></iframe>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<style>@import 'https://evil.example'</style>",
  '<form action="https://evil.example"><input name=a></form>',
  "{process.env.SECRET}",
  "import fs from 'fs'",
  "export const x = 1",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "</Question><Question id='x'>",
  "<Cite id='x' at='y' />",
  "<!-- --><!--[if IE]><script>alert(1)</script><![endif]-->",
  "- [x] not an option",
  "<p>a</p>\n---\n<p>title: b</p>",
  "[x]: javascript:alert(1)",
])("the text %s leaves nothing that works in the page", (text) => {
  const read = readMoodle(bank(QUESTION(`<![CDATA[<p>Stem ${text}</p><p>${text} Which?</p>]]>`)), RULES);
  const { questions, faults } = readBack(pageOf(read.questions));
  expect(faults).toEqual([]);
  expect(questions).toHaveLength(1);
  expect(questions[0]).toMatchObject({ kind: "choice", id: "q", options: [{ right: true }, { right: false }] });
  expect(pageOf(read.questions)).not.toMatch(/\]\((?!https:\/\/a\.example\))/);
});

test("HTML nested or marked without end costs a moment and one note", () => {
  const start = performance.now();
  for (const [tag, code] of [
    ["<div>", "text-too-large"],
    ["<b><p>", "text-too-large"],
  ] as const) {
    const read = readMoodle(bank(QUESTION(`<![CDATA[${tag.repeat(300_000)}]]>`)), RULES);
    expect(placesOf(read)).toContain(`1 ${code}`);
  }
  const deep = readMoodle(bank(QUESTION(`<![CDATA[Stem${"<div>".repeat(1_000)}deep]]>`)), RULES);
  expect(placesOf(deep)).toEqual(["1 text-too-deep"]);
  expect(performance.now() - start).toBeLessThan(4_000);
});

test("a bank of a thousand questions is read in seconds", () => {
  const start = performance.now();
  const read = readMoodle(bank(QUESTION("<![CDATA[<p>What is <b>this</b>?</p>]]>").repeat(1_000)), RULES);
  expect(new Set(read.questions.map(({ id }) => id)).size).toBe(1_000);
  expect(performance.now() - start).toBeLessThan(5_000);
});
