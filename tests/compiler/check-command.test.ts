import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { COURSE, courseWith, HEALTHY } from "./fixtures.ts";

function check(...args: string[]) {
  const run = spawnSync(process.execPath, ["app/cli/content.mjs", "check", ...args], {
    cwd: path.resolve(import.meta.dirname, "../.."),
    encoding: "utf8",
  });
  return { status: run.status, out: run.stdout.trim().split("\n"), err: run.stderr };
}

test("a check of healthy content ends well and says so", () => {
  expect(check("--root", HEALTHY, "--today", "2026-08-01")).toEqual({
    status: 0,
    out: [`No problems: ${COURSE}.`],
    err: "",
  });
}, 30_000);

test("a check of broken content names every problem in its own line and ends with 1", () => {
  const root = courseWith({ "welcome/en.mdx": (text) => text.replace("## How", "# How") });
  const { status, out } = check("--root", root, "--today", "2026-08-01");
  expect(status).toBe(1);
  expect(out).toContain(
    `${root}/${COURSE}/welcome/en.mdx:6:1  heading-one  The title of the page is its only first heading. → Write ## instead of #.`,
  );
  expect(out.at(-1)).toBe("3 problems.");
  const asJson = JSON.parse(check("--root", root, "--today", "2026-08-01", "--json").out.join("\n"));
  expect(asJson).toContainEqual(
    expect.objectContaining({ line: 6, column: 1, severity: "error", code: "heading-one" }),
  );
}, 30_000);

test("a check that finds only warnings ends well, and the day can be given", () => {
  const { status, out } = check("--root", HEALTHY, "--today", "2030-01-01", "--json");
  expect(status).toBe(0);
  const problems = JSON.parse(out.join("\n"));
  expect(problems).toHaveLength(3);
  expect(Object.keys(problems[0])).toEqual(["file", "line", "column", "severity", "code", "message", "fix"]);
  expect(problems[0]).toMatchObject({ severity: "warning", code: "review-overdue", line: 1 });
  expect(check("--root", HEALTHY, "--today", "soon").status).toBe(1);
}, 30_000);
