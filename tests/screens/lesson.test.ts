import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { plainText } from "#app/domain/rich-text.ts";
import { action, loader } from "#app/screens/learn/lesson.tsx";
import { listCompletionsOf } from "#app/store/progress.server.ts";
import { activityOf, course, learningInstallation, lessonOf, module } from "../commands/learning.ts";
import { asking, thrown } from "./asking.ts";

const lesson = lessonOf("words-that-matter");
const ACTIVITY = "wages-after-return";

async function reading() {
  const installation = await learningInstallation();
  const { services, learner } = installation;
  const { get, post, signedIn } = asking(services);
  const cookie = await signedIn(learner.id);
  const address = (lang: Language) => `/${lang}/courses/${course.id}/${module.id}/${lesson.id}`;
  const params = (lang: Language, lessonId = lesson.id) => ({
    lang,
    course: course.id,
    module: module.id,
    lesson: lessonId,
  });
  return {
    ...installation,
    address,
    load: (lang: Language = "en", query = "") => loader(get(address(lang) + query, params(lang), cookie)),
    send: (pairs: [string, string][], lessonId?: string) =>
      action(post(address("en"), params("en", lessonId), cookie, pairs)),
    asStranger: () => loader(get(address("en"), params("en"))),
  };
}

function answering(chosen: string | null, intent = "answer"): [string, string][] {
  const pairs: [string, string][] = [
    ["activity", ACTIVITY],
    ["answerId", randomUUID()],
    ["intent", intent],
  ];
  return chosen === null ? pairs : [...pairs, [`${ACTIVITY}.answer`, chosen]];
}

test("before an answer, neither key nor reasons leave the server", async () => {
  const { load } = await reading();
  for (const language of LANGUAGES) {
    const { activities } = await load(language);
    expect(Object.values(activities).map((state) => state.review)).toEqual([null, null, null]);
    const sent = JSON.stringify(activities);
    expect(sent).not.toContain('"key"');
    for (const id of lesson.activities) {
      for (const nodes of Object.values(activityOf(id).feedback[language].parts)) {
        expect(sent).not.toContain(plainText(nodes).trim().slice(0, 40));
      }
    }
  }
});

test("without script, an answer leads back to its place, and there to its reasons, in every language", async () => {
  const { send, load, address } = await reading();
  const answer = await send(answering("b"));
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, `${address("en")}#${ACTIVITY}`]);
  for (const language of LANGUAGES) {
    expect((await load(language)).activities[ACTIVITY]).toMatchObject({
      response: "b",
      review: { response: "b", grade: { score: 0 }, feedback: activityOf(ACTIVITY).feedback[language] },
    });
  }
});

test("“answer again” opens the question with the earlier answer in it, without its key", async () => {
  const { send, load } = await reading();
  await send(answering("b"));
  expect((await load("en", `?again=${ACTIVITY}`)).activities[ACTIVITY]).toMatchObject({ response: "b", review: null });
});

test("without a choice, the page says at the question what is missing", async () => {
  const { send, load, address } = await reading();
  const answer = await send(answering(null));
  expect(answer.headers.get("Location")).toBe(`${address("en")}?empty=${ACTIVITY}#${ACTIVITY}`);
  expect((await load("en", `?empty=${ACTIVITY}`)).problemAt).toBe(ACTIVITY);
});

test("the order of the options is the learner's own and stays the same on every visit and in every language", async () => {
  const { load } = await reading();
  const orders: string[][][] = [];
  for (const language of [...LANGUAGES, "en" as const]) {
    const { activities } = await load(language);
    orders.push(Object.values(activities).map((state) => state.order));
  }
  expect(orders[0]?.[0]).toHaveLength(4);
  expect(orders).toEqual(orders.map(() => orders[0]));
});

test("an answer to an activity of another lesson does not exist", async () => {
  const { send } = await reading();
  expect((await thrown(send(answering("a"), "world-in-figures"))).status).toBe(404);
});

test("“I have read this lesson” marks it as done and leads on; the last lesson leads to the quiz", async () => {
  const { send, load, services, learner } = await reading();
  expect(await load()).toMatchObject({ done: false });
  const answer = await send([["intent", "complete"]]);
  expect(answer.headers.get("Location")).toBe(`/en/courses/${course.id}/${module.id}/${module.lessons[1]?.id}`);
  expect(await load("be")).toMatchObject({ done: true });
  const last = await send([["intent", "complete"]], module.lessons.at(-1)?.id);
  expect(last.headers.get("Location")).toBe(`/en/courses/${course.id}/${module.id}/quiz`);
  const owner = { accountId: learner.id, courseId: course.id };
  expect(await services.store.read((db) => listCompletionsOf(db, owner))).toHaveLength(2);
});

test("a finished lesson that has changed says so with the questions that cover it, until it is read to its end again", async () => {
  const { send, load } = await reading();
  await send([["intent", "complete"]]);
  expect(await load()).toMatchObject({ done: true, changed: null });
  const before = { ...lesson };
  onTestFinished(() => {
    for (const key of Object.keys(lesson)) if (!(key in before)) delete lesson[key as "revision"];
    Object.assign(lesson, before);
  });
  Object.assign(lesson, { revision: 2, materialRevision: 1 });
  expect(await load()).toMatchObject({ done: true, changed: null });
  Object.assign(lesson, { revision: 3, materialRevision: 3, materialQuestions: [ACTIVITY] });
  for (const language of LANGUAGES) {
    const asked = plainText(activityOf(ACTIVITY).public[language].stem).trim();
    expect(await load(language)).toMatchObject({
      done: true,
      revision: 3,
      changed: { questions: [{ id: ACTIVITY, text: asked }] },
    });
  }
  await send(answering("a"));
  expect(await load()).toMatchObject({ done: true, changed: { questions: [{ id: ACTIVITY }] } });
  for (const revision of ["2", "3", "3"]) {
    const answer = await send([
      ["intent", "complete"],
      ["revision", revision],
    ]);
    expect(answer.status).toBe(303);
    expect((await load()).changed === null).toBe(revision === "3");
  }
});

test("a lesson asks who is reading", async () => {
  const { asStranger } = await reading();
  expect((await thrown(asStranger())).headers.get("Location")).toContain("/en/account/sign-in?next=");
});
