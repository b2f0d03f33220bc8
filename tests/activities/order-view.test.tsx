// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { order, type OrderResponse } from "#app/activities/order/definition.ts";
import { OrderView } from "#app/activities/order/view.tsx";
import { LANGUAGES } from "#app/domain/language.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import { loadedMessages, loadMessages } from "#app/locales/messages.ts";
import { LanguageProvider } from "#app/ui/language.tsx";
import { renderIn } from "../ui/in-language.tsx";
import { question, reviewed } from "./view-props.tsx";

afterEach(() => {
  cleanup();
  document.body.innerHTML = "";
});

const part = (id: string, text: string) => ({ id, text: [text] as RichNode[] });
const activity = {
  ...question("q1"),
  kind: "order" as const,
  steps: [part("s1", "Ask"), part("s2", "Protect"), part("s3", "Introduce yourself")],
};
const SHOWN = ["s3", "s1", "s2"];
const KEY = { sequence: ["s2", "s3", "s1"] };
const REASONS = { s1: "Because of s1", s2: "Because of s2", s3: "Because of s3" };

const form = (response: OrderResponse | null, onChange = () => {}) => (
  <form onChange={onChange}>
    <OrderView activity={activity} order={SHOWN} prefix="q1" response={response} review={null} />
  </form>
);

function stepsShown(): (string | null | undefined)[] {
  return screen.getAllByRole("listitem").map((item) => item.querySelector("label")?.textContent);
}

function sent(container: HTMLElement): OrderResponse | null {
  const fields = new FormData(container.querySelector("form") ?? undefined);
  return order.readResponse(activity, { getAll: (name) => fields.getAll(`q1.${name}`) });
}

async function plain(response: OrderResponse | null): Promise<HTMLElement> {
  await loadMessages("en");
  const page = document.body.appendChild(document.createElement("div"));
  page.innerHTML = renderToString(<LanguageProvider language="en">{form(response)}</LanguageProvider>);
  return page;
}

test("without script each step has a list of places, named by its words, in the order given", async () => {
  await plain({ s1: 2 });
  expect(stepsShown()).toEqual(["Introduce yourself", "Ask", "Protect"]);
  const places = within(screen.getByRole("combobox", { name: "Ask" })).getAllByRole<HTMLOptionElement>("option");
  expect(places.map(({ value }) => value)).toEqual(["", "1", "2", "3"]);
  expect(screen.getAllByRole<HTMLSelectElement>("combobox").map(({ value }) => value)).toEqual(["", "2", ""]);
  expect(screen.queryByRole("button")).toBeNull();
});

test("two steps with the same place are told so beside both, and keep it", async () => {
  const page = await plain({ s1: 2, s2: 2, s3: 1 });
  const said = loadedMessages("en").activity.samePlace;
  expect(screen.getAllByText(String(said))).toHaveLength(2);
  for (const name of ["Ask", "Protect"]) {
    const field = screen.getByRole("combobox", { name });
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(document.getElementById(field.getAttribute("aria-describedby") ?? "")?.textContent).toBe(said);
  }
  expect(screen.getByRole("combobox", { name: "Introduce yourself" }).getAttribute("aria-invalid")).toBeNull();
  expect(sent(page)).toEqual({ s1: 2, s2: 2, s3: 1 });
});

test("with script, buttons move a step; nothing is answered before the first move", async () => {
  const changed = vi.fn();
  const { container } = await renderIn("en", form(null, changed));
  expect(screen.queryByRole("combobox")).toBeNull();
  expect(sent(container)).toBeNull();
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Move up: Protect" }));
  expect(stepsShown()).toEqual(["Introduce yourself", "Protect", "Ask"]);
  expect(sent(container)).toEqual({ s1: 3, s2: 2, s3: 1 });
  expect(changed).toHaveBeenCalledTimes(1);
  expect(screen.getByRole("status").textContent).toBe("Protect: place 2 of 3");
});

test("the keyboard alone finds the right order, and keeps its place", async () => {
  const { container } = await renderIn("en", form(null));
  const user = userEvent.setup();
  const up = screen.getByRole("button", { name: "Move up: Protect" });
  up.focus();
  await user.keyboard("{Enter}");
  expect(document.activeElement).toBe(up);
  await user.keyboard(" ");
  expect(sent(container)).toEqual({ s1: 3, s2: 1, s3: 2 });
  expect(order.grade(KEY, sent(container) ?? {}).score).toBe(1);
  // At the top there is no way up, and the focus stays with the step.
  expect(up.hasAttribute("disabled")).toBe(true);
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Move down: Protect");
});

test("the script takes over what was answered before, and what was chosen before it arrived", async () => {
  const { container } = await renderIn("en", form({ s1: 1, s2: 2, s3: 3 }));
  expect(stepsShown()).toEqual(["Ask", "Protect", "Introduce yourself"]);
  expect(sent(container)).toEqual({ s1: 1, s2: 2, s3: 3 });
  cleanup();
  const page = await plain(null);
  fireEvent.change(screen.getByRole("combobox", { name: "Protect" }), { target: { value: "1" } });
  render(<LanguageProvider language="en">{form(null)}</LanguageProvider>, { container: page, hydrate: true });
  expect(stepsShown()).toEqual(["Protect", "Introduce yourself", "Ask"]);
  expect(sent(page)).toEqual({ s2: 1 });
});

test.each(LANGUAGES)(
  "after the answer, steps stand in their order, each with the place it was given and why, in %s",
  async (language) => {
    const response = { s2: 1, s3: 1 };
    const review = reviewed(response, KEY, order.grade(KEY, response), REASONS);
    await renderIn(
      language,
      <OrderView activity={activity} order={SHOWN} prefix="q1" response={null} review={review} />,
    );
    const lines = screen.getAllByRole("listitem");
    expect(lines.map((line) => line.querySelector(".row-words")?.textContent)).toEqual([
      "Protect",
      "Introduce yourself",
      "Ask",
    ]);
    const words = loadedMessages(language).activity;
    const last = within(lines[2] as HTMLElement);
    expect(last.getByText(String(words.noAnswer))).toBeTruthy();
    expect(last.getByText(String(words.notInOrder))).toBeTruthy();
    expect(last.getByText("Because of s1")).toBeTruthy();
    expect(screen.queryByRole("combobox")).toBeNull();
    expect(screen.queryByRole("button")).toBeNull();
  },
);
