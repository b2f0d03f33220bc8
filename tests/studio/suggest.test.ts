import { expect, test } from "vitest";
import { readContent } from "#app/compiler/read-content.ts";
import { VOCABULARY } from "#app/compiler/vocabulary.ts";
import { type SuggestFacts, suggestionsAt } from "#app/studio/browser/suggest.ts";
import { courseFacts, vocabularyFacts } from "#app/studio/facts.server.ts";
import { COURSE } from "./fixture.ts";

const ROOT = "tests/fixtures/courses/healthy";
const [pages] = readContent(ROOT).pages;
if (!pages) throw new Error("The healthy course could not be read.");
const course = courseFacts(ROOT, pages);
const page = course.pages.find(({ kind }) => kind === "lesson") ?? null;
const facts: SuggestFacts = { vocabulary: vocabularyFacts(), course, page, language: "ru" };

function labelsAt(before: string): string[] | undefined {
  return suggestionsAt(before, facts)?.options.map(({ label }) => label);
}

test("an opening bracket offers every tag of the vocabulary, each kind of activity with its body", () => {
  const labels = labelsAt("Text <")?.join(" ");
  for (const tag of Object.keys(VOCABULARY)) expect(labels).toContain(`<${tag}>`);
  const templates = suggestionsAt("<Que", facts)?.options.map(({ template }) => template ?? "") ?? [];
  expect(templates.filter((template) => template.startsWith("<Question"))).toHaveLength(2);
});

test("inside a tag stand the attributes that it does not have yet", () => {
  expect(labelsAt('<Cite id="treaty-1990" ')).toEqual(["at"]);
  expect(labelsAt('<Question id="x" outcome="m1.o1" o')).toEqual(["order", "select", "confidence"]);
});

test("a citation offers the sources of the course, then the places of that source", () => {
  expect(labelsAt('A claim.<Cite id="tre')).toContain("treaty-1990");
  expect(suggestionsAt('<Cite id="tre', facts)?.typed).toBe(3);
  expect(labelsAt('<Cite id="treaty-1990" at="')).toContain("Art. 2(1)");
  expect(labelsAt('<Cite id="unheard-of" at="')).toBeUndefined();
});

test("a term offers the glossary in the language of the page", () => {
  const border = suggestionsAt('<Term id="', facts)?.options.find(({ label }) => label === "border");
  expect(border?.detail).toMatch(/[а-яё]/i);
});

test.each([
  { before: '<Callout kind="', offers: "caution" },
  { before: '<Question id="x" outcome="', offers: "m1.o1" },
  { before: '<Question id="x" outcome="m1.o1" order="', offers: "fixed" },
  { before: '<Figure src="', offers: "line.svg" },
  { before: "See [the lesson](/", offers: `/ru/courses/${COURSE}/first-steps/who-counts` },
  { before: "See [the course](/ru/cour", offers: `/ru/courses/${COURSE}` },
])("$before offers $offers", ({ before, offers }) => {
  expect(labelsAt(before)).toContain(offers);
});

test.each([
  "Plain words",
  '<Cite id="treaty-1990" at="Art. 2(1)" />',
  "1 < 2 ",
  '<Unknown kind="',
  "[words](https://exa",
  "",
])("nothing is offered after %j", (before) => {
  expect(labelsAt(before)).toBeUndefined();
});

test("a name of every object is no tag", () => {
  expect(labelsAt('<Constructor id="')).toBeUndefined();
  expect(labelsAt("<ToString ")).toBeUndefined();
});

test("no template has two fields of one name, which the editor would write together", () => {
  for (const { template = "" } of suggestionsAt("<", facts)?.options ?? []) {
    const names = [...template.matchAll(/#\{([^}]+)\}/g)].map(([, name]) => name);
    expect(new Set(names).size, template).toBe(names.length);
  }
});
