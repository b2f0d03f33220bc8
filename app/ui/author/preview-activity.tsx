import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Feedback, PublicActivity } from "#app/activities/activity.ts";
import { isOpenKind, openViewOf, viewOf } from "#app/activities/views.tsx";
import { paths } from "#app/domain/paths.ts";
import { ActivityFrame, ReviewSummary } from "../activity-frame.tsx";
import { RichText } from "../rich-text.tsx";
import { useAuthorWords } from "./author-words.tsx";
import { ClaimSources, citationsIn, citationsOf } from "./claim-sources.tsx";
import { previewAddress } from "./preview-address.ts";
import { usePreviewColumn } from "./preview-column.ts";

/** A preview of an activity, graded or not. */
export function PreviewActivity(props: { kind: string; data: PublicActivity; heading?: string }) {
  return isOpenKind(props.kind) ? <PreviewOpen {...props} /> : <PreviewGraded {...props} />;
}

/** Without a right answer there is nothing that a reviewer would see besides, but the sources. */
function PreviewOpen({ kind, data }: { kind: string; data: PublicActivity }) {
  const { page, prefix, problems, responses } = usePreviewColumn();
  const id = `${prefix}${data.id}`;
  const problem = problems[data.id] ?? null;
  const View = openViewOf(kind);
  const learning = page.choice.as === "learner";
  const view = (
    <View
      activity={data}
      prefix={id}
      response={responses[data.id] ?? null}
      problem={problem}
      others={null}
      open={learning}
    />
  );
  return (
    <ActivityFrame id={id} kind={kind} activity={data} problem={problem}>
      {learning ? <PreviewForm id={id}>{view}</PreviewForm> : view}
      <ClaimSources citations={citationsIn(data)} />
    </ActivityFrame>
  );
}

function PreviewForm({ id, children }: { id: string; children: ReactNode }) {
  const { page, reader } = usePreviewColumn();
  const { choice } = page;
  return (
    <form method="get" action={`${paths.authorPreview(reader, page.courseId, page.folder)}#${id}`}>
      <input type="hidden" name="as" value={choice.as} />
      <input type="hidden" name="in" value={choice.in} />
      {choice.beside && <input type="hidden" name="beside" value={choice.beside} />}
      {children}
    </form>
  );
}

/**
 * An activity in a preview. An answer goes by GET and into no table: the server grades it for this one page.
 * @param heading "Question 3 of 8", in quizzes
 */
function PreviewGraded({ kind, data, heading }: { kind: string; data: PublicActivity; heading?: string }) {
  const { page, prefix, reviews, problems, reader } = usePreviewColumn();
  const t = useTranslations("activity");
  const words = useAuthorWords();
  const View = viewOf(kind);
  const { choice } = page;
  const review = reviews[data.id] ?? null;
  const id = `${prefix}${data.id}`;
  const problem = problems[data.id] ?? null;
  const view = <View activity={data} order={[]} prefix={id} response={null} problem={problem} review={review} />;
  const outcome = page.outcomes[data.outcome];
  return (
    <ActivityFrame id={id} kind={kind} activity={data} problem={problem} {...(heading ? { heading } : {})}>
      {outcome && prefix === "" && (
        <p className="claim-sources" lang={reader}>
          {words("preview.outcome", { outcome })}
        </p>
      )}
      {review?.solution ? (
        <>
          {view}
          <div className="review-summary is-right">
            <RichText nodes={review.feedback.explanation} />
          </div>
          <ClaimSources citations={citationsOf(textsOf(data, review.feedback))} />
        </>
      ) : review ? (
        <>
          <ReviewSummary review={review} focus={false} />
          {view}
          <a className="button button-quiet" href={previewAddress(reader, page, choice, id)}>
            {t("again")}
          </a>
        </>
      ) : choice.as === "learner" ? (
        <PreviewForm id={id}>
          {view}
          <button type="submit" className="button button-small">
            {t("check")}
          </button>
        </PreviewForm>
      ) : (
        view
      )}
    </ActivityFrame>
  );
}

/** Everything of an activity that may cite a source; options cite nothing. */
function textsOf({ setting, stem }: PublicActivity, { parts, explanation }: Feedback) {
  return [setting, stem, ...Object.values(parts), explanation];
}
