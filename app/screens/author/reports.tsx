import "#app/ui/styles/reports.css";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { answerContentReport } from "#app/commands/answer-content-report.server.ts";
import { paths } from "#app/domain/paths.ts";
import { countContentReports, listContentReports } from "#app/store/content-reports.server.ts";
import { useAuthorWords } from "#app/ui/author/author-words.tsx";
import { ReportFilterForm } from "#app/ui/author/report-filter.tsx";
import { type RefusedAnswer, ReportList } from "#app/ui/author/report-list.tsx";
import { usePageData } from "../page-data.ts";
import { actionOf, fieldOf, loaderOf, notFound, requireLanguage, requirePermission } from "../request.server.ts";
import { authorTitle } from "./author-title.ts";
import { filterOf, lessonsOf, readReportChoice, reportLine } from "./report-lines.server.ts";

/** Reports on the page; a choice of lesson and state finds the others. */
const PAGE = 100;

export const handle = { access: "content.review" };
export const meta: MetaFunction<typeof loader> = (args) => authorTitle(args, (messages) => messages.reports.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const reader = requireLanguage(params);
  await requirePermission("content.review", request, context, reader);
  const { store, now, timeZone } = context.services;
  const choice = readReportChoice(new URL(request.url).searchParams);
  const filter = filterOf(choice);
  const { reports, total } = await store.read(async (db) => ({
    reports: await listContentReports(db, { ...filter, limit: PAGE }),
    total: await countContentReports(db, filter),
  }));
  return {
    choice,
    total,
    courses: lessonsOf(reader),
    reports: reports.map((report) => reportLine(report, { reader, now: now(), timeZone })),
  };
});

export const action = actionOf(async ({ request, params, context }: ActionFunctionArgs, form) => {
  const reader = requireLanguage(params);
  const { account } = await requirePermission("content.review", request, context, reader);
  const reportId = fieldOf(form, "reportId");
  const note = fieldOf(form, "note");
  const answered = await answerContentReport(context.services, { actorId: account.id, reportId, note });
  if (answered.ok) {
    const { searchParams } = new URL(request.url);
    searchParams.delete("_data");
    const query = searchParams.size > 0 ? `?${searchParams}` : "";
    return redirect(`${paths.authorReports(reader)}${query}#report-${reportId}`, 303);
  }
  const code = answered.problems[0]?.code;
  if (code === undefined || code === "report-unknown") throw notFound();
  const refused: RefusedAnswer = { reportId, note, code };
  return json(refused, { status: 422 });
});

export default function Reports() {
  const { choice, courses, reports, total } = usePageData<typeof loader>();
  const refused = useActionData<typeof action>() as RefusedAnswer | undefined;
  const t = useAuthorWords();
  const all = choice.course === "" && choice.lesson === "" && choice.state === "";
  return (
    <>
      <h1>{t("reports.title")}</h1>
      <p className="lead">{t("reports.lead")}</p>
      <ReportFilterForm key={JSON.stringify(choice)} choice={choice} courses={courses} />
      {total === 0 ? (
        <p>{all ? t("reports.empty") : t("reports.noneFound")}</p>
      ) : (
        <p className="hint">
          {t("reports.count", { count: total })}
          {total > reports.length && ` ${t("reports.more", { shown: reports.length })}`}
        </p>
      )}
      {refused && !reports.some(({ id, answer }) => id === refused.reportId && answer === null) && (
        <p className="notice notice-warning" role="alert">
          {t(`problems.${refused.code}`)}
        </p>
      )}
      <ReportList reports={reports} refused={refused ?? null} />
    </>
  );
}
