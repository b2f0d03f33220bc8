// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { type MatchKey, type MatchResponse, match } from "#app/activities/match/definition.ts";
import { MatchView } from "#app/activities/match/view.tsx";
import { LANGUAGES } from "#app/domain/language.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import { loadedMessages } from "#app/locales/messages.ts";
import { renderIn } from "../ui/in-language.tsx";
import { question, reviewed } from "./view-props.tsx";

afterEach(cleanup);

const part = (id: string, text: string) => ({ id, text: [text] as RichNode[] });
const activity = {
  ...question("q1"),
  kind: "match" as const,
  rows: [part("r1", "Employed persons"), part("r2", "Everybody who moves"), part("r3", "Goods")],
  answers: [
    part("a1", "Convention No. 97"),
    part("a2", "Statistics"),
    part("a3", "The Compact"),
    part("a4", "Customs law"),
  ],
};
const ORDER = ["a4", "a2", "a1", "a3"];
const KEY: MatchKey = { pairs: { r1: "a1", r2: "a2", r3: "a4" } };
const REASONS = { r1: "Because of r1", r2: "Because of r2", r3: "Because of r3", a3: "It defines nothing" };

function after(response: MatchResponse | null) {
  const review = reviewed(response as MatchResponse, KEY, match.grade(KEY, response ?? match.unanswered), REASONS);
  return <MatchView activity={activity} order={ORDER} prefix="q1" response={null} review={review} />;
}

function rowOf(text: string) {
  const item = screen.getByText(text).closest("li");
  if (!item) throw new Error(`${text} is no row`);
  return within(item);
}

test("each line is a list of all answers in the order given, named by its words", async () => {
  await renderIn("en", <MatchView activity={activity} order={ORDER} prefix="q1" response={null} review={null} />);
  const lists = screen.getAllByRole<HTMLSelectElement>("combobox");
  expect(lists.map((list) => [list.name, list.value])).toEqual([
    ["q1.answer.r1", ""],
    ["q1.answer.r2", ""],
    ["q1.answer.r3", ""],
  ]);
  for (const name of ["Employed persons", "Everybody who moves", "Goods"]) {
    const list = within(screen.getByRole("combobox", { name }));
    const values = list.getAllByRole<HTMLOptionElement>("option").map((option) => option.value);
    expect(values).toEqual(["", ...ORDER]);
  }
});

test("what was answered before is chosen already", async () => {
  const response = { r2: "a2" };
  await renderIn("en", <MatchView activity={activity} order={ORDER} prefix="q1" response={response} review={null} />);
  const values = screen.getAllByRole<HTMLSelectElement>("combobox").map((list) => list.value);
  expect(values).toEqual(["", "a2", ""]);
});

test("what the form sends is what the server reads; a line set back to “choose” is none", async () => {
  const { container } = await renderIn(
    "en",
    <form>
      <MatchView activity={activity} order={ORDER} prefix="q1" response={{ r3: "a4" }} review={null} />
    </form>,
  );
  const user = userEvent.setup();
  await user.selectOptions(screen.getByRole("combobox", { name: "Employed persons" }), "Convention No. 97");
  await user.selectOptions(screen.getByRole("combobox", { name: "Goods" }), "Choose …");
  const form = new FormData(container.querySelector("form") ?? undefined);
  expect(match.readResponse(activity, { getAll: (name) => form.getAll(`q1.${name}`) })).toEqual({ r1: "a1" });
});

test.each(LANGUAGES)(
  "after the answer, each line says what was chosen, what is right and why, in %s",
  async (language) => {
    await renderIn(language, after({ r1: "a1", r2: "a3" }));
    const words = loadedMessages(language).activity;
    const right = rowOf("Employed persons");
    expect(right.getByText("Convention No. 97")).toBeTruthy();
    expect(right.getByText(words.right)).toBeTruthy();
    expect(right.getByText("Because of r1")).toBeTruthy();
    const wrong = rowOf("Everybody who moves");
    expect(wrong.getByText("The Compact")).toBeTruthy();
    expect(wrong.getByText(words.wrong)).toBeTruthy();
    expect(wrong.getByText(/Statistics/)).toBeTruthy();
    expect(wrong.getByText("Because of r2")).toBeTruthy();
  },
);

test("a line without an answer says so and shows the right one", async () => {
  await renderIn("en", after({ r1: "a1" }));
  const open = rowOf("Goods");
  expect(open.getByText("No answer given")).toBeTruthy();
  expect(open.getByText("Right answer: Customs law")).toBeTruthy();
  expect(open.getByText("Because of r3")).toBeTruthy();
});

test("a match without any answer shows every right answer", async () => {
  await renderIn("en", after(null));
  expect(screen.getAllByText("No answer given")).toHaveLength(3);
  expect(screen.getAllByText(/^Right answer: /)).toHaveLength(3);
});

test("a right line does not repeat the right answer", async () => {
  await renderIn("en", after({ r1: "a1", r2: "a2", r3: "a4" }));
  expect(screen.queryByText(/^Right answer: /)).toBeNull();
});

test("after the answer there is nothing left to change, and surplus answers have their reasons", async () => {
  await renderIn("en", after({ r1: "a1" }));
  expect(screen.queryByRole("combobox")).toBeNull();
  const lines = screen.getAllByRole("listitem").map((line) => line.textContent);
  expect(lines).toContain("The Compact: It defines nothing");
  expect(screen.getByText("The remaining answers")).toBeTruthy();
});

test("after the answer, no label points at a field that is no longer there", async () => {
  const { container } = await renderIn("en", after({ r1: "a1" }));
  const lost = [...container.querySelectorAll("label")].filter((label) => label.control === null);
  expect(lost.map((label) => label.textContent)).toEqual([]);
});

test.each(LANGUAGES)(
  "for paper the answers stand once more in the order given, and each line has a box, in %s",
  async (language) => {
    const view = <MatchView activity={activity} order={ORDER} prefix="q1" response={null} review={null} />;
    const { container, rerender } = await renderIn(language, view);
    const paper = container.querySelector<HTMLElement>(".match-paper");
    expect(paper?.querySelector("p")?.textContent).toBe(loadedMessages(language).activity.writeLetter);
    expect([...(paper?.querySelectorAll("li") ?? [])].map(({ textContent }) => textContent)).toEqual([
      "Customs law",
      "Statistics",
      "Convention No. 97",
      "The Compact",
    ]);
    expect(container.querySelectorAll(".match-letter")).toHaveLength(3);
    rerender(after({ r1: "a1" }));
    expect(container.querySelectorAll(".match-paper, .match-letter")).toHaveLength(0);
  },
);
