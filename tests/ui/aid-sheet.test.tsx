// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { aidKey, loadedLesson } from "#app/catalogue/lessons.ts";
import { listCourses } from "#app/catalogue/courses.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import type { AidAge } from "#app/domain/aid-version.ts";
import { AidAgeNote } from "#app/ui/aid-age-note.tsx";
import { AidSheet, type AidSheetView } from "#app/ui/aid-sheet.tsx";
import { Aid, Prose } from "#app/ui/lesson-elements.tsx";
import { renderIn } from "./in-language.tsx";

afterEach(cleanup);

const [course] = listCourses().filter(({ aids }) => aids.length > 0);
const [aid] = course?.aids ?? [];
if (!course || !aid) throw new Error("no course has an aid");

function sheetIn(language: (typeof LANGUAGES)[number], more: Partial<AidSheetView> = {}): AidSheetView {
  return {
    key: aidKey(course?.id ?? "", aid?.id ?? "", language),
    title: aid?.title[language] ?? "",
    textLanguage: language,
    courseTitle: course?.title[language] ?? "",
    lawAsOf: "2026-07-31",
    reviewed: false,
    version: "7K2QZD-2",
    address: "https://learn.example.org/aids/c/a?v=7K2QZD-2",
    code: { size: 29, path: "M4 4h1v1h-1z" },
    ...more,
  };
}

test.each(LANGUAGES)(
  "the sheet has its title, boxes without fields, sources with places, version and address: %s",
  async (language) => {
    const { container } = await renderIn(language, <AidSheet sheet={sheetIn(language)} />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(aid.title[language]);
    expect(container.querySelectorAll("li.tick").length).toBeGreaterThan(3);
    expect(container.querySelectorAll("input, button, form")).toHaveLength(0);
    const sources = loadedLesson(aidKey(course.id, aid.id, language))?.meta.sources ?? [];
    const listed = [...container.querySelectorAll(".source-list li")].map(({ textContent }) => textContent);
    expect(listed).toHaveLength(sources.length);
    for (const [index, { places }] of sources.entries()) expect(listed[index]).toContain(places.join("; "));
    expect(screen.getByRole("img").getAttribute("aria-label")).toBeTruthy();
    const foot = within(container.querySelector("footer") as HTMLElement);
    expect(foot.getByText("https://learn.example.org/aids/c/a?v=7K2QZD-2")).toBeTruthy();
    expect(foot.getByText(/[^=]7K2QZD-2$/)).toBeTruthy();
  },
);

test("a sheet that was reviewed does not say that it was not", async () => {
  const { container, rerender } = await renderIn("en", <AidSheet sheet={sheetIn("en")} />);
  expect(container.textContent).toContain("Not yet reviewed");
  rerender(<AidSheet sheet={sheetIn("en", { reviewed: true })} />);
  expect(container.textContent).not.toContain("Not yet reviewed");
});

test("a sheet that stands in for a translation is marked as the language it is in", async () => {
  const { container } = await renderIn(
    "en",
    <AidSheet sheet={{ ...sheetIn("en"), key: sheetIn("be").key, textLanguage: "be" }} />,
  );
  expect(container.querySelector("h1")?.lang).toBe("be");
});

test.each(LANGUAGES)("every age of a sheet is said in words, an old one with both revisions: %s", async (language) => {
  const ages: AidAge[] = [
    { kind: "current" },
    { kind: "older", printed: 2, change: "material" },
    { kind: "older", printed: 2, change: "wording" },
    { kind: "different" },
    { kind: "unknown" },
  ];
  const said = new Set<string>();
  for (const age of ages) {
    const { container } = await renderIn(language, <AidAgeNote age={age} version="7K2QZD-5" revision={5} />);
    const text = container.textContent ?? "";
    if (age.kind === "older") expect(text).toMatch(/2.*5/);
    if (age.kind === "current") expect(text).toContain("7K2QZD-5");
    said.add(text);
    cleanup();
  }
  expect(said.size).toBe(ages.length);
});

test("a lesson's card leads to the sheet, and has no link where sheets have no page", async () => {
  await renderIn(
    "en",
    <Prose>
      <Aid title={"Very long words ".repeat(12)} href="/en/courses/c/aids/a" />
    </Prose>,
  );
  expect(screen.getByRole("link").getAttribute("href")).toBe("/en/courses/c/aids/a");
  cleanup();
  await renderIn(
    "en",
    <Prose>
      <Aid title="A sheet" />
    </Prose>,
  );
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.getByText("A sheet")).toBeTruthy();
});
