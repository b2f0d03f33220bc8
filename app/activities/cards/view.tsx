import { useEffect, useRef, useState } from "react";
import { useKindWords } from "#app/ui/kind-words.ts";
import type { ExhibitViewProps } from "../activity-state.ts";
import type { CardsPublic } from "./definition.ts";
import { words } from "./words.ts";

type Card = CardsPublic["cards"][number];

/**
 * Terms to be known by heart. Without script each opens by itself; with it one card lies on the pile at a time, and comes back until it is
 * known. On paper terms and definitions stand side by side.
 */
export function CardsView({ exhibit }: ExhibitViewProps<CardsPublic>) {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return (
    <div className="cards">
      {scripted ? (
        <Pile cards={exhibit.cards} />
      ) : (
        <div className="cards-closed">
          {exhibit.cards.map((card) => (
            <details key={card.id}>
              <summary>
                <Front card={card} />
              </summary>
              <Back card={card} />
            </details>
          ))}
        </div>
      )}
      <dl className="cards-paper">
        {exhibit.cards.map((card) => (
          <div key={card.id}>
            <dt>
              <Front card={card} />
            </dt>
            <dd>
              <Back card={card} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Pile({ cards }: { cards: readonly Card[] }) {
  const t = useKindWords(words);
  /** Places of the cards that are not known yet, the upper one first. */
  const [pile, setPile] = useState(() => cards.map((_, place) => place));
  const [shown, setShown] = useState(false);
  const [turned, setTurned] = useState(0);
  const face = useRef<HTMLElement>(null);
  const [top, ...rest] = pile;
  const card = top === undefined ? undefined : cards[top];

  useEffect(() => {
    if (turned > 0) face.current?.focus();
  }, [turned]);

  function turn(next: readonly number[], show: boolean) {
    setPile([...next]);
    setShown(show);
    setTurned((before) => before + 1);
  }

  return (
    <div className="cards-pile">
      <p className="cards-place" role="status">
        {t("place", { known: cards.length - pile.length, total: cards.length })}
      </p>
      <section className="cards-card" ref={face} tabIndex={-1} aria-label={t("card")}>
        {card ? <Front card={card} /> : <p className="cards-term">{t("done")}</p>}
        {card && shown && <Back card={card} />}
      </section>
      <p className="cards-buttons">
        {!card && (
          <button
            type="button"
            className="button"
            onClick={() =>
              turn(
                cards.map((_, place) => place),
                false,
              )
            }
          >
            {t("again")}
          </button>
        )}
        {card && !shown && (
          <button type="button" className="button" onClick={() => turn(pile, true)}>
            {t("show")}
          </button>
        )}
        {card && shown && top !== undefined && (
          <>
            <button type="button" className="button" onClick={() => turn(rest, false)}>
              {t("knew")}
            </button>
            <button type="button" className="button button-quiet" onClick={() => turn([...rest, top], false)}>
              {t("notYet")}
            </button>
          </>
        )}
      </p>
    </div>
  );
}

function Front({ card }: { card: Card }) {
  return (
    <span className="cards-front">
      <span className="cards-term">{card.term}</span>
      {card.others.map(({ language, term }) => (
        <span key={language} className="cards-other" lang={language}>
          {term}
        </span>
      ))}
    </span>
  );
}

function Back({ card }: { card: Card }) {
  const t = useKindWords(words);
  return (
    <div className="cards-back">
      <p>{card.definition}</p>
      <p className="cards-source">
        {`${t("source")}: `}
        <a href={card.source.href} rel="noopener noreferrer">
          {card.source.label}
        </a>
      </p>
    </div>
  );
}
