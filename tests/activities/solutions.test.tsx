// @vitest-environment jsdom
import { cleanup } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { ActivityRecord } from "#app/activities/activity.ts";
import { ACTIVITY_KINDS, definitionOf, findDefinition } from "#app/activities/definitions.ts";
import { viewOf } from "#app/activities/views.tsx";
import { readContent } from "#app/compiler/read-content.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { plainText } from "#app/domain/rich-text.ts";
import { loadedMessages } from "#app/locales/messages.ts";
import { renderIn } from "../ui/in-language.tsx";

afterEach(cleanup);

const all: ActivityRecord[] = readContent("content").gallery?.activities ?? [];
const activities = all.filter(({ kind }) => findDefinition(kind));
const cases = activities.flatMap((activity) => LANGUAGES.map((language) => ({ activity, id: activity.id, language })));

function solved({ kind, key, feedback }: ActivityRecord, language: Language) {
  const definition = definitionOf(kind);
  const response = definition.solution(key, language);
  return {
    response,
    key,
    grade: definition.grade(key, response),
    feedback: feedback[language],
    solution: true as const,
  };
}

test("every kind has a sample to be solved", () => {
  expect(new Set(activities.map(({ kind }) => kind))).toEqual(new Set(ACTIVITY_KINDS));
});

test.each(cases)("the solution of $id scores 1, in $language", ({ activity, language }) => {
  const { response, grade } = solved(activity, language);
  const { ResponseSchema, problemOf } = definitionOf(activity.kind);
  expect(ResponseSchema.parse(response)).toEqual(response);
  expect(problemOf?.(activity.public[language], response) ?? null).toBeNull();
  expect(grade.score).toBe(1);
});

test.each(cases)("a reviewer sees every reason of $id and no answer of anybody, in $language", async (given) => {
  const { activity, language } = given;
  const review = solved(activity, language);
  await renderIn(language, <span />);
  const View = viewOf(activity.kind);
  const data = activity.public[language];
  const { container } = await renderIn(
    language,
    <View activity={data} order={[]} prefix="q1" response={null} review={review} />,
  );
  const shown = container.textContent ?? "";
  for (const reason of Object.values(review.feedback.parts)) expect(shown).toContain(plainText(reason));
  const { yours, noAnswer, spotHit } = loadedMessages(language).activity;
  for (const words of [yours, noAnswer, spotHit]) expect(shown).not.toContain(String(words));
});
