import fc from "fast-check";
import { expect, test } from "vitest";
import { safePath } from "#app/domain/safe-path.ts";

test.each([
  "/",
  "/en",
  "/en/courses/labour-migration?x=1#s2",
  "/ru/verify/%D0%90",
  "/a//b",
  "/@evil.example",
  "/en/courses/мова",
])("%j stays", (to) => {
  expect(safePath(to, "/en")).toBe(to);
});

test.each([
  "",
  null,
  undefined,
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/en\\..\\\\evil.example",
  "/\t/evil.example",
  "/\n//evil.example",
  "/\u0000",
  "/.//evil.example",
  "/..//evil.example",
  "/%2e//evil.example",
  "/en/..//evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "data:text/html,x",
  " /en",
  "en",
  "?next=/",
  `/${"a".repeat(3000)}`,
])("%j leads to the fallback", (to) => {
  expect(safePath(to, "/en")).toBe("/en");
});

test("whatever passes is read by a browser as a page of this site", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "%2e",
    "%2f",
    "%5c",
    "@",
    ":",
    "\t",
    "\r",
    "evil.example",
    "?",
    "#",
    "a",
    " ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      const path = safePath(pieces.join(""), "/en");
      const url = new URL(path, "https://learn.example.org/en/account/sign-in");
      expect(url.origin).toBe("https://learn.example.org");
      expect(new URL(url.pathname, "https://learn.example.org").origin).toBe("https://learn.example.org");
    }),
    { numRuns: 5000 },
  );
});
