import { expect, test } from "vitest";
import { words as be } from "#app/studio/browser/words/be.ts";
import { words as en } from "#app/studio/browser/words/en.ts";
import { words as ru } from "#app/studio/browser/words/ru.ts";

test("every word of the studio is there in all three languages, and none was left in English", () => {
  for (const words of [ru, be]) {
    expect(Object.keys(words)).toEqual(Object.keys(en));
    for (const [key, word] of Object.entries(words)) {
      if (typeof word === "string") expect(word, key).toMatch(/[а-яёіў]/i);
    }
  }
  expect(Object.keys(be.searchPhrases)).toEqual(Object.keys(ru.searchPhrases));
});

test("numbers are counted as each language counts them", () => {
  expect([1, 2, 5, 21].map(en.problems)).toEqual(["1 problem", "2 problems", "5 problems", "21 problems"]);
  expect([1, 2, 5, 21].map(ru.problems)).toEqual(["1 замечание", "2 замечания", "5 замечаний", "21 замечание"]);
  expect([1, 2, 5, 11, 22].map(be.problems)).toEqual(["1 заўвага", "2 заўвагі", "5 заўваг", "11 заўваг", "22 заўвагі"]);
});

test("Belarusian words keep its letters and apostrophe", () => {
  const all = JSON.stringify(be);
  expect(all).not.toMatch(/[ищъ]/i);
});
