// @vitest-environment jsdom
/** How sure learners are, on the pages where they answer and where they read what came of it. */
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { Review } from "#app/activities/activity-state.ts";
import type { Confidence } from "#app/domain/confidence.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import { loadedMessages } from "#app/locales/messages.ts";
import { AttemptForm, type OpenItem } from "#app/ui/attempt-form.tsx";
import { AttemptReview } from "#app/ui/attempt-review.tsx";
import { LessonActivity } from "#app/ui/lesson-activity.tsx";
import { renderAt, siteServer } from "./on-a-page.tsx";

afterEach(cleanup);

const QUIZ = "/en/courses/labour-migration/labour-migration-today/quiz/one";
const LESSON = "/en/courses/labour-migration/labour-migration-today/words-that-matter";
const OPENED = Date.UTC(2026, 10, 25, 9);
const text = (words: string): RichNode[] => [words];

function item(id: string, more: Partial<OpenItem> = {}): OpenItem {
  const choices = ["a", "b"].map((option) => ({ id: option, text: text(`${id} ${option}`) }));
  const activity = {
    kind: "single",
    id,
    outcome: "o",
    setting: [],
    stem: text(`What is ${id}?`),
    options: choices,
    fixed: false,
    confidence: true as const,
  };
  return { id, kind: "single", order: ["b", "a"], activity, response: null, confidence: null, ...more };
}

function reviewOf(response: "a" | "b" | null, confidence: Confidence | null): Review {
  const right = response === "a";
  return {
    response,
    key: { right: "a" },
    grade: { score: right ? 1 : 0, marks: right ? { a: "right" } : { a: "missed", b: "wrong" } },
    feedback: { parts: {}, explanation: text("This is why.") },
    confidence,
  };
}

const form = (...items: OpenItem[]) => (
  <AttemptForm attemptId="one" items={items} serverTime={OPENED} unanswered={0} saved={false} />
);
const sure = () => screen.getByRole<HTMLInputElement>("radio", { name: "Sure" });

test("in a quiz, saying how sure one is is saved by itself, and with the answer that stands beside it", async () => {
  const server = await siteServer();
  await renderAt("en", QUIZ, form(item("q1")));
  await userEvent.click(sure());
  const first = await server.request(1);
  expect(first.body).toMatchObject({ itemId: "q1", fields: [["q1.confidence", "sure"]] });
  expect(screen.queryByText("Saved")).toBeNull();
  first.answer(200, { saved: true });
  await screen.findByText("Saved");
  await userEvent.click(screen.getByRole("radio", { name: "q1 b" }));
  const second = await server.request(2);
  expect(second.body).toMatchObject({
    fields: [
      ["q1.answer", "b"],
      ["q1.confidence", "sure"],
    ],
  });
  second.answer(200, { saved: true });
  await screen.findByText("Saved");
});

test("the form of a quiz tells what was shown of it, and holds it again", async () => {
  const { container } = await renderAt("en", QUIZ, form(item("q1", { response: "a", confidence: "sure" }), item("q2")));
  expect(screen.getAllByRole<HTMLInputElement>("radio", { name: "Sure" }).map(({ checked }) => checked)).toEqual([
    true,
    false,
  ]);
  expect([...new FormData(container.querySelector("form") ?? undefined).entries()]).toEqual([
    ["item", "q1"],
    ["q1.shown", '"a"'],
    ["q1.shown.confidence", "sure"],
    ["q1.answer", "a"],
    ["q1.confidence", "sure"],
    ["item", "q2"],
    ["q2.shown", "null"],
    ["q2.shown.confidence", ""],
  ]);
});

const state = { order: ["b", "a"], answerId: "a-1", response: null, review: null };

test("in a lesson, how sure one is is no answer yet, and travels with one", async () => {
  const server = await siteServer();
  const { activity } = item("q1");
  await renderAt("en", LESSON, <LessonActivity kind="single" activity={activity} state={state} />);
  const check = () => userEvent.click(screen.getByRole("button", { name: "Check the answer" }));
  await userEvent.click(sure());
  await check();
  expect(screen.getByRole("alert").textContent).toBe("Give an answer first.");
  expect(server.received).toEqual([]);
  expect(sure().checked).toBe(true);
  await userEvent.click(screen.getByRole("radio", { name: "q1 b" }));
  await check();
  const request = await server.request(1);
  expect(request.body).toMatchObject({
    fields: [
      ["q1.answer", "b"],
      ["q1.confidence", "sure"],
    ],
  });
  request.answer(200, { review: reviewOf("b", "sure"), nextAnswerId: "a-2" });
  const told = await screen.findByText(/^You were sure\./);
  expect(told.textContent).toMatch(/second look/);
  // What it leads to stands right below it, and both are read out together.
  expect(told.nextSibling?.textContent).toBe("This is why.");
  expect(told.closest('[role="status"]')).toBe(document.activeElement);
});

test("answered anew, nothing is said before the learner says it", async () => {
  const { activity } = item("q1");
  const answered = { ...state, response: "b", review: reviewOf("b", "sure") };
  await renderAt("en", LESSON, <LessonActivity kind="single" activity={activity} state={answered} />);
  await userEvent.click(screen.getByRole("link", { name: "Answer again" }));
  expect(sure().checked).toBe(false);
});

function review(items: [string, Review][], language: "en" | "ru" | "be" = "en") {
  const shown = items.map(([id, one]) => ({ ...item(id, { response: one.response }), review: one }));
  return renderAt(
    language,
    QUIZ.replace("/en/", `/${language}/`),
    <AttemptReview items={shown} percent={50} neededPercent={70} passed={false} courseId="c" moduleId="m" />,
  );
}

test.each(LANGUAGES)(
  "a review lists what was answered surely and not rightly, with links to it, in %s",
  async (language) => {
    await review(
      [
        ["q1", reviewOf("b", "sure")],
        ["q2", reviewOf("a", "sure")],
        ["q3", reviewOf("b", "guess")],
        ["q4", reviewOf("b", null)],
        ["q5", reviewOf("b", "sure")],
      ],
      language,
    );
    const words = loadedMessages(language).confidence;
    const list = within(screen.getByRole("region", { name: words.sureNotRight }));
    expect(list.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["#q1", "#q5"]);
    expect(list.getAllByRole("listitem").map((one) => one.textContent)).toEqual([
      expect.stringMatching(/1.*5: What is q1\?$/),
      expect.stringMatching(/5.*5: What is q5\?$/),
    ]);
    expect(screen.getAllByText(new RegExp(`^${words.wasSure}`))).toHaveLength(3);
  },
);

test("where nobody was sure and not right, no list is shown, and a right guess is told to read on", async () => {
  await review([
    ["q1", reviewOf("a", "sure")],
    ["q2", reviewOf("a", "guess")],
    ["q3", reviewOf("b", "fairly")],
  ]);
  expect(screen.queryByText("Sure, and not right")).toBeNull();
  expect(screen.getByText("You were sure.")).toBeTruthy();
  expect(screen.getByText("You were fairly sure.")).toBeTruthy();
  expect(screen.getByText(/guess\. .*reasons/)).toBeTruthy();
});
