// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { contentStatus } from "#app/compiler/content-status.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { contentAttention } from "#app/domain/content-attention.ts";
import { type CourseStatus, impactOf } from "#app/domain/content-status.ts";
import { byReviewDay, reviewCalendar, reviewState } from "#app/domain/review-calendar.ts";
import { impactGroups } from "#app/screens/author/impact-groups.ts";
import { sourceLine } from "#app/screens/author/source-line.ts";
import { AttentionList } from "#app/ui/author/attention-list.tsx";
import { DueCalendar } from "#app/ui/author/due-calendar.tsx";
import { ImpactList } from "#app/ui/author/impact-list.tsx";
import { OutcomeTable } from "#app/ui/author/outcome-table.tsx";
import { SourceTable } from "#app/ui/author/source-table.tsx";
import { COURSE, courseWith } from "../../compiler/fixtures.ts";
import { renderForAuthor } from "./in-author-frame.tsx";

afterEach(cleanup);

function healthy(): CourseStatus {
  const [course] = contentStatus(readContent(courseWith({}))).courses;
  if (!course) throw new Error("The course could not be read.");
  return course;
}

/** The first source of the healthy course, to be looked at by a day. */
function dueBy(reviewBy: string) {
  const course = healthy();
  const [source] = course.sources;
  if (!source) throw new Error("The course has no source.");
  return { course, source: { ...source, reviewBy } };
}

test.each([
  ["en", "2026-11-24", "overdue by 1 day"],
  ["ru", "2026-11-22", "просрочено на 3 дня"],
  ["be", "2026-11-20", "пратэрмінавана на 5 дзён"],
  ["en", "2026-11-25", "due today"],
  ["ru", "2026-12-16", "осталось 21 день"],
] as const)("in %s a review by %s is said in words: %s", async (language, reviewBy, words) => {
  const { course, source } = dueBy(reviewBy);
  const sources = byReviewDay([source]).map((one) => sourceLine(one, language, "2026-11-25"));
  await renderForAuthor(language, <SourceTable courseId={course.id} label="x" sources={sources} />);
  expect(screen.getByText(words)).toBeTruthy();
});

test("a source leads to what rests on it, and to its original, which is another site", async () => {
  const { course, source } = dueBy("2030-01-01");
  const line = sourceLine(source, "en", "2026-11-25");
  await renderForAuthor("en", <SourceTable courseId={course.id} label="x" sources={[line]} />);
  expect(screen.getByRole("link", { name: line.title }).getAttribute("href")).toBe(
    `/en/author/sources/${COURSE}/${source.id}`,
  );
  const original = screen.getByRole("link", { name: `Original of “${line.title}” (another site)` });
  expect(original.getAttribute("href")).toBe(source.url);
});

test("the calendar has a line for each month, and says when nothing is due", async () => {
  const { course, source } = dueBy("2027-01-10");
  const entry = { ...source, courseId: course.id, title: source.title.be, review: reviewState(source, "2026-11-25") };
  const { overdue, months } = reviewCalendar([entry], "2026-11-25");
  const { container } = await renderForAuthor("be", <DueCalendar overdue={overdue} months={months} />);
  const lines = [...container.querySelectorAll(".record > div")].map((line) =>
    line.textContent?.replaceAll("\u00a0", " "),
  );
  expect(lines).toHaveLength(13);
  expect(lines[0]).toBe("ПратэрмінаванаПратэрмінаваных праверак няма.");
  expect(lines[1]).toBe("Лістапад 2026Праверак няма.");
  expect(lines[3]).toContain("10 студзеня 2027 г.");
});

test("every place that rests on a source is listed by page and language, with its file and line", async () => {
  const course = healthy();
  const source = course.sources.find(({ uses }) => uses > 0);
  const places = impactOf(course, source?.id ?? "", null);
  const { container } = await renderForAuthor(
    "ru",
    <ImpactList courseId={course.id} groups={impactGroups(course, places, "ru")} />,
  );
  expect(places.length).toBeGreaterThan(2);
  for (const { file, line, column } of places) {
    expect(screen.getAllByText(`${file}:${line}:${column}`).length).toBeGreaterThan(0);
  }
  expect(container.querySelectorAll(".place-list > li")).toHaveLength(places.length);
  const open = [...container.querySelectorAll("details[open] summary")].map((one) => one.textContent);
  expect(open.every((text) => text?.startsWith("Русский"))).toBe(true);
});

test("an outcome that is never practised or asked says so", async () => {
  const outcomes = [{ id: "m1.o1", text: "tell stock from flow", practice: 0, items: 2 }];
  await renderForAuthor("en", <OutcomeTable label="x" outcomes={outcomes} />);
  expect(screen.getByText("never practised")).toBeTruthy();
  expect(screen.queryByText("never asked")).toBeNull();
});

test("what needs attention is said in sentences, and one sentence says that nothing does", async () => {
  const course = healthy();
  const attention = contentAttention(course, "2026-11-25");
  await renderForAuthor("be", <AttentionList attention={{ ...attention, behind: 3, overdue: 21, minutes: 0 }} />);
  expect(screen.getByText("3 пераклады адстаюць ад зыходнага тэксту")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Пратэрмінавана праверка 21 крыніцы" }).getAttribute("href")).toBe(
    "/be/author/due",
  );
  cleanup();
  const none = Object.fromEntries(Object.keys(attention).map((name) => [name, 0])) as unknown as typeof attention;
  await renderForAuthor("en", <AttentionList attention={none} />);
  expect(screen.getByText(/^Nothing\./)).toBeTruthy();
});
