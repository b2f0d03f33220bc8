import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import type { ActivityRecord } from "#app/activities/activity.ts";
import type { SurveyPublic } from "#app/activities/survey/definition.ts";
import { loader } from "#app/screens/author/surveys.tsx";
import { loader as fileLoader } from "#app/screens/author/surveys-file.ts";
import { appendActivityAnswer } from "#app/store/answers.server.ts";
import { course, lessonOf, module } from "../commands/learning.ts";
import { thrown } from "./asking.ts";
import { authorDesk } from "./author-desk.ts";

const LESSON = lessonOf("words-that-matter");
const ID = LESSON.activities[0] ?? "";
const made: SurveyPublic = {
  kind: "survey",
  id: ID,
  outcome: "m1.o1",
  setting: [],
  stem: ["How far is this true?"],
  ends: ["Not at all", "Fully"],
  statements: [
    { id: "r1", text: ["=It was clear"] },
    { id: "r2", text: ["It was, all in all, long"] },
  ],
  closing: [],
};
const record: ActivityRecord = {
  id: ID,
  kind: "survey",
  version: "v2",
  key: null,
  public: { en: made, ru: made, be: made },
  feedback: {
    en: { parts: {}, explanation: [] },
    ru: { parts: {}, explanation: [] },
    be: { parts: {}, explanation: [] },
  },
};

// The course of this repository has no survey of its own: one activity of it stands as one.
vi.mock(import("#app/catalogue/answer-keys.server.ts"), async (original) => {
  const { findActivity } = await original();
  return {
    findActivity: (courseId, activityId) => (activityId === record.id ? record : findActivity(courseId, activityId)),
  };
});

async function desk() {
  const installation = await authorDesk();
  const { services, get, cookie, clock } = installation;
  return {
    ...installation,
    load: (as: string | null = cookie) => loader(get("/en/author/surveys", { lang: "en" }, as)),
    file: (query = "", as: string | null = cookie) =>
      fileLoader(get(`/en/author/surveys.csv${query}`, { lang: "en" }, as)) as Promise<Response>,
    async answer(accountId: string, response: object, more: { version?: string; language?: string } = {}) {
      clock.now += 1000;
      const { version = "v2", language = "ru" } = more;
      await services.store.write((tx) =>
        appendActivityAnswer(tx, {
          id: randomUUID(),
          accountId,
          courseId: course.id,
          lessonId: LESSON.id,
          activityId: ID,
          version,
          response,
          scorePermille: null,
          confidence: null,
          language,
          answeredAt: clock.now,
        }),
      );
    },
  };
}

async function answered(count: number) {
  const made = await desk();
  const people: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const { id } = await made.person(`person${at}@example.org`);
    people.push(id);
    await made.answer(id, { r1: "1", r2: "5" }, { version: "v1" });
    await made.answer(id, { r1: at % 2 ? "4" : "5", r2: "none" });
  }
  return { ...made, people };
}

test("fewer than ten people are not shown, and not how many they are", async () => {
  const { load, file } = await answered(9);
  const { surveys } = await load();
  expect(surveys).toEqual([
    {
      id: ID,
      courseId: course.id,
      courseTitle: course.title.en,
      folder: `${module.id}/${LESSON.id}`,
      lessonTitle: LESSON.title.en,
      question: "How far is this true?",
      ends: ["Not at all", "Fully"],
      texts: { r1: "=It was clear", r2: "It was, all in all, long" },
      result: { all: null, languages: [] },
    },
  ]);
  const sent = Buffer.from(await (await file()).arrayBuffer()).toString("utf8");
  expect(sent).toBe("\ufeffcourse,survey,language,Statement,people,1,2,3,4,5,No answer\r\n");
});

test("ten people are counted by the newest wording, the eleventh waits, and nobody is named", async () => {
  const { load, file, people, answer, person } = await answered(10);
  const counted = {
    people: 10,
    statements: [
      { id: "r1", counts: { "1": 0, "2": 0, "3": 0, "4": 5, "5": 5, none: 0 } },
      { id: "r2", counts: null },
    ],
  };
  const result = { all: counted, languages: [{ language: "ru", group: counted }] };
  expect((await load()).surveys[0]?.result).toEqual(result);
  await answer((await person("eleven@example.org")).id, { r1: "1" });
  await answer(people[0] ?? "", { r1: "1" });
  const page = await load();
  expect(page.surveys[0]?.result).toEqual(result);
  const told = JSON.stringify(page);
  for (const id of people) expect(told).not.toContain(id);
  const sent = await file(`?course=${course.id}&survey=${ID}`);
  expect(sent.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect((await sent.text()).split("\r\n").slice(1)).toEqual([
    `${course.id},${ID},*,'=It was clear,10,0,0,0,5,5,0`,
    `${course.id},${ID},*,"It was, all in all, long",10,,,,,,`,
    `${course.id},${ID},ru,'=It was clear,10,0,0,0,5,5,0`,
    `${course.id},${ID},ru,"It was, all in all, long",10,,,,,,`,
    "",
  ]);
  expect((await (await file("?course=none&survey=none")).text()).split("\r\n")).toHaveLength(2);
});

test("an answer that fits no survey counts nothing", async () => {
  const { load, person, answer } = await answered(9);
  await answer((await person("odd@example.org")).id, { r1: "9" });
  expect((await load()).surveys[0]?.result.all).toBeNull();
});

test("only authors see the page and the file", async () => {
  const { load, file, signedIn, learner } = await desk();
  const cookie = await signedIn(learner.id);
  expect((await thrown(load(cookie))).status).toBe(403);
  expect((await thrown(file("", cookie))).status).toBe(403);
  expect((await thrown(load(null))).status).toBe(302);
});
