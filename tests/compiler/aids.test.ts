/** Sheets to print: what they may hold, what is told of them, and how their version follows their text. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { aidCode } from "#app/compiler/aid-code.ts";
import { contentStatus } from "#app/compiler/content-status.ts";
import { newAid, newCourse } from "#app/compiler/new-content.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { readPage } from "#app/compiler/read-page.ts";
import { COURSE, courseWith, faultsWith, HEALTHY, healthyWords, shown } from "./fixtures.ts";

const LISTED = { "course.yaml": (text: string) => `${text}aids:\n  - { id: card }\n` };

function sheet(body: string): string {
  return `---\ntitle: A sheet\nsummary: One sentence.\n---\n\n${body}`;
}

const SOUND = 'A rule.<Cite id="treaty-1990" at="Art. 1" />\n\n- [ ] One\n- [ ] Two\n';

/** The pages of an aid, the same text in every language. */
function pagesOf(body: string) {
  return Object.fromEntries(["en", "ru", "be"].map((language) => [`aids/card/${language}.mdx`, sheet(body)]));
}

function readAid(body: string) {
  const folder = path.join(HEALTHY, COURSE, "first-steps/who-counts");
  const words = { ...healthyWords(), aids: new Set(["card"]) };
  return readPage({ file: "en.mdx", folder, text: sheet(body), language: "en", kind: "aid", words });
}

const faultsOf = (body: string) => readAid(body).problems.map(shown);

test("a sheet of headings, text, boxes, a table, terms and callouts is in order", () => {
  const table = '\n## Look\n\n| a | b |\n|---|---|\n| 2024 | x<Cite id="figures-2024" at="dataset" /> |\n';
  const more =
    '\n### Then\n\nA <Term id="border">border</Term>.\n\n<Callout kind="caution">\n- [ ] Look twice.\n</Callout>\n';
  expect(faultsOf(SOUND + table + more)).toEqual([]);
  expect(faultsWith({ ...LISTED, ...pagesOf(SOUND + table + more) })).toEqual([]);
});

test("what has no place on paper is refused, with its place", () => {
  const question = '<Question id="q" outcome="m1.o1">\nWhich?\n- [x] This\n  > Yes.\n- [ ] That\n  > No.\n</Question>';
  const others = '<Figure src="line.svg" alt="A line.">\nA line.\n</Figure>\n\n<Aid id="card" />';
  expect(faultsOf(`${SOUND}\n${question}\n\n${others}\n`)).toMatchInlineSnapshot(`
    [
      "en.mdx:11:1  not-in-aid  An aid holds headings, text, lists, tables and <Callout>: <Question> has no place there. → Take it out, or move it into a lesson.",
      "en.mdx:19:1  not-in-aid  An aid holds headings, text, lists, tables and <Callout>: <Figure> has no place there. → Take it out, or move it into a lesson.",
      "en.mdx:23:1  not-in-aid  An aid holds headings, text, lists, tables and <Callout>: <Aid> has no place there. → Take it out, or move it into a lesson.",
    ]
  `);
});

test("a box that is ticked already is refused", () => {
  expect(faultsOf(SOUND.replace("[ ] Two", "[x] Two"))).toMatchInlineSnapshot(`
    [
      "en.mdx:9:1  aid-box-ticked  A box of an aid is printed empty: whoever uses the sheet ticks it. → Write [ ] instead of [x].",
    ]
  `);
});

test("a sheet without a source is refused, and so is a number without one, in an example, too", () => {
  expect(faultsOf("- [ ] One\n")).toMatchInlineSnapshot(`
    [
      "en.mdx:4:1  aid-without-source  The aid names no source. → Put <Cite id="…" at="…" /> right after what it is taken from.",
    ]
  `);
  expect(faultsOf(`${SOUND}\n<Callout kind="example">\nAlena waits 40 days.\n</Callout>\n`)).toMatchInlineSnapshot(`
    [
      "en.mdx:12:13  claim-without-source  This paragraph states “40” without a source. → Put <Cite id="…" at="…" /> right after the claim.",
    ]
  `);
});

test("an empty sheet names no source; it is told, and nothing breaks", () => {
  expect(readAid("").problems.map(({ code }) => code)).toEqual(["aid-without-source"]);
});

test("a sheet that does not fit one side is a warning with the number, terms counted and the summary not", () => {
  const long = `${SOUND}\n${"word ".repeat(36)}word.\n\n`;
  expect(faultsOf(long.repeat(4))).toMatchInlineSnapshot(`
    [
      "en.mdx:1:1  aid-long  The aid has 166 words with the terms that it explains; one side of A5 takes 165. → Shorten it, or make two aids of it.",
    ]
  `);
  expect(faultsOf(long.repeat(4).replace("- [ ] Two", "- [ ] "))).toEqual([]);
  const term = '\nA <Term id="border">border</Term>.\n';
  expect(readAid(long.repeat(4) + term).problems.map(({ message }) => message)[0]).toContain("has 174 words");
});

test("a huge sheet is one warning, not a wall of them", () => {
  const rows = '- [ ] Look.<Cite id="treaty-1990" at="Art. 1" />\n\n'.repeat(3000);
  expect(readAid(rows).problems.map(({ code }) => code)).toEqual(["aid-long"]);
});

test("a lesson leads to an aid that there is, in every language to the same", () => {
  const lead = (language: string, id: string) => ({
    [`first-steps/who-counts/${language}.mdx`]: (text: string) => `${text}\n<Aid id="${id}" />\n`,
  });
  const all = (id: string) => ({ ...lead("en", id), ...lead("ru", id), ...lead("be", id) });
  expect(faultsWith({ ...LISTED, ...pagesOf(SOUND), ...all("card") })).toEqual([]);
  expect(
    faultsWith({ ...LISTED, ...pagesOf(SOUND), ...all("cart") }).filter((line) => line.includes("/be.mdx")),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/be.mdx:67:1  unknown-aid  There is no aid "cart" in course.yaml. → Did you mean "card"?",
    ]
  `);
  expect(
    faultsWith({ ...LISTED, ...pagesOf(SOUND), ...lead("en", "card"), ...lead("ru", "card") }),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/be.mdx:1:1  parity-aids  Aid 1 is none here and "card" at first-steps/who-counts/en.mdx:67. → Lead to the same aids in the same order in every language.",
    ]
  `);
});

test("folders and links of aids are checked like those of lessons", () => {
  const link = (text: string) =>
    `${text}\n[Sheet](/en/courses/${COURSE}/aids/cart) [It](/en/courses/${COURSE}/aids/card)\n`;
  const found = faultsWith({ ...LISTED, "aids/other/en.mdx": sheet(SOUND), "welcome/en.mdx": link }).map((line) =>
    line.replace(/content\//, ""),
  );
  expect(found).toMatchInlineSnapshot(`
    [
      "aids/other:1:1  unlisted-folder  The folder "aids/other" is not listed in course.yaml. → List it in its place, or take the folder away.",
      "course.yaml:9:1  missing-folder  course.yaml lists "aids/card" and there is no such folder. → Make the folder with its pages, or take the line out.",
      "welcome/be.mdx:6:1  parity-passages  This part has 2 passages here and 3 passages at welcome/en.mdx:6. → Divide the text into the same paragraphs, items and cells in every language.",
      "welcome/en.mdx:10:1  broken-link  The course has no page "aids/cart", to which "/en/courses/border-basics/aids/cart" leads. → Did you mean "card"?",
      "welcome/ru.mdx:6:1  parity-passages  This part has 2 passages here and 3 passages at welcome/en.mdx:6. → Divide the text into the same paragraphs, items and cells in every language.",
    ]
  `);
  const twice = (text: string) => `${text}aids:\n  - { id: card }\n  - { id: card }\n`;
  expect(faultsWith({ "course.yaml": twice, ...pagesOf(SOUND) })).toMatchInlineSnapshot(`
    [
      "course.yaml:25:7  duplicate-id  The aid "card" is listed twice. → Give each its own id, in the whole course.",
    ]
  `);
});

test("the code of a version follows what is printed and nothing else", () => {
  const codeOf = (text: string) => {
    const { page } = readAid(text);
    if (!page) throw new Error("the page was not read");
    return aidCode(page);
  };
  const code = codeOf(SOUND);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(codeOf(SOUND.replaceAll("\n", "\r\n"))).toBe(code);
  expect(codeOf(`${SOUND}\n\n\n`)).toBe(code);
  for (const changed of [
    SOUND.replace("Two", "Too"),
    SOUND.replace("Art. 1", "Art. 2(1)"),
    SOUND.replace("- [ ] Two\n", ""),
  ])
    expect(codeOf(changed)).not.toBe(code);
});

test("status and impact know aids, which promise no minutes and rest on their sources", () => {
  const root = courseWith({ ...LISTED, ...pagesOf(SOUND) });
  const [course] = contentStatus(readContent(root)).courses;
  expect(course?.pages.at(-1)).toMatchObject({
    kind: "aid",
    folder: "aids/card",
    moduleId: null,
    declaredMinutes: null,
  });
  const places = course?.impact.filter(({ what }) => what === "aid") ?? [];
  expect(places.map(({ source, at, id, language }) => [source, at, id, language])).toEqual(
    ["en", "ru", "be"].map((language) => ["treaty-1990", "Art. 1", "card", language]),
  );
});

test("the outline of a course carries the version of each aid, and its newest material change", () => {
  const source = sheet(SOUND).replace("summary:", "revision: 4\nmaterialSince: 2\nsummary:");
  const root = courseWith({ ...LISTED, ...pagesOf(SOUND), "aids/card/en.mdx": source });
  expect(readContent(root).courses[0]?.course.aids).toMatchObject([
    { id: "card", title: { en: "A sheet" }, version: { revision: 4, code: expect.any(String) }, materialRevision: 2 },
  ]);
});

test("a new aid passes the check as it is and joins the outline, the first and the second alike", () => {
  const root = courseWith({});
  for (const id of ["first-talk", "second-talk"]) expect(newAid(root, COURSE, id, { en: "First talk" }).ok).toBe(true);
  expect(readContent(root).problems).toEqual([]);
  expect(readContent(root).courses[0]?.course.aids.map(({ id }) => id)).toEqual(["first-talk", "second-talk"]);
  expect(readFileSync(path.join(root, COURSE, "course.yaml"), "utf8")).toMatch(
    /\naids:\n {2}- \{ id: first-talk \}\n {2}- \{ id: second-talk \}\n$/,
  );
  expect(newAid(root, COURSE, "first-talk", {})).toMatchObject({ ok: false });
  expect(newAid(root, COURSE, "Wrong Name", {})).toMatchObject({ ok: false });
});

test("a new course gets an aid from its example source, and one without sources is refused", () => {
  const root = courseWith({});
  newCourse(root, "my-course", { title: {}, today: "2026-11-25", salt: "0123456789abcdef0123456789abcdef" });
  expect(newAid(root, "my-course", "card", {}).ok).toBe(true);
  const bare = courseWith({ "sources.yaml": "[]\n", "glossary.yaml": "[]\n" });
  expect(newAid(bare, COURSE, "card", {})).toMatchObject({
    ok: false,
    message: expect.stringContaining("sources.yaml"),
  });
});
