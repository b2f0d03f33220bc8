// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { survey, type SurveyPublic } from "#app/activities/survey/definition.ts";
import { SurveyView } from "#app/activities/survey/view.tsx";
import { words } from "#app/activities/survey/words.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import type { SurveyMarks } from "#app/domain/survey-result.ts";
import { renderIn } from "../ui/in-language.tsx";
import { question } from "./view-props.tsx";

afterEach(cleanup);

const activity: SurveyPublic = {
  ...question("o"),
  kind: "survey",
  ends: ["Not at all", "Fully"],
  statements: [
    { id: "r1", text: ["It was clear"] as RichNode[] },
    { id: "r2", text: ["It was long"] as RichNode[] },
  ],
  closing: ["Until next time."],
};
const view = (response: SurveyMarks | null, open = true) => (
  <form onSubmit={(event) => event.preventDefault()}>
    <SurveyView activity={activity} prefix="o" response={response} problem={null} others={null} open={open} />
  </form>
);
const choice = (statement: string, name: string) =>
  within(screen.getByRole("group", { name: statement })).getByRole<HTMLInputElement>("radio", { name });

test.each(LANGUAGES)("each step has its number, and the ends their words, in %s", async (language) => {
  await renderIn(language, view(null));
  const radios = within(screen.getByRole("group", { name: "It was long" })).getAllByRole<HTMLInputElement>("radio");
  expect(radios.map(({ labels }) => labels?.[0]?.textContent?.trim())).toEqual([
    "1 Not at all",
    "2",
    "3",
    "4",
    "5 Fully",
    words[language].none,
  ]);
  expect(screen.getByRole("button", { name: words[language].send })).toBeTruthy();
  expect(screen.queryByRole("status")).toBeNull();
});

test("what the form sends is what the server reads", async () => {
  const { container } = await renderIn("en", view(null));
  await userEvent.setup().click(choice("It was clear", "4"));
  const form = new FormData(container.querySelector("form") ?? undefined);
  expect(survey.readResponse(activity, { getAll: (name) => form.getAll(`o.${name}`) })).toEqual({ r1: "4" });
});

test("a kept answer is thanked for, and the thanks are taken back while something else is marked", async () => {
  const { rerender } = await renderIn("en", view({ r1: "4", r2: "none" }));
  expect(choice("It was clear", "4").checked).toBe(true);
  expect(screen.getByRole("status").textContent).toBe(`${words.en.thanks}Until next time.`);
  const user = userEvent.setup();
  await user.click(choice("It was clear", "2"));
  expect(screen.getByRole("status").textContent).toBe(words.en.changed);
  // Another answer came in than the one that is marked by now.
  rerender(view({ r1: "3", r2: "none" }));
  expect(screen.getByRole("status").textContent).toBe(words.en.changed);
  rerender(view({ r1: "2", r2: "none" }));
  expect(screen.getByRole("status").textContent).toContain(words.en.thanks);
});

test("while an answer is on its way no second one is sent, and the button keeps the focus", async () => {
  let sent = 0;
  await renderIn(
    "en",
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sent += 1;
      }}
    >
      <SurveyView activity={activity} prefix="o" response={null} problem={null} others={null} open={false} />
    </form>,
  );
  const button = screen.getByRole("button");
  await userEvent.setup().click(button);
  expect([sent, button.getAttribute("aria-disabled"), document.activeElement === button]).toEqual([0, "true", true]);
});
