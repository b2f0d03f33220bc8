import { useEffect, useRef, useState } from "react";
import { SURVEY_CHOICES, type SurveyMarks } from "#app/domain/survey-result.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import { useKindWords } from "#app/ui/kind-words.ts";
import type { OpenViewProps } from "../activity-state.ts";
import type { SurveyPublic } from "./definition.ts";
import { words } from "./words.ts";

/** Statements on a scale of five steps. After the answer it stays open: the newest one counts. */
export function SurveyView({ activity, prefix, response, open }: OpenViewProps<SurveyPublic, SurveyMarks>) {
  const t = useKindWords(words);
  const list = useRef<HTMLUListElement>(null);
  const [changed, setChanged] = useState(false);
  const [low, high] = activity.ends;
  const endOf: Partial<Record<string, string>> = { "1": low, "5": high, none: t("none") };

  // What was marked while an answer was on its way is not in it.
  useEffect(() => setChanged(differs(list.current, response)), [response]);

  return (
    <div className="survey">
      <p className="hint">{t("private")}</p>
      <ul className="survey-rows" ref={list} onChange={() => setChanged(differs(list.current, response))}>
        {activity.statements.map(({ id, text }) => {
          const at = `${prefix}-${id}`;
          return (
            <li key={id}>
              <fieldset className="survey-row" aria-labelledby={at}>
                <p className="row-words" id={at}>
                  <RichText nodes={text} />
                </p>
                <div className="survey-scale">
                  <p className="survey-ends" aria-hidden="true">
                    <span>{low}</span>
                    <span>{high}</span>
                  </p>
                  {SURVEY_CHOICES.map((choice) => (
                    <label key={choice} className={`survey-choice survey-${choice}`} htmlFor={`${at}-${choice}`}>
                      <input
                        id={`${at}-${choice}`}
                        type="radio"
                        name={`${prefix}.answer.${id}`}
                        value={choice}
                        defaultChecked={response?.[id] === choice}
                      />
                      {choice !== "none" && <b>{choice}</b>}
                      {endOf[choice] && <span className="survey-word"> {endOf[choice]}</span>}
                    </label>
                  ))}
                </div>
              </fieldset>
            </li>
          );
        })}
      </ul>
      <button
        type="submit"
        className="button button-small"
        aria-disabled={open ? undefined : true}
        onClick={(event) => {
          // One answer at a time, and the focus stays where it is.
          if (!open) event.preventDefault();
        }}
      >
        {response ? t("change") : t("send")}
      </button>
      {response && (
        <div className="survey-thanks" role="status">
          <p>{changed ? t("changed") : t("thanks")}</p>
          {!changed && <RichText nodes={activity.closing} />}
        </div>
      )}
    </div>
  );
}

/** Whether other choices are marked than those that are kept. */
function differs(list: HTMLElement | null, response: SurveyMarks | null): boolean {
  const marked = [...(list?.querySelectorAll("input") ?? [])].filter(({ checked }) => checked);
  return (
    response !== null &&
    (marked.length !== Object.keys(response).length ||
      marked.some(({ name, value }) => response[name.split(".").pop() ?? ""] !== value))
  );
}
