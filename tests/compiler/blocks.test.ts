import { expect, test } from "vitest";
import { countWords } from "#app/compiler/blocks.ts";
import { lessonWith, readLesson } from "./fixtures.ts";

function blocksOf(body: string) {
  return (readLesson(lessonWith(body)).page?.blocks ?? []).slice(3);
}

const QUESTION = `<Question id="q" outcome="m1.o1">
The case.

Which
side?
- [x] left
  > Because of
  > the line.
- [ ] right
  > No.

Explained.
</Question>
`;

test("a page is title and summary, then each heading, paragraph, item, row, option and reason", () => {
  const page = readLesson(lessonWith(`A paragraph.\n\n- item\n\n${QUESTION}`)).page;
  expect(page?.blocks.map(({ scope, kind, text, place }) => [scope, kind, text, place.line])).toEqual([
    ["page", "title", "A page", 2],
    ["page", "summary", "One sentence.", 3],
    ["s1", "heading", "## A section", 6],
    ["s1", "paragraph", "A paragraph.", 8],
    ["s1", "item", "- item", 10],
    ["q", "paragraph", "The case.", 13],
    ["q", "paragraph", "Which side?", 15],
    ["q", "option", "[x] left", 17],
    ["q", "reason", "> Because of the line.", 18],
    ["q", "option", "[ ] right", 20],
    ["q", "reason", "> No.", 21],
    ["q", "paragraph", "Explained.", 23],
  ]);
});

test("wrapping lines anew changes no block", () => {
  const texts = (body: string) => blocksOf(body).map(({ text }) => text);
  expect(texts("One two\nthree four.\n\n> five\n> six")).toEqual(texts("One two three\nfour.\n\n> five six"));
});

test("words in attributes are blocks of their own", () => {
  expect(blocksOf('<Figure src="line.svg" alt="A line.">\nThe caption.\n</Figure>').map(({ text }) => text)).toEqual([
    "alt: A line.",
    "The caption.",
  ]);
});

test("a block knows what it cites and what holds it", () => {
  const [row] = blocksOf(
    '<Card country="BY" date="2026-07-31" title="Desks">\n\n| A<Cite id="figures-2024" at="dataset" /> | B |\n|---|---|\n\n</Card>',
  ).slice(1);
  expect(row).toMatchObject({
    kind: "row",
    cites: [{ id: "figures-2024", at: "dataset" }],
    within: { tag: "Card", id: "Desks", activity: false },
  });
});

test("words are counted without tags and marks", () => {
  expect(blocksOf('It has **twelve** desks.<Cite id="treaty-1990" at="Art. 1" />')[0]?.words).toBe(4);
  expect(countWords("трудящийся-мигрант з’ява 1,5 % – 2")).toBe(4);
});
