import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  answerContentReport,
  countContentReports,
  findContentReport,
  findContentReportOf,
  insertContentReport,
  listContentReports,
  type SentReport,
} from "#app/store/content-reports.server.ts";
import { insertLearner, NOW, openFreshStore } from "./fresh-store.ts";

const store = await openFreshStore();
const { id: accountId } = await insertLearner(store);

async function send(more: Partial<SentReport> = {}): Promise<SentReport> {
  const report: SentReport = {
    id: randomUUID(),
    accountId,
    courseId: randomUUID(),
    moduleId: "first-steps",
    lessonId: "who-counts",
    language: "be",
    place: "s2.1",
    excerpt: "Хто лічыцца?",
    revision: 1,
    kind: "mistake",
    text: "Тут памылка.",
    createdAt: NOW,
    ...more,
  };
  await store.write((tx) => insertContentReport(tx, report));
  return report;
}

test("a report is read as it was sent, without who sent it, and is open", async () => {
  const { accountId: sender, ...report } = await send();
  const found = await store.read((db) => findContentReport(db, report.id));
  expect(found).toEqual({ ...report, answeredAt: null, answeredBy: null, note: null });
  expect(JSON.stringify(await store.read((db) => listContentReports(db, { limit: 500 })))).not.toContain(sender);
});

test("the same report sent twice counts once", async () => {
  const report = await send();
  expect(await store.write((tx) => insertContentReport(tx, { ...report, text: "again" }))).toBe(false);
  expect(await store.read((db) => listContentReports(db, { limit: 9, courseId: report.courseId }))).toMatchObject([
    { text: report.text },
  ]);
});

test("a learner finds the own report, and nobody else's", async () => {
  const report = await send();
  const other = await insertLearner(store);
  const find = (id: string) => store.read((db) => findContentReportOf(db, { accountId: id, reportId: report.id }));
  expect(await find(accountId)).toMatchObject({ text: report.text });
  expect(await find(other.id)).toBeNull();
});

test("open reports come first, then the newest, no more than asked for, and the filters narrow them", async () => {
  const courseId = randomUUID();
  const old = await send({ courseId });
  const answered = await send({ courseId, createdAt: NOW + 3 });
  const young = await send({ courseId, createdAt: NOW + 2, lessonId: "another" });
  await store.write((tx) =>
    answerContentReport(tx, { reportId: answered.id, by: "author", at: NOW + 9, note: "Done" }),
  );
  const list = async (filter: object, limit = 9) =>
    (await store.read((db) => listContentReports(db, { courseId, limit, ...filter }))).map(({ id }) => id);
  expect(await list({})).toEqual([young.id, old.id, answered.id]);
  expect(await list({}, 1)).toEqual([young.id]);
  expect(await list({ state: "open" })).toEqual([young.id, old.id]);
  expect(await list({ state: "answered" })).toEqual([answered.id]);
  expect(await list({ lessonId: "who-counts" })).toEqual([old.id, answered.id]);
  expect(await store.read((db) => countContentReports(db, { courseId, state: "open" }))).toBe(2);
});

test("a report is answered once; a second answer changes nothing", async () => {
  const { id: reportId } = await send();
  const answer = (note: string) =>
    store.write((tx) => answerContentReport(tx, { reportId, by: "author", at: NOW + 1, note }));
  expect(await answer("Mended.")).toBe(true);
  expect(await answer("No.")).toBe(false);
  const found = await store.read((db) => findContentReport(db, reportId));
  expect(found).toMatchObject({ answeredAt: NOW + 1, answeredBy: "author", note: "Mended." });
});

test("of fifty answers to a report at the same moment one counts", async () => {
  const { id: reportId } = await send();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      store.write((tx) => answerContentReport(tx, { reportId, by: `author ${at}`, at, note: "" })),
    ),
  );
  expect(answers.filter(Boolean)).toHaveLength(1);
});

test("a report of an account that does not exist is refused", async () => {
  await expect(send({ accountId: "nobody" })).rejects.toThrow();
});
