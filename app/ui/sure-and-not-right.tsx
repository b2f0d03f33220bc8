import { useId } from "react";
import { useTranslations } from "use-intl";
import type { Review } from "#app/activities/activity-state.ts";
import type { PublicActivity } from "#app/activities/activity.ts";
import { confidenceAdvice } from "#app/domain/confidence.ts";
import { plainText } from "#app/domain/rich-text.ts";

interface ReviewedItem {
  id: string;
  activity: Pick<PublicActivity, "stem">;
  review: Review | null;
}

/** The questions of an attempt of whose answer the learner was sure and that are not right, each a link to its reasons; nothing when there is none. */
export function SureAndNotRight({ items }: { items: readonly ReviewedItem[] }) {
  const t = useTranslations("confidence");
  const quiz = useTranslations("quiz");
  const heading = useId();
  const found = items.flatMap(({ id, activity, review }, index) => {
    const advice = review && confidenceAdvice(review.confidence ?? null, review.grade.score);
    return advice === "second-look" ? [{ id, number: index + 1, text: plainText(activity.stem).trim() }] : [];
  });
  if (found.length === 0) return null;
  return (
    <section className="sure-and-not-right" aria-labelledby={heading}>
      <h2 id={heading}>{t("sureNotRight")}</h2>
      <p>{t("sureNotRightText")}</p>
      <ul>
        {found.map(({ id, number, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{quiz("question", { number, total: items.length })}</a>
            {`: ${text}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
