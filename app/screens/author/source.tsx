import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { dateIn, formatDate } from "#app/domain/calendar-date.ts";
import { impactOf } from "#app/domain/content-status.ts";
import { paths } from "#app/domain/paths.ts";
import { useAuthorWords } from "#app/ui/author/author-words.tsx";
import { ImpactList } from "#app/ui/author/impact-list.tsx";
import { PlaceFilter } from "#app/ui/author/place-filter.tsx";
import { ReviewDay } from "#app/ui/author/review-day.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import { RecordList } from "#app/ui/record-list.tsx";
import { usePageData } from "../page-data.ts";
import { loaderOf, notFound, requireLanguage, requirePermission } from "../request.server.ts";
import { requireCourseStatus } from "./author-course.server.ts";
import { authorTitle } from "./author-title.ts";
import { citedPlaces, impactGroups } from "./impact-groups.ts";
import { sourceLine } from "./source-line.ts";

export const handle = { access: "content.review" };
export const meta: MetaFunction<typeof loader> = (args) => authorTitle(args, () => args.data?.source.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  await requirePermission("content.review", request, context, language);
  const course = requireCourseStatus(params);
  const source = course.sources.find(({ id }) => id === params.source);
  if (!source) throw notFound();
  const at = new URL(request.url).searchParams.get("at") || null;
  const places = impactOf(course, source.id, at);
  return {
    course: { id: course.id, title: course.title[language], edition: course.edition },
    source: sourceLine(source, language, dateIn(context.services.timeZone, context.services.now())),
    entry: `${source.file}:${source.line}`,
    at,
    cited: citedPlaces(impactOf(course, source.id, null)),
    count: places.length,
    groups: impactGroups(course, places, language),
  };
});

export default function Source() {
  const { course, source, entry, at, cited, count, groups } = usePageData<typeof loader>();
  const t = useAuthorWords();
  const language = useLanguage();
  return (
    <>
      <p className="crumb">
        <Link to={paths.authorSources(language)}>{t("impact.back")}</Link>
      </p>
      <h1>{source.title}</h1>
      <RecordList
        lines={[
          { label: t("impact.body"), value: source.body },
          { label: t("impact.kind"), value: source.kind },
          { label: t("sources.reviewBy"), value: <ReviewDay day={source.reviewBy} state={source.review} /> },
          { label: t("sources.checkedOn"), value: formatDate(source.checkedOn, language) },
          { label: t("sources.owner"), value: source.owner },
          { label: t("sources.confidence"), value: t(`sources.${source.confidence}`) },
          { label: t("impact.id"), value: <code>{source.id}</code> },
          { label: t("impact.entry"), value: <code>{entry}</code> },
        ]}
      />
      <p>
        <a href={source.url} rel="noreferrer">
          {t("sources.original")}
        </a>
      </p>
      <h2>{t("impact.title")}</h2>
      {cited.length > 0 && <PlaceFilter cited={cited} at={at} />}
      {count > 0 ? (
        <p>{t("impact.edition", { count, edition: course.edition, course: course.title })}</p>
      ) : (
        <p>{at === null ? t("impact.nothing") : t("impact.nothingThere")}</p>
      )}
      {at !== null && groups.some(({ folder }) => folder === null) && <p className="hint">{t("impact.termNote")}</p>}
      <ImpactList courseId={course.id} groups={groups} />
    </>
  );
}
