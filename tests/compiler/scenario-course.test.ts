import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readContent } from "#app/compiler/read-content.ts";
import { courseWith, FIXTURES, faultsWith, problemsWith } from "./fixtures.ts";

const BRANCHING = path.join(FIXTURES, "kinds/sample/pieces/branching");
const LESSON = "first-steps/who-counts";

/** The scenario of the sample course at the end of the healthy course's lesson, in each language. */
function withScenario(change: (text: string, language: string) => string = (text) => text) {
  return Object.fromEntries(
    ["en", "ru", "be"].map((language) => {
      const page = readFileSync(path.join(BRANCHING, `${language}.mdx`), "utf8");
      const scenario = page.slice(page.indexOf("<Scenario"));
      return [`${LESSON}/${language}.mdx`, (text: string) => `${text}\n${change(scenario, language)}`];
    }),
  );
}

test("a scenario in three languages is one activity with one graph, no key and no feedback", () => {
  const root = courseWith(withScenario());
  const { courses, problems } = readContent(root);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const record = courses[0]?.activities.find(({ kind }) => kind === "scenario");
  expect(record?.key).toBeNull();
  expect(record?.feedback.be).toEqual({ parts: {}, explanation: [] });
  const graphs = Object.values(record?.public ?? {}).map((activity) =>
    JSON.stringify(
      (activity as unknown as { scenes: { ways: { to: string; effects: number[] }[] }[] }).scenes.map(({ ways }) =>
        ways.map(({ to, effects }) => [to, effects]),
      ),
    ),
  );
  expect(new Set(graphs).size).toBe(1);
});

test("a translation in which a choice leads elsewhere, or moves a meter otherwise, is named", () => {
  const russian = (from: string, to: string) =>
    faultsWith(withScenario((text, language) => (language === "ru" ? text.replace(from, to) : text)));
  expect(russian("→ В кладовой (доверие +)", "→ Всё хорошо (доверие +)")).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/ru.mdx:92:1  scene-unreached  No way leads from the first scene to “В кладовой” of <Scenario id="laundry">. → Let a choice lead there, or take the scene out.",
    ]
  `);
  expect(russian("(факты −)", "(факты +)")).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/ru.mdx:67:1  parity-ways  "laundry" has other ways on, or other effects, here than at first-steps/who-counts/en.mdx:67. → Keep the order of scenes and choices; let each lead to the same scene, with the same effects.",
    ]
  `);
  expect(russian("→ Обещание (факты −)", "→ Всё хорошо (факты −)")).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/ru.mdx:67:1  parity-ways  "laundry" has other ways on, or other effects, here than at first-steps/who-counts/en.mdx:67. → Keep the order of scenes and choices; let each lead to the same scene, with the same effects.",
    ]
  `);
});

test("a translation that lacks a choice or a meter is named", () => {
  const russian = (from: RegExp, to: string) =>
    faultsWith(withScenario((text, language) => (language === "ru" ? text.replace(from, to) : text))).filter((line) =>
      line.includes("  parity-parts  "),
    );
  expect(russian(/- Громко[\s\S]*?\n\n/, "\n")).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/ru.mdx:67:1  parity-parts  "laundry" has another number of choices (8, not 9) here than at first-steps/who-counts/en.mdx:67. → Give both the same, in the same order.",
    ]
  `);
  expect(russian(/ note="[^"]*"/, "")).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/ru.mdx:67:1  parity-parts  "laundry" has another number of content notes (0, not 1) here than at first-steps/who-counts/en.mdx:67. → Give both the same, in the same order.",
    ]
  `);
});

test("a quiz refuses what is never graded", () => {
  const scenario = readFileSync(path.join(BRANCHING, "en.mdx"), "utf8").replace(/[\s\S]*?(?=<Scenario)/, "");
  expect(
    problemsWith({ "first-steps/quiz/en.mdx": (text) => `${text}\n${scenario}` }).filter((line) =>
      line.includes("  quiz-not-graded  "),
    ),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/quiz/en.mdx:24:1  quiz-not-graded  <Scenario id="laundry"> is never graded. → Move it into a lesson: a quiz asks questions.",
    ]
  `);
});
