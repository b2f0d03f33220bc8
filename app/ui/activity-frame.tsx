import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { Review } from "#app/activities/activity-state.ts";
import type { PublicActivity } from "#app/activities/activity.ts";
import { ConfidenceNote } from "./confidence-note.tsx";
import { useProblemText } from "./field.tsx";
import { RichText } from "./rich-text.tsx";

const KINDS = {
  single: "single",
  multiple: "multiple",
  match: "match",
  matrix: "matrix",
  sort: "sort",
  order: "order",
  number: "number",
  short: "short",
  spot: "spot",
} as const;

/** The frame of every activity: its case, its question as the group's name, what to do, and what was wrong with the answer. */
export function ActivityFrame({
  id,
  kind,
  activity,
  problem,
  heading,
  children,
}: {
  id: string;
  kind: string;
  activity: PublicActivity;
  problem: string | null;
  /** "Question 3 of 8", in quizzes. */
  heading?: string;
  children: ReactNode;
}) {
  const t = useTranslations("activity");
  const problemText = useProblemText();
  const hint = kind in KINDS ? t(KINDS[kind as keyof typeof KINDS]) : null;
  return (
    <section className="activity" id={id} data-kind={kind} aria-labelledby={`${id}-stem`} tabIndex={-1}>
      {heading && <h2 className="activity-heading">{heading}</h2>}
      {activity.setting.length > 0 && (
        <div className="activity-setting">
          <RichText nodes={activity.setting} />
        </div>
      )}
      <fieldset aria-describedby={problem ? `${id}-problem` : undefined}>
        <legend id={`${id}-stem`} className="activity-stem">
          <RichText nodes={activity.stem} />
          {hint && <span className="activity-hint">{hint}</span>}
        </legend>
        {problem && (
          <p className="field-problem" id={`${id}-problem`} role="alert">
            {problemText({ code: problem })}
          </p>
        )}
        {children}
      </fieldset>
    </section>
  );
}

/**
 * How an answer did, in words.
 * @param focus takes the focus when it appears: for an answer that has just come in
 */
export function ReviewSummary({ review, focus }: { review: Review; focus: boolean }) {
  const t = useTranslations("activity");
  const element = useRef<HTMLDivElement>(null);
  const { score } = review.grade;
  useEffect(() => {
    if (focus) element.current?.focus();
  }, [focus]);
  const verdict =
    score >= 1 ? t("full") : score <= 0 ? t("none") : t("partly", { percent: Math.floor(score * 100 + 1e-9) });
  return (
    <div className={`review-summary ${score >= 1 ? "is-right" : "is-wrong"}`} ref={element} tabIndex={-1} role="status">
      <p className="review-verdict">{verdict}</p>
      {review.confidence && <ConfidenceNote said={review.confidence} score={score} />}
      <RichText nodes={review.feedback.explanation} />
    </div>
  );
}
