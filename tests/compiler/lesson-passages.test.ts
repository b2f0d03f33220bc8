import { expect, test } from "vitest";
import { lessonPassages } from "#app/compiler/lesson-passages.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { plainText } from "#app/domain/rich-text.ts";

const compiled = readContent("content").courses[0];
if (!compiled) throw new Error("content/ holds no course that compiles");
const { lessons, course } = compiled;

test("every place of every lesson has a name of its own and words, and stands under its section", () => {
  for (const [key, page] of lessons) {
    const places = lessonPassages(page);
    const names = places.map(({ place }) => place);
    expect(new Set(names).size, key).toBe(names.length);
    expect(
      places.filter(({ text }) => text === "" || text.length > 400),
      key,
    ).toEqual([]);
    expect(places.filter(({ place }) => /^s[1-9]\d*$/.test(place)).map(({ text }) => text)).toEqual(
      page.sections.map(({ title }) => title),
    );
    for (const { place, section } of places.filter((one) => /^s\d+\./.test(one.place))) {
      expect(place.startsWith(`${section}.`), `${key} ${place}`).toBe(true);
    }
    const asked = names.filter((name) => !/^s\d/.test(name));
    // Cards have no words in the author's file: a report names the paragraph before them.
    const exhibits = page.exhibits.filter(({ tag }) => tag !== "Cards");
    const pieces = [...page.activities, ...exhibits].map(({ id }) => id);
    expect(asked.toSorted(), key).toEqual(pieces.toSorted());
  }
});

test("the sections and activities of a lesson have the same names in every language", () => {
  const { id: moduleId = "", lessons: own = [] } = course.modules[0] ?? {};
  for (const lesson of own) {
    const [first, ...others] = LANGUAGES.map((language) => {
      const page = lessons.get([course.id, moduleId, lesson.id, language].join("/"));
      return page ? lessonPassages(page).flatMap(({ place }) => (place.includes(".") ? [] : [place])) : [];
    });
    expect(first?.length).toBeGreaterThan(3);
    for (const other of others) expect(other).toEqual(first);
  }
});

test("an activity is told by its question alone, so that no list of places tells an option or a reason", () => {
  for (const [key, page] of lessons) {
    const places = new Map(lessonPassages(page).map(({ place, text }) => [place, text]));
    for (const { id, draft } of page.activities) {
      expect(places.get(id), `${key} ${id}`).toBe(plainText(draft?.public.stem ?? []).replace(/\s+/g, " "));
    }
    const own = new Set(page.activities.map(({ id }) => id));
    const others = page.passages.filter(({ part }) => own.has(part)).map(({ text }) => text);
    const prose = page.passages.filter(({ part }) => !own.has(part)).map(({ text }) => text);
    for (const [place, text] of places) {
      if (!own.has(place))
        expect(
          others.filter((one) => one === text && !prose.includes(one)),
          key,
        ).toEqual([]);
    }
  }
});
