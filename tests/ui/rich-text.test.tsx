// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import type { RichNode } from "#app/domain/rich-text.ts";
import { RichText } from "#app/ui/rich-text.tsx";

afterEach(cleanup);

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "</p><script>alert(1)</script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "{alert(1)}",
  "<svg/onload=alert(1)>",
  '" onmouseover="alert(1)',
];

test.each(HOSTILE)("%s is shown, letter by letter, and never becomes markup", (text) => {
  const nodes: RichNode[] = [text, { el: "p", children: [{ el: "strong", children: [text] }] }];
  const { container } = render(<RichText nodes={nodes} />);
  expect(container.textContent).toBe(text + text);
  expect([...container.querySelectorAll("*")].map(({ localName }) => localName)).toEqual(["p", "strong"]);
  expect([...container.querySelectorAll("*")].flatMap((element) => element.getAttributeNames())).toEqual([]);
});

test("no text, wherever it stands, becomes an element", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const cite = { el: "cite", source: "s", at: text, label: text, href: "https://example.org" } as const;
      const nodes: RichNode[] = [{ el: "code", children: [text] }, cite, { el: "a", href: "#s1", children: [text] }];
      const read = new DOMParser().parseFromString(renderToStaticMarkup(<RichText nodes={nodes} />), "text/html");
      expect([...read.body.querySelectorAll("*")].map(({ localName }) => localName)).toEqual([
        "code",
        "cite",
        "a",
        "a",
      ]);
    }),
  );
});

test("lists, emphasis and line breaks keep their form", () => {
  const nodes: RichNode[] = [
    {
      el: "ul",
      children: [
        { el: "li", children: ["an act", { el: "br" }, { el: "em", children: ["a means"] }] },
        { el: "li", children: ["a purpose"] },
      ],
    },
  ];
  const { container } = render(<RichText nodes={nodes} />);
  expect(container.innerHTML).toBe("<ul><li>an act<br><em>a means</em></li><li>a purpose</li></ul>");
});

test("a citation names its source, leads to it, and says the place in it", () => {
  render(
    <RichText
      nodes={[
        "Consent is irrelevant.",
        { el: "cite", source: "palermo", at: "art. 3(b)", label: "Palermo Protocol", href: "https://example.org/p" },
      ]}
    />,
  );
  const link = screen.getByRole("link", { name: "Palermo Protocol" });
  expect(link.getAttribute("href")).toBe("https://example.org/p");
  expect(link.getAttribute("rel")).toContain("noopener");
  expect(link.closest("cite")?.textContent).toBe("Palermo Protocol, art. 3(b)");
});

test("a page that a link opens gets no hold of this one", () => {
  render(<RichText nodes={[{ el: "a", href: "https://example.org", children: ["the register"] }]} />);
  expect(screen.getByRole("link", { name: "the register" }).getAttribute("rel")).toContain("noopener");
});
