import { useTranslations } from "use-intl";
import type { RichNode } from "#app/domain/rich-text.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import type { Feedback, Grade, Mark } from "./activity.ts";

interface Option {
  id: string;
  text: RichNode[];
}

/** The options of a choice, as radio buttons or boxes, in the attempt's order; after the answer, with mark and reason. */
export function OptionList({
  type,
  options,
  order,
  prefix,
  chosen,
  review,
}: {
  type: "radio" | "checkbox";
  options: readonly Option[];
  order: readonly string[];
  prefix: string;
  chosen: readonly string[];
  review: { grade: Grade; feedback: Feedback; solution?: true } | null;
}) {
  return (
    <ul className="options">
      {inOrder(options, order).map((option) => {
        const id = `${prefix}-${option.id}`;
        const mark = review?.grade.marks[option.id];
        return (
          <li key={option.id} className={mark ? `option option-${mark}` : "option"}>
            <label htmlFor={id}>
              <input
                id={id}
                type={type}
                name={`${prefix}.answer`}
                value={option.id}
                defaultChecked={chosen.includes(option.id)}
                disabled={review !== null}
              />
              <span>
                <RichText nodes={option.text} />
              </span>
            </label>
            {review && (
              <Reason
                mark={mark}
                nodes={review.feedback.parts[option.id]}
                chosen={!review.solution && chosen.includes(option.id)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

const MARKS = { right: "right", wrong: "wrong", missed: "missed" } as const satisfies Record<Mark, string>;

/** What an answer was, in words, and why. */
export function Reason({
  mark,
  nodes,
  chosen = true,
}: {
  mark: Mark | undefined;
  nodes: RichNode[] | undefined;
  chosen?: boolean;
}) {
  const t = useTranslations("activity");
  return (
    <div className="reason">
      {(mark || chosen) && (
        <p className="reason-mark">
          {mark && <b>{t(MARKS[mark])}</b>}
          {mark && chosen && " · "}
          {chosen && t("yours")}
        </p>
      )}
      {nodes && <RichText nodes={nodes} />}
    </div>
  );
}

/** The reason of the near miss that a typed answer was; none for a right one and for one that nobody foresaw. */
export function nearReason({ grade, feedback }: { grade: Grade; feedback: Feedback }): RichNode[] | undefined {
  const near = Object.keys(grade.marks).find((part) => Object.hasOwn(feedback.parts, part));
  return near === undefined ? undefined : feedback.parts[near];
}

/** For those who may see the key: near misses of a typed answer, in words, each with its reason. */
export function NearMisses({ answers, feedback }: { answers: readonly string[]; feedback: Feedback }) {
  if (answers.length === 0) return null;
  return (
    <ul className="match">
      {answers.map((answer, index) => (
        <li key={answer} className="match-row option-wrong">
          <p>{answer}</p>
          <Reason mark="wrong" nodes={feedback.parts[`n${index + 1}`]} chosen={false} />
        </li>
      ))}
    </ul>
  );
}

/** The parts in the order given; parts that the order does not name come last, as the author wrote them. */
export function inOrder<Part extends { id: string }>(parts: readonly Part[], order: readonly string[]): Part[] {
  const place = (part: Part) => {
    const index = order.indexOf(part.id);
    return index < 0 ? order.length : index;
  };
  return [...parts].sort((a, b) => place(a) - place(b));
}
