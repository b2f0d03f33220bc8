/**
 * What is shown of a survey, and what is not. Nothing is shown that rests on fewer than ten people, and nothing that two looks on different
 * days could be taken apart into fewer than five: the people of each language are taken into account five at a time, in the order in which
 * they first answered, with what they had answered by the moment at which their five became complete. Every figure, in all languages
 * together and in each, is a sum of such fives, so every difference between two figures is one as well.
 */
import { LANGUAGES, type Language } from "./language.ts";

/** The steps of the scale, the lowest first, and the word for those who do not want to say. */
export const SURVEY_CHOICES = ["1", "2", "3", "4", "5", "none"] as const;
export type SurveyChoice = (typeof SURVEY_CHOICES)[number];

/** By id of the statement; a statement that is absent was left open. */
export type SurveyMarks = Record<string, SurveyChoice>;

export interface SurveyAnswer {
  /** Whose it is: used to tell people apart, and never shown. */
  person: string;
  language: Language;
  marks: SurveyMarks;
}

export interface SurveyGroup {
  /** People taken into account: 10 and more, a multiple of five. */
  people: number;
  /** How often each choice was made; null where fewer than ten chose a step. Left open counts as `none`. */
  statements: { id: string; counts: Record<SurveyChoice, number> | null }[];
}

export interface SurveyResult {
  /** All languages together; null when too few have answered. */
  all: SurveyGroup | null;
  /** Only languages that may be shown, in their usual order; a language is that of a person's first answer. */
  languages: { language: Language; group: SurveyGroup }[];
}

export const FEWEST_PEOPLE = 10;
export const PEOPLE_STEP = 5;

/**
 * @param answers every answer ever given, the oldest first; people may have answered several times
 * @param statements ids, in the order in which the result has them
 */
export function countSurvey(answers: readonly SurveyAnswer[], statements: readonly string[]): SurveyResult {
  const counted = LANGUAGES.map((language) => ({ language, marks: completeFives(answers, language) }));
  const everybody = counted.flatMap(({ marks }) => marks);
  if (everybody.length < FEWEST_PEOPLE) return { all: null, languages: [] };
  return {
    all: groupOf(everybody, statements),
    languages: withoutRest(counted).map(({ language, marks }) => ({ language, group: groupOf(marks, statements) })),
  };
}

/** What the people of a language had answered last when their newest complete five was complete. */
function completeFives(answers: readonly SurveyAnswer[], language: Language): SurveyMarks[] {
  const languages = new Map<string, Language>();
  for (const answer of answers) if (!languages.has(answer.person)) languages.set(answer.person, answer.language);
  const seen = new Map<string, SurveyMarks>();
  let complete: SurveyMarks[] = [];
  for (const { person, marks } of answers) {
    if (languages.get(person) !== language) continue;
    const isNew = !seen.has(person);
    seen.set(person, marks);
    if (isNew && seen.size % PEOPLE_STEP === 0) complete = [...seen.values()];
  }
  return complete;
}

/**
 * The languages with enough people. If those that are left out were too few, all less the others would show them: then the smallest that is
 * large enough is left out as well.
 */
function withoutRest<Counted extends { marks: readonly unknown[] }>(counted: readonly Counted[]): Counted[] {
  const size = (groups: readonly Counted[]) => groups.reduce((sum, { marks }) => sum + marks.length, 0);
  const shown = counted.filter(({ marks }) => marks.length >= FEWEST_PEOPLE);
  const rest = size(counted) - size(shown);
  if (rest === 0 || rest >= FEWEST_PEOPLE) return shown;
  const [smallest] = [...shown].sort((a, b) => a.marks.length - b.marks.length);
  return shown.filter((group) => group !== smallest);
}

function groupOf(people: readonly SurveyMarks[], statements: readonly string[]): SurveyGroup {
  return {
    people: people.length,
    statements: statements.map((id) => {
      const counts = { "1": 0, "2": 0, "3": 0, "4": 0, "5": 0, none: 0 };
      for (const marks of people) counts[(Object.hasOwn(marks, id) ? marks[id] : undefined) ?? "none"] += 1;
      return { id, counts: people.length - counts.none < FEWEST_PEOPLE ? null : counts };
    }),
  };
}
