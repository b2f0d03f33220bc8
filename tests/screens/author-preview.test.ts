import { expect, test } from "vitest";
import { findCourseStatus } from "#app/catalogue/content-status.server.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { loader } from "#app/screens/author/preview.tsx";
import { activityOf, course, module, present, rightFields } from "../commands/learning.ts";
import { thrown } from "./asking.ts";
import { authorDesk, folder, lesson } from "./author-desk.ts";

async function previewing() {
  const desk = await authorDesk();
  const { get, cookie } = desk;
  return {
    ...desk,
    load: (query: string, of = folder, as: string | null = cookie) =>
      loader(get(`/en/author/preview/${course.id}/${of}?${query}`, { lang: "en", course: course.id, "*": of }, as)),
  };
}

const question = activityOf(lesson.activities[0] ?? "");

test("as a learner and on paper a page holds neither key nor reasons nor notes on sources", async () => {
  const { load } = await previewing();
  for (const as of ["learner", "print"]) {
    for (const of of [folder, `${module.id}/quiz`]) {
      const page = await load(`as=${as}&in=be&beside=en`, of);
      expect(page.columns.map(({ language }) => language)).toEqual(["be", "en"]);
      expect(Object.values(page.columns[0]?.reviews ?? {}).every((review) => review === null)).toBe(true);
      expect([page.sources, page.outcomes]).toEqual([{}, {}]);
      expect(JSON.stringify(page)).not.toMatch(/"(key|feedback)":/);
    }
  }
});

test("a reviewer gets the key of every question, its reasons in each language, and every source that is cited", async () => {
  const { load } = await previewing();
  const status = present(findCourseStatus(course.id));
  for (const of of [folder, `${module.id}/quiz`]) {
    const page = await load("as=reviewer&in=ru&beside=be", of);
    const row = present(status.pages.find((one) => one.folder === of));
    for (const { language, reviews } of page.columns) {
      expect(Object.keys(reviews)).toEqual(row.activities);
      for (const [id, review] of Object.entries(reviews)) {
        const { key, feedback } = activityOf(id);
        expect(review).toMatchObject({ key, feedback: feedback[language], solution: true, grade: { score: 1 } });
      }
    }
    for (const { source } of status.impact.filter((place) => place.folder === of)) {
      expect(page.sources[source]).toMatchObject({ reviewBy: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    }
  }
});

test("an answer in either column is graded for this page alone, in both languages", async () => {
  const { load } = await previewing();
  const fields = rightFields({ itemId: question.id, kind: question.kind, key: question.key });
  for (const prefix of ["", "en-"]) {
    const answer = new URLSearchParams(fields.map(([name, value]) => [prefix + name, value]));
    const page = await load(`as=learner&in=be&beside=en&${answer}`);
    for (const { language, reviews } of page.columns) {
      expect(reviews[question.id]).toMatchObject({ grade: { score: 1 }, feedback: question.feedback[language] });
      expect(Object.values(reviews).filter((review) => review !== null)).toHaveLength(1);
    }
  }
});

test("what the address does not say is as a learner, in the reader's language, alone", async () => {
  const { load } = await previewing();
  for (const query of ["", "as=odd&in=xx&beside=yy", "in=en&beside=en"]) {
    const page = await load(query);
    expect(page.choice).toEqual({ as: "learner", in: "en", beside: null });
    expect(page.columns.map(({ language }) => language)).toEqual(["en"]);
  }
});

test("lesson, quiz and welcome page have a preview in every language; nothing else has", async () => {
  const { load } = await previewing();
  for (const { folder: of } of present(findCourseStatus(course.id)).pages) {
    for (const language of LANGUAGES) {
      const { columns } = await load(`as=learner&in=${language}`, of);
      expect(columns[0]?.title, `${of} ${language}`).toBeTruthy();
      expect((columns[0]?.lessonKey === null) === (columns[0]?.items.length ?? 0) > 0).toBe(true);
    }
  }
  for (const of of ["", module.id, `${folder}/en`, "../secrets", "__proto__"]) {
    expect((await thrown(load("", of))).status, of).toBe(404);
  }
});

test("the preview names the passage of a report of its own lesson, and says whether it reads as it did", async () => {
  const { load, report } = await previewing();
  const id = await report();
  expect((await load(`as=reviewer&in=be&report=${id}`)).report).toMatchObject({ language: "be", changed: false });
  expect((await load(`as=reviewer&in=be&report=${id}`, `${module.id}/quiz`)).report).toBeNull();
  expect((await load("report=none")).report).toBeNull();
});

test("only authors see a preview", async () => {
  const { load, signedIn, learner } = await previewing();
  expect((await thrown(load("as=reviewer", folder, await signedIn(learner.id)))).status).toBe(403);
  expect((await thrown(load("", folder, null))).headers.get("Location")).toContain("/en/account/sign-in?next=");
});

test("how sure an answer was given, in either column, is told with it as learners are told", async () => {
  const { load } = await previewing();
  const id = "two-tables-one-rise";
  for (const prefix of ["", "en-"]) {
    const answer = `${prefix}${id}.answer=a&${prefix}${id}.confidence=sure`;
    const page = await load(`as=learner&in=be&beside=en&${answer}`, `${module.id}/reading-data-critically`);
    expect(page.columns.map(({ reviews }) => reviews[id]?.confidence)).toEqual(["sure", "sure"]);
  }
});
