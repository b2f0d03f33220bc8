// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import type { ChartPublic } from "#app/activities/chart/definition.ts";
import { ChartView } from "#app/activities/chart/view.tsx";
import type { ComparePublic } from "#app/activities/compare/definition.ts";
import { CompareView } from "#app/activities/compare/view.tsx";
import type { TimelinePublic } from "#app/activities/timeline/definition.ts";
import { TimelineView } from "#app/activities/timeline/view.tsx";
import { LANGUAGES } from "#app/domain/language.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import { LanguageProvider } from "#app/ui/language.tsx";
import { renderIn } from "../ui/in-language.tsx";

afterEach(cleanup);

const cite: RichNode = { el: "cite", source: "s", at: "Art. 1", label: "A treaty", href: "https://example.org" };
const rules: TimelinePublic = {
  kind: "timeline",
  id: "rules",
  title: ["How the rules came"],
  lead: [],
  layerHead: "Layer",
  layers: ["world", "region"],
  rows: [
    { from: "1948", until: null, general: true, layer: 0, words: ["One", cite] },
    { from: "1990-12-18", until: "2003-07", general: false, layer: 1, words: ["Two", cite] },
    { from: "2003", until: null, general: false, layer: 0, words: ["Three", cite] },
  ],
  notes: [],
};
const ways: ComparePublic = {
  kind: "compare",
  id: "ways",
  title: ["Ways across"],
  lead: [],
  thingHead: "Way",
  criteria: ["State", "For"],
  status: 0,
  more: "How do I cite it?",
  things: [
    { name: "bridge", words: ["bridge"], cells: [["open"], ["carts", cite]], more: ["“by the bridge”"] },
    { name: "ferry", words: ["ferry"], cells: [["shut"], ["people"]], more: [] },
    { name: "ford", words: ["ford"], cells: [["not on the list"], ["nobody"]], more: [] },
  ],
  notes: [],
};
const count = (type: ChartPublic["type"], values: (number | null)[][], series = ["women", "men"]): ChartPublic => ({
  kind: "chart",
  id: "count",
  type,
  title: ["People counted"],
  lead: [],
  unit: type === "share" ? "%" : "people",
  period: "mid-2024",
  publisher: "the office",
  labelHead: "Year",
  series,
  rows: values.map((of, at) => ({ label: String(2000 + at), words: [String(2000 + at)], values: of })),
  notes: [{ el: "p", children: ["Said.", cite] }],
});

const query = new URLSearchParams();
const events = () => screen.getAllByRole("listitem").map((item) => item.textContent);

test("every event stands in the list with its number, its date, its mark in words and its source", async () => {
  await renderIn("en", <TimelineView exhibit={rules} prefix="rules" query={query} />);
  const list = screen.getByRole("list", { name: "How the rules came" });
  expect(within(list).getAllByRole("listitem")).toHaveLength(3);
  expect(events()[0]).toMatch(/^11948date from general knowledgeOneA treaty, Art. 1world$/);
  expect(events()[1]).toContain("entry into force: July\u00a02003");
  expect(screen.getByRole("status").textContent).toBe("3 of 3 shown");
});

test("the keyboard chooses a layer, the list follows, and how many are shown is announced", async () => {
  await renderIn("en", <TimelineView exhibit={rules} prefix="rules" query={query} />);
  const user = userEvent.setup();
  await user.tab();
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("checkbox", { name: "region" }));
  await user.keyboard(" ");
  expect(events()).toHaveLength(1);
  expect(events()[0]).toContain("Two");
  expect(screen.getByRole("status").textContent).toBe("1 of 3 shown");
  await user.keyboard(" ");
  expect(events()).toHaveLength(3);
});

test("without script the address says what is shown, and what else it says goes along", async () => {
  const { container } = await renderIn(
    "ru",
    <TimelineView
      exhibit={rules}
      prefix="rules"
      query={new URLSearchParams("as=learner&rules.layer=0&rules.layer=9")}
    />,
  );
  expect(events()).toHaveLength(2);
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "world" }).checked).toBe(true);
  const form = new FormData(container.querySelector("form") ?? undefined);
  expect([...form.entries()]).toEqual([
    ["as", "learner"],
    ["rules.layer", "0"],
  ]);
});

test("a timeline of one layer has nothing to choose from", async () => {
  const one = { ...rules, layers: ["world"], rows: rules.rows.map((row) => ({ ...row, layer: 0 })) };
  await renderIn("en", <TimelineView exhibit={one} prefix="rules" query={query} />);
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(events()).toHaveLength(3);
});

test("a comparison is a table whose rows and columns are chosen by keyboard, the first column staying", async () => {
  await renderIn("en", <CompareView exhibit={ways} prefix="ways" query={query} />);
  const table = screen.getByRole("table", { name: "Ways across" });
  const names = (role: "columnheader" | "rowheader") =>
    within(table)
      .getAllByRole(role)
      .map((head) => head.textContent);
  expect(names("columnheader")).toEqual(["Way", "State", "For", "How do I cite it?"]);
  expect(names("rowheader")).toEqual(["bridge", "ferry", "ford"]);
  await userEvent.setup().click(screen.getByText("Choose what to compare"));
  for (const name of ["bridge", "ford", "For"]) await userEvent.setup().click(screen.getByRole("checkbox", { name }));
  expect(names("columnheader")).toEqual(["Way", "For", "How do I cite it?"]);
  expect(names("rowheader")).toEqual(["bridge", "ford"]);
  expect(screen.getByRole("status").textContent).toBe("2 of 3 shown");
});

test("what a thing is cited by waits until it is asked for, and stands on paper", async () => {
  const { container } = await renderIn("en", <CompareView exhibit={ways} prefix="ways" query={query} />);
  const details = container.querySelectorAll("details.compare-more");
  expect(details).toHaveLength(1);
  expect(details[0]?.hasAttribute("open")).toBe(false);
  expect(container.querySelector(".compare-more-paper")?.textContent).toBe("“by the bridge”");
});

test.each(LANGUAGES)(
  "a chart says unit, period and publisher, and its table holds every figure as one reads it in %s",
  async (language) => {
    await renderIn(
      language,
      <ChartView
        exhibit={count("bar", [
          [1_250_000.5, null],
          [0, 12],
        ])}
        prefix="count"
        query={query}
      />,
    );
    const table = within(screen.getByRole("table", { name: "People counted" }));
    const shown = { en: "1,250,000.5", ru: "1\u00a0250\u00a0000,5", be: "1\u00a0250\u00a0000,5" }[language];
    const unknown = { en: "no figure", ru: "нет данных", be: "няма даных" }[language];
    expect(table.getAllByRole("cell").map((cell) => cell.textContent)).toEqual([shown, unknown, "0", "12"]);
    expect(table.getAllByRole("rowheader").map((head) => head.textContent)).toEqual([
      ...["2000", "women", "men"],
      ...["2001", "women", "men"],
    ]);
    expect(screen.getByText("people · mid-2024 · the office")).toBeTruthy();
    expect(screen.getByRole("link", { name: "A treaty" })).toBeTruthy();
  },
);

test("bars begin at zero and are as long as their values", async () => {
  const { container } = await renderIn(
    "en",
    <ChartView exhibit={count("bar", [[50], [200], [0]], ["people"])} prefix="count" query={query} />,
  );
  const bars = [...container.querySelectorAll(".chart-bar-cell svg")];
  expect(bars.map((bar) => bar.querySelector("rect")?.getAttribute("width") ?? null)).toEqual(["25%", "100%", null]);
  expect(bars.flatMap((bar) => [...bar.querySelectorAll("rect[x]")])).toEqual([]);
});

test("the parts of a whole follow one another, each with its words, its per cent and a filling of its own", async () => {
  const { container } = await renderIn(
    "en",
    <ChartView exhibit={count("share", [[60, 40]])} prefix="count" query={query} />,
  );
  const parts = [...container.querySelectorAll(".chart-group rect")];
  expect(parts.map((part) => [part.getAttribute("x"), part.getAttribute("width")])).toEqual([
    ["0%", "60%"],
    ["60%", "40%"],
  ]);
  expect(new Set(parts.map((part) => part.getAttribute("fill"))).size).toBe(2);
  expect(screen.getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["60\u00a0%", "40\u00a0%"]);
});

test("a line is named as a drawing of what the table after it says, and breaks where nobody knows", async () => {
  const { container } = await renderIn(
    "be",
    <ChartView exhibit={count("line", [[1], [null], [3], [4]], ["people"])} prefix="count" query={query} />,
  );
  expect(screen.getByRole("img").getAttribute("aria-label")).toContain("People counted");
  expect(container.querySelectorAll("polyline")).toHaveLength(2);
  expect(container.querySelectorAll(".chart-drawing circle")).toHaveLength(3);
  expect(screen.getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["1", "няма даных", "3", "4"]);
});

test("server and browser draw the same, with words without end", async () => {
  const long = "Аб’яднанне".repeat(30);
  const shown = [
    <TimelineView key="1" exhibit={{ ...rules, layers: [long, "b"] }} prefix="rules" query={query} />,
    <CompareView key="2" exhibit={{ ...ways, criteria: [long, "For"] }} prefix="ways" query={query} />,
    <ChartView key="3" exhibit={count("line", [[1], [1e12]], [long])} prefix="count" query={query} />,
  ];
  const { container } = await renderIn("be", shown);
  const served = renderToString(<LanguageProvider language="be">{shown}</LanguageProvider>);
  const parsed = document.createElement("div");
  parsed.insertAdjacentHTML("afterbegin", served);
  for (const part of [...container.querySelectorAll("noscript"), ...parsed.querySelectorAll("noscript")]) part.remove();
  expect(parsed.textContent).toBe(container.textContent);
  expect(parsed.querySelectorAll("svg *").length).toBe(container.querySelectorAll("svg *").length);
});
