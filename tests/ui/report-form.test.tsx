// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { LANGUAGES } from "#app/domain/language.ts";
import { ReportForm } from "#app/ui/report-form.tsx";
import { renderIn } from "./in-language.tsx";

afterEach(cleanup);

const sections = [
  { id: "s0", title: "", places: [{ place: "s0.1", words: "An opening" }] },
  {
    id: "s1",
    title: "Who counts",
    places: [
      { place: "s1", words: "Who counts" },
      { place: "s1.1", words: "A person …" },
    ],
  },
];
const typed = { reportId: "id", place: "s1.1", kind: "source", text: "The <b>link</b> is dead.\nSince May." };

test.each(LANGUAGES)("what was typed stands in the fields, and every problem beside its own: %s", async (language) => {
  const problems = [
    { code: "report-place-unknown", field: "at" },
    { code: "report-too-long", field: "text" },
  ];
  await renderIn(language, <ReportForm sections={sections} problems={problems} typed={typed} />);
  const text = screen.getByRole<HTMLTextAreaElement>("textbox");
  const [place, kind] = screen.getAllByRole<HTMLSelectElement>("combobox");
  expect([place?.value, kind?.value, text.value]).toEqual([typed.place, typed.kind, typed.text]);
  expect([place, kind, text].map((field) => field?.getAttribute("aria-invalid"))).toEqual(["true", null, "true"]);
  for (const id of text.getAttribute("aria-describedby")?.split(" ") ?? []) {
    expect(document.getElementById(id)?.textContent).toBeTruthy();
  }
});

test("the places stand under their sections, the lesson as a whole before them", async () => {
  await renderIn("en", <ReportForm sections={sections} problems={[]} typed={{ ...typed, place: "" }} />);
  const [place] = screen.getAllByRole<HTMLSelectElement>("combobox");
  expect([...(place?.options ?? [])].map(({ value }) => value)).toEqual(["", "s0.1", "s1", "s1.1"]);
  expect(place?.value).toBe("");
  expect([...(place?.querySelectorAll("optgroup") ?? [])].every(({ label }) => label !== "")).toBe(true);
});
