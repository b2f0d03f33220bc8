import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { faultsWith } from "../compiler/fixtures.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FIXTURES = "tests/fixtures/interop";

function content(...args: string[]) {
  const run = spawnSync(process.execPath, ["app/cli/content.mjs", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), "waymark-interop-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test("an import writes the page, its pictures and the report, and ends with 1 when a question was left out", () => {
  const out = folder();
  const { status, out: said } = content(
    "import",
    `${FIXTURES}/bank.xml`,
    "--out",
    path.join(out, "quiz.mdx"),
    "--outcome",
    "m1.o1",
  );
  expect(status).toBe(1);
  expect(readdirSync(out).sort()).toEqual(["quiz.import-report.txt", "quiz.mdx", "stock-chart.png"]);
  const report = readFileSync(path.join(out, "quiz.import-report.txt"), "utf8");
  expect(report).toMatch(/bank\.xml:46:1 {2}kind-essay {2}Left out: "Essay" has an essay as its answer\. → /);
  expect(said).toContain(report);
  expect(readFileSync(path.join(out, "quiz.mdx"), "utf8")).toContain('<Question id="stock-flow" outcome="m1.o1"');
}, 30_000);

test("an import does not write over a page unless it is told to", () => {
  const page = path.join(folder(), "quiz.mdx");
  writeFileSync(page, "mine");
  expect(content("import", `${FIXTURES}/bank.gift`, "--out", page)).toMatchObject({ status: 1, out: "" });
  expect(readFileSync(page, "utf8")).toBe("mine");
}, 30_000);

test("a module is named by course and module that exist, and by nothing that leads elsewhere", () => {
  for (const names of [
    ["labour-migration", ".."],
    ["labour-migration", "nowhere"],
    ["../x", "y"],
  ]) {
    const { status, err } = content(
      "import",
      `${FIXTURES}/bank.gift`,
      "--course",
      names[0] ?? "",
      "--module",
      names[1] ?? "",
    );
    expect(status).toBe(1);
    expect(err).toContain("There is no module");
  }
}, 30_000);

test("the content check names every gap that an import left, in the page's own lines", () => {
  const page = path.join(folder(), "quiz.mdx");
  content("import", `${FIXTURES}/bank.gift`, "--out", page);
  const problems = faultsWith({ "first-steps/quiz/en.mdx": readFileSync(page, "utf8") });
  const named = problems
    .filter((line) => line.startsWith("first-steps/quiz/en.mdx:"))
    .map((line) => line.split("  ")[1]);
  for (const code of ["front-matter", "empty-attribute", "option-without-reason", "match-reasons"])
    expect(named).toContain(code);
  expect(named).not.toContain("unparsable");
}, 30_000);

test("an export that is imported again has the same questions in the same order, and nothing to report", () => {
  const out = folder();
  const [gift, page] = [path.join(out, "quiz.gift"), path.join(out, "quiz.mdx")];
  const source = "content/labour-migration/labour-migration-today/quiz/en.mdx";
  const first = content("export", "--gift", source, "--out", gift);
  expect(first).toEqual({ status: 0, out: "", err: "" });
  expect(content("import", gift, "--out", page).status).toBe(0);
  expect(existsSync(path.join(out, "quiz.import-report.txt"))).toBe(false);
  const ids = (file: string) =>
    [...readFileSync(file, "utf8").matchAll(/<(?:Question|Match) id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids(page)).toEqual(ids(path.join(ROOT, source)));
}, 30_000);

test("a kind of question that GIFT does not know is named with its place, and the others are exported", () => {
  const out = folder();
  const [page, gift] = [path.join(out, "quiz.mdx"), path.join(out, "quiz.gift")];
  const known =
    '<Question id="known" outcome="m1.o1">\nWhich?\n- [x] This\n  > Yes.\n- [ ] That\n  > No.\n</Question>\n';
  const kinds = readFileSync(path.join(ROOT, "tests/fixtures/courses/kinds/three-kinds/practice/quiz/en.mdx"), "utf8");
  writeFileSync(page, `${kinds}\n${known}`);
  const { status, err } = content("export", "--gift", page, "--out", gift);
  expect(status).toBe(1);
  expect(err.split("\n").filter((line) => line.includes("kind-unknown"))).toEqual([
    expect.stringContaining(`:6:1  kind-unknown  "q-holds" is a <Matrix>`),
    expect.stringContaining(`:23:1  kind-unknown  "q-elements" is a <Sort>`),
    expect.stringContaining(`:43:1  kind-unknown  "q-contact" is a <Order>`),
  ]);
  expect(readFileSync(gift, "utf8")).toContain("::known::");
}, 30_000);
