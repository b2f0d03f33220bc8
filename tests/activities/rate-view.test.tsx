// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { rate, type RatePublic, type RateResponse } from "#app/activities/rate/definition.ts";
import { RateView } from "#app/activities/rate/view.tsx";
import { words } from "#app/activities/rate/words.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import { renderIn } from "../ui/in-language.tsx";
import { question } from "./view-props.tsx";

afterEach(cleanup);

const statement = (id: string, text: string) => ({ id, text: [text] as RichNode[] });
const activity: RatePublic = {
  ...question("m"),
  kind: "rate",
  language: "en",
  levels: ["Not in place", "Begun", "In place"],
  dimensions: [
    { name: "Rights", statements: [statement("d1s1", "We tell them"), statement("d1s2", "We listen")] },
    { name: "Evidence", statements: [statement("d2s1", "We count")] },
    { name: "Partners", statements: [statement("d3s1", "We meet")] },
  ],
  closing: ["That is all."],
};
const RESPONSE: RateResponse = {
  entries: {
    d1s1: { level: "2", evidence: "The register" },
    d1s2: { level: "1" },
    d2s1: { level: "unknown", who: "Registry" },
    d3s1: { level: "0", improve: "Write a list" },
  },
  look: "2027-03-01",
};
const view = (response: RateResponse | null, more: Partial<RatePublic> = {}, open = true) => (
  <form>
    <RateView
      activity={{ ...activity, ...more }}
      prefix="m"
      response={response}
      problem={null}
      others={null}
      open={open}
    />
  </form>
);
const formOf = (container: HTMLElement) => {
  const form = new FormData(container.querySelector("form") ?? undefined);
  return { getAll: (name: string) => form.getAll(`m.${name}`) };
};

test.each(LANGUAGES)("without an entry there are rows to fill in, and no picture yet, in %s", async (language) => {
  const { container } = await renderIn(language, view(null, { language }));
  const row = within(screen.getByRole("group", { name: "We count" }));
  expect(row.getAllByRole("radio").map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent)).toEqual([
    "0 Not in place",
    "1 Begun",
    "2 In place",
    `? ${words[language].unknown}`,
  ]);
  expect(container.querySelector("svg, table")).toBeNull();
  expect(screen.getByText(words[language].notYet)).toBeTruthy();
  expect(screen.queryByText(words[language].clearNow)).toBeNull();
});

test("with entries the page shows means, the weakest, and what is not known: unknown is no zero", async () => {
  const { container } = await renderIn("en", view(RESPONSE));
  const rows = screen.getAllByRole("row").map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows).toEqual([
    ["Dimension", "Mean", "With a level", "Not known"],
    ["1. Rights", "1.5 of 2", "2 of 2", "0"],
    ["2. Evidence", "no level yet", "0 of 1", "1"],
    ["3. Partners", "0 of 2", "1 of 1", "0"],
  ]);
  expect(container.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
  expect(container.querySelectorAll("circle")).toHaveLength(2);
  expect(
    screen.getAllByRole("textbox", { name: "One improvement" }).map((field) => (field as HTMLInputElement).name),
  ).toEqual(["m.answer.improve.d3s1", "m.answer.improve.d1s2"]);
  expect(screen.getAllByText("Who would know: Registry")).toHaveLength(2);
  expect(rate.readResponse(activity, formOf(container))).toEqual(RESPONSE);
});

test("two dimensions are shown as bars", async () => {
  const { container } = await renderIn("en", view(RESPONSE, { dimensions: activity.dimensions.slice(0, 2) }));
  expect(container.querySelectorAll("svg rect")).toHaveLength(1);
  expect(container.querySelector("svg polygon")).toBeNull();
});

test("a day that is none stands beside its field as it was typed", async () => {
  await renderIn("en", view({ ...RESPONSE, look: "2027-02-30" }));
  expect(screen.getByLabelText("Day of the next look").getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByLabelText<HTMLInputElement>("Day of the next look").value).toBe("2027-02-30");
  expect(screen.getByText(/^2027-02-30 – This is no day/)).toBeTruthy();
});

test("fields keep what is being typed while answers come in, and are emptied when everything was deleted", async () => {
  const { container, rerender } = await renderIn("en", view(null));
  const user = userEvent.setup();
  await user.click(
    within(screen.getByRole("group", { name: "We count" })).getByRole("radio", { name: "0 Not in place" }),
  );
  await user.type(container.querySelector("#m-d1s1-evidence") as HTMLElement, "a regis");
  rerender(view({ entries: { d2s1: { level: "0" } } }));
  expect(rate.readResponse(activity, formOf(container))).toEqual({
    entries: { d1s1: { evidence: "a regis" }, d2s1: { level: "0" } },
  });
  rerender(view(null));
  expect(rate.readResponse(activity, formOf(container))).toBeNull();
});

test("a reviewer sees the rows and no button", async () => {
  await renderIn("en", view(null, {}, false));
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getAllByRole("radio")).toHaveLength(16);
});

test("long texts stand whole in their rows", async () => {
  const long = "узаемадзеянне ".repeat(40).trim();
  await renderIn("be", view(RESPONSE, { dimensions: [{ name: long, statements: [statement("d1s1", `${long}!`)] }] }));
  expect(screen.getByRole("group", { name: `${long}!` })).toBeTruthy();
});
