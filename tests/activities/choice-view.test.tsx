// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { type MultipleKey, multiple } from "#app/activities/multiple/definition.ts";
import { MultipleView } from "#app/activities/multiple/view.tsx";
import { type SingleKey, single } from "#app/activities/single/definition.ts";
import { SingleView } from "#app/activities/single/view.tsx";
import { LANGUAGES } from "#app/domain/language.ts";
import { loadedMessages } from "#app/locales/messages.ts";
import { renderIn } from "../ui/in-language.tsx";
import { options, question, reviewed } from "./view-props.tsx";

afterEach(cleanup);

const ORDER = ["c", "a", "d", "b"];
const TEXTS = ["An act", "A means", "A purpose", "A border"] as const;
const REASONS = { a: "Because of a", b: "Because of b", c: "Because of c", d: "Because of d" };

const one = { ...question("q1"), kind: "single" as const, fixed: false, options: options(...TEXTS) };
const several = { ...question("q2"), kind: "multiple" as const, fixed: false, options: options(...TEXTS) };

/** An option with everything that is said about it. */
function optionOf(text: string): HTMLElement {
  const item = screen.getByText(text).closest("li");
  if (!item) throw new Error(`${text} is no option`);
  return item;
}

test("a single choice shows radio buttons in the order given, none chosen", async () => {
  await renderIn("en", <SingleView activity={one} order={ORDER} prefix="q1" response={null} review={null} />);
  const buttons = screen.getAllByRole<HTMLInputElement>("radio");
  expect(buttons.map((button) => button.value)).toEqual(ORDER);
  expect(buttons.map((button) => button.name)).toEqual(ORDER.map(() => "q1.answer"));
  expect(buttons.some((button) => button.checked || button.disabled)).toBe(false);
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "A purpose" }).value).toBe("c");
});

test("options that the order does not name come last, as the author wrote them", async () => {
  await renderIn("en", <SingleView activity={one} order={["d"]} prefix="q1" response={null} review={null} />);
  expect(screen.getAllByRole<HTMLInputElement>("radio").map((button) => button.value)).toEqual(["d", "a", "b", "c"]);
});

test("what was answered before is chosen already", async () => {
  await renderIn("en", <SingleView activity={one} order={ORDER} prefix="q1" response="d" review={null} />);
  expect(screen.getByRole<HTMLInputElement>("radio", { checked: true }).value).toBe("d");
});

test("what the form sends is what the server reads, for one answer and for several", async () => {
  const { container } = await renderIn(
    "en",
    <form>
      <SingleView activity={one} order={ORDER} prefix="q1" response={null} review={null} />
      <MultipleView activity={several} order={ORDER} prefix="q2" response={null} review={null} />
    </form>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole("radio", { name: "A means" }));
  await user.click(screen.getByRole("checkbox", { name: "A purpose" }));
  await user.click(screen.getByRole("checkbox", { name: "An act" }));
  const form = new FormData(container.querySelector("form") ?? undefined);
  expect([...form.entries()]).toEqual([
    ["q1.answer", "b"],
    ["q2.answer", "c"],
    ["q2.answer", "a"],
  ]);
  const under = (prefix: string) => ({ getAll: (name: string) => form.getAll(`${prefix}.${name}`) });
  expect(single.readResponse(one, under("q1"))).toBe("b");
  expect(multiple.readResponse(several, under("q2"))).toEqual(["a", "c"]);
});

test("a choice of several shows boxes in the order given, with what was answered before", async () => {
  await renderIn(
    "en",
    <MultipleView activity={several} order={ORDER} prefix="q2" response={["b", "c"]} review={null} />,
  );
  const boxes = screen.getAllByRole<HTMLInputElement>("checkbox");
  expect(boxes.map((box) => [box.name, box.value, box.checked])).toEqual([
    ["q2.answer", "c", true],
    ["q2.answer", "a", false],
    ["q2.answer", "d", false],
    ["q2.answer", "b", true],
  ]);
});

test("two questions of one page have no field, no label and no id in common", async () => {
  const { container } = await renderIn(
    "en",
    <>
      <SingleView activity={one} order={ORDER} prefix="q1" response={null} review={null} />
      <SingleView activity={{ ...one, id: "q3" }} order={ORDER} prefix="q3" response={null} review={null} />
    </>,
  );
  const ids = [...container.querySelectorAll("[id]")].map((element) => element.id);
  expect(new Set(ids).size).toBe(8);
  await userEvent.click(screen.getAllByLabelText("An act")[1] as HTMLElement);
  expect(screen.getByRole<HTMLInputElement>("radio", { checked: true }).name).toBe("q3.answer");
});

test.each(LANGUAGES)(
  "after the answer, a single choice says in words what was right and why, in %s",
  async (language) => {
    const key: SingleKey = { right: "a" };
    const review = reviewed("b", key, single.grade(key, "b"), REASONS);
    await renderIn(language, <SingleView activity={one} order={ORDER} prefix="q1" response={null} review={review} />);
    const words = loadedMessages(language).activity;
    const chosen = within(optionOf("A means"));
    expect(chosen.getByText(words.wrong)).toBeTruthy();
    expect(chosen.getByText(new RegExp(words.yours))).toBeTruthy();
    expect(chosen.getByText("Because of b")).toBeTruthy();
    const right = within(optionOf("An act"));
    expect(right.getByText(words.missed)).toBeTruthy();
    expect(right.queryByText(new RegExp(words.yours))).toBeNull();
    const untouched = within(optionOf("A border"));
    expect(untouched.getByText("Because of d")).toBeTruthy();
    for (const word of [words.right, words.wrong, words.missed]) expect(untouched.queryByText(word)).toBeNull();
  },
);

test("after the answer, every option keeps its place, and the fields are closed", async () => {
  const key: SingleKey = { right: "a" };
  const review = reviewed("a", key, single.grade(key, "a"), REASONS);
  await renderIn("en", <SingleView activity={one} order={ORDER} prefix="q1" response={null} review={review} />);
  const buttons = screen.getAllByRole<HTMLInputElement>("radio");
  expect(buttons.map((button) => [button.value, button.checked, button.disabled])).toEqual(
    ORDER.map((id) => [id, id === "a", true]),
  );
  expect(within(optionOf("An act")).getByText("Right")).toBeTruthy();
});

test("after the answer, a choice of several marks what was right, wrong and missed", async () => {
  const key: MultipleKey = { right: ["a", "b"] };
  const review = reviewed(["a", "d"], key, multiple.grade(key, ["a", "d"]), REASONS);
  await renderIn("en", <MultipleView activity={several} order={ORDER} prefix="q2" response={null} review={review} />);
  expect(within(optionOf("An act")).getByText("Right")).toBeTruthy();
  expect(within(optionOf("A border")).getByText("Not right")).toBeTruthy();
  expect(within(optionOf("A means")).getByText("This belongs to the answer too")).toBeTruthy();
  expect(within(optionOf("A purpose")).getByText("Because of c")).toBeTruthy();
  expect(screen.getAllByRole<HTMLInputElement>("checkbox").every((box) => box.disabled)).toBe(true);
});

test("a question without an answer shows the right one, and calls nothing the learner's", async () => {
  const key: SingleKey = { right: "a" };
  const review = reviewed(null as never, key, single.grade(key, single.unanswered), REASONS);
  await renderIn("en", <SingleView activity={one} order={ORDER} prefix="q1" response={null} review={review} />);
  expect(within(optionOf("An act")).getByText("This belongs to the answer too")).toBeTruthy();
  expect(screen.queryByText(/Your answer/)).toBeNull();
  expect(screen.queryByRole("radio", { checked: true })).toBeNull();
});

test("a solution is shown as right and as nobody's answer, with the reason of every option", async () => {
  const key = { right: ["a", "c"] };
  const review = { ...reviewed(key.right, key, multiple.grade(key, key.right), REASONS), solution: true as const };
  await renderIn("en", <MultipleView activity={several} order={[]} prefix="q2" response={null} review={review} />);
  const { yours, right } = loadedMessages("en").activity;
  const texts = TEXTS.map((text) => optionOf(text).textContent ?? "");
  expect(texts.map((text) => text.includes(String(right)))).toEqual([true, false, true, false]);
  expect(texts.some((text) => text.includes(String(yours)))).toBe(false);
  for (const reason of Object.values(REASONS)) expect(screen.getByText(reason)).toBeTruthy();
});
