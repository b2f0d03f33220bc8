import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { compileLesson } from "#app/compiler/compile-lesson.ts";
import type { Page } from "#app/compiler/read-page.ts";
import { healthyWords, lessonWith, readLesson } from "./fixtures.ts";

const hostile = [
  'import fs from "node:fs"',
  'export const title = "mine"',
  "export default function Page() { return null }",
  "Text {process.exit(1)} text",
  "{globalThis.x = 1}",
  "{/* a comment */}",
  "<script>alert(1)</script>",
  '<img src="https://example.org/x.png" onError="alert(1)" />',
  '<a href="javascript:alert(1)">words</a>',
  '<iframe src="https://example.org" />',
  "<style>body</style>",
  "<svg:script />",
  "<constructor />",
  "<__proto__ />",
  "<toString />",
  "<Callout.constructor />",
  "<>words</>",
  '<Callout {...{ kind: "caution" }}>\nText.\n</Callout>',
  '<Callout kind={"caution"}>\nText.\n</Callout>',
  '<Callout kind="caution" onClick="alert(1)">\nText.\n</Callout>',
  '<Callout kind="caution" dangerouslySetInnerHTML="x">\nText.\n</Callout>',
  "[words](javascript:alert(1))",
  "[words](JaVaScRiPt:alert(1))",
  "[words](java&#115;cript:alert(1))",
  "[words](<java\tscript:alert(1)>)",
  "[words](data:text/html,x)",
  "[words](vbscript:x)",
  "[words](//example.org)",
  "[words](/\\example.org)",
  "[words](https://user:secret@example.org)",
  "[words][name]\n\n[name]: javascript:alert(1)",
  "![words](https://example.org/x.png)",
  "![words][name]\n\n[name]: https://example.org/x.png",
  '<Figure src="../../../../../package.json" alt="x">\nText.\n</Figure>',
  '<Figure src="https://example.org/x.png" alt="x">\nText.\n</Figure>',
  '<Figure src="javascript:alert(1)" alt="x">\nText.\n</Figure>',
  'A claim.<Cite id="__proto__" at="x" />',
  'A claim.<Cite id="constructor" at="name" />',
  'A <Term id="constructor">word</Term>.',
  "---js\n({ run: 1 })\n---",
];

test.each(hostile)("a page may not hold %j", (body) => {
  expect(readLesson(lessonWith(body)).problems).not.toEqual([]);
});

const benign = [
  "Five \\< six, \\{braces\\} and a closing } brace.",
  "A &lt; B &amp; C, and a < b.",
  "Import duties rose. We import goods and export others.",
  "[A](https://example.org/a?b=c#d 'title'), [b](mailto:someone@example.org), [c](/en/verify), [d](#s1), someone@example.org.",
  "[Words][name].\n\n[name]: https://example.org",
  "- one\n  - two\n    1. three\n\n> quoted\n>\n> again",
  "Line\\\nline  \nline",
  "| left | right |\n|:-----|------:|\n| one | two |",
  "Emoji 🧭, Cyrillic ўІі’, `code`, **bold *both* bold**.",
  '<Callout\n  kind="caution"\n>\nText right under the tag.\n</Callout>\nText right after it.',
  '<Callout kind="remember">\n- a list\n- and then the tag\n</Callout>',
  '<Callout kind="remember">\n> a quotation\n</Callout>',
  'Text.\n<Callout kind="example">\nAnna is 41.\n</Callout>',
  '<Callout kind="caution">\n\n<Figure src="line.svg" alt="A line.">\nA line.\n</Figure>\n\n</Callout>',
  "### A smaller heading\n\nText.",
];

test.each(benign)("a page may hold %j", (body) => {
  expect(readLesson(lessonWith(body)).problems).toEqual([]);
});

test("a page with Windows line ends and a byte order mark reads like any other", () => {
  const text = `\uFEFF${lessonWith("In 2024 it was so.").replaceAll("\n", "\r\n")}`;
  expect(readLesson(text).problems).toMatchObject([{ code: "claim-without-source", line: 8, column: 4 }]);
});

test("lines are the author's own, although the compiler puts empty lines in", () => {
  const question =
    '<Question id="one" outcome="m1.o1">\nWhich?\n- [x] This\n  > Yes.\n- [ ] That\n  > No.\n</Question>';
  const { problems } = readLesson(lessonWith(`${question}\n\n${question.replace("one", "two")}\n\nIt was 1990.`));
  expect(problems).toMatchObject([{ code: "claim-without-source", line: 24, column: 8 }]);
});

test("a page that gets past the check is still refused by the compiler", async () => {
  const { page } = readLesson(lessonWith("Text."));
  const { sources, glossary } = healthyWords();
  if (!page || !sources || !glossary) throw new Error("the fixture is broken");
  const proof = path.join(tmpdir(), `waymark-compiled-${process.pid}`);
  const run = `require("fs").writeFileSync(${JSON.stringify(proof)}, "run")`;
  const smuggled: Page[] = [
    { ...page, body: `---js\n{ title: ${run} }\n---\n\nText.` },
    { ...page, body: "Text {1 + 1}." },
    { ...page, body: 'import x from "node:fs"\n\nText.' },
    { ...page, body: "<script>alert(1)</script>" },
  ];
  for (const bad of smuggled) await expect(compileLesson(bad, { sources, glossary })).rejects.toThrow();
  expect(existsSync(proof)).toBe(false);
});
