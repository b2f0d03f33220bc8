import { expect, test } from "vitest";
import { tagRule } from "#app/compiler/vocabulary.ts";

test("what every object inherits is no tag", () => {
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty", "", null, undefined]) {
    expect(tagRule(name)).toBeNull();
  }
});
