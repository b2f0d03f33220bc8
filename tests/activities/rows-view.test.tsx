// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { matrix, type MatrixResponse } from "#app/activities/matrix/definition.ts";
import { MatrixView } from "#app/activities/matrix/view.tsx";
import { sort, type SortResponse } from "#app/activities/sort/definition.ts";
import { SortView } from "#app/activities/sort/view.tsx";
import { LANGUAGES } from "#app/domain/language.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import { loadedMessages } from "#app/locales/messages.ts";
import { renderIn } from "../ui/in-language.tsx";
import { question, reviewed } from "./view-props.tsx";

afterEach(cleanup);

const part = (id: string, text: string) => ({ id, text: [text] as RichNode[] });
const statements = {
  ...question("q1"),
  kind: "matrix" as const,
  rows: [part("r1", "She is owed wages"), part("r2", "She needs a permit"), part("r3", "She may complain")],
  columns: null as [string, string] | null,
  fixed: false,
};
const KEY = { pairs: { r1: "yes", r2: "no", r3: "yes" } };
const REASONS = { r1: "Because of r1", r2: "Because of r2", r3: "Because of r3" };
const ORDER = ["r3", "r1", "r2"];

const items = {
  ...question("q2"),
  kind: "sort" as const,
  items: [part("i1", "A threat"), part("i2", "A drive")],
  categories: [part("c1", "Act"), part("c2", "Means")],
};

function after(response: MatrixResponse | null, columns: [string, string] | null = null) {
  const review = reviewed(response as MatrixResponse, KEY, matrix.grade(KEY, response ?? matrix.unanswered), REASONS);
  return <MatrixView activity={{ ...statements, columns }} order={ORDER} prefix="q1" response={null} review={review} />;
}

function row(name: string) {
  return within(screen.getByRole("group", { name }));
}

test("each statement is a group of two radio buttons, named by its words, in the order given", async () => {
  await renderIn("en", <MatrixView activity={statements} order={ORDER} prefix="q1" response={null} review={null} />);
  const names = screen.getAllByRole("group").map((group) => group.querySelector("p")?.textContent);
  expect(names).toEqual(["She may complain", "She is owed wages", "She needs a permit"]);
  const radios = row("She is owed wages").getAllByRole<HTMLInputElement>("radio");
  expect(radios.map((radio) => [radio.name, radio.value, radio.checked])).toEqual([
    ["q1.answer.r1", "yes", false],
    ["q1.answer.r1", "no", false],
  ]);
});

test.each(LANGUAGES)(
  "statements are answered in the words of the interface unless the author has words, in %s",
  async (language) => {
    const view = (columns: [string, string] | null) => (
      <MatrixView activity={{ ...statements, columns }} order={ORDER} prefix="q1" response={null} review={null} />
    );
    const { rerender } = await renderIn(language, view(null));
    const { yes, no } = loadedMessages(language).activity;
    expect(row("She is owed wages").getByRole("radio", { name: String(yes) })).toBeTruthy();
    expect(row("She is owed wages").getByRole("radio", { name: String(no) })).toBeTruthy();
    rerender(view(["Lawful", "Unlawful"]));
    expect(row("She is owed wages").getByRole("radio", { name: "Unlawful" })).toBeTruthy();
  },
);

test("the keyboard alone answers a matrix, and what the form sends is what the server reads", async () => {
  const { container } = await renderIn(
    "en",
    <form>
      <MatrixView activity={statements} order={ORDER} prefix="q1" response={null} review={null} />
    </form>,
  );
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard(" ");
  await user.tab();
  await user.keyboard(" ");
  const form = new FormData(container.querySelector("form") ?? undefined);
  expect(matrix.readResponse(statements, { getAll: (name) => form.getAll(`q1.${name}`) })).toEqual({
    r1: "yes",
    r3: "yes",
  });
});

test.each(LANGUAGES)(
  "after the answer, each statement says what was answered, what is right and why, in %s",
  async (language) => {
    await renderIn(language, after({ r1: "yes", r2: "yes" }, ["Lawful", "Unlawful"]));
    const words = loadedMessages(language).activity;
    expect(screen.queryByRole("radio")).toBeNull();
    const right = row("She is owed wages");
    expect(right.getByText("Lawful")).toBeTruthy();
    expect(right.getByText(String(words.right))).toBeTruthy();
    expect(right.getByText("Because of r1")).toBeTruthy();
    const wrong = row("She needs a permit");
    expect(wrong.getByText("Lawful")).toBeTruthy();
    expect(wrong.getByText(String(words.wrong))).toBeTruthy();
    expect(wrong.getByText(/Unlawful/)).toBeTruthy();
    expect(wrong.getByText("Because of r2")).toBeTruthy();
    const open = row("She may complain");
    expect(open.getByText(String(words.noAnswer))).toBeTruthy();
    expect(open.getByText("Because of r3")).toBeTruthy();
  },
);

test("a matrix without any answer shows every right answer", async () => {
  await renderIn("en", after(null));
  expect(screen.getAllByText("No answer given")).toHaveLength(3);
  expect(screen.getAllByText(/^Right answer: (Yes|No)$/)).toHaveLength(3);
});

test("each item of a sort is a group of all categories in the author's order", async () => {
  const { container } = await renderIn(
    "en",
    <form>
      <SortView activity={items} order={["i2", "i1"]} prefix="q2" response={{ i2: "c2" }} review={null} />
    </form>,
  );
  expect(screen.getAllByRole("group").map((group) => group.querySelector("p")?.textContent)).toEqual([
    "A drive",
    "A threat",
  ]);
  const radios = row("A drive").getAllByRole<HTMLInputElement>("radio");
  expect(radios.map((radio) => [radio.value, radio.checked])).toEqual([
    ["c1", false],
    ["c2", true],
  ]);
  await userEvent.setup().click(row("A threat").getByRole("radio", { name: "Means" }));
  const form = new FormData(container.querySelector("form") ?? undefined);
  expect(sort.readResponse(items, { getAll: (name) => form.getAll(`q2.${name}`) })).toEqual({ i1: "c2", i2: "c2" });
});

test("after the answer, each item of a sort says where it belongs and why", async () => {
  const key = { pairs: { i1: "c2", i2: "c1" } };
  const response: SortResponse = { i1: "c2", i2: "c2" };
  const review = reviewed(response, key, sort.grade(key, response), {
    i1: "A threat is a means.",
    i2: "A drive is an act.",
  });
  await renderIn("en", <SortView activity={items} order={["i1", "i2"]} prefix="q2" response={null} review={review} />);
  expect(row("A threat").queryByText(/^Right answer/)).toBeNull();
  expect(row("A drive").getByText("Right answer: Act")).toBeTruthy();
  expect(row("A drive").getByText("A drive is an act.")).toBeTruthy();
});
