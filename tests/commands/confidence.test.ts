/** How sure learners are is kept with their answers, and moves no score. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { answerActivity } from "#app/commands/answer-activity.server.ts";
import { saveAnswers } from "#app/commands/save-answers.server.ts";
import type { Services } from "#app/commands/services.ts";
import { submitAttempt } from "#app/commands/submit-attempt.server.ts";
import { newestAnswersOf } from "#app/store/answers.server.ts";
import { listAnswersOf } from "#app/store/attempts.server.ts";
import { activityOf, attemptWith, course, fields, learningInstallation, lessonOf, module } from "./learning.ts";

const lesson = lessonOf("reading-data-critically");
/** One answer, and several; both ask. */
const [ONE, SEVERAL] = ["two-tables-one-rise", "before-writing-prefer"] as const;
/** Asks nothing of the kind. */
const SILENT = "m1-01";

function answer(services: Services, accountId: string, pairs: [string, string][], answerId: string = randomUUID()) {
  return answerActivity(services, {
    accountId,
    course,
    module,
    lesson,
    activityId: ONE,
    answerId,
    fields: fields(...pairs),
    language: "be",
  });
}

const stored = (services: Services, accountId: string) =>
  services.store.read((db) => newestAnswersOf(db, { accountId, courseId: course.id, lessonId: lesson.id }));

test.each(["sure", "fairly", "guess"])("an answer in a lesson is kept as %s, and told so", async (said) => {
  const { services, learner } = await learningInstallation();
  const answered = await answer(services, learner.id, [
    [`${ONE}.answer`, "a"],
    [`${ONE}.confidence`, said],
  ]);
  expect(answered).toMatchObject({ ok: true, value: { response: "a", graded: { confidence: said } } });
  expect(await stored(services, learner.id)).toMatchObject([{ response: "a", confidence: said }]);
});

test.each([[], [""], ["certain"], ["sure", "guess"], ["Sure"], ["constructor"]])(
  "whatever else is said of it (%j) is nothing, and the answer counts",
  async (...said) => {
    const { services, learner } = await learningInstallation();
    const pairs = said.map((one): [string, string] => [`${ONE}.confidence`, one]);
    expect(await answer(services, learner.id, [...pairs, [`${ONE}.answer`, "a"]])).toMatchObject({
      ok: true,
      value: { graded: { confidence: null } },
    });
    expect(await stored(services, learner.id)).toMatchObject([{ response: "a", confidence: null }]);
  },
);

test("how sure somebody is, without an answer, is no answer", async () => {
  const { services, learner } = await learningInstallation();
  const empty = { ok: false, problems: [{ code: "answer-empty" }] };
  expect(await answer(services, learner.id, [[`${ONE}.confidence`, "sure"]])).toEqual(empty);
  expect(await stored(services, learner.id)).toEqual([]);
});

test("an answer that is sent again keeps what was said first", async () => {
  const { services, learner } = await learningInstallation();
  const answerId = randomUUID();
  const first: [string, string][] = [
    [`${ONE}.answer`, "a"],
    [`${ONE}.confidence`, "guess"],
  ];
  const answered = await answer(services, learner.id, first, answerId);
  const again: [string, string][] = [
    [`${ONE}.answer`, "b"],
    [`${ONE}.confidence`, "sure"],
  ];
  expect(await answer(services, learner.id, again, answerId)).toEqual(answered);
  expect(await stored(services, learner.id)).toMatchObject([{ response: "a", confidence: "guess" }]);
});

async function underWay() {
  const installation = await learningInstallation();
  const { services, learner } = installation;
  const attemptId = await attemptWith(services, learner.id, [ONE, SEVERAL, SILENT]);
  return {
    ...installation,
    attemptId,
    save: (itemId: string, pairs: [string, string][], seq = 1, language: "en" | "ru" = "en") =>
      saveAnswers(services, {
        accountId: learner.id,
        attemptId,
        itemIds: [itemId],
        fields: fields(...pairs.map(([name, value]): [string, string] => [`${itemId}.${name}`, value])),
        seq,
        language,
      }),
    kept: async () => {
      const answers = await services.store.read((db) => listAnswersOf(db, { accountId: learner.id, attemptId }));
      return Object.fromEntries(answers.map(({ itemId, response, confidence }) => [itemId, [response, confidence]]));
    },
  };
}

test("in a quiz it is saved before the answer, with it, and changed without it", async () => {
  const { save, kept } = await underWay();
  expect(await save(ONE, [["confidence", "sure"]], 1)).toMatchObject({ ok: true });
  expect(await kept()).toEqual({ [ONE]: [null, "sure"] });
  await save(ONE, [...PAIR("b"), ["confidence", "sure"]], 2, "ru");
  await save(ONE, [...PAIR("b"), ["confidence", "guess"]], 3);
  expect(await kept()).toEqual({ [ONE]: ["b", "guess"] });
});

const PAIR = (option: string): [string, string][] => [["answer", option]];

test("an older save changes neither, and one that is sent again is no newer one", async () => {
  const { save, kept } = await underWay();
  await save(ONE, [...PAIR("b"), ["confidence", "sure"]], 20);
  const stale = { ok: false, problems: [{ code: "answer-stale" }] };
  expect(await save(ONE, [...PAIR("b"), ["confidence", "guess"]], 10)).toEqual(stale);
  expect(await save(ONE, [...PAIR("b"), ["confidence", "guess"]], 20)).toEqual(stale);
  expect(await save(ONE, [...PAIR("b"), ["confidence", "sure"]], 20)).toEqual({ ok: true, value: {} });
  expect(await kept()).toEqual({ [ONE]: ["b", "sure"] });
});

test("a page on which nothing was touched keeps what another device has said since; one on which it was changed does not", async () => {
  const { save, kept } = await underWay();
  await save(ONE, [...PAIR("a"), ["confidence", "sure"]], 5);
  const shown: [string, string][] = [
    ["shown", "null"],
    ["shown.confidence", ""],
  ];
  await save(ONE, shown, 6);
  expect(await kept()).toEqual({ [ONE]: ["a", "sure"] });
  const before: [string, string][] = [
    ["shown", '"a"'],
    ["shown.confidence", "sure"],
  ];
  await save(ONE, [...before, ...PAIR("a"), ["confidence", "sure"]], 7);
  expect(await kept()).toEqual({ [ONE]: ["a", "sure"] });
  await save(ONE, [...before, ...PAIR("a"), ["confidence", "guess"]], 8);
  expect(await kept()).toEqual({ [ONE]: ["a", "guess"] });
});

test("a page that was made before it was asked is untouched, too", async () => {
  const { save, kept } = await underWay();
  await save(ONE, [...PAIR("a"), ["confidence", "sure"]], 5);
  await save(ONE, [["shown", "null"]], 6);
  expect(await kept()).toEqual({ [ONE]: ["a", "sure"] });
});

test("a question that does not ask keeps nothing of it", async () => {
  const { save, kept } = await underWay();
  await save(SILENT, [...PAIR("a"), ["confidence", "sure"]]);
  expect(await kept()).toEqual({ [SILENT]: ["a", null] });
});

test("however sure somebody is, an attempt has the same score", async () => {
  const { services, person } = await learningInstallation();
  const [one, several] = [activityOf(ONE), activityOf(SEVERAL)].map(({ public: { en } }) =>
    (en as unknown as { options: { id: string }[] }).options.map(({ id }) => id),
  );
  let count = 0;
  const scoreOf = async (answers: [string, string][]) => {
    count += 1;
    const { id: accountId } = await person(`learner-${count}@example.org`);
    const attemptId = await attemptWith(services, accountId, [ONE, SEVERAL, SILENT]);
    const itemIds = [ONE, SEVERAL, SILENT];
    await saveAnswers(services, { accountId, attemptId, itemIds, fields: fields(...answers), seq: 1, language: "en" });
    return submitAttempt(services, { accountId, course, attemptId });
  };
  const said = fc.constantFrom("sure", "fairly", "guess", "nonsense");
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(one ?? [])),
      fc.subarray(several ?? []),
      fc.tuple(said, said, said),
      async (chosen, ticked, [first, second, third]) => {
        const answers = [
          [`${ONE}.answer`, chosen] as [string, string],
          ...ticked.map((id): [string, string] => [`${SEVERAL}.answer`, id]),
        ];
        const told: [string, string][] = [
          [`${ONE}.confidence`, first],
          [`${SEVERAL}.confidence`, second],
          [`${SILENT}.confidence`, third],
        ];
        expect(await scoreOf([...answers, ...told])).toEqual(await scoreOf(answers));
      },
    ),
    { numRuns: 25 },
  );
});
