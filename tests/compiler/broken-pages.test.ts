import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { FIXTURES, readLesson, shown } from "./fixtures.ts";

const folder = path.join(FIXTURES, "broken-pages");
const pages = readdirSync(folder).filter((name) => name.endsWith(".mdx"));

test.each(pages)("the author is told what is wrong with %s, where, and how to mend it", async (name) => {
  const { problems } = readLesson(readFileSync(path.join(folder, name), "utf8"));
  expect(problems.filter(({ code }) => name.startsWith(code))).not.toEqual([]);
  await expect(`${problems.map(shown).join("\n")}\n`).toMatchFileSnapshot(
    path.join(folder, name.replace(".mdx", ".problems.txt")),
  );
});

test("no problem points before the beginning of the file", () => {
  for (const name of pages) {
    const text = readFileSync(path.join(folder, name), "utf8");
    for (const { line, column } of readLesson(text).problems) {
      expect(line, name).toBeGreaterThan(0);
      expect(line, name).toBeLessThanOrEqual(text.split("\n").length);
      expect(column, name).toBeGreaterThan(0);
    }
  }
});

test("front matter that says it is a program is never run", () => {
  const proof = path.join(tmpdir(), `waymark-proof-${process.pid}`);
  for (const language of ["js", "javascript", " js", "coffee", "cson", "json", "toml"]) {
    const text = `---${language}\n{ title: require("fs").writeFileSync(${JSON.stringify(proof)}, "run") }\n---\n\n## A section\n`;
    expect(readLesson(text).problems.map((problem) => problem.code)).toContain("front-matter-not-plain");
  }
  expect(existsSync(proof)).toBe(false);
});
