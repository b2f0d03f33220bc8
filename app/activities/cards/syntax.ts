import { LANGUAGES } from "#app/domain/language.ts";
import type { ExhibitSyntax } from "../activity-syntax.ts";
import type { CardsPublic } from "./definition.ts";

/** More than anybody turns over at a time. */
const MOST_CARDS = 60;

/** `<Cards />`: a card for each term that it names, or for each that the page explains. */
export const cardsSyntax: ExhibitSyntax = {
  kind: "cards",
  tag: "Cards",
  parse({ id, attributes, node }, tools) {
    const named = attributes.get("terms");
    const ids = named === undefined ? tools.explained : named.split(/\s+/);
    const twice = ids.find((term, at) => ids.indexOf(term) !== at);
    if (twice !== undefined) {
      tools.report("cards-repeated", node, `<Cards id="${id}"> names "${twice}" twice.`, "Name each term once.");
    }
    if (ids.length === 0) {
      tools.report(
        "cards-without-terms",
        node,
        `<Cards id="${id}"> has no cards: the page explains no term.`,
        'Explain terms with <Term id="…">, or name them: terms="…".',
      );
    }
    if (ids.length > MOST_CARDS) {
      tools.report(
        "cards-too-many",
        node,
        `<Cards id="${id}"> has ${ids.length} cards; at most ${MOST_CARDS} can be learnt at a time.`,
        "Divide the terms between two lessons.",
      );
    }
    if (twice !== undefined || ids.length === 0 || ids.length > MOST_CARDS) return null;
    const others = attributes.get("languages") === "all" ? LANGUAGES.filter((one) => one !== tools.language) : [];
    const cards = ids.flatMap((term): CardsPublic["cards"] => {
      const found = tools.term(term, node);
      if (!found) return [];
      const { words, definition, source } = found;
      const translated = others.map((language) => ({ language, term: words[language] }));
      return [{ id: term, term: words[tools.language], others: translated, definition, source }];
    });
    if (cards.length < ids.length) return null;
    const exhibit: CardsPublic = { kind: "cards", id, cards };
    return { public: exhibit, parts: { cards: cards.length, languages: others.length + 1 }, key: ids };
  },
};
