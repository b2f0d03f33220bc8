import { type FormEvent, Fragment, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { RichNode } from "#app/domain/rich-text.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import type { ActivityViewProps } from "../activity-state.ts";
import type { SpotKey, SpotPublic, SpotResponse } from "./definition.ts";
import { isHolder, isPhrase, type SpotNode } from "./spot-text.ts";

type Props = ActivityViewProps<SpotPublic, SpotResponse, SpotKey>;

/**
 * The text with its phrases numbered, and the same phrases as a list of boxes below it: for the keyboard, for a screen reader and for
 * paper. Only the list holds fields; a phrase in the text is a second label of its box, so that a tap on either marks it,
 * with script or without. With script the text shows what is marked.
 */
export function SpotView({ activity, prefix, response, review }: Props) {
  const t = useTranslations("activity");
  const [marked, setMarked] = useState<readonly string[]>(review?.response ?? response ?? []);
  const idOf = (part: string) => `${prefix}-${part}`;
  const classOf = (part: string) => {
    const mark = review?.grade.marks[part];
    if (review) return `spot-phrase spot-closed${mark ? ` spot-${mark}` : ""}`;
    return marked.includes(part) ? "spot-phrase is-marked" : "spot-phrase";
  };

  function change(event: FormEvent<HTMLOListElement>) {
    const boxes = event.currentTarget.querySelectorAll<HTMLInputElement>("input:checked");
    setMarked([...boxes].map((box) => box.value));
  }

  const place = (part: string) => {
    const index = activity.phrases.findIndex(({ id }) => id === part);
    const inside = (
      <>
        {activity.phrases[index]?.text}
        <sup>{index + 1}</sup>
      </>
    );
    return review ? (
      <span className={classOf(part)}>{inside}</span>
    ) : (
      <label className={classOf(part)} htmlFor={idOf(part)}>
        {inside}
      </label>
    );
  };

  return (
    <div className="spot">
      <blockquote className="spot-text">
        <SpotText nodes={activity.text} place={place} />
      </blockquote>
      <p className="spot-list-title" id={`${prefix}-phrases`}>
        {t("spotList")}
      </p>
      <ol className="options spot-list" aria-labelledby={`${prefix}-phrases`} onChange={change}>
        {activity.phrases.map(({ id, text }, index) => {
          const mark = review?.grade.marks[id];
          return (
            <li key={id} className={mark ? `option option-${mark}` : "option"}>
              <label>
                <input
                  id={idOf(id)}
                  type="checkbox"
                  name={`${prefix}.answer`}
                  value={id}
                  defaultChecked={(review?.response ?? response ?? []).includes(id)}
                  disabled={review !== null}
                  aria-labelledby={`${idOf(id)}-words`}
                />
                <span className="spot-number">{index + 1}</span>
                <span id={`${idOf(id)}-words`}>{text}</span>
              </label>
              {review && (
                <div className="reason">
                  {mark && (
                    <p className="reason-mark">
                      <b>{t(review.solution ? "right" : VERDICTS[mark])}</b>
                    </p>
                  )}
                  <RichText nodes={review.feedback.parts[id] ?? []} />
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const VERDICTS = { right: "spotHit", wrong: "spotFalseAlarm", missed: "spotMiss" } as const;

function SpotText({ nodes, place }: { nodes: readonly SpotNode[]; place: (part: string) => ReactNode }) {
  return nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the nodes of one text never move
    <Fragment key={index}>{shown(node, place)}</Fragment>
  ));
}

function shown(node: SpotNode, place: (part: string) => ReactNode) {
  if (isPhrase(node)) return place(node.phrase);
  if (!isHolder(node)) return <RichText nodes={[node as RichNode]} />;
  const Element = node.el;
  return (
    <Element>
      <SpotText nodes={node.children} place={place} />
    </Element>
  );
}
