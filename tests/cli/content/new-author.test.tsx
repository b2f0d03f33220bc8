/**
 * What the guide promises to a new author, with the real commands: a lesson with a question, a citation and a picture in three
 * languages; and that what the check says of a mistake is enough to mend it.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LessonModule } from "#app/catalogue/lesson-module.ts";
import { waymarkContent } from "#app/compiler/plugin.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const LESSON = "my-course/first-module/my-lesson";

let root = "";

beforeAll(() => {
  mkdirSync(path.join(ROOT, "data"), { recursive: true });
  root = mkdtempSync(path.join(ROOT, "data/new-author-"));
  const run = desk();
  run("new", "course", "my-course", "--title", "My course");
  run("new", "lesson", LESSON, "--title", "Fees", "--title-ru", "Плата", "--title-be", "Плата");
  for (const language of LANGUAGES) writeFileSync(pageOf(language), PAGES[language]);
  writeFileSync(path.join(root, LESSON, "desk.svg"), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>');
  run("translated", pageOf("ru"), pageOf("be"));
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

function pageOf(language: Language): string {
  return path.join(root, LESSON, `${language}.mdx`);
}

/** The desk as an author runs it; what it says of paths begins at the lesson or at the folder of the courses. */
function desk() {
  return (...args: string[]): string[] => {
    const run = spawnSync("npm", ["run", "--silent", "content", "--", ...args, "--root", path.relative(ROOT, root)], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    const folder = path.relative(ROOT, root);
    return run.stdout.replaceAll(`${folder}/${LESSON}/`, "").replaceAll(`${folder}/`, "").trim().split("\n");
  };
}

/** Errors alone: a lesson of a few lines is shorter than the course wants, and an edit leaves the translations behind. */
function errors(): string[] {
  return desk()("check").filter((line) => !/ {2}(lesson-short|translation-behind) |^\d+ problems?\.$/.test(line));
}

/** What a new author writes with the guide open: shortened, with every part that the guide promises. */
const PAGES: Record<Language, string> = {
  en: page("Fees", "Who pays for a job abroad?", "Nobody pays for work", [
    "The right to work is a right of everyone.",
    "A desk with nobody behind it.",
    "The desk of an agency. Drawing made for this course.",
    "An agency asks a worker for money. What do you ask first?",
    "What the money is for",
    "The word on the receipt decides little; what was paid for decides.",
    "Whether he can afford it",
    "What he can afford does not make it right.",
  ]),
  ru: page("Плата", "Кто платит за работу за границей?", "За работу не платят", [
    "Право на труд – право каждого.",
    "Стол, за которым никого нет.",
    "Стол агентства. Рисунок сделан для этого курса.",
    "Агентство просит у работника деньги. О чём вы спросите сначала?",
    "За что деньги",
    "Слово в квитанции решает мало; решает то, за что заплачено.",
    "Может ли он столько заплатить",
    "Если он может заплатить, это ещё не значит, что это правильно.",
  ]),
  be: page("Плата", "Хто плаціць за працу за мяжой?", "За працу не плацяць", [
    "Права на працу – права кожнага.",
    "Стол, за якім нікога няма.",
    "Стол агенцтва. Малюнак зроблены для гэтага курса.",
    "Агенцтва просіць у работніка грошы. Пра што вы спытаеце спачатку?",
    "За што грошы",
    "Слова ў квітанцыі вырашае мала; вырашае тое, за што заплачана.",
    "Ці можа ён столькі заплаціць",
    "Калі ён можа заплаціць, гэта яшчэ не значыць, што гэта правільна.",
  ]),
};

function page(title: string, summary: string, heading: string, words: string[]): string {
  const [claim, alt, caption, stem, right, why, wrong, whyNot] = words;
  return `---
title: ${title}
summary: ${summary}
---

## ${heading}

${claim}<Cite id="udhr-1948" at="Art. 23(1)" />

<Figure src="desk.svg" alt="${alt}">
${caption}
</Figure>

<Question id="ask-first" outcome="m1.o1">
${stem}
- [x] ${right}
  > ${why}
- [ ] ${wrong}
  > ${whyNot}
</Question>
`;
}

test("a new author's lesson appears in three languages, with its question, its citation and its picture", async () => {
  expect(errors()).toEqual([]);
  const vite = await createServer({
    root: ROOT,
    configFile: false,
    appType: "custom",
    logLevel: "silent",
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [waymarkContent({ root })],
  });
  try {
    for (const language of LANGUAGES) {
      const id = `virtual:waymark/lesson/${LESSON}/${language}`;
      const { default: Lesson, meta } = (await vite.ssrLoadModule(id)) as LessonModule;
      const html = renderToStaticMarkup(<Lesson components={components} />).replaceAll("&quot;", '"');
      const [, title = "", summary = ""] = /title: (.+)\nsummary: (.+)/.exec(PAGES[language]) ?? [];
      expect(meta).toMatchObject({ title, summary, sources: [{ id: "udhr-1948", places: ["Art. 23(1)"] }] });
      expect(html).toContain("desk.svg");
      expect(html).toContain('"kind":"single","id":"ask-first"');
      expect(html).toContain('"at":"Art. 23(1)"');
    }
  } finally {
    await vite.close();
  }
}, 60_000);

/** Shows what an element of the vocabulary was given. */
function Part({ children, ...rest }: { children?: ReactNode }) {
  return <i data-given={JSON.stringify(rest)}>{children}</i>;
}
const components = { Activity: Part, Callout: Part, Card: Part, Cite: Part, Figure: Part, Term: Part };

const MISTAKES: { mistake: string; find: string; write: string }[] = [
  {
    mistake: "the claim has a year and no source",
    find: '<Cite id="udhr-1948" at="Art. 23(1)" />',
    write: " So it was in 1948.",
  },
  { mistake: "the source has a letter too many", find: 'id="udhr-1948"', write: 'id="udhrr-1948"' },
  { mistake: "the place is not one that may be cited", find: "Art. 23(1)", write: "Art. 23(2)" },
  { mistake: "a tag is not closed", find: "</Figure>\n", write: "" },
  { mistake: "a tag has the wrong name", find: '<Figure src="desk.svg"', write: '<Picture src="desk.svg"' },
  { mistake: "the picture is not there", find: "desk.svg", write: "dsek.svg" },
  { mistake: "the picture has no text", find: / alt="[^"]*"/.source, write: "" },
  { mistake: "no option is right", find: "- [x]", write: "- [ ]" },
  { mistake: "an option has no reason", find: "  > What he can afford does not make it right.\n", write: "" },
  { mistake: "the heading has one # too few", find: "## Nobody", write: "# Nobody" },
  { mistake: "a brace stands in the text", find: "of everyone.", write: "of everyone {really}." },
  { mistake: "the front matter has a colon in it", find: "title: Fees", write: "title: Fees: who pays" },
];

test.each(MISTAKES)(
  "a new author is told what to do when $mistake",
  ({ find, write }) => {
    const healthy = readFileSync(pageOf("en"), "utf8");
    writeFileSync(pageOf("en"), healthy.replace(new RegExp(find.startsWith(" alt") ? find : escaped(find)), write));
    try {
      expect(errors().filter((line) => line.startsWith("en.mdx"))).toMatchSnapshot();
    } finally {
      writeFileSync(pageOf("en"), healthy);
    }
  },
  30_000,
);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

test("a change of one option in English names the files and lines of the Russian and the Belarusian page", () => {
  const healthy = readFileSync(pageOf("en"), "utf8");
  const change = (text: string) => {
    writeFileSync(pageOf("en"), text);
    return desk()("check").filter((line) => !/ {2}lesson-short |^\d+ problems?\.$/.test(line));
  };
  try {
    // Another right answer: learners who read another language would be graded by another key.
    expect(
      change(healthy.replace("- [x]", "- [~]").replace("- [ ]", "- [x]").replace("- [~]", "- [ ]")),
    ).toMatchInlineSnapshot(`
      [
        "be.mdx:14:1  parity-key  "ask-first" has other right answers here than at en.mdx:14. → Keep the order of options and rows, and the same right answers.",
        "ru.mdx:14:1  parity-key  "ask-first" has other right answers here than at en.mdx:14. → Keep the order of options and rows, and the same right answers.",
      ]
    `);
    // One option more.
    expect(
      change(healthy.replace("</Question>", "- [ ] Nothing\n  > It has to be asked.\n</Question>")),
    ).toMatchInlineSnapshot(`
      [
        "be.mdx:14:1  parity-parts  "ask-first" has another number of options (2, not 3) here than at en.mdx:14. → Give both the same, in the same order.",
        "ru.mdx:14:1  parity-parts  "ask-first" has another number of options (2, not 3) here than at en.mdx:14. → Give both the same, in the same order.",
      ]
    `);
    // Other words.
    expect(change(healthy.replace("What the money is for", "What the payment is for"))).toMatchInlineSnapshot(`
      [
        "be.mdx:16:1  translation-behind  The translation is 1 block behind en.mdx: line 16 has changed (line 16 here). → See npm run content -- stale be.mdx, translate, then run: npm run content -- translated be.mdx. Was it a typo? npm run content -- typo en.mdx",
        "ru.mdx:16:1  translation-behind  The translation is 1 block behind en.mdx: line 16 has changed (line 16 here). → See npm run content -- stale ru.mdx, translate, then run: npm run content -- translated ru.mdx. Was it a typo? npm run content -- typo en.mdx",
      ]
    `);
  } finally {
    writeFileSync(pageOf("en"), healthy);
  }
}, 60_000);
