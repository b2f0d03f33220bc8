import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { COURSE, courseWith } from "../../compiler/fixtures.ts";

const LESSON = "first-steps/who-counts";

/** Runs the desk on a course; paths in what it says begin at the course. */
function desk(root: string) {
  return (...args: string[]) => {
    const run = spawnSync(process.execPath, ["app/cli/content.mjs", ...args, "--root", root], {
      cwd: path.resolve(import.meta.dirname, "../../.."),
      encoding: "utf8",
    });
    const short = (text: string) => text.replaceAll(`${root}/${COURSE}/`, "").trim();
    return { status: run.status, out: short(run.stdout), err: short(run.stderr) };
  };
}

test("a translator sees what changed, records the translation, and the desk is quiet", () => {
  const root = courseWith({
    [`${LESSON}/en.mdx`]: (text) => text.replace("older than the office", "older than the desk"),
  });
  const run = desk(root);
  const ru = path.join(root, COURSE, LESSON, "ru.mdx");
  expect(run("stale", ru)).toEqual({
    status: 1,
    err: "",
    out: [
      `${LESSON}/ru.mdx: 1 block behind`,
      `  ${LESSON}/en.mdx:12  changed  ${LESSON}/ru.mdx:12`,
      "    The treaty is older than the [-office.-] {+desk.+}",
    ].join("\n"),
  });
  expect(run("translated", ru)).toMatchObject({ status: 0, out: `${LESSON}/ru.mdx is current with ${LESSON}/en.mdx.` });
  expect(run("stale", ru)).toMatchObject({ status: 0, out: "Every translation is current." });
}, 60_000);

test("a first use records every translation at once", () => {
  const run = desk(courseWith({ ".translations": null }));
  expect(run("translated", "--all").out.split("\n")).toHaveLength(6);
  expect(run("check").out).toBe(`No problems: ${COURSE}.`);
}, 60_000);

test("all translations are never recorded over a change by saying --all", () => {
  const run = desk(courseWith({ "welcome/en.mdx": (text) => text.replace("is a line", "is a long line") }));
  expect(run("translated", "--all").out).toBe("Every translation is recorded already.");
  expect(run("stale").status).toBe(1);
}, 60_000);

test("a typo is recorded for all translations; what is more than a typo is shown and stays", () => {
  const root = courseWith({});
  const file = path.join(root, COURSE, "welcome/en.mdx");
  const healthy = readFileSync(file, "utf8");
  const run = desk(root);
  writeFileSync(file, healthy.replace("answer, read on", "answer, reed on"));
  expect(run("typo", file)).toMatchObject({ status: 0, out: expect.stringContaining(".translations/welcome/be.json") });
  expect(run("stale").status).toBe(0);
  writeFileSync(file, healthy.replace("answer, read on", "do not answer, read on"));
  expect(run("typo", file)).toMatchObject({ status: 1, err: expect.stringContaining("{+") });
  expect(run("typo", path.join(root, COURSE, "welcome/ru.mdx"))).toMatchObject({
    status: 1,
    err: expect.stringContaining("is a translation"),
  });
}, 60_000);

test("the impact of a source is listed with file and line, and an unknown one gets the nearest name", () => {
  const run = desk(courseWith({}));
  const listed = run("impact", "treaty-1990#Art. 1");
  expect(listed.out).toContain(`${COURSE}, edition 2026.1 and its certificates:`);
  expect(listed.out).toContain(`${LESSON}/be.mdx:40:`);
  expect(JSON.parse(run("impact", "treaty-1990", "--json").out)).toMatchObject({
    source: "treaty-1990",
    courses: [{ edition: "2026.1" }],
  });
  expect(run("impact", "treaty-1991")).toMatchObject({
    status: 1,
    err: expect.stringContaining('Did you mean "treaty-1990"?'),
  });
  expect(run("impact", "treaty-1990#Art. 3")).toMatchObject({
    status: 1,
    err: expect.stringContaining("Did you mean"),
  });
}, 60_000);

test("the status is a table of pages and languages, or everything as data", () => {
  const run = desk(courseWith({ "sources.yaml": (text) => text.replace(/reviewBy: .+/, "reviewBy: 2020-01-01") }));
  const { out } = run("status");
  expect(out).toMatch(/^first-steps\/who-counts +5 +\d+ +\d+ {2}source/m);
  expect(out).toContain("1 overdue");
  const { courses } = JSON.parse(run("status", "--json").out);
  expect(courses[0].sources.filter(({ overdue }: { overdue: boolean }) => overdue)).toHaveLength(1);
}, 60_000);

test("a new lesson is written and listed by one command, and a wrong place is explained", () => {
  const root = courseWith({});
  const run = desk(root);
  const made = run("new", "lesson", `${COURSE}/first-steps/second`, "--title", "A second lesson");
  expect(made).toMatchObject({ status: 0, err: "" });
  expect(readFileSync(path.join(root, COURSE, "first-steps/second/en.mdx"), "utf8")).toContain(
    'title: "A second lesson"',
  );
  expect(run("new", "lesson", COURSE)).toMatchObject({
    status: 1,
    err: expect.stringContaining("new lesson <course>/<module>/<lesson>"),
  });
  expect(run("new", "exam", COURSE)).toMatchObject({ status: 1, err: expect.stringContaining('no "exam"') });
}, 60_000);

test("the status and the check judge by the same day, today or one that is named", () => {
  const run = desk(courseWith({}));
  expect(run("status", "--today", "2027-07-31").out).toContain("sources, none overdue");
  const { out } = run("status", "--today", "2027-08-01");
  expect(out).toContain("3 overdue");
  expect(out).toContain("3 problems: run npm run content -- check.");
  expect(run("check", "--today", "2027-08-01").out).toContain("3 problems.");
  expect(run("status", "--today", "tomorrow")).toMatchObject({ status: 1, err: expect.stringContaining("2027-01-31") });
}, 60_000);
