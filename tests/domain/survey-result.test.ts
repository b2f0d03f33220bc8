import fc from "fast-check";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import {
  countSurvey,
  FEWEST_PEOPLE,
  PEOPLE_STEP,
  SURVEY_CHOICES,
  type SurveyAnswer,
  type SurveyGroup,
} from "#app/domain/survey-result.ts";

const IDS = ["r1", "r2"];

const marks = fc
  .record({ r1: fc.constantFrom(...SURVEY_CHOICES), r2: fc.constantFrom(...SURVEY_CHOICES) }, { requiredKeys: [] })
  .map((chosen) => ({ ...chosen }) as SurveyAnswer["marks"]);
const answers = fc.array(
  fc.record({
    person: fc.integer({ min: 1, max: 40 }).map((number) => `p${number}`),
    language: fc.constantFrom(...LANGUAGES),
    marks,
  }),
  { maxLength: 160 },
);

function answersOf(language: Language, people: number, from = 0, mark: "1" | "5" = "5"): SurveyAnswer[] {
  return Array.from({ length: people }, (_, at) => ({
    person: `${language}${from + at}`,
    language,
    marks: { r1: mark, r2: mark },
  }));
}

function groupsOf(given: readonly SurveyAnswer[]): { name: string; group: SurveyGroup }[] {
  const { all, languages } = countSurvey(given, IDS);
  return [
    ...(all ? [{ name: "all", group: all }] : []),
    ...languages.map(({ language, group }) => ({ name: language, group })),
  ];
}

test("nothing is shown of fewer than ten people, and people count in fives", () => {
  fc.assert(
    fc.property(answers, (given) => {
      const { all, languages } = countSurvey(given, IDS);
      for (const { group } of groupsOf(given)) {
        expect(group.people).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
        expect(group.people % PEOPLE_STEP).toBe(0);
        for (const { counts } of group.statements) {
          if (!counts) continue;
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(group.people);
          expect(group.people - counts.none).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
        }
      }
      if (!all) expect(languages).toEqual([]);
      const people = new Set(given.map(({ person }) => person)).size;
      if (people < FEWEST_PEOPLE) expect(all).toBeNull();
      expect(all?.people ?? 0).toBeLessThanOrEqual(people);
    }),
  );
});

test("what is left when languages are taken from all is nobody, or ten people and more", () => {
  fc.assert(
    fc.property(answers, (given) => {
      const { all, languages } = countSurvey(given, IDS);
      const rest = (all?.people ?? 0) - languages.reduce((sum, { group }) => sum + group.people, 0);
      expect(rest === 0 || rest >= FEWEST_PEOPLE).toBe(true);
    }),
  );
});

test("one more answer changes nothing, or completes five people of its language", () => {
  fc.assert(
    fc.property(answers, fc.constantFrom(...LANGUAGES), marks, (given, language, own) => {
      const before = countSurvey(given, IDS);
      const someone = { person: given[0]?.person ?? "p1", language, marks: own };
      expect(countSurvey([...given, someone], IDS), "a changed answer waits for the next five").toEqual(
        given.length === 0 ? { all: null, languages: [] } : before,
      );
      const after = countSurvey([...given, { person: "newcomer", language, marks: own }], IDS);
      const grown = (after.all?.people ?? 0) - (before.all?.people ?? 0);
      if (grown === 0) expect(after).toEqual(before);
      else expect(before.all ? grown : grown - FEWEST_PEOPLE).toBeGreaterThanOrEqual(before.all ? PEOPLE_STEP : 0);
    }),
  );
});

test("who changes an answer counts once, with the newest that the step holds", () => {
  const first = answersOf("ru", 10, 0, "1");
  const changed = answersOf("ru", 1, 0, "5");
  const counts = (given: SurveyAnswer[]) => countSurvey(given, IDS).all?.statements[0]?.counts;
  expect(counts([...first, ...changed])).toMatchObject({ "1": 10, "5": 0 });
  expect(counts([...first, ...changed, ...answersOf("ru", 4, 10, "1")])).toMatchObject({ "1": 10, "5": 0 });
  expect(counts([...first, ...changed, ...answersOf("ru", 5, 10, "1")])).toMatchObject({ "1": 14, "5": 1 });
});

test("a small language is left out, and the smallest large one with it", () => {
  const shown = (en: number, ru: number, be: number) => {
    const given = [...answersOf("en", en), ...answersOf("ru", ru), ...answersOf("be", be)];
    return groupsOf(given).map(({ name, group }) => `${name} ${group.people}`);
  };
  expect(shown(9, 4, 4)).toEqual([]);
  expect(shown(10, 0, 0)).toEqual(["all 10", "en 10"]);
  expect(shown(10, 19, 4)).toEqual(["all 25", "en 10", "ru 15"]);
  expect(shown(10, 19, 5)).toEqual(["all 30", "ru 15"]);
  expect(shown(5, 5, 5)).toEqual(["all 15"]);
  expect(shown(5, 12, 9)).toEqual(["all 20", "ru 10"]);
});

test("somebody who goes on in another language stays with those among whom they began", () => {
  const given = [...answersOf("be", 10), { ...answersOf("be", 1)[0], language: "en" } as SurveyAnswer];
  expect(groupsOf(given).map(({ name }) => name)).toEqual(["all", "be"]);
});

test("a statement that few have judged is not shown, and one left open counts as no answer", () => {
  const given = answersOf("en", 10).map((answer, at) => (at < 9 ? answer : { ...answer, marks: { r1: "3" as const } }));
  const { all } = countSurvey(given, [...IDS, "r3"]);
  expect(all?.statements.map(({ counts }) => counts?.none ?? null)).toEqual([0, null, null]);
});

test("ids that an object inherits are no answers", () => {
  const { all } = countSurvey(answersOf("en", 10), ["constructor", "r1"]);
  expect(all?.statements.map(({ counts }) => counts?.["5"] ?? null)).toEqual([null, 10]);
});
