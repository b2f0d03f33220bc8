// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { caseFile, type CaseFilePublic, type CaseFileResponse } from "#app/activities/case-file/definition.ts";
import { CaseFileView } from "#app/activities/case-file/view.tsx";
import { reflect, type ReflectPublic } from "#app/activities/reflect/definition.ts";
import { ReflectView } from "#app/activities/reflect/view.tsx";
import { LANGUAGES } from "#app/domain/language.ts";
import { renderIn } from "../ui/in-language.tsx";
import { question } from "./view-props.tsx";

afterEach(cleanup);

const asked: ReflectPublic = { kind: "reflect", ...question("q1"), hints: [["First hint."], ["Second hint."]] };
const file: CaseFilePublic = {
  kind: "case-file",
  ...question("q1"),
  documents: [
    {
      title: "The letter",
      blocks: [
        [{ el: "p", children: ["Begin on Monday."] }],
        { el: "table", head: [["What"], ["Sum"]], rows: [[["Pay"], ["900"]]] },
      ],
    },
    { title: "The slip", blocks: [["Nothing."]] },
  ],
  questions: [
    { id: "q1", text: ["What differs?"], model: [{ el: "p", children: ["The model says it."] }] },
    { id: "q2", text: ["What is missing?"], model: null },
  ],
};
const given = { others: null, problem: null, open: true, prefix: "q1" };
const sent = (container: HTMLElement) => {
  const form = new FormData(container.querySelector("form") ?? undefined);
  return { getAll: (name: string) => form.getAll(`q1.${name}`) };
};
const shownFile = (response: CaseFileResponse | null, more: Partial<typeof given> = {}) => (
  <form>
    <CaseFileView activity={file} response={response} {...given} {...more} />
  </form>
);

test.each(LANGUAGES)(
  "a reflection is a named field with its hints, and says that only its writer sees it, in %s",
  async (language) => {
    const { container } = await renderIn(
      language,
      <form>
        <ReflectView activity={asked} response={null} {...given} />
      </form>,
    );
    const user = userEvent.setup();
    await user.tab();
    const field = screen.getByRole<HTMLTextAreaElement>("textbox", { description: /Only you|только вы|толькі вы/ });
    expect(document.activeElement).toBe(field);
    expect(field.labels?.[0]?.textContent).not.toBe("");
    expect(within(screen.getByRole("list")).getAllByRole("listitem")).toHaveLength(2);
    await user.keyboard("A thought.");
    expect(reflect.readResponse(asked, sent(container))).toBe("A thought.");
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("button"));
  },
);

test("what was written stands in the field, and whole on paper", async () => {
  const long = "A long text, line by line.\n".repeat(100).trim();
  const { container } = await renderIn("en", <ReflectView activity={asked} response={long} {...given} />);
  expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe(long);
  expect(container.querySelector(".note-paper")?.textContent).toBe(long);
  expect(container.querySelector(".note-written")).not.toBeNull();
});

test("the letters are counted near the end alone, and what is too much is said", async () => {
  const { container } = await renderIn("en", <ReflectView activity={asked} response={"x".repeat(3599)} {...given} />);
  const user = userEvent.setup();
  const field = screen.getByRole<HTMLTextAreaElement>("textbox");
  expect(container.querySelector(".note-count")).toBeNull();
  await user.click(field);
  await user.keyboard("x");
  expect(screen.getByText("400 letters left")).toBeTruthy();
  cleanup();
  await renderIn("ru", <ReflectView activity={asked} response={"ў".repeat(4002)} {...given} />);
  const over = screen.getByRole("textbox", { description: /Лишних 2 знака: текст не сохранён/ });
  expect(over.getAttribute("aria-invalid")).toBe("true");
});

test("a field with a problem is tied to the reason that the frame gives", async () => {
  await renderIn(
    "en",
    <>
      <p id="q1-problem">Too long.</p>
      <ReflectView activity={asked} response="x" {...given} problem="text-too-long" />
    </>,
  );
  expect(screen.getByRole("textbox", { description: /^Too long\./ })).toBeTruthy();
});

test("where no answers can be given, nothing can be written or saved", async () => {
  await renderIn("en", <ReflectView activity={asked} response={null} {...given} open={false} />);
  expect(screen.getByRole<HTMLTextAreaElement>("textbox").readOnly).toBe(true);
  expect(screen.queryByRole("button")).toBeNull();
});

test("the papers of a case are open, can be folded, and a table can be scrolled by keyboard", async () => {
  const { container } = await renderIn("en", shownFile(null));
  const papers = [...container.querySelectorAll<HTMLDetailsElement>("details.case-paper")];
  expect(papers.map((paper) => [paper.open, paper.querySelector("summary")?.textContent])).toEqual([
    [true, "The letter"],
    [true, "The slip"],
  ]);
  expect(screen.getByRole("columnheader", { name: "Sum" })).toBeTruthy();
  expect(screen.getByRole("region", { name: "The letter" }).tabIndex).toBe(0);
});

test("each question is a field that it names, and its model answer waits until something was written", async () => {
  const { container, rerender } = await renderIn("en", shownFile(null));
  const field = screen.getByRole("textbox", { name: "What differs?" });
  expect(screen.queryByText("The model says it.")).toBeNull();
  await userEvent.type(field, "The sum.");
  await userEvent.type(screen.getByRole("textbox", { name: "What is missing?" }), "A name.");
  const response = caseFile.readResponse(file, sent(container));
  expect(response).toEqual({ q1: { text: "The sum.", verdict: null }, q2: { text: "A name.", verdict: null } });
  rerender(shownFile(response));
  expect(screen.getByText("The model says it.")).toBeTruthy();
  expect(container.querySelectorAll("details.case-model")).toHaveLength(1);
  await userEvent.click(screen.getByText("Compare with a model answer"));
  await userEvent.click(screen.getByRole("radio", { name: "matches in part" }));
  expect(caseFile.readResponse(file, sent(container))).toMatchObject({ q1: { verdict: "partly" } });
});

test("an answer that was compared shows its model answer and the choice again", async () => {
  const { container } = await renderIn("be", shownFile({ q1: { text: "Сума.", verdict: "not-yet" } }));
  expect(container.querySelector<HTMLDetailsElement>("details.case-model")?.open).toBe(true);
  expect(container.querySelector<HTMLInputElement>("input:checked")?.value).toBe("not-yet");
});

test("a reviewer sees every model answer, and no fields to choose", async () => {
  await renderIn("en", shownFile(null, { open: false }));
  expect(screen.getByText("The model says it.")).toBeTruthy();
  expect(screen.queryByRole("radio")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});
