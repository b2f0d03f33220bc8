import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { answerActivity } from "#app/commands/answer-activity.server.ts";
import type { Services } from "#app/commands/services.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { newestAnswersOf } from "#app/store/answers.server.ts";
import { listPlacesOf } from "#app/store/progress.server.ts";
import { activityOf, course, fields, learningInstallation, lessonOf, module } from "./learning.ts";

const lesson = lessonOf("words-that-matter");
const foreign = { ok: false, problems: [{ code: "answer-foreign" }] };

function answer(
  services: Services,
  accountId: string,
  given: { chosen?: string; activityId?: string; answerId?: string; lessonId?: string; language?: Language } = {},
) {
  const { chosen, activityId = "wages-after-return", answerId = randomUUID(), lessonId, language = "en" } = given;
  return answerActivity(services, {
    accountId,
    course,
    module,
    lesson: lessonId ? lessonOf(lessonId) : lesson,
    activityId,
    answerId,
    fields: fields(...(chosen ? [[`${activityId}.answer`, chosen] as [string, string]] : [])),
    language,
  });
}

const stored = (services: Services, accountId: string) =>
  services.store.read((db) => newestAnswersOf(db, { accountId, courseId: course.id, lessonId: lesson.id }));

test("an answer is graded, kept with its version and language, and told with the key", async () => {
  const { services, learner, clock } = await learningInstallation();
  const { key, version } = activityOf("wages-after-return");
  const answerId = randomUUID();
  expect(await answer(services, learner.id, { chosen: "a", answerId, language: "be" })).toEqual({
    ok: true,
    value: { response: "a", graded: { key, grade: { score: 1, marks: { a: "right" } }, confidence: null } },
  });
  expect(await stored(services, learner.id)).toEqual([
    {
      id: answerId,
      accountId: learner.id,
      courseId: course.id,
      lessonId: lesson.id,
      activityId: "wages-after-return",
      version,
      response: "a",
      scorePermille: 1000,
      confidence: null,
      language: "be",
      answeredAt: clock.now,
    },
  ]);
});

test("the same choice gets the same grade in every language", async () => {
  const { services, learner } = await learningInstallation();
  const grades = [];
  for (const language of LANGUAGES) {
    const answered = await answer(services, learner.id, { chosen: "b", language });
    grades.push(answered.ok ? answered.value.graded?.grade : null);
  }
  expect(grades).toEqual(grades.map(() => ({ score: 0, marks: { b: "wrong", a: "missed" } })));
});

test("an answerId that is sent again counts once, and what was stored first is answered", async () => {
  const { services, learner, clock } = await learningInstallation();
  const answerId = randomUUID();
  const first = await answer(services, learner.id, { chosen: "b", answerId });
  clock.now += 1000;
  expect(await answer(services, learner.id, { chosen: "b", answerId })).toEqual(first);
  expect(await answer(services, learner.id, { chosen: "a", answerId })).toEqual(first);
  expect(await stored(services, learner.id)).toMatchObject([{ response: "b", answeredAt: clock.now - 1000 }]);
});

test("an answer that is sent thirty times at once counts once", async () => {
  const { services, learner } = await learningInstallation();
  const answerId = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) => answer(services, learner.id, { chosen: index % 2 ? "a" : "b", answerId })),
  );
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true });
});

test("an answerId that belongs to somebody else is refused and tells nothing of their answer", async () => {
  const { services, learner, person } = await learningInstallation();
  const other = await person("olga@example.org");
  const answerId = randomUUID();
  await answer(services, other.id, { chosen: "a", answerId });
  expect(await answer(services, learner.id, { chosen: "b", answerId })).toEqual(foreign);
  expect(await stored(services, learner.id)).toEqual([]);
  expect(await stored(services, other.id)).toMatchObject([{ response: "a" }]);
});

test("an answerId of another activity is refused", async () => {
  const { services, learner } = await learningInstallation();
  const answerId = randomUUID();
  await answer(services, learner.id, { chosen: "a", answerId });
  expect(await answer(services, learner.id, { chosen: "a", answerId, activityId: "rewrite-the-report" })).toEqual(
    foreign,
  );
});

test.each([
  ["of another lesson", { activityId: "guess-services" }],
  ["of the quiz, whose key would be told", { activityId: "m1-01" }],
  ["that nobody wrote", { activityId: "constructor" }],
])("answering an activity %s is refused", async (_name, given) => {
  const { services, learner } = await learningInstallation();
  expect(await answer(services, learner.id, { chosen: "a", ...given })).toEqual(foreign);
});

test.each(["", "1", "../../etc/passwd", `${"a".repeat(36)}a`, "A".repeat(36)])(
  "an answerId of another form (%j) is refused",
  async (answerId) => {
    const { services, learner } = await learningInstallation();
    expect(await answer(services, learner.id, { chosen: "a", answerId })).toEqual(foreign);
  },
);

test("without a choice, or with one that the question does not have, nothing is kept", async () => {
  const { services, learner, flushPlaces } = await learningInstallation();
  const empty = { ok: false, problems: [{ code: "answer-empty" }] };
  expect(await answer(services, learner.id)).toEqual(empty);
  expect(await answer(services, learner.id, { chosen: "z" })).toEqual(empty);
  expect(await stored(services, learner.id)).toEqual([]);
  await flushPlaces();
  const owner = { accountId: learner.id, courseId: course.id };
  expect(await services.store.read((db) => listPlacesOf(db, owner))).toEqual([]);
});

test("part of a match is graded by its part", async () => {
  const { services, learner } = await learningInstallation();
  const activityId = "question-behind-the-word";
  const answered = await answerActivity(services, {
    accountId: learner.id,
    course,
    module,
    lesson,
    activityId,
    answerId: randomUUID(),
    fields: fields(
      [`${activityId}.answer.r1`, "a2"],
      [`${activityId}.answer.r2`, "a1"],
      [`${activityId}.answer.r3`, ""],
    ),
    language: "ru",
  });
  expect(answered).toMatchObject({
    value: {
      response: { r1: "a2", r2: "a1" },
      graded: { grade: { score: 0.25, marks: { r1: "right", r2: "wrong", r3: "missed" } } },
    },
  });
  expect(await stored(services, learner.id)).toMatchObject([{ scorePermille: 250 }]);
});

test("“continue” leads to the activity that was answered last", async () => {
  const { services, learner, flushPlaces, clock } = await learningInstallation();
  await answer(services, learner.id, { chosen: "a" });
  await flushPlaces();
  const owner = { accountId: learner.id, courseId: course.id };
  expect(await services.store.read((db) => listPlacesOf(db, owner))).toMatchObject([
    { moduleId: module.id, lessonId: lesson.id, anchor: "wages-after-return", seenAt: clock.now },
  ]);
});
