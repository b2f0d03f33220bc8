// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { LANGUAGES } from "#app/domain/language.ts";
import { Field, SelectField } from "#app/ui/field.tsx";
import { renderIn } from "./in-language.tsx";

afterEach(cleanup);

test("a field is found by its label and described by its hint", async () => {
  await renderIn("en", <Field name="email" label="E-mail address" hint="As at work" problems={[]} />);
  const field = screen.getByRole("textbox", { name: "E-mail address", description: "As at work" });
  expect(field.getAttribute("name")).toBe("email");
  expect(field.hasAttribute("aria-invalid")).toBe(false);
});

test("a field without hint and problem points at no description", async () => {
  await renderIn("en", <Field name="email" label="E-mail address" problems={[]} />);
  expect(screen.getByRole("textbox").hasAttribute("aria-describedby")).toBe(false);
});

test("a field shows its problem in words and is described by it, after its hint", async () => {
  await renderIn(
    "en",
    <Field
      name="email"
      label="E-mail address"
      hint="As at work"
      problems={[{ code: "email-malformed", field: "email" }]}
    />,
  );
  const sentence = screen.getByText(/complete e-mail address/).textContent;
  const field = screen.getByRole("textbox", { name: "E-mail address", description: `As at work ${sentence}` });
  expect(field.getAttribute("aria-invalid")).toBe("true");
});

test("the problem of another field is not shown here", async () => {
  await renderIn(
    "en",
    <Field name="name" label="Your name" problems={[{ code: "email-malformed", field: "email" }]} />,
  );
  expect(screen.queryByText(/complete e-mail address/)).toBeNull();
  expect(screen.getByRole("textbox").hasAttribute("aria-invalid")).toBe(false);
});

test.each(LANGUAGES)("a problem names what it is about, in %s", async (language) => {
  const problems = [{ code: "name-character", field: "name", values: { character: "☃" } }];
  await renderIn(language, <Field name="name" label="Name" problems={problems} />);
  expect(screen.getByRole("textbox", { description: /☃/ })).toBeTruthy();
});

test("what was typed, and how it may be filled in, stay with the field", async () => {
  await renderIn(
    "en",
    <Field
      name="email"
      label="E-mail address"
      type="email"
      autoComplete="email"
      defaultValue="olga@example.org"
      required
      problems={[]}
    />,
  );
  const field = screen.getByRole<HTMLInputElement>("textbox");
  expect([field.value, field.type, field.autocomplete, field.required]).toEqual([
    "olga@example.org",
    "email",
    "email",
    true,
  ]);
});

test("a choice from a list shows its problem and is described by it", async () => {
  await renderIn(
    "en",
    <SelectField name="reason" label="Reason" defaultValue="" problems={[{ code: "reason-missing", field: "reason" }]}>
      <option value="">Choose</option>
      <option value="misconduct">misconduct</option>
    </SelectField>,
  );
  const field = screen.getByRole("combobox", { name: "Reason", description: "Choose a reason." });
  expect(field.getAttribute("aria-invalid")).toBe("true");
});
