import { useEffect, useState } from "react";
import { formatDate } from "#app/domain/calendar-date.ts";
import { readDay } from "#app/domain/note-day.ts";
import { useKindWords } from "#app/ui/kind-words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { RichText } from "#app/ui/rich-text.tsx";
import type { OpenViewProps } from "../activity-state.ts";
import type { PlanLine, PlanPublic, PlanResponse } from "./definition.ts";
import { LineCheck } from "./line-check.tsx";
import { NotesBeside } from "./notes-beside.tsx";
import { DayField, TextField } from "./plan-fields.tsx";
import { ACTION_IDS, actionOf, openLines, textOf } from "./sheet.ts";
import { words } from "./words.ts";

type Props = OpenViewProps<PlanPublic, PlanResponse>;

/**
 * The plan: a field for each line with its prompt above it, the writer's own notes and the check below it. The model sheet and the
 * declaration appear when each line has a text. On paper what was written stands instead of the fields, or room to write.
 */
export function PlanView({ activity, prefix, response, notes = [], sheet, open }: Props) {
  const t = useKindWords(words);
  const left = openLines(activity, response).length;
  const complete = left === 0;
  const total = activity.lines.length;
  // Before, there is nothing that a button could copy into.
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return (
    <div className="plan">
      {open && <p className="hint">{t("private")}</p>}
      <ol className="plan-lines">
        {activity.lines.map((line) => (
          <li key={line.id} className="plan-line">
            <Line activity={activity} line={line} prefix={prefix} response={response} open={open} />
            <NotesBeside id={`${prefix}-${line.id}`} title={line.title} notes={notes} scripted={scripted} />
            <LineCheck line={line} prefix={prefix} response={response} open={open} />
          </li>
        ))}
      </ol>
      {open && (
        <p className="plan-state" role="status">
          {complete ? t("complete") : t("left", { count: left, total })}
        </p>
      )}
      {(complete || !open) && (
        <section className="plan-model" aria-labelledby={`${prefix}-model`}>
          <p className="plan-model-title" id={`${prefix}-model`}>
            {t("model")}
          </p>
          {!complete && <p className="hint">{t("modelLater")}</p>}
          <RichText nodes={activity.modelIntro} />
          <ol>
            {activity.lines.map(({ id, title, model }) => (
              <li key={id}>
                <b>{title}</b>
                <div>
                  <RichText nodes={model} />
                </div>
              </li>
            ))}
          </ol>
        </section>
      )}
      {complete && (
        <label className="plan-finished">
          <input
            type="checkbox"
            name={`${prefix}.answer.finished`}
            value="yes"
            defaultChecked={response?.finished ?? false}
            disabled={!open}
          />
          <span>{t("finished")}</span>
        </label>
      )}
      {open && (
        <p className="plan-end">
          <button type="submit" className="button button-small">
            {t("save")}
          </button>
          {sheet && response && <a href={sheet}>{t("sheet")}</a>}
        </p>
      )}
    </div>
  );
}

function Line({
  activity,
  line,
  prefix,
  response,
  open,
}: Pick<Props, "activity" | "prefix" | "response" | "open"> & { line: PlanLine }) {
  const id = `${prefix}-${line.id}`;
  const ask = (
    <div id={`${id}-ask`} className="plan-ask">
      <p>
        <RichText nodes={line.prompt} />
      </p>
      {line.questions.length > 0 && (
        <ul>
          {line.questions.map((question, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the questions of one line never move
            <li key={index}>
              <RichText nodes={question} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
  if (line.id === activity.actions) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: its name stands in the row of the other lines' titles, where no legend can stand
      <div role="group" aria-labelledby={`${id}-title`} aria-describedby={`${id}-ask`}>
        <p className="plan-title" id={`${id}-title`}>
          {line.title}
        </p>
        {ask}
        <Actions prefix={prefix} response={response} open={open} />
      </div>
    );
  }
  return (
    <>
      <label className="plan-title" htmlFor={id}>
        {line.title}
      </label>
      {ask}
      <TextField
        id={id}
        name={`${prefix}.answer.${line.id}`}
        value={textOf(response, line.id)}
        rows={3}
        open={open}
        describedBy={`${id}-ask`}
      />
    </>
  );
}

function Actions({ prefix, response, open }: Pick<Props, "prefix" | "response" | "open">) {
  const t = useKindWords(words);
  const language = useLanguage();
  return ACTION_IDS.map((actionId, index) => {
    const action = actionOf(response, actionId);
    const day = readDay(action.by);
    const id = `${prefix}-${actionId}`;
    const name = `${prefix}.answer.${actionId}`;
    const field = (which: "what" | "who" | "money", rows = 1) => (
      <div className={`plan-field plan-field-${which}`}>
        <label htmlFor={`${id}-${which}`}>{t(which)}</label>
        <TextField id={`${id}-${which}`} name={`${name}.${which}`} value={action[which]} rows={rows} open={open} />
      </div>
    );
    return (
      <fieldset key={actionId} className="plan-action">
        <legend>{t("action", { number: index + 1 })}</legend>
        {field("what", 2)}
        {field("who")}
        <div className="plan-field plan-field-by">
          <label htmlFor={`${id}-by`}>{t("by")}</label>
          <DayField
            id={`${id}-by`}
            name={`${name}.by`}
            value={action.by}
            shown={day.ok ? formatDate(day.value, language) : action.by}
            open={open}
          />
        </div>
        {field("money")}
      </fieldset>
    );
  });
}
