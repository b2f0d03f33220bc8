import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { action, loader } from "#app/screens/learn/report.tsx";
import { listContentReports } from "#app/store/content-reports.server.ts";
import { course, learningInstallation, lessonOf, module } from "../commands/learning.ts";
import { asking, thrown } from "./asking.ts";

const lesson = lessonOf("words-that-matter");

async function reporting() {
  const installation = await learningInstallation();
  const { services, learner } = installation;
  const { get, post, signedIn } = asking(services);
  const cookie = await signedIn(learner.id);
  const address = (lang: Language) => `/${lang}/courses/${course.id}/${module.id}/${lesson.id}/report`;
  const params = (lang: Language) => ({ lang, course: course.id, module: module.id, lesson: lesson.id });
  return {
    ...installation,
    address,
    signedIn,
    load: (query = "", lang: Language = "en", as: string | null = cookie) =>
      loader(get(address(lang) + query, params(lang), as)),
    send: (more: Record<string, string> = {}) => {
      const fields = { reportId: randomUUID(), at: "s2", kind: "unclear", text: "Which office?", ...more };
      return action(post(address("en"), params("en"), cookie, Object.entries(fields)));
    },
    reports: () => services.store.read((db) => listContentReports(db, { limit: 9 })),
  };
}

test("the page lists the sections, passages and questions of the lesson, and chooses what the address names", async () => {
  const { load } = await reporting();
  for (const language of LANGUAGES) {
    const { sections, at } = await load("?at=wages-after-return", language);
    expect(at).toBe("wages-after-return");
    expect(sections.map(({ id }) => id)).toEqual(Array.from({ length: lesson.sections }, (_, n) => `s${n + 1}`));
    const places = sections.flatMap((section) => section.places.map(({ place }) => place));
    expect(places).toEqual(expect.arrayContaining(["s1", "s1.1", ...lesson.activities]));
  }
  expect((await load("?at=no-such-place")).at).toBe("");
  expect((await load()).at).toBe("");
});

test("a report that is sent leads to thanks, with the way back to its place, for its sender alone", async () => {
  const { send, load, address, signedIn, person } = await reporting();
  const answer = await send({ at: "s2.1" });
  const location = answer.headers.get("Location") ?? "";
  expect([answer.status, location]).toEqual([303, expect.stringMatching(`^${address("en")}\\?sent=`)]);
  const query = location.slice(address("en").length);
  expect((await load(query)).sent).toMatchObject({ place: "s2.1", excerpt: expect.stringContaining("UN Convention") });
  const stranger = await signedIn((await person("olga@example.org")).id);
  expect((await thrown(load(query, "en", stranger))).status).toBe(404);
});

test("what was typed is kept when something is wrong, and is told all at once", async () => {
  const { send, reports } = await reporting();
  const reportId = randomUUID();
  const answer = await send({ reportId, kind: "", text: "", at: "s3" });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({
    place: "s3",
    kind: "",
    reportId,
    problems: [{ code: "report-kind-missing" }, { code: "report-empty" }],
  });
  expect(await reports()).toEqual([]);
});

test("another text from a page that has sent one already gets an id of its own, and can then be sent", async () => {
  const { send, reports } = await reporting();
  const reportId = randomUUID();
  await send({ reportId });
  const refused = (await (await send({ reportId, text: "One thing more." })).json()) as {
    reportId: string;
    text: string;
  };
  expect(refused.text).toBe("One thing more.");
  expect((await send(refused)).status).toBe(303);
  expect(await reports()).toHaveLength(2);
});

test("after many reports of one day the page says so, as a refusal of too many", async () => {
  const { send } = await reporting();
  const statuses = [];
  for (let count = 0; count < 21; count += 1) statuses.push((await send()).status);
  expect(statuses.slice(-2)).toEqual([303, 429]);
});

test("a form with an id that no page gave does not exist; a report asks who sends it", async () => {
  const { send, load } = await reporting();
  expect((await thrown(send({ reportId: "1" }))).status).toBe(404);
  expect((await thrown(load("", "en", null))).headers.get("Location")).toContain("/en/account/sign-in?next=");
});
