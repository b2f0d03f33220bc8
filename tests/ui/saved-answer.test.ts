// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { type SaveState, savesSettled, useSavedAnswer } from "#app/ui/saved-answer.ts";
import { answerServer } from "./answer-server.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  cleanup();
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(port?: number) {
  const server = await answerServer(port);
  open.push(server);
  return server;
}

/** What a question does with its answer, and what it is told. */
function question(url: string) {
  const replies: unknown[] = [];
  const refusals: string[] = [];
  const { result } = renderHook(() =>
    useSavedAnswer<unknown>({
      onSaved: (reply) => replies.push(reply),
      onRefused: (code) => refusals.push(code),
    }),
  );
  const state = () => result.current.state;
  return {
    replies,
    refusals,
    state,
    choose: (choice: string, pause = 0) => act(() => result.current.save({ url, body: { choice } }, pause)),
    becomes: (expected: SaveState) => waitFor(() => expect(state()).toBe(expected), { timeout: 5000, interval: 5 }),
  };
}

/** Time in which a wrong word would show. */
const moment = () => act(() => new Promise((resolve) => setTimeout(resolve, 100)));

/** Whether the browser would ask before leaving the page. */
function asksBeforeLeaving(): boolean {
  return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

test("an answer that nobody gave is neither saved nor unsaved", async () => {
  const server = await start();
  const { state } = question(server.url);
  expect(state()).toBe("idle");
  expect(asksBeforeLeaving()).toBe(false);
});

test("an answer is called saved only after the server's yes", async () => {
  const server = await start();
  const { choose, replies, state, becomes } = question(server.url);
  choose("a");
  expect(state()).toBe("saving");
  const request = await server.request(1);
  await moment();
  expect(state()).toBe("saving");
  expect(asksBeforeLeaving()).toBe(true);

  request.answer(200, { saved: true });
  await becomes("saved");
  expect(request.body).toEqual({ choice: "a" });
  expect(replies).toEqual([{ saved: true }]);
  expect(asksBeforeLeaving()).toBe(false);
});

test("while the server cannot write, the answer is called unsaved; it is sent again until it is saved", async () => {
  const server = await start();
  const { choose, state, becomes } = question(server.url);
  choose("a");
  (await server.request(1)).answer(503);
  await becomes("unsaved");
  expect(asksBeforeLeaving()).toBe(true);

  const again = await server.request(2);
  expect(again.body).toEqual({ choice: "a" });
  expect(state()).toBe("unsaved");
  again.answer(200);
  await becomes("saved");
  await moment();
  expect(server.received).toHaveLength(2);
});

test("a line that breaks in mid-answer leaves the answer unsaved, and its return sends it at once", async () => {
  const server = await start();
  const { choose, becomes } = question(server.url);
  choose("a");
  await server.request(1);
  await server.close();
  await becomes("unsaved");

  const back = await start(server.port);
  const waitedFrom = performance.now();
  window.dispatchEvent(new Event("online"));
  (await back.request(1)).answer(200);
  await becomes("saved");
  expect(performance.now() - waitedFrom).toBeLessThan(900);
});

test("of answers given while one is under way, only the newest is sent, and only its yes counts", async () => {
  const server = await start();
  const { choose, replies, state, becomes } = question(server.url);
  choose("a");
  const first = await server.request(1);
  choose("b");
  choose("c");
  first.answer(200, { of: "a" });

  const newest = await server.request(2);
  await moment();
  expect(state()).toBe("saving");
  expect(newest.body).toEqual({ choice: "c" });
  expect(replies).toEqual([]);

  newest.answer(200, { of: "c" });
  await becomes("saved");
  expect(replies).toEqual([{ of: "c" }]);
  expect(server.received).toHaveLength(2);
});

test("an answer changed while the server is away is sent in its newest form", async () => {
  const server = await start();
  const { choose, becomes } = question(server.url);
  choose("a");
  (await server.request(1)).answer(503);
  await becomes("unsaved");
  choose("b");
  window.dispatchEvent(new Event("online"));
  const newest = await server.request(2);
  expect(newest.body).toEqual({ choice: "b" });
  newest.answer(200);
  await becomes("saved");
});

test.each([401, 404, 409, 413, 422])(
  "a refusal for good (%i) is never called saved, is told, and is not repeated",
  async (status) => {
    const server = await start();
    const { choose, replies, refusals, becomes } = question(server.url);
    choose("a");
    (await server.request(1)).answer(status, { problem: "attempt-closed" });
    await becomes("refused");
    await moment();
    expect(refusals).toEqual(["attempt-closed"]);
    expect(replies).toEqual([]);
    expect(server.received).toHaveLength(1);
  },
);

test("after a refusal, another answer is sent", async () => {
  const server = await start();
  const { choose, becomes } = question(server.url);
  choose("a");
  (await server.request(1)).answer(422);
  await becomes("refused");
  choose("b");
  (await server.request(2)).answer(200);
  await becomes("saved");
});

test("the page of a Wi-Fi portal, which says 200, is no yes", async () => {
  const server = await start();
  const { choose, becomes } = question(server.url);
  choose("a");
  (await server.request(1)).answer(200, "<!DOCTYPE html><title>Welcome to the hotel</title>");
  await becomes("unsaved");
  (await server.request(2)).answer(200, { saved: true });
  await becomes("saved");
});

test.each([429, 408, 500, 502])("%i is passing: the answer is sent again", async (status) => {
  const server = await start();
  const { choose, refusals, becomes } = question(server.url);
  choose("a");
  (await server.request(1)).answer(status);
  await becomes("unsaved");
  window.dispatchEvent(new Event("online"));
  (await server.request(2)).answer(200);
  await becomes("saved");
  expect(refusals).toEqual([]);
});

test("whoever opens another page waits for what was written last, and not for a line that is down", async () => {
  const server = await start();
  const { choose, becomes } = question(server.url);
  await savesSettled();
  choose("a", 60_000);
  let settled = false;
  const waiting = savesSettled().then(() => {
    settled = true;
  });
  const request = await server.request(1);
  expect(settled).toBe(false);
  request.answer(200, { saved: true });
  await waiting;
  await becomes("saved");
  choose("b", 60_000);
  await savesSettled(50);
  expect(server.received).toHaveLength(2);
  server.received[1]?.answer(200, { saved: true });
  await becomes("saved");
  choose("c");
  (await server.request(3)).answer(200, { saved: true });
  await becomes("saved");
});

test("a pause that ends when its answer has been sent already stops nothing that follows", async () => {
  const server = await start();
  const { choose, becomes } = question(server.url);
  choose("a");
  const first = await server.request(1);
  choose("b", 20);
  first.answer(200, {});
  (await server.request(2)).answer(200, {});
  await becomes("saved");
  await moment();
  choose("c");
  (await server.request(3)).answer(200, {});
  await becomes("saved");
});
