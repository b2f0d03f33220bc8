import { expect, test } from "vitest";
import type { ShortKey } from "#app/activities/short/definition.ts";
import type { SpotKey } from "#app/activities/spot/definition.ts";
import { saveAnswers } from "#app/commands/save-answers.server.ts";
import { submitAttempt } from "#app/commands/submit-attempt.server.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { type Language, LANGUAGES } from "#app/domain/language.ts";
import { problemOf } from "#app/screens/learn/activity-states.server.ts";
import { keepActivityVersions } from "#app/store/activity-versions.server.ts";
import { courseWith } from "../compiler/fixtures.ts";
import { typedAndSpot } from "../fixtures/typed-and-spot.ts";
import { attemptWith, course, fields, learningInstallation, responsesOf } from "./learning.ts";

/** The three kinds as the compiler makes them of their pages. */
function records() {
  const edit = (language: Language) => (text: string) => text + typedAndSpot(language);
  const { courses, problems } = readContent(
    courseWith(Object.fromEntries(LANGUAGES.map((language) => [`first-steps/quiz/${language}.mdx`, edit(language)]))),
  );
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const found = courses[0]?.activities.filter(({ id }) => ["q-fee", "q-word", "q-advert"].includes(id)) ?? [];
  const [fee, word, advert, ...others] = found;
  if (!fee || !word || !advert || others.length > 0) throw new Error("these are not the three kinds");
  return { fee, word, advert, faults: (advert.key as SpotKey).faults };
}

async function underWay() {
  const { services, learner } = await learningInstallation();
  const made = records();
  const kept = [made.fee, made.word, made.advert];
  await services.store.write((tx) => keepActivityVersions(tx, kept));
  const items = kept.map(({ id, kind, version, key }) => ({ itemId: id, kind, version, order: [], key }));
  const attemptId = await attemptWith(services, learner.id, items);
  let seq = 0;
  const save = (language: Language, itemIds: string[], ...pairs: [string, string][]) => {
    seq += 1;
    return saveAnswers(services, {
      accountId: learner.id,
      attemptId,
      itemIds,
      fields: fields(...pairs),
      seq,
      language,
    });
  };
  const submit = () => submitAttempt(services, { accountId: learner.id, course, attemptId });
  return {
    ...made,
    save,
    submit,
    responses: () => responsesOf(services, learner.id, attemptId),
  };
}

test("the key of a short answer holds the wordings of all languages, the others are the same in each", () => {
  const { fee, word, advert, faults } = records();
  expect(fee.key).toEqual({
    right: [{ value: 1250.5, tolerance: 1, percent: true }],
    near: [{ value: 1000, tolerance: 0, percent: false }],
  });
  const { wordings } = word.key as ShortKey;
  expect(LANGUAGES.map((language) => wordings[language].right.length)).toEqual([2, 3, 1]);
  expect(faults).toHaveLength(2);
  for (const { public: halves } of [fee, word, advert]) {
    expect(JSON.stringify(halves)).not.toMatch(/REASON|EXPLANATION|stock|поток|1[,. ]?250|fault/);
  }
});

test("a number that cannot be read is kept as it was typed, told at once, and scores nothing", async () => {
  const { save, submit, responses, fee } = await underWay();
  expect(await save("ru", ["q-fee"], ["q-fee.answer", "1.250"])).toEqual({
    ok: true,
    value: { "q-fee": "amount-ambiguous" },
  });
  const { "q-fee": response } = await responses();
  expect(response).toEqual({ text: "1.250", value: null, language: "ru" });
  for (const language of LANGUAGES) expect(problemOf(fee, response, language)).toBe("amount-ambiguous");
  expect(await submit()).toMatchObject({ value: { scorePermille: 0 } });
});

test("a number typed in one language keeps its meaning when the form is sent from the page of another", async () => {
  const { save, submit, responses } = await underWay();
  await save("en", ["q-fee"], ["q-fee.answer", "1,251"]);
  const before = (await responses())["q-fee"];
  await save(
    "ru",
    ["q-fee"],
    ["q-fee.answer", "1,251"],
    ["q-fee.answer.typed", "1,251"],
    ["q-fee.answer.language", "en"],
    ["q-fee.shown", JSON.stringify(before)],
  );
  expect((await responses())["q-fee"]).toEqual({ text: "1,251", value: 1251, language: "en" });
  expect(await submit()).toMatchObject({ value: { scorePermille: 333 } });
});

test("the three kinds are answered in three languages and graded together", async () => {
  const { save, submit, responses, faults } = await underWay();
  await save("be", ["q-fee"], ["q-fee.answer", "1 250,5 бел. руб."]);
  await save("en", ["q-word"], ["q-word.answer", "Контингент мигрантов."]);
  await save("ru", ["q-advert"], ...faults.map((id): [string, string] => ["q-advert.answer", id]));
  expect(await responses()).toEqual({
    "q-fee": { text: "1 250,5 бел. руб.", value: 1250.5, language: "be" },
    "q-word": "Контингент мигрантов.",
    "q-advert": [...faults].sort(),
  });
  expect(await submit()).toMatchObject({ ok: true, value: { scorePermille: 1000, passed: true } });
});

test("an emptied field takes the answer back", async () => {
  const { save, responses } = await underWay();
  await save("en", ["q-fee", "q-word"], ["q-fee.answer", "5"], ["q-word.answer", "stock"]);
  await save("en", ["q-fee", "q-word"], ["q-fee.answer", " "], ["q-fee.answer.typed", "5"], ["q-word.answer", ""]);
  expect(await responses()).toEqual({ "q-fee": null, "q-word": null });
});
