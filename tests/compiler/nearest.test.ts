import { expect, test } from "vitest";
import { nearest, suggest } from "#app/compiler/nearest.ts";

test("a mistyped name finds the name that was meant, and a foreign one finds none", () => {
  const names = ["Question", "Match", "Cite"];
  expect(nearest("Qestion", names)).toBe("Question");
  expect(nearest("cite", names)).toBe("Cite");
  expect(nearest("Paragraph", names)).toBeNull();
  expect(nearest("", [])).toBeNull();
  expect([nearest("Ad", ["Aid"]), nearest("div", ["Aid"]), nearest("a", ["Aid"])]).toEqual(["Aid", null, null]);
  expect(suggest("Mach", names, "No.")).toBe('Did you mean "Match"?');
});
