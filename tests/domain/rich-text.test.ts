import { expect, test } from "vitest";
import { plainText, type RichNode } from "#app/domain/rich-text.ts";

const nodes: RichNode[] = [
  {
    el: "p",
    children: [
      "A ",
      { el: "strong", children: ["person", { el: "em", children: [" in"] }] },
      " ",
      { el: "term", term: "need", definition: "what is lacking", children: ["need"] },
      " is ",
      { el: "a", href: "https://example.org", children: ["helped"] },
      { el: "cite", source: "palermo-protocol", at: "art. 6", label: "Palermo Protocol", href: "https://example.org" },
      ".",
    ],
  },
];

test("plain text keeps every word of the author, in order", () => {
  expect(plainText(nodes)).toBe("A person in need is helped.");
});

test("plain text leaves out citations, addresses and the definitions behind terms", () => {
  expect(plainText(nodes)).not.toMatch(/Palermo|art\. 6|example\.org|lacking/);
});

test("text that looks like markup stays text", () => {
  expect(plainText(["<b>1 < 2</b>", " & more"])).toBe("<b>1 < 2</b> & more");
});

test("nothing gives nothing", () => {
  expect(plainText([])).toBe("");
  expect(plainText([{ el: "br" }, { el: "p" }])).toBe("");
});
