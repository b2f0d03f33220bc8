// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { Grade } from "#app/activities/activity.ts";
import type { ActivityState, Review } from "#app/activities/activity-state.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import { loadedMessages } from "#app/locales/messages.ts";
import { LessonActivity } from "#app/ui/lesson-activity.tsx";
import { renderAt, siteServer } from "./on-a-page.tsx";

afterEach(cleanup);

const PATH = "/en/courses/labour-migration/labour-migration-today/words-that-matter";
const ID = "8b1ad7a3-3c47-4d0c-9d0e-4c7a4f5f6d11";
const NEXT_ID = "0e6c1d52-7b0a-4a5f-8a53-1f6f1f6b2c22";

const text = (words: string): RichNode[] => [words];
const activity = {
  kind: "single",
  id: "q1",
  outcome: "o",
  setting: text("Viktar has signed."),
  stem: text("Is he a migrant worker?"),
  options: ["a", "b"].map((id) => ({ id, text: text(`Option ${id}`) })),
  fixed: false,
};
const fresh: ActivityState = { order: ["b", "a"], answerId: ID, response: null, review: null };

function reviewOf(response: "a" | "b"): Review {
  const right: Grade = { score: 1, marks: { a: "right" } };
  const wrong: Grade = { score: 0, marks: { b: "wrong", a: "missed" } };
  return {
    response,
    key: { right: "a" },
    grade: response === "a" ? right : wrong,
    feedback: { parts: { a: text("It is the law."), b: text("It is a myth.") }, explanation: text("Article 2.") },
  };
}

const shown = (state: ActivityState = fresh) => <LessonActivity kind="single" activity={activity} state={state} />;
const check = (name = "Check the answer") => userEvent.click(screen.getByRole("button", { name }));

test("without script, the form sends activity, idempotency key and answer to the lesson itself", async () => {
  const { container } = await renderAt("en", PATH, shown());
  await userEvent.click(screen.getByRole("radio", { name: "Option b" }));
  const form = container.querySelector("form");
  expect([...new FormData(form ?? undefined).entries()]).toEqual([
    ["activity", "q1"],
    ["answerId", ID],
    ["q1.answer", "b"],
  ]);
  expect([form?.method, form?.getAttribute("action")]).toEqual(["post", `${PATH}#q1`]);
});

test.each(LANGUAGES)("without a choice, it tells to choose first, and sends nothing, in %s", async (language) => {
  const server = await siteServer();
  await renderAt(language, PATH.replace("/en/", `/${language}/`), shown());
  const words = loadedMessages(language);
  const sentence = words.problems["answer-empty"];
  await check(words.activity.check);
  expect(screen.getByRole("alert").textContent).toBe(sentence);
  expect(screen.getByRole("group", { description: sentence })).toBeTruthy();
  expect(server.received).toEqual([]);
});

test("the same is told when the page comes back without a choice", async () => {
  await renderAt("en", PATH, shown({ ...fresh, problem: "answer-empty" }));
  expect(screen.getByRole("alert").textContent).toBe("Give an answer first.");
});

test("an answer is sent with its place and key, and answered in place with verdict and reasons", async () => {
  const server = await siteServer();
  await renderAt("en", PATH, shown());
  await userEvent.click(screen.getByRole("radio", { name: "Option b" }));
  await check();
  const request = await server.request(1);
  expect(request.body).toEqual({
    courseId: "labour-migration",
    moduleId: "labour-migration-today",
    lessonId: "words-that-matter",
    activityId: "q1",
    answerId: ID,
    language: "en",
    fields: [["q1.answer", "b"]],
  });
  expect(screen.queryByText("It is a myth.")).toBeNull();
  request.answer(200, { review: reviewOf("b"), nextAnswerId: NEXT_ID });
  expect(await screen.findByText("It is a myth.")).toBeTruthy();
  expect(screen.getByText("Not right yet")).toBeTruthy();
  expect(screen.getByText("Article 2.")).toBeTruthy();
  expect(document.activeElement?.textContent).toContain("Not right yet");
  expect(screen.getAllByRole<HTMLInputElement>("radio").every((button) => button.disabled)).toBe(true);
});

test("answering again uses the next key", async () => {
  const server = await siteServer();
  await renderAt("en", PATH, shown());
  await userEvent.click(screen.getByRole("radio", { name: "Option b" }));
  await check();
  (await server.request(1)).answer(200, { review: reviewOf("b"), nextAnswerId: NEXT_ID });
  await userEvent.click(await screen.findByRole("link", { name: "Answer again" }));
  await userEvent.click(screen.getByRole("radio", { name: "Option a" }));
  await check();
  const second = await server.request(2);
  expect(second.body).toMatchObject({ answerId: NEXT_ID, fields: [["q1.answer", "a"]] });
  second.answer(200, { review: reviewOf("a"), nextAnswerId: ID });
  expect(await screen.findByText("All right")).toBeTruthy();
});

test("an answer given earlier is shown with its reasons, and takes no focus", async () => {
  await renderAt("en", PATH, shown({ ...fresh, response: "b", review: reviewOf("b") }));
  expect(screen.getByText("It is a myth.")).toBeTruthy();
  expect(document.activeElement).toBe(document.body);
  expect(screen.getByRole("link", { name: "Answer again" }).getAttribute("href")).toBe("?again=q1#q1");
});

test("while the server cannot be reached, the answer is called unsaved and sent again with the same key", async () => {
  const server = await siteServer();
  await renderAt("en", PATH, shown());
  await userEvent.click(screen.getByRole("radio", { name: "Option a" }));
  await check();
  (await server.request(1)).answer(503);
  expect(await screen.findByText(/Not saved yet/)).toBeTruthy();
  window.dispatchEvent(new Event("online"));
  const again = await server.request(2);
  expect(again.body).toMatchObject({ answerId: ID });
  again.answer(200, { review: reviewOf("a"), nextAnswerId: NEXT_ID });
  expect(await screen.findByText("All right")).toBeTruthy();
});

test.each([401, 404])("an answer that was chosen and refused (%i) is not told to be chosen", async (status) => {
  const server = await siteServer();
  await renderAt("en", PATH, shown());
  await userEvent.click(screen.getByRole("radio", { name: "Option a" }));
  await check();
  (await server.request(1)).answer(status, { problem: "signed-out" });
  await waitFor(() => expect(screen.queryByText("Checking …")).toBeNull());
  expect(screen.queryByText("Give an answer first.")).toBeNull();
});
