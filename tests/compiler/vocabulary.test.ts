import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { tagRule, VOCABULARY } from "#app/compiler/vocabulary.ts";

const guide = readFileSync(path.resolve(import.meta.dirname, "../../content/README.md"), "utf8");

test("the guide for authors lists exactly the tags that the compiler knows, with all their attributes and values", () => {
  const rows = [...guide.matchAll(/^\| `([A-Z]\w+)` \|(.+)$/gm)];
  expect(rows.map(([, tag]) => tag).sort()).toEqual(Object.keys(VOCABULARY).sort());
  for (const [, tag, row] of rows) {
    for (const [name, { values }] of Object.entries(tagRule(tag)?.attributes ?? {})) {
      expect(row, `${name} of ${tag}`).toMatch(new RegExp(`\`${name}[\`=]`));
      for (const value of values ?? []) expect(row, `${value} of ${tag}`).toContain(value);
    }
  }
});

test("what every object inherits is no tag", () => {
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty", "", null, undefined]) {
    expect(tagRule(name)).toBeNull();
  }
});
