// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { scenario, type ScenarioPublic, type ScenarioResponse } from "#app/activities/scenario/definition.ts";
import { ScenarioView } from "#app/activities/scenario/view.tsx";
import { words } from "#app/activities/scenario/words.ts";
import { MAX_STEPS, type Way } from "#app/activities/scenario/walk.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { renderIn } from "../ui/in-language.tsx";
import { question } from "./view-props.tsx";

afterEach(cleanup);

const way = (id: string, choice: string, to: string, effects: number[]): Way => ({
  id,
  words: choice,
  to,
  effects,
  norm: choice ? [{ el: "p", children: [`Because of ${choice}`] }] : [],
});

const CASE: ScenarioPublic = {
  kind: "scenario",
  ...question("case"),
  note: "fear.",
  meters: ["trust", "safety"],
  scenes: [
    {
      id: "n1",
      title: "The desk",
      text: ["He waits."],
      ending: false,
      ways: [way("a", "Ask", "n3", [1, 0]), way("b", "Wait", "n2", [-2, 0])],
    },
    { id: "n2", title: "The bench", text: ["He sits."], ending: false, ways: [way("a", "", "n1", [0, 0])] },
    { id: "n3", title: "The talk", text: ["He talks."], ending: true, ways: [] },
  ],
  debrief: ["Ask first."],
  summary: ["Who asks, learns."],
};

/** The view inside a form that tells what it would send. */
async function show(
  response: ScenarioResponse | null,
  {
    others = null,
    open = true,
    activity = CASE,
    language = "en",
  }: Partial<Omit<Parameters<typeof ScenarioView>[0], "response">> & { language?: "en" | "ru" | "be" } = {},
) {
  const sent = vi.fn();
  const form = (given: ScenarioResponse | null) => (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        const data = new FormData(event.currentTarget);
        if (submitter instanceof HTMLButtonElement) data.append(submitter.name, submitter.value);
        sent(scenario.readResponse(activity, { getAll: (name) => data.getAll(`case.${name}`) }));
      }}
    >
      <ScenarioView activity={activity} prefix="case" response={given} problem={null} others={others} open={open} />
    </form>
  );
  const shown = await renderIn(language, form(response));
  return { ...shown, sent, follow: (given: ScenarioResponse) => shown.rerender(form(given)) };
}

const at = (...path: string[]): ScenarioResponse => ({ path, skipped: false });
const stage = () => screen.getByRole("region");
const button = (name: string) => screen.getByRole("button", { name });

test("the first scene stands with its note, its choices and the way round it; nothing can be undone yet", async () => {
  const { sent } = await show(null);
  expect(screen.getByText("fear.")).toBeTruthy();
  expect(within(stage()).getByText("The desk")).toBeTruthy();
  expect(stage().textContent).toContain("trust: some");
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Ask", "Wait", words.en.skip]);
  await userEvent.click(button("Ask"));
  expect(sent).toHaveBeenLastCalledWith({ path: ["a"], skipped: false });
  await userEvent.click(button(words.en.skip));
  expect(sent).toHaveBeenLastCalledWith({ path: [], skipped: true });
});

test("after a choice its consequence stands before the next scene, which takes the focus when it comes", async () => {
  const { sent, follow } = await show(null);
  expect(document.activeElement).toBe(document.body);
  await follow(at("b"));
  expect(document.activeElement).toBe(stage());
  const text = stage().textContent ?? "";
  expect(text.indexOf("Because of Wait")).toBeLessThan(text.indexOf("The bench"));
  expect(text).toContain("trust: low (much lower)");
  await userEvent.click(button("Go back to “The desk”"));
  expect(sent).toHaveBeenLastCalledWith(at("b", "a"));
  await userEvent.click(button(words.en.back));
  expect(sent).toHaveBeenLastCalledWith(at());
});

test("an ending sums up the choices with their reasons, and begins again", async () => {
  const { sent } = await show(at("b", "a", "a"));
  const table = screen.getByRole("table", { name: words.en.path });
  expect(
    within(table)
      .getAllByRole("row")
      .map((row) => row.textContent),
  ).toEqual([words.en.pathChoice + words.en.pathNorm, "The deskWaitBecause of Wait", "The deskAskBecause of Ask"]);
  expect(within(stage()).getByText("Ask first.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: words.en.skip })).toBeNull();
  await userEvent.click(button(words.en.again));
  expect(sent).toHaveBeenLastCalledWith(at());
});

test("what colleagues chose is told in whole tens, where anybody counted", async () => {
  await show(at("a"), { others: { "n1.a": 37, "n1.b": 1 } });
  const cells = within(screen.getByRole("table")).getAllByRole("cell");
  expect(cells.at(-1)?.textContent).toBe("about 100 %: Askhardly anybody: Wait");
  cleanup();
  await show(at("a"), { others: { "n9.a": 40 } });
  expect(within(screen.getByRole("table")).getAllByRole("cell").at(-1)?.textContent).toBe("–");
});

test("who skipped reads the summary, and can come back to where they were", async () => {
  const { sent } = await show({ path: ["b"], skipped: true });
  expect(within(stage()).getByText("Who asks, learns.")).toBeTruthy();
  expect(within(stage()).queryByText("The bench")).toBeNull();
  await userEvent.click(button(words.en.resume));
  expect(sent).toHaveBeenLastCalledWith(at("b"));
});

test("all ways stand as text, with where each leads and what it does", async () => {
  const { container } = await show(null);
  const text = container.querySelector(".scenario-paths")?.textContent ?? "";
  for (const part of [
    "He waits.",
    "He sits.",
    "He talks.",
    "Because of Ask",
    "Leads to: The talk · trust: higher",
    "Ask first.",
    "Who asks, learns.",
  ]) {
    expect(text).toContain(part);
  }
  expect(container.querySelector('a[href="#case-n3"]')).toBeTruthy();
  expect(container.querySelector("#case-n3")).toBeTruthy();
});

test("while an answer is on its way its buttons say that they wait, and the second click of a double click is none", async () => {
  const { sent } = await show(null, { open: false });
  for (const one of screen.getAllByRole("button")) expect(one.getAttribute("aria-disabled")).toBe("true");
  cleanup();
  const { sent: again } = await show(null);
  await userEvent.dblClick(button("Ask"));
  expect(again).toHaveBeenCalledTimes(1);
  expect(sent).not.toHaveBeenCalled();
});

test("a path of another edition is walked as far as it goes", async () => {
  await show(at("b", "e", "a"));
  expect(within(stage()).getByText("The bench")).toBeTruthy();
});

test("who went in circles for too long is told so, and has no way on", async () => {
  await show(at(...Array.from({ length: MAX_STEPS }, (_, index) => (index % 2 ? "a" : "b"))));
  expect(screen.getByText(words.en.tooLong)).toBeTruthy();
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
    words.en.back,
    words.en.again,
    words.en.skip,
  ]);
});

test.each(LANGUAGES)(
  "a long word and a scenario without note, meters and summary are shown, in %s",
  async (language) => {
    const activity = {
      ...CASE,
      note: "",
      meters: [],
      summary: [],
      scenes: CASE.scenes.map((scene) => ({ ...scene, title: "Слово".repeat(40) })),
    };
    const { container } = await show(null, { activity, language });
    expect(container.querySelector(".scenario-note, .scenario-meters")).toBeNull();
    expect(screen.queryByRole("button", { name: words[language].skip })).toBeNull();
  },
);
