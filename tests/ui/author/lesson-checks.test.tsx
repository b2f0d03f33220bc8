// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { contentStatus } from "#app/compiler/content-status.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { checkedPages } from "#app/screens/author/checked-pages.ts";
import { statusRow } from "#app/screens/author/status-row.ts";
import { LanguageCheck } from "#app/ui/author/language-check.tsx";
import { StatusTable } from "#app/ui/author/status-table.tsx";
import { COURSE, courseWith } from "../../compiler/fixtures.ts";
import { renderForAuthor } from "./in-author-frame.tsx";

afterEach(cleanup);

/** The welcome page of the healthy course after its author has worked on it. */
function welcomeAfter(edits: Parameters<typeof courseWith>[0]) {
  const root = courseWith(edits);
  const [course] = contentStatus(readContent(root)).courses;
  const row = course?.pages[0];
  if (!course || !row) throw new Error("The course could not be read.");
  return { root, course, row };
}

function shownIn(language: "en" | "ru" | "be", { course, row }: ReturnType<typeof welcomeAfter>) {
  const pages = checkedPages(row, course);
  const checked = pages.find((one) => one.language === language);
  if (!checked) throw new Error("no such language");
  return (
    <LanguageCheck
      address={{ courseId: course.id, folder: row.folder }}
      checked={checked}
      sourceLanguage={course.sourceLanguage}
      othersBehind={pages.some(({ page }) => page?.state === "behind")}
    />
  );
}

const edited = { "welcome/en.mdx": (text: string) => text.replace("is a line", "is a long line") };

test("a translation that is behind shows what changed, word by word, where, and what to type", async () => {
  const after = welcomeAfter(edited);
  const { container } = await renderForAuthor("en", shownIn("ru", after));
  const inserted = container.querySelector("ins");
  expect(inserted?.textContent).toBe("added: long, end of the change");
  expect(inserted?.closest("[lang]")?.getAttribute("lang")).toBe("en");
  expect(inserted?.querySelector("[lang=en]")?.textContent).toBe("added: ");
  expect(screen.getByText(/source text line \d+, translation line \d+/)).toBeTruthy();
  const file = `${after.root}/${COURSE}/welcome/ru.mdx`;
  expect(screen.getByText(`npm run content -- stale ${file}`)).toBeTruthy();
  expect(screen.getByText(`npm run content -- translated ${file}`)).toBeTruthy();
});

test("words of the change are marked in the reader's language, and the text in its own", async () => {
  const { container } = await renderForAuthor("be", shownIn("be", welcomeAfter(edited)));
  const inserted = container.querySelector("ins");
  expect(inserted?.closest(".change-text")?.getAttribute("lang")).toBe("en");
  expect([...(inserted?.querySelectorAll("[lang]") ?? [])].map((mark) => mark.getAttribute("lang"))).toEqual([
    "be",
    "be",
  ]);
});

test("the source text of translations that are behind says how to declare a typo", async () => {
  await renderForAuthor("en", shownIn("en", welcomeAfter(edited)));
  expect(screen.getByText(/^npm run content -- typo .*welcome\/en\.mdx$/)).toBeTruthy();
});

test("a healthy page says so, and offers nothing to type", async () => {
  const { container } = await renderForAuthor("en", shownIn("ru", welcomeAfter({})));
  expect(screen.getByText("No problem was found.")).toBeTruthy();
  expect(container.textContent).not.toContain("npm run content");
  expect(screen.getByRole("link", { name: "Preview: Русский" }).getAttribute("href")).toBe(
    `/ru/author/preview/${COURSE}/welcome`,
  );
});

test("a finding says where it is, what is wrong and how to mend it, in English as the checks speak", async () => {
  const after = welcomeAfter({
    "welcome/ru.mdx": (text) => `${text}\n\n### Третий уровень без второго\n\nВ 1990 году было 5 договоров.\n`,
  });
  const page = after.row.languages.ru;
  expect(page?.problems.length).toBeGreaterThan(0);
  await renderForAuthor("ru", shownIn("ru", after));
  for (const { file, line, column, code, message, fix } of page?.problems ?? []) {
    expect(screen.getAllByText(`${file}:${line}:${column}`).length).toBeGreaterThan(0);
    expect(screen.getAllByText(code).length).toBeGreaterThan(0);
    expect(screen.getAllByText(message)[0]?.closest("[lang]")?.getAttribute("lang")).toBe("en");
    expect(screen.getAllByText(fix)[0]?.getAttribute("lang")).toBe("en");
  }
});

test("a page that is missing, or that cannot be read, says where it belongs and why", async () => {
  await renderForAuthor("en", shownIn("be", welcomeAfter({ "welcome/be.mdx": null })));
  expect(screen.getByText(/Its place is .*welcome\/be\.mdx\./)).toBeTruthy();
  cleanup();
  await renderForAuthor("en", shownIn("be", welcomeAfter({ "welcome/be.mdx": "no front matter" })));
  expect(screen.getAllByText(/welcome\/be\.mdx:\d+:\d+/).length).toBeGreaterThan(0);
});

test("the table says for each language how far it is, in words", async () => {
  const { course } = welcomeAfter({ ...edited, "first-steps/who-counts/be.mdx": null });
  const rows = course.pages.map((row) => statusRow(row, course, "ru"));
  await renderForAuthor("ru", <StatusTable courseId={course.id} label="Уроки" rows={rows} />);
  const lines = screen.getAllByRole("row").map((row) => row.textContent ?? "");
  expect(lines[1]).toMatch(/Englishисходный текст/);
  expect(lines[2]).toMatch(/Русскийотстаёт на 1 блок/);
  expect(lines[6]).toMatch(/Беларускаяотсутствует или не читается/);
  const [link] = within(screen.getByRole("table")).getAllByRole("link");
  expect(link?.getAttribute("href")).toBe(`/ru/author/courses/${COURSE}/welcome`);
});
