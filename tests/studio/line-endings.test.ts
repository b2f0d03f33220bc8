import fc from "fast-check";
import { expect, test } from "vitest";
import { withEndingsOf, withoutEndings } from "#app/studio/line-endings.ts";

test.each([
  { name: "line feeds", before: "a\nb\n", edited: "a\nnew\nb\n", after: "a\nnew\nb\n" },
  { name: "Windows' line endings", before: "a\r\nb\r\n", edited: "a\nnew\nb\n", after: "a\r\nnew\r\nb\r\n" },
  { name: "a byte order mark", before: "\uFEFFa\r\nb", edited: "a\nc", after: "\uFEFFa\r\nc" },
  { name: "no ending at the end", before: "a\r\nb", edited: "a\nb\nc", after: "a\r\nb\r\nc" },
  { name: "a file without lines", before: "", edited: "a\nb\n", after: "a\nb\n" },
  {
    name: "mixed endings, on the lines that nobody touched",
    before: "a\r\nb\nc\r\nd\r\n",
    edited: "a\nb\nnew\nc\nd\n",
    after: "a\r\nb\nnew\r\nc\r\nd\r\n",
  },
  { name: "mixed endings, with a line taken out", before: "a\nb\r\nc\n", edited: "a\nc\n", after: "a\nc\n" },
  { name: "every line, where a return meets a feed", before: "\r\r\n\n", edited: "a\n\n", after: "a\n\n" },
])("saving keeps $name", ({ before, edited, after }) => {
  expect(withEndingsOf(before, edited)).toBe(after);
});

test("a text that nobody changed is saved byte for byte, whatever its line endings", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "\n", "\r\n", "\r", "é"), { maxLength: 30 })
    .map((all) => all.join(""));
  fc.assert(fc.property(text, (before) => withEndingsOf(before, withoutEndings(before)) === before));
});

test("no letter of an edit is lost or added, whatever the line endings", () => {
  const text = fc.array(fc.constantFrom("a", "b", "\n", "\r\n", "\r"), { maxLength: 30 }).map((all) => all.join(""));
  fc.assert(
    fc.property(text, text, (before, other) => {
      const edited = withoutEndings(other);
      return withoutEndings(withEndingsOf(before, edited)) === edited;
    }),
    { numRuns: 2000 },
  );
});
