// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { LANGUAGES } from "#app/domain/language.ts";
import type { WrittenNote } from "#app/domain/note.ts";
import { Recall, RecalledNotesProvider } from "#app/ui/recall.tsx";
import { renderAt } from "./on-a-page.tsx";

afterEach(cleanup);

const note: WrittenNote = {
  activityId: "own",
  lesson: { title: "The first lesson", to: "/en/courses/c/m/l#own" },
  asked: ["What do you want to try?"],
  askedIn: "en",
  parts: [{ asked: null, text: "Line one\n<b>line two</b>", verdict: null }],
  writtenOn: "2026-03-02",
  language: "be",
};
const recalled = (notes: Record<string, WrittenNote> | undefined) => (
  <RecalledNotesProvider notes={notes}>
    <Recall of="own" />
  </RecalledNotesProvider>
);

test("a note stands with its question, its day, its language and the way back, and nothing in it is markup", async () => {
  await renderAt("en", "/en/courses/c/m/l2", recalled({ own: note }));
  const text = screen.getByText(/line two/);
  expect([text.textContent, text.lang]).toEqual(["Line one\n<b>line two</b>", "be"]);
  expect(screen.getByText("What do you want to try?")).toBeTruthy();
  expect(screen.getByText("Written on 2\u00a0March\u00a02026", { normalizer: (all) => all })).toBeTruthy();
  expect(screen.getByRole("link").getAttribute("href")).toBe("/en/courses/c/m/l#own");
});

test("who has written nothing is led to where it is written", async () => {
  await renderAt("en", "/en/courses/c/m/l2", recalled({ own: { ...note, parts: [], writtenOn: null } }));
  expect(screen.getByRole("link", { name: /The first lesson/ }).getAttribute("href")).toBe("/en/courses/c/m/l#own");
  expect(screen.queryByText(/Written on/)).toBeNull();
});

test("answers to several questions stand under their questions, with how they compare", async () => {
  const parts: WrittenNote["parts"] = [
    { asked: ["What differs?"], text: "The sum.", verdict: "partly" },
    { asked: [], text: "An answer without its question.", verdict: null },
  ];
  await renderAt("en", "/en/courses/c/m/l2", recalled({ own: { ...note, parts } }));
  expect(screen.getByText("What differs?")).toBeTruthy();
  expect(screen.getByText(/^Compared with the model answer/)).toBeTruthy();
  expect(screen.getByText("An answer without its question.")).toBeTruthy();
});

test.each(LANGUAGES)("where no learner reads, it says what will stand here, in %s", async (language) => {
  await renderAt(language, `/${language}/author/gallery`, recalled(undefined));
  expect(screen.getByText(/own/)).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});
