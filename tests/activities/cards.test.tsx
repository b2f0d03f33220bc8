// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { type CardsPublic, cards } from "#app/activities/cards/definition.ts";
import { CardsView } from "#app/activities/cards/view.tsx";
import { words } from "#app/activities/cards/words.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { LanguageProvider } from "#app/ui/language.tsx";
import { lessonWith, readLesson } from "../compiler/fixtures.ts";
import { renderIn } from "../ui/in-language.tsx";
import { exhibitOf } from "./sample-exhibit.ts";

afterEach(cleanup);

function exhibitIn(body: string): CardsPublic {
  const { page, problems } = readLesson(lessonWith(body));
  expect(problems).toEqual([]);
  return page?.exhibits[0]?.draft?.public as CardsPublic;
}
const view = (exhibit: CardsPublic) => <CardsView exhibit={exhibit} prefix="pile" query={new URLSearchParams()} />;
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const TWO = '<Cards id="pile" terms="border register" languages="all" />';

test("the cards are the terms that the tag names, in its order, or those that the page explains, each once", () => {
  const named = exhibitIn('A <Term id="border">border</Term>.\n\n<Cards id="pile" terms="register  border" />');
  expect(named.cards.map(({ id }) => id)).toEqual(["register", "border"]);
  const explained = exhibitIn(
    '<Cards id="pile" />\n\nA <Term id="border">line</Term>, a <Term id="register">list</Term>, a <Term id="border">line</Term>.',
  );
  expect(explained.cards.map(({ id }) => id)).toEqual(["border", "register"]);
  expect(explained.cards[0]).toEqual({
    id: "border",
    term: "border",
    others: [],
    definition: "A line on a map.",
    source: { label: "Treaty of tests", href: "https://example.org/treaty" },
  });
});

test.each(LANGUAGES)("cards have their terms and definitions in the language of the page, in %s", (language) => {
  const exhibit = cards.PublicSchema.parse(exhibitOf("l-cards", language));
  const terms = { en: "border", ru: "граница", be: "мяжа" };
  expect(exhibit.cards[0]?.term).toBe(terms[language]);
});

test("without script every card opens by itself, and on paper all of it stands side by side", async () => {
  await renderIn("en", null);
  const html = renderToString(<LanguageProvider language="en">{view(exhibitIn(TWO))}</LanguageProvider>);
  const page = new DOMParser().parseFromString(html, "text/html");
  expect(page.querySelectorAll("details")).toHaveLength(2);
  expect(
    [...page.querySelectorAll("summary [lang]")].map((other) => `${other.getAttribute("lang")} ${other.textContent}`),
  ).toEqual(["ru граница", "be мяжа", "ru реестр", "be рэестр"]);
  expect([...page.querySelectorAll("dl dd")].map((back) => back.textContent)).toEqual([
    expect.stringContaining("A line on a map."),
    expect.stringContaining("Figures for tests"),
  ]);
  expect(page.querySelector("button")).toBeNull();
});

test.each(LANGUAGES)(
  "a card that is not known comes back until it is, and the count is said, in %s",
  async (language) => {
    await renderIn(language, view(exhibitIn(TWO)));
    const own = words[language];
    const card = () => screen.getByRole("region", { name: own.card });
    expect(document.activeElement).toBe(document.body);
    expect(card().textContent).not.toContain("A line on a map.");
    await press(own.show);
    expect(document.activeElement).toBe(card());
    expect(card().textContent).toContain("A line on a map.");
    await press(own.notYet);
    expect(card().textContent).toContain("register");
    await press(own.show);
    await press(own.knew);
    expect(screen.getByRole("status").textContent).toMatch(/1.+2/);
    expect(card().textContent).toContain("border");
    await press(own.show);
    await press(own.knew);
    expect(card().textContent).toBe(own.done);
    await press(own.again);
    expect(screen.getByRole("status").textContent).toMatch(/0.+2/);
    expect(card().textContent).toContain("border");
  },
);
