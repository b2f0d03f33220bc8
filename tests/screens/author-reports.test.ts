import { expect, test } from "vitest";
import { action, loader } from "#app/screens/author/reports.tsx";
import { findContentReport } from "#app/store/content-reports.server.ts";
import { course, lessonOf, module } from "../commands/learning.ts";
import { DAY } from "../session/small-installation.ts";
import { thrown } from "./asking.ts";
import { authorDesk, folder, lesson } from "./author-desk.ts";

const PATH = "/en/author/reports";

async function reading() {
  const desk = await authorDesk();
  const { services, get, post, cookie } = desk;
  return {
    ...desk,
    load: (query = "", as: string | null = cookie) => loader(get(PATH + query, { lang: "en" }, as)),
    answer: (reportId: string, note = "", as = cookie) =>
      action(
        post(`${PATH}?state=open`, { lang: "en" }, as, [
          ["reportId", reportId],
          ["note", note],
        ]),
      ),
    stored: (id: string) => services.store.read((db) => findContentReport(db, id)),
  };
}

test("authors read reports with lesson, language, passage and age, and not who sent them", async () => {
  const { report, load, clock, learner } = await reading();
  const id = await report();
  clock.now += 3 * DAY;
  const page = await load();
  expect(page).toMatchObject({
    total: 1,
    reports: [
      { id, folder, title: lesson.title.en, language: "be", place: "s2.1", kind: "mistake", days: 3, answer: null },
    ],
  });
  const told = JSON.stringify(page);
  for (const secret of [learner.id, learner.email, learner.name]) expect(told).not.toContain(secret);
});

test("without a report the page says so", async () => {
  const { load } = await reading();
  expect(await load()).toMatchObject({ total: 0, reports: [], choice: { course: "", lesson: "", state: "" } });
});

test("course, lesson and state narrow the list; what names nothing of ours chooses nothing", async () => {
  const { report, load, answer, clock } = await reading();
  const first = await report();
  clock.now += 1;
  const second = await report({ lesson: lessonOf("world-in-figures"), place: "" });
  await answer(first, "Mended.");
  const ids = async (query: string) => (await load(query)).reports.map(({ id }) => id);
  expect(await ids("")).toEqual([second, first]);
  expect(await ids("?state=answered")).toEqual([first]);
  expect(await ids(`?lesson=${course.id}/${module.id}/${lesson.id}`)).toEqual([first]);
  expect(await ids(`?course=${course.id}&state=open`)).toEqual([second]);
  expect(await ids("?course=none&lesson=a/b/c&state=odd")).toEqual([second, first]);
});

test("an answer is kept with its author and leads back to the report and the choice", async () => {
  const { report, answer, stored, author, clock } = await reading();
  const id = await report();
  const answered = await answer(id, "Mended.");
  expect([answered.status, answered.headers.get("Location")]).toEqual([303, `${PATH}?state=open#report-${id}`]);
  expect(await stored(id)).toMatchObject({ note: "Mended.", answeredBy: author.id, answeredAt: clock.now });
});

test("a note that is too long is kept on the page, and an answer of somebody else stands", async () => {
  const { report, answer, stored } = await reading();
  const id = await report();
  const long = await answer(id, "x".repeat(2001));
  expect(long.status).toBe(422);
  expect(await long.json()).toEqual({ reportId: id, note: "x".repeat(2001), code: "note-too-long" });
  await answer(id, "First.");
  expect(await (await answer(id, "Second.")).json()).toMatchObject({ code: "report-answered", note: "Second." });
  expect(await stored(id)).toMatchObject({ note: "First." });
});

test("learners neither read nor answer reports; one that does not exist is not found", async () => {
  const { report, load, answer, stored, signedIn, learner } = await reading();
  const id = await report();
  const as = await signedIn(learner.id);
  expect((await thrown(load("", as))).status).toBe(403);
  expect((await thrown(answer(id, "", as))).status).toBe(403);
  expect((await thrown(answer("none"))).status).toBe(404);
  expect(await stored(id)).toMatchObject({ answeredAt: null });
});
