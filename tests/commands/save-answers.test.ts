import { expect, test } from "vitest";
import { saveAnswers } from "#app/commands/save-answers.server.ts";
import type { Services } from "#app/commands/services.ts";
import { submitAttempt } from "#app/commands/submit-attempt.server.ts";
import type { Language } from "#app/domain/language.ts";
import { listAnswersOf } from "#app/store/attempts.server.ts";
import { attemptWith, course, fields, learningInstallation, responsesOf } from "./learning.ts";

/** One of each kind: a single choice, a choice of several, a match. */
const ITEMS = ["m1-01", "m1-06", "m1-02"];
const accepted = { ok: true, value: {} };

async function underWay() {
  const installation = await learningInstallation();
  const { services, learner } = installation;
  const attemptId = await attemptWith(services, learner.id, ITEMS);
  return { ...installation, attemptId, save: saving(services, learner.id, attemptId) };
}

function saving(services: Services, accountId: string, attemptId: string) {
  return (
    itemIds: string | string[],
    pairs: [string, string][],
    { seq = 1, language = "en" }: { seq?: number; language?: Language } = {},
  ) =>
    saveAnswers(services, { accountId, attemptId, itemIds: [itemIds].flat(), fields: fields(...pairs), seq, language });
}

test("an answer is stored when it is acknowledged", async () => {
  const { services, learner, attemptId, save, clock } = await underWay();
  expect(await save("m1-01", [["m1-01.answer", "a"]], { seq: 5, language: "ru" })).toEqual(accepted);
  const answers = await services.store.read((db) => listAnswersOf(db, { accountId: learner.id, attemptId }));
  expect(answers).toMatchObject([{ itemId: "m1-01", response: "a", seq: 5, language: "ru", answeredAt: clock.now }]);
});

test("answers survive a language switch in mid-quiz and are graded together", async () => {
  const { services, learner, attemptId, save } = await underWay();
  await save("m1-01", [["m1-01.answer", "a"]], { language: "en" });
  await save(
    "m1-06",
    ["a", "d", "e"].map((id) => ["m1-06.answer", id]),
    { language: "ru" },
  );
  const pairs: [string, string][] = [
    ["m1-02.answer.r1", "a2"],
    ["m1-02.answer.r2", "a5"],
    ["m1-02.answer.r3", "a4"],
    ["m1-02.answer.r4", "a3"],
  ];
  await save("m1-02", pairs, { language: "be" });
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({
    "m1-01": "a",
    "m1-06": ["a", "d", "e"],
    "m1-02": { r1: "a2", r2: "a5", r3: "a4", r4: "a3" },
  });
  expect(await submitAttempt(services, { accountId: learner.id, course, attemptId })).toEqual({
    ok: true,
    value: { scorePermille: 1000, passed: true },
  });
});

test("an older answer never overwrites a newer one, whichever arrives last", async () => {
  const { services, learner, attemptId, save } = await underWay();
  await save("m1-01", [["m1-01.answer", "b"]], { seq: 20 });
  await save("m1-01", [["m1-01.answer", "a"]], { seq: 10 });
  await save("m1-01", [], { seq: 19 });
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({ "m1-01": "b" });
  await save("m1-01", [["m1-01.answer", "c"]], { seq: 21 });
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({ "m1-01": "c" });
});

test("of many answers that arrive at once in any order, the newest stays", async () => {
  const { services, learner, attemptId, save } = await underWay();
  const seqs = [3, 9, 1, 10, 2, 8, 7, 4, 6, 5];
  await Promise.all(seqs.map((seq) => save("m1-01", [["m1-01.answer", seq === 10 ? "d" : "a"]], { seq })));
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({ "m1-01": "d" });
});

test("taking every tick back is an answer too: it is kept as nothing", async () => {
  const { services, learner, attemptId, save } = await underWay();
  await save(
    "m1-06",
    [
      ["m1-06.answer", "a"],
      ["m1-06.answer", "d"],
    ],
    { seq: 1 },
  );
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({ "m1-06": ["a", "d"] });
  expect(await save("m1-06", [], { seq: 2 })).toEqual(accepted);
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({ "m1-06": null });
});

test("a match whose lines are all set back to “choose” is kept as nothing", async () => {
  const { services, learner, attemptId, save } = await underWay();
  await save("m1-02", [["m1-02.answer.r1", "a2"]], { seq: 1 });
  await save(
    "m1-02",
    [
      ["m1-02.answer.r1", ""],
      ["m1-02.answer.r2", ""],
    ],
    { seq: 2 },
  );
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({ "m1-02": null });
});

test("items that were not sent stay as they are", async () => {
  const { services, learner, attemptId, save } = await underWay();
  await save("m1-01", [["m1-01.answer", "a"]], { seq: 1 });
  await save(
    "m1-06",
    [
      ["m1-01.answer", "b"],
      ["m1-06.answer", "a"],
    ],
    { seq: 2 },
  );
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({ "m1-01": "a", "m1-06": ["a"] });
});

test.each(["m1-03", "wages-after-return", "constructor"])(
  "an item that was not drawn is refused: %s",
  async (itemId) => {
    const { services, learner, attemptId, save } = await underWay();
    expect(await save(itemId, [[`${itemId}.answer`, "a"]])).toEqual({
      ok: false,
      problems: [{ code: "answer-foreign" }],
    });
    expect(await responsesOf(services, learner.id, attemptId)).toEqual({});
  },
);

test("a form with an item that was not drawn is refused whole: a refusal keeps nothing", async () => {
  const { services, learner, attemptId, save } = await underWay();
  const refused = await save(
    ["m1-01", "m1-03"],
    [
      ["m1-01.answer", "a"],
      ["m1-03.answer", "d"],
    ],
  );
  expect(refused).toEqual({ ok: false, problems: [{ code: "answer-foreign" }] });
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({});
});

test("an attempt of somebody else is refused as one that does not exist", async () => {
  const { services, learner, attemptId, person } = await underWay();
  const other = await person("olga@example.org");
  const foreign = { ok: false, problems: [{ code: "answer-foreign" }] };
  expect(await saving(services, other.id, attemptId)("m1-01", [["m1-01.answer", "a"]])).toEqual(foreign);
  expect(await saving(services, other.id, "nothing")("m1-01", [["m1-01.answer", "a"]])).toEqual(foreign);
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({});
});

test("nothing is saved after hand-in", async () => {
  const { services, learner, attemptId, save } = await underWay();
  await save("m1-01", [["m1-01.answer", "b"]], { seq: 1 });
  await submitAttempt(services, { accountId: learner.id, course, attemptId });
  const closed = { ok: false, problems: [{ code: "attempt-closed" }] };
  expect(await save("m1-01", [["m1-01.answer", "a"]], { seq: 2 })).toEqual(closed);
  expect(await save("m1-06", [["m1-06.answer", "a"]], { seq: 2 })).toEqual(closed);
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({ "m1-01": "b" });
});
