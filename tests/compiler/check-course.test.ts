import { expect, test } from "vitest";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { readContent } from "#app/compiler/read-content.ts";
import { hasErrors } from "#app/compiler/problem.ts";
import { COURSE, courseWith, faultsWith } from "./fixtures.ts";

const EN = "first-steps/who-counts/en.mdx";

test("a source whose day is past is a warning that says which day it is", () => {
  expect(faultsWith({}, "2027-07-31")).toEqual([]);
  expect(faultsWith({}, "2027-08-01")).toMatchInlineSnapshot(`
    [
      "sources.yaml:1:1  review-overdue  The source "treaty-1990" was to be looked at again by 2027-07-31; today is 2027-08-01. → course editor: open it, correct what has changed, then write today's date at checkedOn and a new one at reviewBy.",
      "sources.yaml:14:1  review-overdue  The source "figures-2024" was to be looked at again by 2027-07-31; today is 2027-08-01. → course editor: open it, correct what has changed, then write today's date at checkedOn and a new one at reviewBy.",
      "sources.yaml:25:1  review-overdue  The source "rumour-2020" was to be looked at again by 2027-07-31; today is 2027-08-01. → course editor: open it, correct what has changed, then write today's date at checkedOn and a new one at reviewBy.",
    ]
  `);
  expect(hasErrors(readContent(courseWith({}), "2030-01-01").problems)).toBe(false);
});

test("a link to a page that the course does not have, or in another language, is broken", () => {
  const link = (address: string) => ({
    [EN]: (text: string) => text.replace("[the first part](#s1)", `[the first part](${address})`),
  });
  const base = `/en/courses/${COURSE}`;
  expect(faultsWith(link(`${base}/first-steps/who-count`))).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/en.mdx:62:23  broken-link  The course has no page "first-steps/who-count", to which "/en/courses/border-basics/first-steps/who-count" leads. → Did you mean "who-counts"?",
    ]
  `);
  expect(faultsWith(link(`${base}/last-steps/who-counts#s1`))).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/en.mdx:62:23  broken-link  The course has no page "last-steps", to which "/en/courses/border-basics/last-steps/who-counts#s1" leads. → Did you mean "first-steps"?",
    ]
  `);
  expect(faultsWith(link(`${base}/first-steps`))).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/en.mdx:62:23  broken-link  The course has no page "first-steps", to which "/en/courses/border-basics/first-steps" leads. → A module has no page of its own: go on with /who-counts.",
    ]
  `);
  expect(faultsWith(link(`/ru/courses/${COURSE}/first-steps/quiz`))).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/en.mdx:62:23  broken-link  The link "/ru/courses/border-basics/first-steps/quiz" leads out of the reader's language. → Begin it with /en/.",
    ]
  `);
  for (const good of ["", "/", "/welcome", "/first-steps/who-counts#s2", "/first-steps/quiz?again=1"]) {
    expect(faultsWith(link(base + good)), good).toEqual([]);
  }
  expect(faultsWith(link("/en/courses/another/one/two"))).toEqual([]);
  expect(faultsWith(link("/en/verify"))).toEqual([]);
});

test("a page, or a file of data, that is far too large is refused by name and not read", () => {
  expect(faultsWith({ [EN]: (text) => text + "Word.\n\n".repeat(40_000) })).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/en.mdx:1:1  page-too-large  en.mdx is larger than 256 KiB and was not read. → Make several lessons of it; pictures lie beside the lesson as files.",
    ]
  `);
  expect(
    faultsWith({ "sources.yaml": (text) => text + "# x\n".repeat(1_100_000) }).filter((one) => !one.includes(".mdx")),
  ).toMatchInlineSnapshot(`
    [
      "sources.yaml:1:1  file-too-large  sources.yaml is larger than 4 MiB and was not read. → Shorten it.",
    ]
  `);
});

test("a folder where a page should be is told like an empty page", () => {
  const root = courseWith({});
  const page = path.join(root, COURSE, EN);
  rmSync(page);
  mkdirSync(page);
  expect(readContent(root).problems).toContainEqual(expect.objectContaining({ code: "front-matter-missing" }));
});
