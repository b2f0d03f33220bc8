import { useEffect, useRef } from "react";
import { RichText } from "#app/ui/rich-text.tsx";
import { useKindWords } from "#app/ui/kind-words.ts";
import type { OpenViewProps } from "../activity-state.ts";
import type { RatePublic, RateResponse } from "./definition.ts";
import { LONGEST_ENTRIES } from "./entries.ts";
import { RateResult } from "./result.tsx";
import { words } from "./words.ts";

type Statement = RatePublic["dimensions"][number]["statements"][number];
interface Level {
  value: string;
  sign: string;
  words: string;
}

/** Statements with a radio button for each level, and under them what the levels given so far show. */
export function RateView({ activity, prefix, response, open }: OpenViewProps<RatePublic, RateResponse>) {
  const t = useKindWords(words);
  const fields = useEmptied(response);
  const levels: Level[] = [
    ...activity.levels.map((level, place) => ({ value: String(place), sign: String(place), words: level })),
    { value: "unknown", sign: "?", words: t("unknown") },
  ];
  return (
    <div className="rate" ref={fields}>
      <p className="hint">{t("private")}</p>
      {activity.dimensions.map(({ name, statements }, index) => (
        <section key={name} className="rate-dimension" aria-labelledby={`${prefix}-d${index + 1}`}>
          <h3 id={`${prefix}-d${index + 1}`}>
            {activity.dimensions.length > 1 && `${index + 1}. `}
            {name}
          </h3>
          {/* Each radio button says its level itself; where there is no room for the words, this does. */}
          <p className="rate-legend" aria-hidden="true">
            {levels.map(({ value, sign, words: said }) => (
              <span key={value}>
                <b>{sign}</b> {said}
              </span>
            ))}
          </p>
          {statements.map((statement) => (
            <Row key={statement.id} {...{ statement, levels, prefix, response }} />
          ))}
        </section>
      ))}
      {activity.closing.length > 0 && (
        <div className="rate-closing">
          <RichText nodes={activity.closing} />
        </div>
      )}
      <RateResult {...{ activity, prefix, response }} />
      {open && (
        <p className="rate-save">
          <button type="submit" className="button button-small">
            {t("save")}
          </button>
        </p>
      )}
      {open && response && (
        <details className="rate-clear">
          <summary>{t("clear")}</summary>
          <p>{t("clearText")}</p>
          <button
            type="submit"
            className="button button-small button-danger"
            name={`${prefix}.answer.clear`}
            value="clear"
          >
            {t("clearNow")}
          </button>
        </details>
      )}
    </div>
  );
}

function Row({
  statement: { id, text },
  levels,
  prefix,
  response,
}: {
  statement: Statement;
  levels: readonly Level[];
  prefix: string;
  response: RateResponse | null;
}) {
  const t = useKindWords(words);
  const entry = response?.entries[id];
  const name = `${prefix}.answer`;
  const at = `${prefix}-${id}`;
  const texts = ["evidence", "who"] as const;
  const written = texts.filter((one) => entry?.[one]);
  return (
    <fieldset className="rate-row" aria-labelledby={at}>
      <div className="rate-line">
        <p className="row-words" id={at}>
          <RichText nodes={text} />
        </p>
        <div className="rate-levels">
          {levels.map(({ value, sign, words: said }) => (
            <label key={value} htmlFor={`${at}-${value}`}>
              <input
                id={`${at}-${value}`}
                type="radio"
                name={`${name}.${id}`}
                value={value}
                defaultChecked={entry?.level === value}
              />
              <b>{sign}</b> <span className="rate-word">{said}</span>
            </label>
          ))}
        </div>
      </div>
      <details className="rate-more">
        <summary aria-describedby={at}>{t("more")}</summary>
        {texts.map((one) => (
          <label key={one} htmlFor={`${at}-${one}`}>
            <span>{t(one)}</span>
            <input
              id={`${at}-${one}`}
              type="text"
              name={`${name}.${one}.${id}`}
              maxLength={LONGEST_ENTRIES[one]}
              autoComplete="off"
              defaultValue={entry?.[one] ?? ""}
            />
          </label>
        ))}
      </details>
      {written.length > 0 && (
        <p className="rate-written">
          {written.map((one) => (
            <span key={one}>
              {t(one)}: {entry?.[one]}
            </span>
          ))}
        </p>
      )}
    </fieldset>
  );
}

/** Fields keep what was typed in them by themselves: once everything is deleted they must be told. */
function useEmptied(response: RateResponse | null) {
  const fields = useRef<HTMLDivElement>(null);
  const before = useRef(response);
  useEffect(() => {
    if (before.current && !response) {
      for (const field of fields.current?.querySelectorAll("input") ?? []) {
        if (field.type === "radio") field.checked = false;
        else field.value = "";
      }
    }
    before.current = response;
  }, [response]);
  return fields;
}
