import { type MouseEvent, useEffect, useRef } from "react";
import { RichText } from "#app/ui/rich-text.tsx";
import { useKindWords } from "#app/ui/kind-words.ts";
import type { OpenViewProps } from "../activity-state.ts";
import { AllPaths } from "./all-paths.tsx";
import { Debrief } from "./debrief.tsx";
import { PRESSED } from "./buttons.ts";
import type { ScenarioPublic, ScenarioResponse } from "./definition.ts";
import { Meters } from "./meters.tsx";
import { MAX_STEPS, sceneAfter, type Step, stepsOf } from "./walk.ts";
import { words } from "./words.ts";

/**
 * One scene at a time. The path so far travels in a hidden field, and each button is an answer: with script it comes back in place, and the new
 * scene takes the focus; without, the page comes back at the activity.
 */
export function ScenarioView({
  activity,
  prefix,
  response,
  others,
  open,
}: OpenViewProps<ScenarioPublic, ScenarioResponse>) {
  const t = useKindWords(words);
  const { scenes, note, summary } = activity;
  const steps = stepsOf(scenes, response?.path ?? []);
  const scene = sceneAfter(scenes, steps);
  const skipped = response?.skipped === true;
  const path = steps.map(({ way }) => way.id).join("");
  const stage = useFocusOnChange(`${path} ${skipped}`);
  const button = (value: string, label: string, className = "button button-quiet button-small") => (
    <button
      key={`${path} ${value}`}
      type="submit"
      className={className}
      name={`${prefix}.answer`}
      value={value}
      aria-disabled={open ? undefined : true}
      onClick={onlyOnce}
    >
      {label}
    </button>
  );

  return (
    <div className="scenario">
      <input type="hidden" name={`${prefix}.answer.path`} value={path} />
      {skipped && <input type="hidden" name={`${prefix}.answer.skipped`} value="1" />}
      {note !== "" && (
        <p className="scenario-note">
          <b>{t("note")}</b> {note}
        </p>
      )}
      <section
        className={scene.ending && !skipped ? "scenario-stage is-ending" : "scenario-stage"}
        ref={stage}
        aria-labelledby={`${prefix}-here`}
        tabIndex={-1}
      >
        {skipped ? (
          <>
            <p className="scenario-title" id={`${prefix}-here`}>
              {t("skipped")}
            </p>
            <RichText nodes={summary} />
          </>
        ) : (
          <>
            <Consequence steps={steps} />
            <Meters names={activity.meters} steps={steps} />
            <p className="scenario-title" id={`${prefix}-here`}>
              {scene.ending && <span className="scenario-ending">{t("ending")}</span>}
              {scene.title}
            </p>
            <RichText nodes={scene.text} />
            {steps.length >= MAX_STEPS && <p>{t("tooLong")}</p>}
            {steps.length < MAX_STEPS && scene.ways.length > 0 && (
              <ul className="scenario-choices" aria-label={t("choices")}>
                {scene.ways.map(({ id, words: choice, to }) => (
                  <li key={id}>{button(id, choice || onward(to), "scenario-choice")}</li>
                ))}
              </ul>
            )}
            {scene.ending && <Debrief activity={activity} steps={steps} others={others} />}
          </>
        )}
      </section>
      <div className="scenario-steps">
        {skipped && button(PRESSED.resume, t("resume"))}
        {!skipped && steps.length > 0 && button(PRESSED.back, t("back"))}
        {!skipped && steps.length > 1 && button(PRESSED.again, t("again"))}
        {!skipped && !scene.ending && summary.length > 0 && button(PRESSED.skip, t("skip"))}
      </div>
      <AllPaths activity={activity} prefix={prefix} />
    </div>
  );

  function onward(to: string): string {
    const known = steps.some((step) => step.scene.id === to);
    return known ? t("returns", { title: scenes.find(({ id }) => id === to)?.title ?? "" }) : t("onwards");
  }
}

/** What followed from the last choice. */
function Consequence({ steps }: { steps: readonly Step[] }) {
  const t = useKindWords(words);
  const last = steps.at(-1)?.way;
  if (!last || last.words === "") return null;
  return (
    <div className="scenario-consequence">
      <p className="scenario-chosen">
        <b>{t("chose")}</b> {last.words}
      </p>
      <RichText nodes={last.norm} />
    </div>
  );
}

/** The element to focus when what it shows becomes another; never when the page opens. */
function useFocusOnChange(shown: string) {
  const element = useRef<HTMLElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    element.current?.focus();
  }, [shown]);
  return element;
}

/** The second click of a double click would choose in the next scene, which by then stands in the same place. */
function onlyOnce(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}
