import { useTranslations } from "use-intl";
import { CONFIDENCES, type Confidence } from "#app/domain/confidence.ts";
import type { PublicActivity } from "./activity.ts";

const WORDS = { sure: "sure", fairly: "fairly", guess: "guess" } as const satisfies Record<Confidence, string>;

/**
 * Where the author wants it: how sure the learner is, to be said or left open. After the answer it is gone, for the review says it in
 * words; a reviewer, whose review is nobody's answer, sees that learners are asked.
 */
export function HowSure({
  activity,
  prefix,
  confidence = null,
  review,
}: {
  activity: Pick<PublicActivity, "confidence">;
  prefix: string;
  confidence?: Confidence | null;
  review: { solution?: true } | null;
}) {
  const t = useTranslations("confidence");
  if (!activity.confidence || (review && !review.solution)) return null;
  return (
    <fieldset className="how-sure">
      <legend>
        {t("ask")}
        <span className="activity-hint">{t("hint")}</span>
      </legend>
      <div className="row-choices">
        {CONFIDENCES.map((one) => {
          const id = `${prefix}-confidence-${one}`;
          return (
            <label key={one} htmlFor={id}>
              <input
                id={id}
                type="radio"
                name={`${prefix}.confidence`}
                value={one}
                defaultChecked={one === confidence}
                disabled={review !== null}
              />
              <span>{t(WORDS[one])}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
