// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { RichNode } from "#app/domain/rich-text.ts";
import { AttemptForm } from "#app/ui/attempt-form.tsx";
import { LessonActivity } from "#app/ui/lesson-activity.tsx";
import { renderAt, siteServer } from "./on-a-page.tsx";

afterEach(cleanup);

const stem: RichNode[] = ["What does it cost?"];
const activity = { kind: "number", id: "q1", outcome: "o", setting: [], stem, unit: "BYN", language: "en" };
const PATH = "/en/courses/labour-migration/labour-migration-today/quiz/one";
const LESSON = "/en/courses/labour-migration/labour-migration-today/words-that-matter";
const OPENED = Date.UTC(2026, 10, 25, 9);
const unread = { text: "five", value: null, language: "en" };

function attempt(response: unknown, problem: string | null) {
  const item = { id: "q1", kind: "number", order: [], activity, response, problem };
  return <AttemptForm attemptId="one" items={[item]} serverTime={OPENED} unanswered={0} saved={false} />;
}

const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Your answer" });

test("what is typed is sent once when the hand rests, and never called saved before", async () => {
  const server = await siteServer();
  await renderAt("en", PATH, attempt(null, null));
  await userEvent.type(field(), "1250");
  expect(screen.getByText("Saving …")).toBeTruthy();
  const request = await server.request(1);
  expect(request.body).toMatchObject({ itemId: "q1", fields: [["q1.answer", "1250"]] });
  request.answer(200, { saved: true });
  await screen.findByText("Saved");
  expect(server.received).toHaveLength(1);
});

test("a number that cannot be read is saved as it is, and the page says what is wrong until it is mended", async () => {
  const server = await siteServer();
  await renderAt("en", PATH, attempt(null, null));
  await userEvent.type(field(), "five");
  (await server.request(1)).answer(200, { saved: true, problem: "amount-words" });
  expect((await screen.findByRole("alert")).textContent).toMatch(/^Write one number/);
  expect([field().value, field().getAttribute("aria-invalid")]).toEqual(["five", "true"]);
  expect(screen.getByText("Saved")).toBeTruthy();
  await userEvent.clear(field());
  await userEvent.type(field(), "5");
  (await server.request(2)).answer(200, { saved: true });
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

test("a number that was kept unread is shown again with the reason", async () => {
  await renderAt("ru", PATH.replace("/en/", "/ru/"), attempt(unread, "amount-words"));
  expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("five");
  expect(screen.getByRole("alert").textContent).toMatch(/^Впишите одно число/);
});

test("in a lesson, a number that cannot be read stays in its field with the reason, and is not graded", async () => {
  const server = await siteServer();
  const state = { order: [], answerId: "a-1", response: null, review: null };
  await renderAt("en", LESSON, <LessonActivity kind="number" activity={activity} state={state} />);
  await userEvent.type(field(), "1-2{Enter}");
  (await server.request(1)).answer(422, { problem: "amount-several" });
  expect((await screen.findByRole("alert")).textContent).toMatch(/^This looks like two numbers/);
  expect(field().value).toBe("1-2");
});

test("in a lesson, an emptied field is no answer, whatever was typed before", async () => {
  const server = await siteServer();
  const state = { order: [], answerId: "a-1", response: unread, review: null, problem: "amount-words" };
  await renderAt("en", LESSON, <LessonActivity kind="number" activity={activity} state={state} />);
  await userEvent.clear(field());
  await userEvent.click(screen.getByRole("button", { name: "Check the answer" }));
  expect(screen.getByRole("alert").textContent).toBe("Give an answer first.");
  expect(server.received).toEqual([]);
});
