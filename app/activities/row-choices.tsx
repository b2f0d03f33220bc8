import type { RichNode } from "#app/domain/rich-text.ts";
import { plainText } from "#app/domain/rich-text.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import type { Feedback, Grade } from "./activity.ts";
import { RowReview } from "./row-review.tsx";

interface Part {
  id: string;
  text: RichNode[];
}

/** Rows with the same few choices each, as radio buttons; after the answer, with what was chosen, what is right and why. */
export function RowChoices({
  layout,
  rows,
  choices,
  prefix,
  given,
  review,
}: {
  /** Whether there is room for the choices beside the words of their row. */
  layout: "beside" | "below";
  rows: readonly Part[];
  choices: readonly Part[];
  prefix: string;
  /** Row id → choice id. */
  given: Readonly<Record<string, string>>;
  review: { grade: Grade; feedback: Feedback; key: { pairs: Readonly<Record<string, string>> } } | null;
}) {
  const textOf = (id: string | undefined) => plainText(choices.find((choice) => choice.id === id)?.text ?? []);
  return (
    <ul className={`rows rows-${layout}`}>
      {rows.map((row) => {
        const id = `${prefix}-${row.id}`;
        const mark = review?.grade.marks[row.id];
        return (
          <li key={row.id} className={mark ? `match-row option-${mark}` : "match-row"}>
            <fieldset className="row" aria-labelledby={id}>
              <p className="row-words" id={id}>
                <RichText nodes={row.text} />
              </p>
              {review ? (
                <RowReview
                  given={given[row.id] ? textOf(given[row.id]) : null}
                  right={textOf(review.key.pairs[row.id])}
                  mark={mark}
                  reason={review.feedback.parts[row.id]}
                />
              ) : (
                <div className="row-choices">
                  {choices.map((choice) => (
                    <label key={choice.id} htmlFor={`${id}-${choice.id}`}>
                      <input
                        id={`${id}-${choice.id}`}
                        type="radio"
                        name={`${prefix}.answer.${row.id}`}
                        value={choice.id}
                        defaultChecked={given[row.id] === choice.id}
                      />
                      <span>
                        <RichText nodes={choice.text} />
                      </span>
                    </label>
                  ))}
                </div>
              )}
            </fieldset>
          </li>
        );
      })}
    </ul>
  );
}
