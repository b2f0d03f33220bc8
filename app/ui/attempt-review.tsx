import { useTranslations } from "use-intl";
import type { Review } from "#app/activities/activity-state.ts";
import { viewOf } from "#app/activities/views.tsx";
import { paths } from "#app/domain/paths.ts";
import { ActivityFrame, ReviewSummary } from "./activity-frame.tsx";
import type { OpenItem } from "./attempt-form.tsx";
import { useLanguage } from "./language.tsx";
import { Link } from "./link.tsx";
import { SureAndNotRight } from "./sure-and-not-right.tsx";

/** A handed-in attempt: the result first, then each question with the answer given, the reasons and their sources. */
export function AttemptReview({
  items,
  percent,
  neededPercent,
  passed,
  courseId,
  moduleId,
}: {
  items: (OpenItem & { review: Review | null })[];
  percent: number;
  neededPercent: number;
  passed: boolean;
  courseId: string;
  moduleId: string;
}) {
  const t = useTranslations("quiz");
  const lesson = useTranslations("lesson");
  const activity = useTranslations("activity");
  const language = useLanguage();
  return (
    <>
      <h1>{passed ? t("passedTitle", { percent }) : t("failedTitle", { percent })}</h1>
      <p className="lead">
        {passed ? t("passedText", { needed: neededPercent }) : t("failedText", { needed: neededPercent })}
      </p>
      <p className="actions">
        <Link
          className="button"
          to={passed ? paths.course(language, courseId) : paths.quiz(language, courseId, moduleId)}
        >
          {passed ? lesson("backToCourse") : t("backToQuiz")}
        </Link>
      </p>
      <SureAndNotRight items={items} />
      {items.map((item, index) => {
        const View = viewOf(item.kind);
        return (
          item.review && (
            <ActivityFrame
              key={item.id}
              id={item.id}
              kind={item.kind}
              activity={item.activity}
              problem={null}
              heading={t("question", { number: index + 1, total: items.length })}
            >
              {item.response === null && <p className="reason-mark">{activity("noAnswer")}</p>}
              <ReviewSummary review={item.review} focus={false} />
              <View
                activity={item.activity}
                order={item.order}
                prefix={item.id}
                response={item.response}
                review={item.review}
              />
            </ActivityFrame>
          )
        );
      })}
    </>
  );
}
