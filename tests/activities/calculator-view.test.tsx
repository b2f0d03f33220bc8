// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { CalculatorPublic } from "#app/activities/calculator/definition.ts";
import { CalculatorView } from "#app/activities/calculator/view.tsx";
import { words } from "#app/activities/calculator/words.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { renderIn } from "../ui/in-language.tsx";
import { exhibitOf } from "./sample-exhibit.ts";

afterEach(cleanup);

const NAMES = { en: "Amount sent", ru: "Сумма перевода", be: "Сума пераводу" };

function shown(id: string, language: Language, query = "", change: Partial<CalculatorPublic> = {}) {
  const exhibit = { ...(exhibitOf(id, language) as CalculatorPublic), ...change };
  return renderIn(language, <CalculatorView exhibit={exhibit} prefix={id} query={new URLSearchParams(query)} />);
}

const field = (column: number, letter: string) => {
  const found = document.getElementById(`l-sending.${column}.${letter}`);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${letter} in column ${column}`);
  return found;
};
const cells = () =>
  screen.getAllByRole("row").map((row) =>
    within(row)
      .queryAllByRole("cell")
      .map((cell) => cell.textContent),
  );

test.each(LANGUAGES)("the example stands in the first column and its results in the table, in %s", async (language) => {
  await shown("l-sending", language);
  const [first] = screen.getAllByRole("group");
  const amount = within(first as HTMLElement).getByRole("textbox", { name: new RegExp(NAMES[language]) });
  expect((amount as HTMLInputElement).value).toBe("200");
  expect(field(1, "r").value).toBe(language === "en" ? "29.4" : "29,4");
  const decimal = language === "en" ? "." : ",";
  expect(cells().flat()).toEqual(["4.00", "0.00", "9.00", "4.50", "5880.00"].map((one) => one.replace(".", decimal)));
  expect(screen.queryByText(/Please|Пожалуйста|Калі ласка/)).toBeNull();
});

test("results follow the typing, a column is compared once it is used, and the bar is drawn to the same scale", async () => {
  const { container } = await shown("l-sending", "en");
  for (const [letter, text] of Object.entries({ A: "200", f: "0", m: "30", r: "28,2", k: "0" })) {
    await userEvent.type(field(2, letter), text);
  }
  expect(cells()[4]).toEqual(["4.50", "6.00"]);
  expect(screen.getByText("above the ceiling")).toBeDefined();
  const bars = [...container.querySelectorAll("rect")].map((bar) => Number.parseFloat(bar.getAttribute("width") ?? ""));
  expect((bars[1] ?? 0) / (bars[0] ?? 1)).toBeCloseTo(6 / 4.5, 2);
  const lines = [...container.querySelectorAll("line")].map((line) => Number.parseFloat(line.getAttribute("x1") ?? ""));
  expect((lines[1] ?? 0) / (lines[0] ?? 1)).toBeCloseTo(5 / 3, 2);
});

test("a fault is said when the field is left, what was typed stays, and the column has no result", async () => {
  await shown("l-sending", "en");
  await userEvent.clear(field(1, "A"));
  await userEvent.type(field(1, "A"), "0");
  expect(screen.queryByText(/Please enter/)).toBeNull();
  await userEvent.tab();
  const said = screen.getByText("Please enter “Amount sent” anew: more than 0.");
  expect(field(1, "A").value).toBe("0");
  expect(field(1, "A").getAttribute("aria-invalid")).toBe("true");
  expect(field(1, "A").getAttribute("aria-describedby")).toContain(said.id);
  expect(cells().flat()).toEqual(Array(5).fill("–no value"));
  await userEvent.type(field(1, "A"), "00");
  expect(field(1, "A").value).toBe("000");
  await userEvent.clear(field(1, "A"));
  await userEvent.type(field(1, "A"), "200");
  expect(screen.queryByText(/Please enter/)).toBeNull();
  expect(cells().flat()).toContain("4.50");
});

test("the button leads to the first fault, or to the results", async () => {
  await shown("l-sending", "en");
  await userEvent.clear(field(1, "m"));
  await userEvent.click(screen.getByRole("button", { name: words.en.calculate }));
  expect(document.activeElement).toBe(field(1, "m"));
  await userEvent.type(field(1, "m"), "30");
  await userEvent.click(screen.getByRole("button", { name: words.en.calculate }));
  expect(document.activeElement).toBe(screen.getByRole("region", { name: words.en.results }));
  expect(screen.getByRole("status").textContent).toContain("Total cost: 4.50 %");
});

test.each(LANGUAGES)("the address alone fills fields and table and says what is wrong, in %s", async (language) => {
  const query =
    "l-sending.1.A=100&l-sending.1.f=3&l-sending.1.m=0.9&l-sending.1.r=0,9&l-sending.1.k=0&l-sending.2.A=5&as=learner";
  const { container } = await shown("l-sending", language, query);
  expect(field(1, "m").value).toBe("0.9");
  expect(cells()[4]?.[0]).toBe(language === "en" ? "3.00" : "3,00");
  expect(container.querySelectorAll(".field-problem")).toHaveLength(4);
  const form = container.querySelector("form");
  expect([form?.method, form?.getAttribute("action")]).toEqual(["get", "#l-sending"]);
  expect(new FormData(form ?? undefined).get("as")).toBe("learner");
});

test("groups are named, long words and hostile text stand as they are, and a calculator without bands or lines has none", async () => {
  const long = "Donaudampfschifffahrtsgesellschaftskapitänswitwenversorgung".repeat(4);
  const { container } = await shown("l-going", "en", "l-going.1.W=%3Cb%3E&l-going.1.w1=%00", {
    bands: [],
    marks: [],
    label: long,
  });
  expect(screen.getByRole("group", { name: "The employer pays" })).toBeDefined();
  expect(container.querySelector("b, svg, .calc-messages li")).toBeNull();
  expect(container.querySelectorAll(".field-problem").length).toBe(8);
});
