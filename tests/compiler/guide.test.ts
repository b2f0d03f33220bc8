import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ACTIVITY_KINDS, OPEN_KINDS } from "#app/activities/definitions.ts";
import { MAX_LINE, MAX_PAGE_BYTES } from "#app/compiler/check-bounds.ts";
import { CourseSchema } from "#app/compiler/course-schema.ts";
import { gallerySamples } from "#app/compiler/gallery-samples.ts";
import { GlossarySchema } from "#app/compiler/glossary-schema.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { FrontMatterSchema } from "#app/compiler/read-page.ts";
import { SourcesSchema } from "#app/compiler/sources-schema.ts";
import { VOCABULARY } from "#app/compiler/vocabulary.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { differences, keysOf, tableOf } from "./guide-tables.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const guide = readFileSync(path.join(ROOT, "content/README.md"), "utf8");
const { gallery } = readContent("content");
const samples = gallery ? gallerySamples(gallery, "en") : [];

/** The fenced texts of the guide in a language. */
function fences(language: string): string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)\\n\`\`\`$`, "gms"))].map(([, text = ""]) => text);
}

/** The tags of a sample with their attributes. */
function tagsIn(text: string): { name: string; attributes: Map<string, string> }[] {
  return [...text.matchAll(/<([A-Z]\w*)((?:\s+[a-z]+="[^"]*")*)\s*\/?>/g)].map(([, name = "", attributes = ""]) => ({
    name,
    attributes: new Map(
      [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
    ),
  }));
}

test("the gallery has a sample of every tag, with every attribute and every value that it may have", () => {
  const used = samples.flatMap(({ text }) => tagsIn(text));
  const missing = Object.entries(VOCABULARY).flatMap(([tag, { attributes }]) => {
    const own = used.filter(({ name }) => name === tag);
    if (own.length === 0) return [`The gallery has no sample of <${tag}>.`];
    return Object.entries(attributes).flatMap(([name, { values }]) => {
      const written = own.flatMap((one) => one.attributes.get(name) ?? []);
      if (written.length === 0) return [`No sample of <${tag}> has the attribute ${name}.`];
      return (values ?? [])
        .filter((value) => !written.includes(value))
        .map((value) => `No sample of <${tag}> has ${name}="${value}".`);
    });
  });
  expect(missing).toEqual([]);
});

test("the gallery has an activity of every kind, in every language", () => {
  const kinds = new Set(gallery?.activities.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual([...ACTIVITY_KINDS, ...OPEN_KINDS].sort());
  for (const language of LANGUAGES) {
    expect(gallery && gallerySamples(gallery, language).map(({ id }) => id), language).toEqual(
      samples.map(({ id }) => id),
    );
  }
});

test("the guide shows the very samples of the gallery, each of them once", () => {
  expect(fences("mdx")).toEqual(samples.map(({ text }) => text));
});

test("the guide shows the aid of the gallery as it is written", () => {
  const [aid] = gallery?.course.aids ?? [];
  const text = readFileSync(path.join(ROOT, `content/gallery/aids/${aid?.id}/en.mdx`), "utf8");
  expect(fences("markdown")).toEqual([text.trim()]);
});

test("what the guide shows of the data files stands in those of the gallery", () => {
  const files = ["course.yaml", "sources.yaml", "glossary.yaml"].map((name) => ({
    name,
    text: readFileSync(path.join(ROOT, "content/gallery", name), "utf8"),
  }));
  const shown = fences("yaml").map((fence) => files.find(({ text }) => text.includes(fence))?.name ?? fence);
  expect(shown).toEqual(files.map(({ name }) => name));
});

test("the guide's table of tags says what the compiler knows of each: its place, its attributes, their values and its body", () => {
  const rows = tableOf(guide, "| tag | where |");
  expect([...rows.keys()]).toEqual(Object.keys(VOCABULARY));
  const places = {
    text: "in text",
    block: "on its own lines",
    activity: "on its own lines",
    exhibit: "on its own lines",
  };
  const bodies = { none: "none", words: "words", blocks: "Markdown" };
  for (const [tag, { place, attributes, body }] of Object.entries(VOCABULARY)) {
    const [, where = "", listed = "", inside = ""] = rows.get(tag) ?? [];
    expect(where.startsWith(places[place]), `${tag}: where it stands`).toBe(true);
    expect(inside.startsWith(bodies[body]), `${tag}: its body`).toBe(true);
    const wanted = Object.entries(attributes).map(([name, { needed, values }]) => {
      const choice = values ? `: ${values.map((value) => `\`${value}\``).join(", ")}` : "";
      return `\`${name}\`${needed ? "" : " (may be left out)"}${choice}`;
    });
    expect(listed.replace(/ – [^;]*/g, "").split("; "), `${tag}: its attributes`).toEqual(wanted);
  }
});

test.each([
  { table: "front matter", heading: "| field | needed |", keys: keysOf(FrontMatterSchema) },
  { table: "course.yaml", heading: "| `course.yaml` | needed |", keys: keysOf(CourseSchema) },
  { table: "sources.yaml", heading: "| `sources.yaml` | needed |", keys: keysOf(SourcesSchema) },
  { table: "glossary.yaml", heading: "| `glossary.yaml` | needed |", keys: keysOf(GlossarySchema) },
])("the guide's table of $table says what its schema says", ({ heading, keys }) => {
  expect(keys.length).toBeGreaterThan(5);
  expect(differences(keys, tableOf(guide, heading))).toEqual([]);
});

test("the guide's table of activities has each kind, and how it is written", () => {
  const rows = tableOf(guide, "| activity | tag |");
  expect([...rows.keys()]).toEqual([...ACTIVITY_KINDS, ...OPEN_KINDS]);
});

test("the bounds that the guide names are those of the compiler", () => {
  expect(guide).toContain(
    `A page has at most ${MAX_PAGE_BYTES / 1024} KiB, a line ${MAX_LINE.toLocaleString("en")} letters`,
  );
});

test("a difference between a table and a schema is named", () => {
  const rows = tableOf(
    "| key | needed | means |\n|---|---|---|\n| `id` | no | one |\n| `old` | yes | gone |\n",
    "| key |",
  );
  const keys = [
    { name: "id", needed: true, values: ["a", "b"], otherwise: null },
    { name: "fresh", needed: false, values: [], otherwise: "40" },
  ];
  expect(differences(keys, rows)).toEqual([
    'The table has "old", which the schema does not know.',
    '"id" is needed: "no" in the table, "yes" in the schema.',
    'The table lacks the value "a" of "id".',
    'The table lacks the value "b" of "id".',
    'The table lacks "fresh".',
  ]);
});
