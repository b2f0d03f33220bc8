import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { readContentStatus } from "#app/catalogue/content-status.server.ts";
import { formatDate } from "#app/domain/calendar-date.ts";
import { useAuthorWords } from "#app/ui/author/author-words.tsx";
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
  const { courses } = readContentStatus();
  return {
    courses: courses.map((course) => ({
      id: course.id,
      title: course.title[language],
      edition: course.edition,
      lawAsOf: course.lawAsOf,
      rows: course.pages.map((row) => statusRow(row, course, language)),
    })),
  };
});

export default function Status() {
  const { courses } = usePageData<typeof loader>();
  const t = useAuthorWords();
  const language = useLanguage();
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
          <StatusTable courseId={course.id} label={course.title} rows={course.rows} />
        </section>
      ))}
    </>
  );
}
