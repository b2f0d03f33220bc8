import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { readContentStatus } from "#app/catalogue/content-status.server.ts";
import { dateIn, formatDate, formatNumber } from "#app/domain/calendar-date.ts";
import { contentAttention } from "#app/domain/content-attention.ts";
import { AttentionList } from "#app/ui/author/attention-list.tsx";
import { useAuthorWords } from "#app/ui/author/author-words.tsx";
import { OutcomeTable } from "#app/ui/author/outcome-table.tsx";
import { ProblemList } from "#app/ui/author/problem-list.tsx";
import { StatusTable } from "#app/ui/author/status-table.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { usePageData } from "../page-data.ts";
import { loaderOf, requireLanguage, requirePermission } from "../request.server.ts";
import { authorTitle } from "./author-title.ts";
import { statusRow } from "./status-row.ts";

export const handle = { access: "content.review" };
export const meta: MetaFunction<typeof loader> = (args) => authorTitle(args, (messages) => messages.status.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  await requirePermission("content.review", request, context, language);
  const today = dateIn(context.services.timeZone, context.services.now());
  const { courses, readingSpeed } = readContentStatus();
  return {
    readingSpeed,
    courses: courses.map((course) => ({
      id: course.id,
      title: course.title[language],
      edition: course.edition,
      lawAsOf: course.lawAsOf,
      attention: contentAttention(course, today),
      rows: course.pages.map((row) => statusRow(row, course, language)),
      outcomes: course.outcomes.map(({ id, text, practice, items }) => ({ id, text: text[language], practice, items })),
      problems: course.problems,
    })),
  };
});

export default function Status() {
  const { courses, readingSpeed } = usePageData<typeof loader>();
  const t = useAuthorWords();
  const language = useLanguage();
  const { wordsPerMinute, minutesPerActivity } = readingSpeed;
  return (
    <>
      <h1>{t("status.title")}</h1>
      <p className="lead">{t("status.lead")}</p>
      {courses.length === 0 && <p>{t("status.empty")}</p>}
      {courses.map((course) => (
        <section key={course.id} aria-labelledby={`course-${course.id}`}>
          <h2 id={`course-${course.id}`}>{course.title}</h2>
          <p className="facts">
            {t("status.edition", { edition: course.edition, date: formatDate(course.lawAsOf, language) })}
          </p>
          <h3>{t("status.attention")}</h3>
          <AttentionList attention={course.attention} />
          <h3>{t("status.pages")}</h3>
          <StatusTable courseId={course.id} label={t("status.pages")} rows={course.rows} />
          <h3>{t("status.outcomes")}</h3>
          <OutcomeTable label={t("status.outcomes")} outcomes={course.outcomes} />
          <h3>{t("status.courseProblems")}</h3>
          <ProblemList problems={course.problems} />
        </section>
      ))}
      <h2>{t("status.howMinutes")}</h2>
      <p>{t("status.howMinutesText", { ...wordsPerMinute, activity: formatNumber(minutesPerActivity, language) })}</p>
    </>
  );
}
