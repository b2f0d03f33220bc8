// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { Problem } from "#app/domain/result.ts";
import { Field } from "#app/ui/field.tsx";
import { ProblemSummary } from "#app/ui/problem-summary.tsx";
import { renderIn } from "./in-language.tsx";

afterEach(cleanup);

const problems: Problem[] = [
  { code: "email-malformed", field: "email" },
  { code: "password-too-short", field: "password", values: { least: 12 } },
];

function Form({ problems: told }: { problems: readonly Problem[] }) {
  return (
    <>
      <ProblemSummary problems={told} />
      <form>
        <Field name="email" label="E-mail address" problems={told} />
        <Field name="password" label="Password" problems={told} />
      </form>
    </>
  );
}

test("everything that is wrong is told first, takes the focus, and is announced", async () => {
  await renderIn("en", <Form problems={problems} />);
  const summary = screen.getByRole("alert");
  expect(document.activeElement).toBe(summary);
  expect(within(summary).getByRole("heading", { name: "There are 2 problems" })).toBeTruthy();
  const first = screen.getByRole("textbox", { name: "E-mail address" });
  expect(summary.compareDocumentPosition(first)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test("each problem leads to its own field", async () => {
  await renderIn("en", <Form problems={problems} />);
  const fields = screen.getAllByRole("link").map((link) => document.querySelector(link.getAttribute("href") ?? ""));
  expect(fields).toEqual([
    screen.getByRole("textbox", { name: "E-mail address" }),
    screen.getByRole("textbox", { name: "Password" }),
  ]);
});

test("summary and field say the same", async () => {
  await renderIn("en", <Form problems={problems} />);
  for (const link of screen.getAllByRole("link")) {
    const field = document.querySelector(link.getAttribute("href") ?? "");
    const described = document.getElementById(field?.getAttribute("aria-describedby") ?? "");
    expect(described?.textContent).toBe(link.textContent);
  }
});

test("a problem of the whole form is told without a link", async () => {
  await renderIn("en", <ProblemSummary problems={[{ code: "sign-in-refused" }]} />);
  expect(within(screen.getByRole("alert")).getByText(/do not fit together/)).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});

test("without a problem there is no summary, and the focus stays where it is", async () => {
  await renderIn("en", <Form problems={[]} />);
  expect(screen.queryByRole("alert")).toBeNull();
  expect(document.activeElement).toBe(document.body);
});

test("a form that is sent again and is still wrong takes the focus anew", async () => {
  const { rerender } = await renderIn("en", <Form problems={problems} />);
  await userEvent.click(screen.getByRole("textbox", { name: "Password" }));
  rerender(<Form problems={[...problems]} />);
  expect(document.activeElement).toBe(screen.getByRole("alert"));
});

test.each([
  ["ru", "Есть 1 проблема", "Есть 2 проблемы"],
  ["be", "Ёсць 1 праблема", "Ёсць 2 праблемы"],
] as const)("the heading counts in %s", async (language, one, two) => {
  const { rerender } = await renderIn(language, <ProblemSummary problems={problems.slice(0, 1)} />);
  expect(screen.getByRole("heading").textContent).toBe(one);
  rerender(<ProblemSummary problems={problems} />);
  expect(screen.getByRole("heading").textContent).toBe(two);
});
