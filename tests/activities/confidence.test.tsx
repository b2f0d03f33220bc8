// @vitest-environment jsdom
/** How sure learners are: how it is written, read and shown, and that no grade knows of it. */
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { confidenceIn, fieldsOf } from "#app/activities/activity-state.ts";
import { definitionOf } from "#app/activities/definitions.ts";
import { type MultipleKey, multiple } from "#app/activities/multiple/definition.ts";
import { MultipleView } from "#app/activities/multiple/view.tsx";
import { single } from "#app/activities/single/definition.ts";
import { SingleView } from "#app/activities/single/view.tsx";
import { LANGUAGES } from "#app/domain/language.ts";
import { loadedMessages } from "#app/locales/messages.ts";
import { lessonWith, readLesson } from "../compiler/fixtures.ts";
import { renderIn } from "../ui/in-language.tsx";
import { options, question, reviewed } from "./view-props.tsx";

afterEach(cleanup);

const one = {
  ...question("q1"),
  kind: "single" as const,
  fixed: false,
  confidence: true as const,
  options: options("An act", "A means", "A purpose"),
};
const several = { ...one, id: "q2", kind: "multiple" as const };
const ORDER = ["c", "a", "b"];

function draftOf(attributes: string, options: string) {
  const { page, problems } = readLesson(
    lessonWith(`<Question id="one" outcome="m1.o1"${attributes}>\nWhich?\n${options}\n</Question>`),
  );
  expect(problems).toEqual([]);
  return page?.activities[0]?.draft?.public;
}

const OPTION = { right: "- [x] This\n  > Yes.\n", wrong: "- [ ] That\n  > No.\n" };

test("a question asks only where its author says so, be it one answer or several", () => {
  for (const [kind, list] of [
    ["single", OPTION.right + OPTION.wrong],
    ["multiple", OPTION.right + OPTION.right.replace("This", "These") + OPTION.wrong],
  ] as const) {
    expect(draftOf(' confidence="ask"', list)).toMatchObject({ kind, confidence: true });
    expect(draftOf("", list)).toMatchObject({ kind });
    expect(draftOf("", list)).not.toHaveProperty("confidence");
  }
});

test("the public half travels with and without the question, and with nothing else in its place", () => {
  expect(single.PublicSchema.parse(one)).toEqual(one);
  const { confidence: _, ...silent } = several;
  expect(multiple.PublicSchema.parse(silent)).toEqual(silent);
  for (const confidence of [false, "ask", null]) {
    expect(single.PublicSchema.safeParse({ ...one, confidence }).success).toBe(false);
  }
});

const anything = fc.oneof(
  fc.constantFrom("sure", "fairly", "guess", "", "certain", "constructor"),
  fc.string({ maxLength: 300 }),
);

test("whatever a form says about it, the answer is read and graded the same", () => {
  const keys = { single: { right: "a" }, multiple: { right: ["a", "c"] } satisfies MultipleKey };
  fc.assert(
    fc.property(
      fc.constantFrom(one, several),
      fc.subarray(["a", "b", "c", "z"]),
      fc.array(anything, { maxLength: 3 }),
      (activity, chosen, said) => {
        const answer = chosen.map((id) => [`${activity.id}.answer`, id]);
        const bare = fieldsOf(new URLSearchParams(answer), activity.id);
        const told = fieldsOf(
          new URLSearchParams([...said.map((one) => [`${activity.id}.confidence`, one]), ...answer]),
          activity.id,
        );
        const definition = definitionOf(activity.kind);
        const response = definition.readResponse(activity, told);
        expect(response).toEqual(definition.readResponse(activity, bare));
        const key = keys[activity.kind];
        if (response === null) return;
        expect(definition.grade(key, response)).toEqual(definition.grade(key, definition.readResponse(activity, bare)));
        const [only] = said;
        const known = said.length === 1 && only !== undefined && ["sure", "fairly", "guess"].includes(only);
        expect(confidenceIn(activity, told)).toBe(known ? only : null);
        expect(confidenceIn({ ...activity, confidence: undefined } as never, told)).toBeNull();
      },
    ),
  );
});

test.each(LANGUAGES)("three radio buttons follow the options, none of them chosen, in %s", async (language) => {
  await renderIn(language, <SingleView activity={one} order={ORDER} prefix="q1" response={null} review={null} />);
  const words = loadedMessages(language).confidence;
  const group = screen.getByRole("group", { name: new RegExp(`^${words.ask.replace("?", "\\?")}`) });
  const buttons = within(group).getAllByRole<HTMLInputElement>("radio");
  expect(buttons.map(({ name, value }) => [name, value])).toEqual([
    ["q1.confidence", "sure"],
    ["q1.confidence", "fairly"],
    ["q1.confidence", "guess"],
  ]);
  expect(buttons.some(({ checked, disabled }) => checked || disabled)).toBe(false);
  const last = screen.getAllByRole("radio").at(-1);
  expect(last).toBe(within(group).getByRole("radio", { name: words.guess }));
});

test("it can be left open, said, and changed, and never touches the answer", async () => {
  const { container } = await renderIn(
    "en",
    <form>
      <MultipleView activity={several} order={ORDER} prefix="q2" response={null} review={null} />
    </form>,
  );
  const fields = () => [...new FormData(container.querySelector("form") ?? undefined).entries()];
  await userEvent.click(screen.getByRole("checkbox", { name: "A means" }));
  expect(fields()).toEqual([["q2.answer", "b"]]);
  await userEvent.click(screen.getByRole("radio", { name: "Sure" }));
  await userEvent.click(screen.getByRole("radio", { name: "A guess" }));
  expect(fields()).toEqual([
    ["q2.answer", "b"],
    ["q2.confidence", "guess"],
  ]);
});

test("what was said before is chosen already", async () => {
  await renderIn(
    "en",
    <SingleView activity={one} order={ORDER} prefix="q1" response="b" confidence="fairly" review={null} />,
  );
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Fairly sure" }).checked).toBe(true);
});

test("a question that does not ask shows nothing of it", async () => {
  const { confidence: _, ...silent } = one;
  await renderIn("en", <SingleView activity={silent} order={ORDER} prefix="q1" response={null} review={null} />);
  expect(screen.getAllByRole("radio")).toHaveLength(3);
  expect(screen.queryByText("How sure are you?")).toBeNull();
});

test("after the answer the buttons are gone; a reviewer sees that learners are asked, and can say nothing", async () => {
  const review = reviewed("a", { right: "a" }, single.grade({ right: "a" }, "a"), { a: "Why a" });
  const shown = await renderIn(
    "en",
    <SingleView activity={one} order={ORDER} prefix="q1" response={null} review={review} />,
  );
  expect(screen.queryByText("How sure are you?")).toBeNull();
  shown.rerender(
    <SingleView
      activity={one}
      order={ORDER}
      prefix="q1"
      response={null}
      review={{ ...review, solution: true as const }}
    />,
  );
  expect(screen.getByText("How sure are you?")).toBeTruthy();
  expect(screen.getAllByRole<HTMLInputElement>("radio").every(({ disabled }) => disabled)).toBe(true);
});
