// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { RichNode } from "#app/domain/rich-text.ts";
import { AttemptForm } from "#app/ui/attempt-form.tsx";
import { Shell } from "#app/ui/shell.tsx";
import { renderAt, siteServer } from "./on-a-page.tsx";

afterEach(cleanup);

const PATH = "/en/courses/labour-migration/labour-migration-today/quiz/one";
const OPENED = Date.UTC(2026, 10, 25, 9);

function item(id: string, kind: "single" | "multiple", response: unknown = null) {
  const text = (words: string): RichNode[] => [words];
  const options = ["a", "b", "c"].map((option) => ({ id: option, text: text(`${id} ${option}`) }));
  const activity = { kind, id, outcome: "o", setting: [], stem: text(`What is ${id}?`), options, fixed: false };
  return { id, kind, order: ["c", "b", "a"], activity, response };
}

const items = [item("q1", "single"), item("q2", "multiple", ["b"])];

function form(more: { unanswered?: number; saved?: boolean } = {}) {
  return <AttemptForm attemptId="one" items={items} serverTime={OPENED} unanswered={0} saved={false} {...more} />;
}

test("each question is a group named by its words, with its number among them", async () => {
  await renderAt("en", PATH, form());
  const question = within(screen.getByRole("region", { name: /What is q2\?/ }));
  expect(question.getByRole("heading", { name: "Question 2 of 2" })).toBeTruthy();
  expect(question.getByRole("group", { name: /What is q2\?/ })).toBeTruthy();
  expect(question.getAllByRole<HTMLInputElement>("checkbox", { checked: true }).map((box) => box.value)).toEqual(["b"]);
});

test("without script, one form holds every answer and the marker of every question", async () => {
  const { container } = await renderAt("en", PATH, form());
  await userEvent.click(screen.getByRole("radio", { name: "q1 c" }));
  const [sent, ...others] = [...container.querySelectorAll("form")];
  expect(others).toEqual([]);
  expect([...new FormData(sent).entries()]).toEqual([
    ["item", "q1"],
    ["q1.shown", "null"],
    ["q1.answer", "c"],
    ["item", "q2"],
    ["q2.shown", '["b"]'],
    ["q2.answer", "b"],
  ]);
  expect([sent?.method, screen.getByRole<HTMLButtonElement>("button", { name: "Hand in" }).value]).toEqual([
    "post",
    "submit",
  ]);
});

test.each([
  ["en", 1, /^1 question has no answer yet/],
  ["en", 5, /^5 questions have no answer yet/],
  ["ru", 2, /^2 вопрос/],
  ["be", 5, /^5 пытан/],
] as const)(
  "when handing in is held back, the form names the open questions, in %s: %i",
  async (language, unanswered, sentence) => {
    await renderAt(language, PATH, form({ unanswered, saved: true }));
    const notice = screen.getByRole("alert");
    expect(within(notice).getByText(sentence)).toBeTruthy();
    expect(within(notice).getByRole<HTMLButtonElement>("button").value).toBe("submit-anyway");
    expect(document.activeElement).toBe(notice);
  },
);

test("saving the form is confirmed in words", async () => {
  await renderAt("en", PATH, form({ saved: true }));
  expect(screen.getByText("Your answers are saved.")).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("an answer is sent as it is given, and called saved only after the server's yes", async () => {
  const server = await siteServer();
  await renderAt("ru", PATH, form());
  await userEvent.click(screen.getByRole("radio", { name: "q1 a" }));
  const request = await server.request(1);
  expect(request.body).toEqual({
    attemptId: "one",
    itemId: "q1",
    seq: expect.any(Number),
    language: "ru",
    fields: [["q1.answer", "a"]],
  });
  const states = () => screen.getAllByRole("status").map((state) => state.textContent);
  expect(states()).not.toContain("Сохранено");
  request.answer(200, { saved: true });
  await waitFor(() => expect(states()).toContain("Сохранено"));
});

test("each answer counts on from the server's clock", async () => {
  const server = await siteServer();
  await renderAt("en", PATH, form());
  const seqs: unknown[] = [];
  for (const [index, name] of ["q1 a", "q1 b", "q1 c"].entries()) {
    await userEvent.click(screen.getByRole("radio", { name }));
    const request = await server.request(index + 1);
    seqs.push((request.body as { seq: number }).seq);
    request.answer(200, { saved: true });
    await waitFor(() => expect(screen.getByText("Saved")).toBeTruthy());
  }
  const [first, second, third] = seqs.map(Number);
  expect(first).toBeGreaterThanOrEqual(OPENED);
  expect(second).toBeGreaterThan(first ?? 0);
  expect(third).toBeGreaterThan(second ?? 0);
});

test("taking the last tick back is sent as no answer", async () => {
  const server = await siteServer();
  await renderAt("en", PATH, form());
  await userEvent.click(screen.getByRole("checkbox", { name: "q2 b" }));
  const request = await server.request(1);
  expect(request.body).toMatchObject({ itemId: "q2", fields: [] });
  request.answer(200, { saved: true });
  await screen.findByText("Saved");
});

test.each([401, 404, 409])(
  "after a refusal for good (%i), the page does not promise to send the answer again",
  async (status) => {
    const server = await siteServer();
    await renderAt("en", PATH, form());
    await userEvent.click(screen.getByRole("radio", { name: "q1 a" }));
    (await server.request(1)).answer(status, { problem: "attempt-closed" });
    const state = screen.getAllByRole("status")[0];
    await waitFor(() => expect(state?.textContent).not.toBe("Saving …"));
    expect(state?.textContent).not.toMatch(/as soon as it answers/);
  },
);

test.each([0, 3])(
  "the Enter key in a question saves; it never hands in or changes the language (open questions: %i)",
  async (unanswered) => {
    const { container } = await renderAt(
      "en",
      PATH,
      <Shell account={null} path={PATH} languageForm="attempt">
        {form({ unanswered })}
      </Shell>,
    );
    // The key presses a form's first submit button in the order of the page: HTML, implicit submission.
    const buttons = [...(container.querySelector("form")?.elements ?? [])].filter(
      (element): element is HTMLButtonElement => element instanceof HTMLButtonElement && element.type === "submit",
    );
    expect(buttons[0]?.value).toBe("save");
  },
);

test("handing in while an answer is still unsaved asks nothing: the form carries that answer", async () => {
  const server = await siteServer();
  const { container } = await renderAt("en", PATH, form());
  await userEvent.click(screen.getByRole("radio", { name: "q1 a" }));
  const request = await server.request(1);
  const sent = container.querySelector("form");
  sent?.addEventListener("submit", (event) => event.preventDefault());
  await userEvent.click(screen.getByRole("button", { name: "Hand in" }));
  expect(window.dispatchEvent(new Event("beforeunload", { cancelable: true }))).toBe(true);
  request.answer(200, { saved: true });
  await screen.findByText("Saved");
});
