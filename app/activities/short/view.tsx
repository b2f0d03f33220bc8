import { useTranslations } from "use-intl";
import type { ActivityViewProps } from "../activity-state.ts";
import { NearMisses, nearReason, Reason } from "../option-list.tsx";
import type { ShortKey, ShortPublic, ShortResponse } from "./definition.ts";

/** As much as the server keeps; see `LONGEST_ANSWER`. The definition itself stays out of the browser. */
const LONGEST = 300;

/** One field for words. After the answer: the wordings of the page's language that would have been right. */
export function ShortView({
  activity,
  prefix,
  response,
  review,
}: ActivityViewProps<ShortPublic, ShortResponse, ShortKey>) {
  const t = useTranslations("activity");
  const id = `${prefix}-answer`;
  if (review) {
    const { right: accepted, near } = review.key.wordings[activity.language];
    const [right = "", ...others] = accepted;
    const told = review.solution || review.grade.score < 1;
    const mark = review.grade.marks.answer;
    return (
      <>
        <div className={`typed option-${mark}`}>
          {!review.solution && <p className="typed-given">{review.response || t("noAnswer")}</p>}
          {told && <p className="typed-right">{t("rightAnswer", { answer: right })}</p>}
          {told && others.length > 0 && (
            <p className="typed-right">{t("alsoRight", { answers: others.join(" · ") })}</p>
          )}
          {!review.solution && (
            <Reason mark={mark === "missed" ? "wrong" : mark} nodes={nearReason(review)} chosen={false} />
          )}
        </div>
        {review.solution && <NearMisses answers={near} feedback={review.feedback} />}
      </>
    );
  }
  return (
    <div className="typed">
      <label htmlFor={id}>{t("yours")}</label>
      <p className="typed-field">
        <input
          id={id}
          name={`${prefix}.answer`}
          type="text"
          autoComplete="off"
          maxLength={LONGEST}
          defaultValue={response ?? ""}
        />
      </p>
    </div>
  );
}
