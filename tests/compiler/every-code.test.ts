/** A code that the compiler can give without a broken course that shows it would be a message that nobody has read. */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readContent } from "#app/compiler/read-content.ts";
import { courseWith, faultsWith, lessonWith, readLesson, shown } from "./fixtures.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** Words of the sources that look like codes and are none. */
const NO_CODES = [
  ...["answer-keys", "content-status", "lesson-passages", "gallery-samples", "waymark-content", "full-reload"],
  ...["mdx-bundler", "remark-gfm", "remark-mdx", "remark-parse", "unexpected-closing-slash"],
  ...["first-module", "first-lesson", "first-question", "udhr-1948"],
  ...["verified-in-corpus", "well-established", "not-recorded", "not-a-picture", "no-value"],
  ...["case-file", "text-too-long"],
];
/** Codes that no course can be made to give, with the reason. */
const WITHOUT_COURSE = [
  // A file that vanishes between being listed and being read, while the development server watches.
  "unreadable",
];

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(path.join(ROOT, folder, name), "utf8"));
}

/** Every code in the sources: words with hyphens, and single words where a code stands. */
function codesIn(source: string): string[] {
  const hyphened = source.matchAll(/"([a-z]\w*(?:-[a-z0-9]+)+)"/g);
  const single = source.matchAll(/(?:code: |, )"([a-z]+)",\s*(?:\/\/.*\s*)?(?:message|[`"][A-Z]|\w+\.message)/g);
  const made = source.matchAll(/`(figure)-\$\{\w+\}`/g);
  return [
    ...[...hyphened, ...single].map(([, code = ""]) => code),
    ...[...made].flatMap(([, stem]) => ["missing", "outside", "not-a-picture"].map((what) => `${stem}-${what}`)),
  ];
}

const emitted = new Set(
  [...filesUnder("app/compiler", /\.ts$/), ...filesUnder("app/activities", /\.ts$/)].flatMap(codesIn),
);
const pinned = new Set(
  [...filesUnder("tests/fixtures/courses", /\.problems\.txt$/), ...filesUnder("tests/compiler", /\.test\.ts$/)].flatMap(
    (text) => [...text.matchAll(/:\d+:\d+ {2}([a-z-]+) {2}\S/g)].map(([, code = ""]) => code),
  ),
);

test("every code that the compiler gives has a broken course whose message is pinned", () => {
  expect(emitted.size).toBeGreaterThan(80);
  const codes = [...emitted].filter((code) => !NO_CODES.includes(code) && !WITHOUT_COURSE.includes(code));
  expect(codes.filter((code) => !pinned.has(code)).sort()).toEqual([]);
});

test("no broken course is kept for a code that is gone", () => {
  expect([...pinned].filter((code) => !emitted.has(code)).sort()).toEqual([]);
  expect(NO_CODES.filter((word) => !emitted.has(word))).toEqual([]);
});

test("a lesson that is shorter than the course wants is named", () => {
  const limits = "limits: { lessonWords: { min: 400 } }";
  const edits = { "course.yaml": (text: string) => text.replace("limits: { lessonWords: { min: 1 } }", limits) };
  expect(faultsWith(edits).filter((line) => line.includes("/en.mdx"))).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/en.mdx:1:1  lesson-short  The lesson has 120 words; the course asks for 400. → Finish it, or join it.",
    ]
  `);
});

test("a folder that cannot be a course is named", () => {
  const root = courseWith({});
  mkdirSync(path.join(root, "My Course"));
  expect(
    readContent(root).problems.map((problem) => shown(problem).replaceAll(root, "content")),
  ).toMatchInlineSnapshot(`
    [
      "content/My Course:1:1  course-id  A course cannot be called "My Course". → Use small Latin letters, digits and single hyphens.",
    ]
  `);
});

test("a paragraph without end is refused before it is read", () => {
  const { problems } = readLesson(lessonWith("A line that goes on.\n".repeat(1200)));
  expect(problems.map(shown)).toMatchInlineSnapshot(`
    [
      "en.mdx:1008:1  paragraph-too-long  This paragraph has no end: the page was not read. → Put empty lines between paragraphs.",
    ]
  `);
});
