// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { RecalledNote } from "#app/activities/activity-state.ts";
import type { PlanResponse } from "#app/activities/plan/definition.ts";
import { PlanView } from "#app/activities/plan/view.tsx";
import { LANGUAGES } from "#app/domain/language.ts";
import { renderIn } from "../ui/in-language.tsx";
import { planOf } from "./plan-sample.ts";

afterEach(cleanup);

const COMPLETE: PlanResponse = {
  lines: [
    { id: "l1", text: "A locked door", check: "partly" },
    { id: "l3", text: "No names\nare kept", check: null },
  ],
  actions: [{ id: "a2", what: "Open it", who: "The head", by: "2026-12-31", money: "none" }],
  finished: true,
};

function view({
  response = null,
  notes,
  open = true,
}: {
  response?: PlanResponse | null;
  notes?: RecalledNote[];
  open?: boolean;
} = {}) {
  const more = { ...(notes ? { notes } : {}), sheet: "/en/courses/one/plan" };
  return (
    <form>
      <PlanView
        activity={planOf()}
        prefix="my-plan"
        response={response}
        problem={null}
        others={null}
        open={open}
        {...more}
      />
    </form>
  );
}

const fieldsIn = (container: HTMLElement) => [
  ...new FormData(container.querySelector("form") as HTMLFormElement).entries(),
];

test("each line is a field named by its title and described by its prompt and questions", async () => {
  await renderIn("en", view());
  const problem = screen.getByRole("textbox", { name: "Problem" });
  expect(document.getElementById(problem.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
    "What about problem?",
  );
  const safeguards = screen.getByRole("textbox", { name: "Safeguards" });
  expect(document.getElementById(safeguards.getAttribute("aria-describedby") ?? "")?.textContent).toContain(
    "Who sees the data?",
  );
  const actions = within(screen.getByRole("group", { name: "Actions" }));
  expect(actions.getAllByRole("group").map((group) => group.querySelector("legend")?.textContent)).toEqual([
    "Action 1",
    "Action 2",
    "Action 3",
  ]);
  const first = within(actions.getByRole("group", { name: "Action 1" }));
  for (const name of ["What", "Who", "Money"]) expect(first.getByRole("textbox", { name })).toBeTruthy();
  expect(first.getByLabelText<HTMLInputElement>("By when").type).toBe("date");
});

test("the model sheet and the declaration are not there before each line has a text", async () => {
  const { rerender } = await renderIn("en", view());
  expect(screen.getByRole("status").textContent).toContain("3 lines of 3 have no text yet.");
  expect(screen.queryByRole("region", { name: "Model sheet" })).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
  rerender(view({ response: { ...COMPLETE, actions: [], finished: false } }));
  expect(screen.getByRole("status").textContent).toContain("1 line of 3 has no text yet.");
  expect(document.body.textContent).not.toContain("An invented office");
  rerender(view({ response: { ...COMPLETE, finished: false } }));
  expect(screen.getByRole("status").textContent).toContain("Each line has a text.");
  expect(screen.getByRole("region", { name: "Model sheet" }).textContent).toContain("An invented office on problem.");
  expect(screen.getByRole<HTMLInputElement>("checkbox").checked).toBe(false);
});

test.each(LANGUAGES)("what was written stands in its fields, as it is sent again, in %s", async (language) => {
  const { container } = await renderIn(language, view({ response: COMPLETE }));
  const sent = fieldsIn(container).filter(([, value]) => value !== "");
  expect(sent).toEqual([
    ["my-plan.answer.l1", "A locked door"],
    ["my-plan.answer.l1.check", "partly"],
    ["my-plan.answer.a2.what", "Open it"],
    ["my-plan.answer.a2.who", "The head"],
    ["my-plan.answer.a2.by", "2026-12-31"],
    ["my-plan.answer.a2.money", "none"],
    ["my-plan.answer.l3", "No names\nare kept"],
    ["my-plan.answer.finished", "yes"],
  ]);
  const onPaper = [...container.querySelectorAll(".plan-paper")].map((text) => text.textContent).filter(Boolean);
  expect(onPaper).toHaveLength(6);
  expect(onPaper[3]).toMatch(/2026/);
  expect(screen.getByRole("link").getAttribute("href")).toBe("/en/courses/one/plan");
});

test("a note is copied to the end of a line, or into the first action that says nothing, and told as typed", async () => {
  const user = userEvent.setup();
  const changed = vi.fn();
  document.addEventListener("input", changed);
  const notes = [
    { id: "r1", title: "What did you see?", lines: [{ heading: "What did you see?", text: "A queue\nat night" }] },
  ];
  await renderIn("en", view({ response: COMPLETE, notes }));
  expect(screen.getAllByText("From your notes")).toHaveLength(3);
  await user.click(screen.getByRole("button", { name: "Copy into “Problem”", hidden: true }));
  const problem = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Problem" });
  expect(problem.value).toBe("A locked door\nA queue\nat night");
  expect(document.activeElement).toBe(problem);
  await user.click(screen.getByRole("button", { name: "Copy into “Actions”", hidden: true }));
  const actions = screen.getAllByRole<HTMLTextAreaElement>("textbox", { name: "What" });
  expect(actions.map(({ value }) => value)).toEqual(["A queue\nat night", "Open it", ""]);
  expect(changed).toHaveBeenCalledTimes(2);
  document.removeEventListener("input", changed);
});

test("a text that is too long is told at its field while it is written, and nothing of it is cut off", async () => {
  const user = userEvent.setup();
  const long = "я".repeat(2001);
  await renderIn("en", view());
  const problem = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Problem" });
  await user.click(problem);
  await user.paste(long);
  expect(problem.value).toBe(long);
  expect(problem.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById("my-plan-l1-long")?.textContent).toContain("2,001 characters");
  expect(problem.getAttribute("aria-describedby")).toBe("my-plan-l1-ask my-plan-l1-long");
  await user.keyboard("{Backspace}");
  expect(problem.getAttribute("aria-invalid")).toBeNull();
});

test("a reviewer sees everything, and can send nothing", async () => {
  const { container } = await renderIn("en", view({ open: false }));
  expect(screen.getByRole("region", { name: "Model sheet" }).textContent).toContain("An invented office on actions.");
  expect(screen.queryByRole("button")).toBeNull();
  expect(fieldsIn(container)).toEqual([]);
});
