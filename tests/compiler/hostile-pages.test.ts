import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { compileLesson } from "#app/compiler/compile-lesson.ts";
import { problemLine } from "#app/compiler/problem.ts";
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

const refused: [string, string][] = [
  ["forbidden-program", "{process.env.HOME}"],
  ["forbidden-program", "{(() => { while (true); })()}"],
  ["forbidden-program", "## Title {process.version}"],
  ["forbidden-program", "- [link {1}](https://example.org)"],
  ["forbidden-program", "| a | b |\n|---|---|\n| {1} | 2 |"],
  ["forbidden-program", "> {globalThis}"],
  ["forbidden-program", '<Callout kind="caution" {...{}}>\nText.\n</Callout>'],
  ["forbidden-program", '<Figure src={"line.svg"} alt="x">\nText.\n</Figure>'],
  ["forbidden-program", '<Cite id={`treaty-1990`} at="Art. 1" />'],
  ["forbidden-program", "<script {...window} />"],
  ["forbidden-program", 'export { default } from "./en.mdx"'],
  ["forbidden-program", 'import "https://example.org/x.js"'],
  ["forbidden-program", "export const getServerSideProps = () => ({})"],
  ["unparsable", "{"],
  ["unparsable", "import x from"],
  ["unparsable", "<!-- hidden -->"],
  ["unparsable", "<!DOCTYPE html>"],
  ["unparsable", "<?php echo 1 ?>"],
  ["unparsable", "<![CDATA[x]]>"],
  ["unparsable", "<https://example.org>"],
  ["unparsable", '<Callout kind="caution">\nNever closed.'],
  ["unparsable", "</Callout>"],
  ["unparsable", "<Callout kind=caution>\nText.\n</Callout>"],
  ["unparsable", "<Callout kind='caution>\nText.\n</Callout>"],
  ["unknown-tag", "<hasOwnProperty />"],
  ["unknown-tag", "<valueOf />"],
  ["unknown-tag", "<prototype />"],
  ["unknown-tag", "<Activity />"],
  ["unknown-tag", "<Fragment>x</Fragment>"],
  ["unknown-tag", "<cite>x</cite>"],
  ["unknown-tag", "<CITE />"],
  ["unknown-tag", "<Cite.x />"],
  ["unknown-tag", "<x:Cite />"],
  ["unknown-tag", "<object data='x' />"],
  ["unknown-tag", "<form action='/logout'>x</form>"],
  ["unknown-tag", "<base href='https://example.org' />"],
  ["unknown-tag", "<meta httpEquiv='refresh' />"],
  ["unknown-tag", "<svg><animate /></svg>"],
  ["unknown-tag", "<math />"],
  ["unknown-tag", '<\u0421ite id="treaty-1990" at="Art. 1" />'],
  ["unknown-tag", '<Ter\u043c id="border">x</Ter\u043c>'],
  ["unknown-attribute", '<Callout kind="caution" constructor="x">\nText.\n</Callout>'],
  ["unknown-attribute", '<Callout kind="caution" __proto__="x">\nText.\n</Callout>'],
  ["unknown-attribute", '<Callout kind="caution" style="color:red">\nText.\n</Callout>'],
  ["unknown-attribute", '<Callout k\u0456nd="caution">\nText.\n</Callout>'],
  ["unknown-attribute", 'A <Term id="border" href="https://example.org">word</Term>.'],
  ["attribute-value", '<Callout kind="constructor">\nText.\n</Callout>'],
  ["attribute-value", '<Card country="../" date="2026-07-31" title="x">\nText.\n</Card>'],
  ["attribute-value", '<Card country="BY" date="2026-02-30" title="x">\nText.\n</Card>'],
  ["attribute-value", '<Question id="../../x" outcome="m1.o1">\nWhich?\n- [x] a\n  > b\n- [ ] c\n  > d\n</Question>'],
  [
    "attribute-value",
    '<Question id="one" outcome="m1.o1" order="__proto__">\nWhich?\n- [x] a\n  > b\n- [ ] c\n  > d\n</Question>',
  ],
  ["unknown-outcome", '<Question id="one" outcome="constructor">\nWhich?\n- [x] a\n  > b\n- [ ] c\n  > d\n</Question>'],
  ["unknown-locator", 'A claim.<Cite id="treaty-1990" at="constructor" />'],
  ["unknown-source", 'A claim.<Cite id="tr\u0435aty-1990" at="Art. 1" />'],
  ["unknown-term", 'A <Term id="hasOwnProperty">word</Term>.'],
  ["reserved-id", '<Question id="sources" outcome="m1.o1">\nWhich?\n- [x] a\n  > b\n- [ ] c\n  > d\n</Question>'],
  ["figure-outside", '<Figure src="%2e%2e/line.svg" alt="x">\nText.\n</Figure>'],
  ["figure-outside", '<Figure src="/etc/passwd.svg" alt="x">\nText.\n</Figure>'],
  ["figure-outside", '<Figure src="..\\line.svg" alt="x">\nText.\n</Figure>'],
  ["figure-outside", '<Figure src="data:image/svg+xml,x.svg" alt="x">\nText.\n</Figure>'],
  ["figure-not-a-picture", '<Figure src="en.mdx" alt="x">\nText.\n</Figure>'],
  ["forbidden-address", "[words](http://example.org)"],
  ["forbidden-address", "[words](HTTPS:example.org)"],
  ["forbidden-address", "[words](https:/example.org)"],
  ["forbidden-address", "[words](https://)"],
  ["forbidden-address", "[words](https://example.org@evil.example/)"],
  ["forbidden-address", "[words](https://example.org\\@evil.example)"],
  ["forbidden-address", "[words](///example.org)"],
  ["forbidden-address", "[words](</\t/example.org>)"],
  ["forbidden-address", "[words](file:///etc/passwd)"],
  ["forbidden-address", "[words](blob:https://example.org/x)"],
  ["forbidden-character", "[words](\u0001javascript:alert(1))"],
  ["forbidden-address", "[words](java%73cript:alert(1))"],
  ["forbidden-address", "[words](&#x6A;avascript:alert(1))"],
  ["forbidden-address", "[words](mailto:a@b@c)"],
  ["forbidden-address", "[words](tel:+375)"],
  ["forbidden-address", "[words](page.html)"],
  ["forbidden-address", "[words](../quiz)"],
  ["forbidden-address", "[words](?a=b)"],
  ["forbidden-address", "[words](#)"],
  ["forbidden-address", "www.example.org"],
  ["broken-anchor", "[words](#constructor)"],
  ["forbidden-image", "[![words](line.svg)](https://example.org)"],
  ["forbidden-markdown", "```js\nalert(1)\n```"],
  ["forbidden-markdown", "Words.[^1]\n\n[^1]: A note."],
  ["forbidden-markdown", "~~gone~~"],
  ["forbidden-character", "Pay \u202e001\u202c now."],
  ["forbidden-character", "Pay \u2066100\u2069 now."],
  ["forbidden-character", "A \u0000 nothing."],
  ["forbidden-character", "A \u001b[31m red word."],
  ["forbidden-character", "A word\u200bword."],
  ["forbidden-character", "A word\u{e0041}."],
  ["forbidden-character", "A line\u2028line."],
  ["forbidden-character", "A broken \ufffd letter."],
  ["too-deep", `${">".repeat(5000)} x`],
  ["too-deep", `${"- ".repeat(2000)}x`],
  ["too-deep", Array.from({ length: 150 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n")],
  ["too-deep", `${'<Callout kind="caution">\n\n'.repeat(60)}x\n\n${"</Callout>\n\n".repeat(60)}`],
  ["too-deep", `${"**".repeat(100)}x${"**".repeat(100)}`],
  ["paragraph-too-long", "[".repeat(9000)],
  ["paragraph-too-long", "**a_b\n".repeat(5000)],
  ["page-too-large", "Word.\n\n".repeat(40_000)],
];

test.each(refused.map(([code, body]) => [code, body.slice(0, 60), body]))("%s refuses %j", (code, _short, body) => {
  const codes = readLesson(lessonWith(body)).problems.map((problem) => problem.code);
  expect(codes).toContain(code);
});

const fronts: [string, string][] = [
  [
    "a bomb of aliases",
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghi"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[index]}`).join(",")}]`).join("\n")}\ntitle: *i`,
  ],
  ["a list in itself", "title: &a [*a]\nsummary: x"],
  ["a tag that makes objects", 'title: !!js/function "function () {}"\nsummary: x'],
  ["a regular expression", "title: !!js/regexp /x/\nsummary: x"],
  ["a field called __proto__", "title: x\nsummary: y\n__proto__: { admin: true }"],
  ["a field called constructor", "title: x\nsummary: y\nconstructor: { prototype: 1 }"],
  ["a field for a layout", "title: x\nsummary: y\nlayout: ../../evil"],
  ["a title twice", "title: x\ntitle: z\nsummary: y"],
  ["a title that is a list", "title: [x]\nsummary: y"],
  ["brackets without end", `title: ${"[".repeat(7000)}`],
  ["brackets closed far too deep", `title: ${"{a: ".repeat(1500)}1${"}".repeat(1500)}`],
  ["a second document", "title: x\n...\n--- \nsummary: y"],
  ["a title without end", `title: ${"x".repeat(7000)}\nsummary: y`],
];

test.each(fronts)("front matter may not hold %s", (_name, front) => {
  const { problems } = readLesson(`---\n${front}\n---\n\n## A section\n\nText.\n`);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.length).toBeLessThan(20);
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});

test("what a page holds cannot steer the terminal in which its faults are shown", () => {
  const { problems } = readLesson(lessonWith('[words](x\u202e) A claim.<Cite id="\u001b[2J\nx" at="Art. 1" />'));
  const lines = problems.map(problemLine);
  expect(lines.join("").length).toBeGreaterThan(0);
  for (const line of lines) expect(line).not.toMatch(/\p{Cc}|\u202e/u);
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
  "The words constructor, __proto__ and toString mean nothing here.",
  "**constructor** and *prototype*",
  "`<script>` and `{process.exit(1)}` as they are written.",
  "\\<script> is only a word.",
  "Two \\* two, \\_not italic\\_, \\# no heading, \\[no link\\].",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&nbsp;&mdash; &hellip; &copy;",
  "Curly \\{a: \\{b: c}} and a lonely }.",
  "Exports grew; exporters rejoiced.\nImport was down.",
  "The road leads to C:\\\\Users, and to /etc/passwd.",
  "javascript: is a scheme, data: another one.",
  "file.txt, en.mdx and ../../x are names.",
  "--- in the middle of --- a line",
  "A title: with a colon, a # sign and a | bar.",
  "$a^b$ and \\$c, import(x) and export(y)",
  '100 is two digits.<Cite id="treaty-1990" at="Art. 1" />',
  "A claim.<Cite id='treaty-1990' at='Art. 1' />",
  'A claim.<Cite\n  id="treaty-1990"\n  at="Art. 1"\n/>',
  'A claim.<Cite at="Art. 1" id="treaty-1990" /><Cite id="treaty-1990" at="Art. 2(1)" />',
  'A <Term id="border">**bold** word</Term>.',
  'A <Term id="border">слова</Term>, ужо.',
  "[A](https://пример.example/страница?а=б) and [b](https://example.org/%D0%B0).",
  "[A](/en/verify?code=a&b=c#d), [b](#sources), [c](#words).",
  "[A](https://example.org:8443/a;b,c_(d))",
  "[A](https://example.org 'a \\'title\\' with <script> and {braces}')",
  "A line with a soft\u00adhyphen and a word joined\u00a0here, and a\u202fnarrow space.",
  "Flags \u{1f1e7}\u{1f1fe}, a family \u{1f468}\u200d\u{1f469}\u200d\u{1f467}, e\u0301 and й apart: и\u0306.",
  "Звесткі «„унутры“» і “inside”, it’s, з’яўляецца, аб'ект.",
  "| a |\n|---|\n| b \\| c |\n| |",
  '| а<Cite id="treaty-1990" at="Art. 1" /> | **б** |\n|---|:-:|\n| [в](#s1) | *г* |',
  "1. one\n1. two\n\n   still two\n1. three",
  "* star\n+ plus\n- minus",
  "> - a list\n>   > in quotations\n>\n> end",
  "- a\n  - b\n    - c\n      - d",
  "A line that ends with two spaces  \nand goes on.\\\nAnd on.",
  "A heading underlined\n---\n\nText.",
  `${"A word and another. ".repeat(300)}`,
  `${"Words.\n\n".repeat(300)}`,
  '<Callout kind="practice">\n\n\nText.\n\n\n</Callout>',
];

test.each(benign.map((body) => [body.slice(0, 60), body]))("a page may hold %j", async (_short, body) => {
  const { page, problems } = readLesson(lessonWith(body));
  expect(problems).toEqual([]);
  const { sources, glossary } = healthyWords();
  if (!page || !sources || !glossary) throw new Error("the fixture is broken");
  await expect(compileLesson(page, { sources, glossary })).resolves.toContain("export const meta");
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
