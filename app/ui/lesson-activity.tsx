import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { ActivityState, Review } from "#app/activities/activity-state.ts";
import type { PublicActivity } from "#app/activities/activity.ts";
import { viewOf } from "#app/activities/views.tsx";
import { lessonAt } from "#app/domain/paths.ts";
import { useAddress } from "./address.ts";
import { ActivityFrame, ReviewSummary } from "./activity-frame.tsx";
import { useLanguage } from "./language.tsx";
import { useSavedAnswer } from "./saved-answer.ts";

/** An activity inside a lesson: a plain form, which script turns into one that answers in place. */
export function LessonActivity({
  kind,
  activity,
  state,
}: {
  kind: string;
  activity: PublicActivity;
  state: ActivityState;
}) {
  const t = useTranslations("activity");
  const language = useLanguage();
  const { pathname } = useAddress();
  const formId = useId();
  const View = viewOf(kind);
  const [review, setReview] = useState<Review | null>(state.review);
  const [answerId, setAnswerId] = useState(state.answerId);
  const [problem, setProblem] = useState(state.problem ?? null);
  const [fresh, setFresh] = useState(false);
  const saving = useSavedAnswer<{ review: Review; nextAnswerId: string }>({
    onSaved(reply) {
      setReview(reply.review);
      setFresh(true);
      setAnswerId(reply.nextAnswerId);
    },
    onRefused: setProblem,
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    const place = lessonAt(pathname);
    if (!place) return;
    event.preventDefault();
    const fields = [...new FormData(event.currentTarget).entries()].filter(
      ([name, value]) => name.startsWith(`${activity.id}.`) && value !== "",
    );
    const isGiven = fields.some(([name]) => !/\.(?:answer\.(?:typed|language)|confidence)$/.test(name));
    if (!isGiven) return setProblem("answer-empty");
    setProblem(null);
    saving.save({
      url: "/autosave/activities",
      body: { ...place, activityId: activity.id, answerId, language, fields },
    });
  }

  return (
    <ActivityFrame id={activity.id} kind={kind} activity={activity} problem={problem}>
      {review ? (
        <>
          <ReviewSummary review={review} focus={fresh} />
          <View activity={activity} order={state.order} prefix={activity.id} response={null} review={review} />
          <a
            className="button button-quiet"
            href={`?again=${activity.id}#${activity.id}`}
            onClick={(event) => {
              event.preventDefault();
              setReview(null);
            }}
          >
            {t("again")}
          </a>
        </>
      ) : (
        <form method="post" id={formId} action={`${pathname}#${activity.id}`} onSubmit={submit}>
          <input type="hidden" name="activity" value={activity.id} />
          <input type="hidden" name="answerId" value={answerId} />
          <View
            activity={activity}
            order={state.order}
            prefix={activity.id}
            response={state.response}
            problem={problem}
            review={null}
          />
          <button type="submit" className="button button-small" name="intent" value="answer">
            {t("check")}
          </button>
          <span className="save-state" role="status">
            {saving.state === "saving" && t("checking")}
            {saving.state === "unsaved" && t("unsaved")}
          </span>
        </form>
      )}
    </ActivityFrame>
  );
}
