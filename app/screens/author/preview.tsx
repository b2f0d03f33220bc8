import "#app/ui/styles/preview.css";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { loadViews } from "#app/activities/views.tsx";
import { findCourseStatus, findPageRow } from "#app/catalogue/content-status.server.ts";
import { dateIn } from "#app/domain/calendar-date.ts";
import { paths } from "#app/domain/paths.ts";
import { findContentReport } from "#app/store/content-reports.server.ts";
import { useAuthorWords } from "#app/ui/author/author-words.tsx";
import { PreviewBody } from "#app/ui/author/preview-body.tsx";
import { PreviewForm } from "#app/ui/author/preview-form.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import { usePageData } from "../page-data.ts";
import { loaderOf, notFound, requireLanguage, requirePermission } from "../request.server.ts";
import { authorTitle } from "./author-title.ts";
import { previewPage, readChoice } from "./preview-page.server.ts";

export const handle = { access: "content.review" };
export const meta: MetaFunction<typeof loader> = (args) => authorTitle(args, () => args.data?.columns[0]?.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const reader = requireLanguage(params);
  await requirePermission("content.review", request, context, reader);
  const { services } = context;
  const course = findCourseStatus(params.course ?? "");
  const row = course && findPageRow(course, params["*"] ?? "");
  if (!row) throw notFound();
  const query = new URL(request.url).searchParams;
  const reportId = query.get("report");
  const found = reportId ? await services.store.read((db) => findContentReport(db, reportId)) : null;
  const isHere = found?.courseId === course.id && `${found.moduleId}/${found.lessonId}` === row.folder;
  return previewPage({
    course,
    row,
    choice: readChoice(query, reader),
    query,
    reader,
    today: dateIn(services.timeZone, services.now()),
    report: isHere ? found : null,
  });
});

export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  const page = await serverLoader<typeof loader>();
  await loadViews();
  return page;
}

export default function Preview() {
  const page = usePageData<typeof loader>();
  const t = useAuthorWords();
  const language = useLanguage();
  const { choice, columns, report } = page;
  return (
    <article className={`preview preview-${choice.as}`}>
      {page.styleSheet && <link rel="stylesheet" href={page.styleSheet} />}
      <p className="preview-bar">
        <Link to={paths.authorPage(language, page.courseId, page.folder)}>{t("preview.checks")}</Link>
      </p>
      <PreviewForm key={JSON.stringify(choice)} choice={choice} />
      <p className="hint preview-bar">{t(`preview.${choice.as}Hint`)}</p>
      {report && (
        <div className="notice preview-bar">
          <p>{t(report.changed ? "preview.reportedChanged" : "preview.reported")}</p>
          <blockquote lang={report.language}>{report.excerpt}</blockquote>
        </div>
      )}
      <div className="preview-sheet">
        <h1 lang={choice.in}>{columns[0]?.title}</h1>
        {columns[1] && (
          <p className="lead" lang={columns[1].language}>
            {columns[1].title}
          </p>
        )}
        <PreviewBody page={page} key={JSON.stringify(choice)} />
      </div>
    </article>
  );
}
