import { expect, test } from "vitest";
import { saveAnswers } from "#app/commands/save-answers.server.ts";
import { submitAttempt } from "#app/commands/submit-attempt.server.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { keepActivityVersions } from "#app/store/activity-versions.server.ts";
import { plainText } from "#app/domain/rich-text.ts";
import { action, loader } from "#app/screens/learn/attempt.tsx";
import {
  activityOf,
  attemptOf,
  attemptWith,
  course,
  fields,
  learningInstallation,
  module,
  responsesOf,
} from "../commands/learning.ts";
import { asking, thrown } from "./asking.ts";

const ITEMS = ["m1-01", "m1-06", "m1-02"];

async function underWay() {
  const installation = await learningInstallation();
  const { services, learner } = installation;
  const attemptId = await attemptWith(services, learner.id, ITEMS);
  const { get, post, signedIn } = asking(services);
  const cookie = await signedIn(learner.id);
  const address = (lang: Language) => `/${lang}/courses/${course.id}/${module.id}/quiz/${attemptId}`;
  const params = (lang: Language) => ({ lang, course: course.id, module: module.id, attempt: attemptId });
  return {
    ...installation,
    attemptId,
    address,
    signedIn,
    load: (lang: Language = "en", as = cookie) => loader(get(address(lang), params(lang), as)),
    /** Sends the form of an untouched page as a browser without script does: markers, what was shown, then what was chosen. */
    send: (pairs: [string, string][], intent: string, { items = ITEMS, as = cookie } = {}) =>
      action(
        post(address("en"), params("en"), as, [
          ...items.flatMap((item): [string, string][] => [
            ["item", item],
            [`${item}.shown`, "null"],
          ]),
          ...pairs,
          ["intent", intent],
        ]),
      ),
  };
}

test("before hand-in, neither key nor reasons leave the server", async () => {
  const { load } = await underWay();
  for (const language of LANGUAGES) {
    const page = await load(language);
    expect(page.items.map((item) => item.review)).toEqual([null, null, null]);
    const sent = JSON.stringify(page);
    expect(sent).not.toContain('"key"');
    for (const id of ITEMS) {
      const { parts, explanation } = activityOf(id).feedback[language];
      const reasons = [...Object.values(parts), explanation].map((nodes) => plainText(nodes).trim().slice(0, 40));
      for (const reason of reasons.filter((text) => text.length > 20)) expect(sent).not.toContain(reason);
    }
  }
});

test("the page is the same in another language: questions, orders and answers", async () => {
  const { services, learner, attemptId, load } = await underWay();
  const given = { accountId: learner.id, attemptId, itemIds: ["m1-06"], seq: 1, language: "ru" as const };
  await saveAnswers(services, { ...given, fields: fields(["m1-06.answer", "d"]) });
  const shapes = [];
  for (const language of LANGUAGES) {
    shapes.push((await load(language)).items.map(({ id, order, response }) => ({ id, order, response })));
  }
  expect(shapes[0]).toMatchObject([{ response: null }, { response: ["d"] }, { response: null }]);
  expect(shapes).toEqual([shapes[0], shapes[0], shapes[0]]);
});

test("the language switch saves what was chosen and keeps the place", async () => {
  const { services, learner, attemptId, send, address } = await underWay();
  const answer = await send([["m1-01.answer", "b"]], "language:be");
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, address("be")]);
  expect(await responsesOf(services, learner.id, attemptId)).toMatchObject({ "m1-01": "b" });
});

test("handing in with open questions is held back, tells how many, and keeps what was chosen", async () => {
  const { services, learner, attemptId, send } = await underWay();
  const answer = await send([["m1-01.answer", "a"]], "submit");
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ unanswered: 2 });
  expect((await attemptOf(services, learner.id, attemptId)).submittedAt).toBeNull();
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({ "m1-01": "a" });
});

test("handing in all the same hands in, and the same form sent again finds the result", async () => {
  const { services, learner, attemptId, send, load, address } = await underWay();
  for (const chosen of ["a", "b"]) {
    const answer = await send([["m1-01.answer", chosen]], "submit-anyway");
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, address("en")]);
  }
  expect(await responsesOf(services, learner.id, attemptId)).toMatchObject({ "m1-01": "a" });
  const page = await load("be");
  expect(page).toMatchObject({ open: false, percent: 33, passed: false });
  expect(page.items[0]?.review).toMatchObject({ grade: { score: 1 }, feedback: activityOf("m1-01").feedback.be });
});

test("a form that was cut off takes no answer back", async () => {
  const { services, learner, attemptId, send, clock } = await underWay();
  await send(
    [
      ["m1-01.answer", "a"],
      ["m1-06.answer", "d"],
    ],
    "save",
  );
  clock.now += 1;
  await send([["m1-01.answer", "b"]], "save", { items: ["m1-01"] });
  expect(await responsesOf(services, learner.id, attemptId)).toMatchObject({ "m1-01": "b", "m1-06": ["d"] });
});

test("a page that was opened earlier does not take back what was answered since on another device", async () => {
  const { services, learner, attemptId, load, send, clock } = await underWay();
  await load();
  clock.now += 60_000;
  const elsewhere = { accountId: learner.id, attemptId, itemIds: ["m1-06"], seq: clock.now, language: "en" as const };
  await saveAnswers(services, { ...elsewhere, fields: fields(["m1-06.answer", "a"], ["m1-06.answer", "d"]) });
  clock.now += 60_000;
  await send([["m1-01.answer", "a"]], "save");
  expect(await responsesOf(services, learner.id, attemptId)).toMatchObject({ "m1-01": "a", "m1-06": ["a", "d"] });
});

test("an attempt of somebody else does not exist, for reading and for writing", async () => {
  const { load, send, signedIn, person, services, learner, attemptId } = await underWay();
  const as = await signedIn((await person("olga@example.org")).id);
  expect((await thrown(load("en", as))).status).toBe(404);
  expect((await thrown(send([["m1-01.answer", "a"]], "submit-anyway", { as }))).status).toBe(404);
  expect((await attemptOf(services, learner.id, attemptId)).submittedAt).toBeNull();
});

test("a handed-in attempt shows what it was: the open questions as not answered", async () => {
  const { services, learner, attemptId, load } = await underWay();
  await submitAttempt(services, { accountId: learner.id, course, attemptId });
  const page = await load();
  expect(page.items.map((item) => [item.response, item.review?.response, item.review?.grade.score])).toEqual([
    [null, null, 0],
    [null, null, 0],
    [null, null, 0],
  ]);
});

test("a question that was reordered in the course since still shows and means what it did when it was drawn", async () => {
  const { services, learner } = await learningInstallation();
  const now = activityOf("m1-01");
  const options = (now.public.en as unknown as { options: { id: string; text: unknown }[] }).options;
  const swapped = options.map((option, index) => ({ ...option, text: options[options.length - 1 - index]?.text }));
  const asItWas = {
    ...now,
    version: "as it was",
    key: { right: "d" },
    public: { ...now.public, en: { ...now.public.en, options: swapped } },
  };
  await services.store.write((tx) => keepActivityVersions(tx, [asItWas]));
  const item = { itemId: "m1-01", kind: "single", version: "as it was", order: [], key: { right: "d" } };
  const attemptId = await attemptWith(services, learner.id, [item]);
  const { get, signedIn } = asking(services);
  const params = { lang: "en", course: course.id, module: module.id, attempt: attemptId };
  const page = await loader(
    get(`/en/courses/${course.id}/${module.id}/quiz/${attemptId}`, params, await signedIn(learner.id)),
  );
  expect(page.items[0]?.activity).toMatchObject({ options: swapped });
});

test("how sure the learner was comes back in every language, and with the result; of no answer it says nothing", async () => {
  const { services, learner } = await learningInstallation();
  const ids = ["two-tables-one-rise", "before-writing-prefer"];
  const attemptId = await attemptWith(services, learner.id, ids);
  const { get, post, signedIn } = asking(services);
  const cookie = await signedIn(learner.id);
  const params = (lang: Language) => ({ lang, course: course.id, module: module.id, attempt: attemptId });
  const address = (lang: Language) => `/${lang}/courses/${course.id}/${module.id}/quiz/${attemptId}`;
  const load = (lang: Language) => loader(get(address(lang), params(lang), cookie));
  const send = (intent: string) =>
    action(
      post(address("en"), params("en"), cookie, [
        ...ids.flatMap((id): [string, string][] => [
          ["item", id],
          [`${id}.shown`, "null"],
          [`${id}.shown.confidence`, ""],
          [`${id}.confidence`, "sure"],
        ]),
        [`${ids[0]}.answer`, "a"],
        ["intent", intent],
      ]),
    );
  expect((await send("language:ru")).headers.get("Location")).toBe(address("ru"));
  for (const language of LANGUAGES) {
    const { items } = await load(language);
    expect(items.map(({ response, confidence }) => [response, confidence])).toEqual([
      ["a", "sure"],
      [null, "sure"],
    ]);
  }
  expect(await (await send("submit")).json()).toMatchObject({ unanswered: 1 });
  await send("submit-anyway");
  const { items } = await load("be");
  expect(items.map(({ review }) => review?.confidence)).toEqual(["sure", null]);
});
