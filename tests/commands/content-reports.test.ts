import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { answerContentReport } from "#app/commands/answer-content-report.server.ts";
import { sendContentReport } from "#app/commands/send-content-report.server.ts";
import { RATES } from "#app/session/limits.server.ts";
import { listContentReports } from "#app/store/content-reports.server.ts";
import { DAY } from "../session/small-installation.ts";
import { course, learningInstallation, lessonOf, module } from "./learning.ts";

const lesson = lessonOf("words-that-matter");

async function reading() {
  const installation = await learningInstallation();
  const { services, learner } = installation;
  const right = (): Parameters<typeof sendContentReport>[1] => ({
    accountId: learner.id,
    reportId: randomUUID(),
    course,
    module,
    lesson,
    language: "en",
    place: "s2.1",
    kind: "mistake",
    text: "The article is another one.",
  });
  return {
    ...installation,
    right,
    send: (given = right()) => sendContentReport(services, given),
    reports: () => services.store.read((db) => listContentReports(db, { limit: 99 })),
  };
}

function codeOf(result: Awaited<ReturnType<typeof sendContentReport | typeof answerContentReport>>): string {
  return result.ok ? "ok" : result.problems.map(({ code }) => code).join();
}

test("a report is kept with the words that the learner saw and the lesson's revision", async () => {
  const { send, reports, right, clock } = await reading();
  const given = { ...right(), language: "be" as const, text: " Не той артыкул.\r\n" };
  expect(await send(given)).toEqual({ ok: true, value: given.reportId });
  expect(await reports()).toMatchObject([
    {
      id: given.reportId,
      courseId: course.id,
      lessonId: lesson.id,
      language: "be",
      place: "s2.1",
      excerpt: expect.stringMatching(/^Паводле Канвенцыі ААН 1990 года/),
      revision: lesson.revision,
      kind: "mistake",
      text: "Не той артыкул.",
      createdAt: clock.now,
      answeredAt: null,
    },
  ]);
});

test("a report on the lesson as a whole keeps its title", async () => {
  const { send, reports, right } = await reading();
  expect(codeOf(await send({ ...right(), place: "" }))).toBe("ok");
  expect(await reports()).toMatchObject([{ place: "", excerpt: lesson.title.en }]);
});

test("the same report sent again, or twenty times at once, counts once", async () => {
  const { send, reports, right } = await reading();
  const given = right();
  const sent = await Promise.all(Array.from({ length: 20 }, () => send(given)));
  expect(sent.every((one) => one.ok)).toBe(true);
  expect(codeOf(await send(given))).toBe("ok");
  expect(await reports()).toHaveLength(1);
});

test("another text under the same id is refused and not dropped in silence", async () => {
  const { send, reports, right } = await reading();
  const given = right();
  await send(given);
  expect(codeOf(await send({ ...given, text: "Something else." }))).toBe("report-sent");
  expect(await reports()).toMatchObject([{ text: given.text }]);
});

test("the id of somebody else's report is refused, and their report stays", async () => {
  const { send, reports, right, person } = await reading();
  const given = right();
  await send(given);
  const { id: accountId } = await person("olga@example.org");
  expect(codeOf(await send({ ...given, accountId }))).toBe("report-foreign");
  expect(codeOf(await send({ ...given, reportId: "1" }))).toBe("report-foreign");
  expect(await reports()).toHaveLength(1);
});

test.each([
  ["a place that the lesson does not have", { place: "s99" }, "report-place-unknown"],
  ["no words", { text: " " }, "report-empty"],
  ["no kind", { kind: "" }, "report-kind-missing"],
])("a report with %s is refused", async (_, wrong, code) => {
  const { send, reports, right } = await reading();
  expect(codeOf(await send({ ...right(), ...wrong }))).toBe(code);
  expect(await reports()).toEqual([]);
});

test("one account sends a bounded number of reports a day, and what is kept costs no try", async () => {
  const { send, reports, right, person } = await reading();
  const first = right();
  for (let count = 0; count < RATES.report.points; count += 1) await send(count === 0 ? first : right());
  expect(codeOf(await send())).toBe("too-many-reports");
  expect(codeOf(await send(first))).toBe("ok");
  expect(codeOf(await send({ ...right(), accountId: (await person("olga@example.org")).id }))).toBe("ok");
  expect(await reports()).toHaveLength(RATES.report.points + 1);
  expect(RATES.report.duration * 1000).toBe(DAY);
});

test("an author answers a report with a note; who did it and when is kept", async () => {
  const { send, reports, services, learner, person, clock } = await reading();
  const author = await person("author@example.org");
  const { reportId } = await send().then(async () => ({ reportId: (await reports())[0]?.id ?? "" }));
  clock.now += 5000;
  const answer = (note: string, actorId: string = author.id) =>
    answerContentReport(services, { actorId, reportId, note });
  expect(codeOf(await answer("x".repeat(2001)))).toBe("note-too-long");
  expect(codeOf(await answer(" Mended in revision 2.\r\n"))).toBe("ok");
  expect(codeOf(await answer("Mended in revision 2."))).toBe("ok");
  expect(codeOf(await answer("No mistake."))).toBe("report-answered");
  expect(codeOf(await answer("Mended in revision 2.", learner.id))).toBe("report-answered");
  expect(await reports()).toMatchObject([
    { answeredAt: clock.now, answeredBy: author.id, note: "Mended in revision 2." },
  ]);
});

test("a report that does not exist is not answered", async () => {
  const { services } = await reading();
  const answered = await answerContentReport(services, { actorId: "author", reportId: randomUUID(), note: "" });
  expect(codeOf(answered)).toBe("report-unknown");
});
