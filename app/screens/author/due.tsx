import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { readContentStatus } from "#app/catalogue/content-status.server.ts";
import { dateIn, formatDate } from "#app/domain/calendar-date.ts";
import { reviewCalendar, reviewState } from "#app/domain/review-calendar.ts";
import { useAuthorWords } from "#app/ui/author/author-words.tsx";
import { DueCalendar } from "#app/ui/author/due-calendar.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { usePageData } from "../page-data.ts";
import { loaderOf, requireLanguage, requirePermission } from "../request.server.ts";
import { authorTitle } from "./author-title.ts";

export const handle = { access: "content.review" };
export const meta: MetaFunction<typeof loader> = (args) => authorTitle(args, (messages) => messages.due.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  await requirePermission("content.review", request, context, language);
  const today = dateIn(context.services.timeZone, context.services.now());
  const sources = readContentStatus().courses.flatMap((course) =>
    course.sources.map((source) => {
      const { id, owner, reviewBy } = source;
      const title = source.title[language];
      return { courseId: course.id, id, title, owner, reviewBy, review: reviewState(source, today) };
    }),
  );
  const { overdue, months, later } = reviewCalendar(sources, today);
  return { today, overdue, months, later: later.length };
});

export default function Due() {
  const { today, overdue, months, later } = usePageData<typeof loader>();
  const t = useAuthorWords();
  const language = useLanguage();
  return (
    <>
      <h1>{t("due.title")}</h1>
      <p className="lead">{t("due.lead", { date: formatDate(today, language) })}</p>
      <DueCalendar overdue={overdue} months={months} />
      {later > 0 && <p>{t("due.laterCount", { count: later })}</p>}
    </>
  );
}
