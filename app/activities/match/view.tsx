import { useTranslations } from "use-intl";
import { plainText } from "#app/domain/rich-text.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import type { ActivityViewProps } from "../activity-state.ts";
import { inOrder } from "../option-list.tsx";
import { RowReview } from "../row-review.tsx";
import type { MatchKey, MatchPublic, MatchResponse } from "./definition.ts";

/** One line after the other, each with a list of all answers: the same for mouse, keyboard, touch and without script. */
export function MatchView({
  activity,
  order,
  prefix,
  response,
  review,
}: ActivityViewProps<MatchPublic, MatchResponse, MatchKey>) {
  const t = useTranslations("activity");
  const answers = inOrder(activity.answers, order);
  const given = review?.response ?? response ?? {};
  const textOf = (id: string | undefined) => plainText(answers.find((answer) => answer.id === id)?.text ?? []);
  const surplus = review ? answers.filter((answer) => review.feedback.parts[answer.id]) : [];
  return (
    <>
      <ul className="match">
        {activity.rows.map((row) => {
          const id = `${prefix}-${row.id}`;
          const mark = review?.grade.marks[row.id];
          const right = review?.key.pairs[row.id];
          return (
            <li key={row.id} className={mark ? `match-row option-${mark}` : "match-row"}>
              {review ? (
                <p>
                  <RichText nodes={row.text} />
                </p>
              ) : (
                <>
                  <span className="match-letter" aria-hidden="true" />
                  <label htmlFor={id}>
                    <RichText nodes={row.text} />
                  </label>
                </>
              )}
              {review ? (
                <RowReview
                  given={given[row.id] ? textOf(given[row.id]) : null}
                  right={textOf(right)}
                  mark={mark}
                  reason={review.feedback.parts[row.id]}
                />
              ) : (
                <select id={id} name={`${prefix}.answer.${row.id}`} defaultValue={given[row.id] ?? ""}>
                  <option value="">{t("pick")}</option>
                  {answers.map((answer) => (
                    <option key={answer.id} value={answer.id}>
                      {plainText(answer.text)}
                    </option>
                  ))}
                </select>
              )}
            </li>
          );
        })}
      </ul>
      {!review && <PaperAnswers answers={answers} />}
      {surplus.length > 0 && review && (
        <>
          <p className="match-surplus">{t("extra")}</p>
          <ul>
            {surplus.map((answer) => (
              <li key={answer.id}>
                <RichText nodes={answer.text} />: <RichText nodes={review.feedback.parts[answer.id] ?? []} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Paper cannot open a list: there the answers have letters, and each line a box to write one in. */
function PaperAnswers({ answers }: { answers: MatchPublic["answers"] }) {
  const t = useTranslations("activity");
  return (
    <div className="match-paper">
      <p>{t("writeLetter")}</p>
      <ol>
        {answers.map((answer) => (
          <li key={answer.id}>{plainText(answer.text)}</li>
        ))}
      </ol>
    </div>
  );
}
