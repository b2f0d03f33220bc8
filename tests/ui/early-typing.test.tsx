// @vitest-environment jsdom
/** What is written and chosen before script has taken over the page is neither lost nor left unsaved. */
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { rate } from "#app/activities/rate/definition.ts";
import { loadViews } from "#app/activities/views.tsx";
import { AttemptForm } from "#app/ui/attempt-form.tsx";
import { rememberTyping } from "#app/ui/early-typing.ts";
import { OpenActivity } from "#app/ui/open-activity.tsx";
import { renderAt, siteServer } from "./on-a-page.tsx";

afterEach(cleanup);

const PATH = "/en/courses/labour-migration/labour-migration-today/quiz/one";
const OPENED = Date.UTC(2026, 10, 25, 9);

/** The page as the server made it, with what its reader did to it before script came. */
function beforeScript(fields: string, act: (page: HTMLElement) => void): void {
  const page = document.createElement("section");
  page.dataset.kind = "any";
  page.innerHTML = fields;
  document.body.append(page);
  act(page);
  rememberTyping();
  page.remove();
}

const fieldIn = (page: HTMLElement, value: string) => page.querySelector<HTMLInputElement>(`[value="${value}"]`);

function question(kind: "single" | "multiple", response: unknown) {
  const options = ["a", "b", "c"].map((id) => ({ id, text: [`option ${id}`] }));
  const activity = { kind, id: "q1", outcome: "o", setting: [], stem: ["What?"], options, fixed: false };
  return { id: "q1", kind, order: ["a", "b", "c"], activity, response };
}

test.each(["single", "multiple"] as const)(
  "an early choice among the options of a %s question is saved",
  async (kind) => {
    const type = kind === "single" ? "radio" : "checkbox";
    const fields = ["a", "b", "c"].map((id) => `<input type="${type}" name="q1.answer" value="${id}">`).join("");
    beforeScript(fields, (page) => fieldIn(page, "c")?.click());
    const server = await siteServer();
    const items = [question(kind, null)];
    await renderAt(
      "en",
      PATH,
      <AttemptForm {...{ items, attemptId: "one", serverTime: OPENED, unanswered: 0, saved: false }} />,
    );
    expect(screen.getByRole<HTMLInputElement>(type, { name: "option c" }).checked).toBe(true);
    const saving = await server.request(1);
    expect(saving.body).toMatchObject({ itemId: "q1", fields: [["q1.answer", "c"]] });
    saving.answer(200, {});
    await screen.findByText("Saved");
  },
);

test("an early level and an early word of a note are saved", async () => {
  await loadViews(["rate"]);
  const activity = rate.PublicSchema.parse({
    kind: "rate",
    id: "desk",
    outcome: "o",
    setting: [],
    stem: ["How is it?"],
    language: "en",
    levels: ["no", "yes"],
    dimensions: [{ name: "One", statements: [{ id: "d1s1", text: ["It works."] }] }],
    closing: [],
  });
  const fields =
    '<input type="radio" name="desk.answer.d1s1" value="1"><input type="text" name="desk.answer.who.d1s1" value="">';
  beforeScript(fields, (page) => {
    fieldIn(page, "1")?.click();
    for (const field of page.querySelectorAll<HTMLInputElement>("[type=text]")) field.value = "The archive";
  });
  const server = await siteServer();
  const state = { order: [], answerId: "1", response: null, review: null, keeps: "note" as const };
  await renderAt("en", "/en/courses/c/m/l", <OpenActivity kind="rate" {...{ activity, state }} serverTime={OPENED} />);
  const saving = await server.request(1);
  const { fields: sent } = saving.body as { fields: [string, string][] };
  expect(sent).toContainEqual(["desk.answer.d1s1", "1"]);
  expect(sent).toContainEqual(["desk.answer.who.d1s1", "The archive"]);
  saving.answer(200, { response: null });
  await screen.findByText("Saved");
});

test("a page that nobody touched sends nothing, and what is typed into other forms is not looked at", async () => {
  const other = document.createElement("form");
  other.innerHTML = '<input name="q1.answer" type="text">';
  document.body.append(other);
  for (const field of other.querySelectorAll("input")) field.value = "c";
  beforeScript('<input type="radio" name="q1.answer" value="c">', () => {});
  const server = await siteServer();
  const items = [question("single", null)];
  await renderAt(
    "en",
    PATH,
    <AttemptForm {...{ items, attemptId: "one", serverTime: OPENED, unanswered: 0, saved: false }} />,
  );
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(server.received).toEqual([]);
  other.remove();
});
