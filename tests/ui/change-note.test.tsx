// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ChangeNote } from "#app/ui/change-note.tsx";
import { renderAt } from "./on-a-page.tsx";

afterEach(cleanup);

test("the note of a change leads to each question that covers it", async () => {
  const questions = [
    { id: "who-counts", text: "Who counts?" },
    { id: "who-pays", text: "Who pays?" },
  ];
  await renderAt("en", "/en", <ChangeNote questions={questions} language="en" />);
  expect(screen.getByRole("region", { name: "Changed since you finished" })).toBeTruthy();
  const links = screen.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")]);
  expect(links).toEqual([
    ["Who counts?", "#who-counts"],
    ["Who pays?", "#who-pays"],
  ]);
});

test("the note of a change in a lesson without questions promises none", async () => {
  await renderAt("be", "/be", <ChangeNote questions={[]} language="be" />);
  expect(screen.queryByRole("list")).toBeNull();
  expect(screen.getByText(/Урок застаецца пройдзеным/)).toBeTruthy();
});
