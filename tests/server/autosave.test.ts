import { randomUUID } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import type { Services } from "#app/commands/services.ts";
import { submitAttempt } from "#app/commands/submit-attempt.server.ts";
import { autosaveRoutes } from "#app/server/autosave.ts";
import { guardRequests } from "#app/server/guard.ts";
import { createSessions } from "#app/session/sessions.server.ts";
import { newestAnswersOf } from "#app/store/answers.server.ts";
import { listAnswersOf } from "#app/store/attempts.server.ts";
import { listNotesOf } from "#app/store/notes.server.ts";
import { openStore } from "#app/store/open-store.server.ts";
import { listPlacesOf } from "#app/store/progress.server.ts";
import { activityOf, attemptWith, course, learningInstallation, module, responsesOf } from "../commands/learning.ts";
import { sentBack } from "../session/small-installation.ts";
import { listening } from "./listening.ts";

/** The addresses behind the guard, on a port of this machine, and a learner who is signed in. */
async function autosave({ patience }: { patience?: number } = {}) {
  const installation = await learningInstallation();
  const { folder, learner } = installation;
  const services: Services = { ...installation.services };
  if (patience !== undefined) {
    const url = `file:${join(folder, "waymark.sqlite")}`;
    const store = await openStore({ url, now: services.now, patience });
    onTestFinished(() => store.close());
    services.store = store;
  }
  const sessions = createSessions(services);
  const cookieOf = async (accountId: string) => {
    const { cookie } = await services.store.write((tx) => sessions.start(tx, accountId));
    return sentBack(cookie);
  };
  const guard = guardRequests({ origin: services.origin, trustsProxy: false });
  const routes = autosaveRoutes(services, (request) => sessions.read(request.headers.cookie ?? null));
  const site = await listening((request, response) => {
    guard(request, response, () => {
      if (routes.has(request)) return void routes.answer(request, response);
      response.writeHead(404).end("{}");
    });
  });
  onTestFinished(() => site.close());

  const cookie = await cookieOf(learner.id);
  return {
    ...installation,
    services,
    cookieOf,
    async post(path: string, body: unknown, as: string | null = cookie) {
      const answer = await site.send({
        method: "POST",
        path: `/autosave${path}`,
        headers: { "Content-Type": "application/json", Origin: services.origin, ...(as ? { Cookie: as } : {}) },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      return { status: answer.status, headers: answer.headers, body: JSON.parse(answer.text) as unknown };
    },
  };
}

const place = { courseId: course.id, moduleId: module.id, lessonId: "words-that-matter" };

function answering(more: Record<string, unknown> = {}) {
  return {
    ...place,
    activityId: "wages-after-return",
    answerId: randomUUID(),
    language: "ru",
    fields: [["wages-after-return.answer", "b"]],
    ...more,
  };
}

function saving(attemptId: string, more: Record<string, unknown> = {}) {
  return { attemptId, itemId: "m1-01", seq: 1, language: "en", fields: [["m1-01.answer", "a"]], ...more };
}

const NOTE = "own-figure";

function writing(seq: number, text: string, more: Record<string, unknown> = {}) {
  return {
    ...place,
    lessonId: "reading-data-critically",
    activityId: NOTE,
    seq,
    language: "be",
    fields: [[`${NOTE}.answer`, text]],
    ...more,
  };
}

test("an answer in a lesson comes back with its grade, key and reasons, and with the id of the next answer", async () => {
  const { post, services, learner } = await autosave();
  const sent = answering();
  const { status, body, headers } = await post("/activities", sent);
  const { key, feedback } = activityOf("wages-after-return");
  expect(status).toBe(200);
  expect(headers["cache-control"]).toBe("no-store");
  expect(body).toEqual({
    review: {
      response: "b",
      key,
      grade: { score: 0, marks: { b: "wrong", a: "missed" } },
      feedback: feedback.ru,
      confidence: null,
    },
    nextAnswerId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(body).not.toMatchObject({ nextAnswerId: sent.answerId });
  const owner = { accountId: learner.id, courseId: course.id, lessonId: place.lessonId };
  const stored = await services.store.read((db) => newestAnswersOf(db, owner));
  expect(stored).toMatchObject([{ id: sent.answerId, response: "b", language: "ru" }]);
});

test("an answer in a quiz is stored when it is acknowledged, and neither grade nor key comes back", async () => {
  const { post, services, learner } = await autosave();
  const attemptId = await attemptWith(services, learner.id, ["m1-01"]);
  const { status, body } = await post("/attempts", saving(attemptId));
  expect([status, body]).toEqual([200, { saved: true }]);
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({ "m1-01": "a" });
});

test("a note is stored when it is acknowledged, the newest text alone, and an emptied one is gone", async () => {
  const { post, services, learner, clock } = await autosave();
  const kept = () => services.store.read((db) => listNotesOf(db, { accountId: learner.id, courseId: course.id }));
  const long = "ў".repeat(4000);
  expect(await post("/notes", writing(clock.now - 3, long))).toMatchObject({ status: 200, body: { response: long } });
  expect(await kept()).toMatchObject([{ activityId: NOTE, response: long, language: "be", seq: clock.now - 3 }]);
  expect(await post("/notes", writing(clock.now - 3, long))).toMatchObject({ status: 200 });
  expect(await post("/notes", writing(clock.now - 4, "older"))).toMatchObject({
    status: 409,
    body: { problem: "answer-stale" },
  });
  expect(await post("/notes", writing(clock.now - 2, " "))).toMatchObject({ status: 200, body: { response: null } });
  expect(await kept()).toEqual([]);
});

test("a clock that runs ahead does not lock out the notes that follow", async () => {
  const { post, services, learner, clock } = await autosave();
  await post("/notes", writing(clock.now + 86_400_000, "ahead"));
  clock.now += 1;
  expect(await post("/notes", writing(clock.now, "in time"))).toMatchObject({ status: 200 });
  const owner = { accountId: learner.id, courseId: course.id };
  expect(await services.store.read((db) => listNotesOf(db, owner))).toMatchObject([{ response: "in time" }]);
});

test.each([4001, 20_001, 60_000])("422 for a note of %i letters; what was kept stays", async (letters) => {
  const { post, services, learner, clock } = await autosave();
  await post("/notes", writing(clock.now - 1, "kept"));
  expect(await post("/notes", writing(clock.now, "ў".repeat(letters)))).toMatchObject({
    status: 422,
    body: { problem: "text-too-long" },
  });
  const owner = { accountId: learner.id, courseId: course.id };
  expect(await services.store.read((db) => listNotesOf(db, owner))).toMatchObject([{ response: "kept" }]);
});

test("404 for a note to a graded question, in another lesson, or to what does not exist; and no note is taken as an answer", async () => {
  const { post, services, learner, clock } = await autosave();
  for (const more of [
    { activityId: "two-tables-one-rise" },
    { lessonId: "words-that-matter" },
    { activityId: "constructor" },
    { courseId: "__proto__" },
  ]) {
    expect(await post("/notes", writing(clock.now, "a", more))).toMatchObject({
      status: 404,
      body: { problem: "answer-foreign" },
    });
  }
  const { seq: _seq, ...answer } = writing(1, "a");
  expect(await post("/activities", { ...answer, answerId: randomUUID() })).toMatchObject({ status: 404 });
  const owner = { accountId: learner.id, courseId: course.id };
  expect(await services.store.read((db) => listNotesOf(db, owner))).toEqual([]);
});

test("taking an answer back is saved like an answer", async () => {
  const { post, services, learner } = await autosave();
  const attemptId = await attemptWith(services, learner.id, ["m1-06"]);
  const ticked = { itemId: "m1-06", fields: [["m1-06.answer", "a"]] };
  await post("/attempts", saving(attemptId, ticked));
  await post("/attempts", saving(attemptId, { ...ticked, fields: [], seq: 2 }));
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({ "m1-06": null });
});

test.each([
  ["/activities", answering()],
  ["/attempts", saving("any")],
  ["/places", { ...place, anchor: "s1" }],
  ["/notes", writing(1, "a")],
])("%s tells somebody who is signed out so, with 401", async (path, body) => {
  const { post } = await autosave();
  expect(await post(path, body, null)).toMatchObject({ status: 401, body: { problem: "signed-out" } });
  const forged = `__Host-waymark=${"a".repeat(40)}`;
  expect(await post(path, body, forged)).toMatchObject({ status: 401 });
});

test.each([
  ["no JSON", "/attempts", "seq=1"],
  ["an empty body", "/attempts", ""],
  ["a missing field", "/attempts", { attemptId: "a", itemId: "b", language: "en", fields: [] }],
  ["a field too many", "/attempts", saving("a", { accountId: "b" })],
  ["a language that is none of ours", "/attempts", saving("a", { language: "fr" })],
  ["a count of nothing", "/attempts", saving("a", { seq: 0 })],
  ["a count beyond whole numbers", "/attempts", saving("a", { seq: 1e300 })],
  ["fields that are no pairs", "/attempts", saving("a", { fields: [["x"]] })],
  ["a field of 201 characters", "/activities", answering({ fields: [["x", "y".repeat(201)]] })],
  ["more fields than any form has", "/activities", answering({ fields: Array(201).fill(["x", "y"]) })],
  ["a note without a count", "/notes", writing(0, "a")],
  ["a note with a field too many", "/notes", writing(1, "a", { accountId: "b" })],
  ["a note that is no text", "/notes", writing(1, "a", { fields: [["x", 7]] })],
  ["an id that is no text", "/places", { ...place, anchor: 7 }],
])("400 for %s", async (_name, path, body) => {
  const { post } = await autosave();
  expect(await post(path, body)).toMatchObject({ status: 400, body: { problem: "answer-malformed" } });
});

test("404 for an activity of another lesson, an unknown place, and somebody else's answerId", async () => {
  const { post, cookieOf, person } = await autosave();
  const other = await person("olga@example.org");
  const sent = answering();
  await post("/activities", sent, await cookieOf(other.id));
  for (const body of [
    sent,
    answering({ activityId: "m1-01" }),
    answering({ moduleId: "nowhere" }),
    answering({ courseId: "constructor" }),
  ]) {
    expect(await post("/activities", body)).toMatchObject({ status: 404, body: { problem: "answer-foreign" } });
  }
});

test("404 for somebody else's attempt and for a question that was not drawn", async () => {
  const { post, services, learner, person } = await autosave();
  const other = await person("olga@example.org");
  const theirs = await attemptWith(services, other.id, ["m1-01"]);
  const mine = await attemptWith(services, learner.id, ["m1-01"]);
  expect(await post("/attempts", saving(theirs))).toMatchObject({ status: 404, body: { problem: "answer-foreign" } });
  expect(await post("/attempts", saving(mine, { itemId: "m1-03" }))).toMatchObject({ status: 404 });
  expect(await responsesOf(services, other.id, theirs)).toEqual({});
});

test("409 for an attempt that was handed in", async () => {
  const { post, services, learner } = await autosave();
  const attemptId = await attemptWith(services, learner.id, ["m1-01"]);
  await submitAttempt(services, { accountId: learner.id, course, attemptId });
  expect(await post("/attempts", saving(attemptId))).toMatchObject({
    status: 409,
    body: { problem: "attempt-closed" },
  });
});

test("422 for an answer without a choice; it tells no key", async () => {
  const { post } = await autosave();
  const { status, body } = await post("/activities", answering({ fields: [] }));
  expect([status, body]).toEqual([422, { problem: "answer-empty" }]);
});

test("a clock that runs ahead does not lock out the answers that follow", async () => {
  const { post, services, learner, clock } = await autosave();
  const attemptId = await attemptWith(services, learner.id, ["m1-01"]);
  await post("/attempts", saving(attemptId, { seq: clock.now + 86_400_000 }));
  const stored = await services.store.read((db) => listAnswersOf(db, { accountId: learner.id, attemptId }));
  expect(stored).toMatchObject([{ seq: clock.now }]);
  clock.now += 1;
  await post("/attempts", saving(attemptId, { seq: clock.now, fields: [["m1-01.answer", "b"]] }));
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({ "m1-01": "b" });
});

test("while the database takes no changes, an answer is refused with 503 and called saved by nobody; then it is kept, once", async () => {
  const { post, services, learner, folder } = await autosave({ patience: 50 });
  const attemptId = await attemptWith(services, learner.id, ["m1-01"]);
  const other = new Database(join(folder, "waymark.sqlite"));
  onTestFinished(() => void other.close());
  other.exec("BEGIN IMMEDIATE");
  const sent = answering();
  for (const answer of [await post("/attempts", saving(attemptId)), await post("/activities", sent)]) {
    expect(answer).toMatchObject({ status: 503, body: { problem: "store-unavailable" } });
    expect(answer.headers["retry-after"]).toBe("5");
  }
  other.exec("ROLLBACK");
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({});
  expect(await post("/attempts", saving(attemptId))).toMatchObject({ status: 200 });
  expect(await post("/activities", sent)).toMatchObject({ status: 200 });
  expect(await responsesOf(services, learner.id, attemptId)).toEqual({ "m1-01": "a" });
});

test("while the database cannot even be read, the answer is 503, not “signed out”", async () => {
  const { post, services } = await autosave({ patience: 50 });
  await services.store.close();
  expect(await post("/activities", answering())).toMatchObject({ status: 503, body: { problem: "store-unavailable" } });
});

test("the screen being read is kept; what is no screen or activity of the lesson is refused", async () => {
  const { post, services, learner, flushPlaces } = await autosave();
  expect(await post("/places", { ...place, anchor: "s2" })).toMatchObject({ status: 200, body: { kept: true } });
  for (const anchor of ["m1-01", "guess-services", "s", "top"]) {
    expect(await post("/places", { ...place, anchor }), anchor).toMatchObject({ status: 404 });
  }
  await flushPlaces();
  const owner = { accountId: learner.id, courseId: course.id };
  expect(await services.store.read((db) => listPlacesOf(db, owner))).toMatchObject([{ ...place, anchor: "s2" }]);
});

test.each(["s0", "s999"])("a screen beyond those of the lesson (%s) is refused", async (anchor) => {
  const { post } = await autosave();
  expect(await post("/places", { ...place, anchor })).toMatchObject({ status: 404 });
});
