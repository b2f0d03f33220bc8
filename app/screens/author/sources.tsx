import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { readContentStatus } from "#app/catalogue/content-status.server.ts";
import { dateIn } from "#app/domain/calendar-date.ts";
import { byReviewDay } from "#app/domain/review-calendar.ts";
import { useAuthorWords } from "#app/ui/author/author-words.tsx";
import { SourceFilter } from "#app/ui/author/source-filter.tsx";
import { SourceTable } from "#app/ui/author/source-table.tsx";
import { usePageData } from "../page-data.ts";
import { loaderOf, requireLanguage, requirePermission } from "../request.server.ts";
import { authorTitle } from "./author-title.ts";
import { sourceFits, sourceLine } from "./source-line.ts";

/** More letters than a search needs; the rest is dropped. */
const LONGEST = 120;

export const handle = { access: "content.review" };
export const meta: MetaFunction<typeof loader> = (args) => authorTitle(args, (messages) => messages.sources.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  await requirePermission("content.review", request, context, language);
  const query = new URL(request.url).searchParams;
  const asked = (name: string) => (query.get(name) ?? "").trim().slice(0, LONGEST);
  const filter = { owner: asked("owner"), text: asked("text") };
  const today = dateIn(context.services.timeZone, context.services.now());
  const { courses } = readContentStatus();
  const owners = new Set(courses.flatMap(({ sources }) => sources.map(({ owner }) => owner)));
  return {
    filter,
    owners: [...owners].sort(),
    courses: courses.map(({ id, title, sources }) => ({
      id,
      title: title[language],
      count: sources.length,
      sources: byReviewDay(sources.filter((source) => sourceFits(source, filter))).map((source) =>
        sourceLine(source, language, today),
      ),
    })),
  };
});

export default function Sources() {
  const { filter, owners, courses } = usePageData<typeof loader>();
  const t = useAuthorWords();
  return (
    <>
      <h1>{t("sources.title")}</h1>
      <p className="lead">{t("sources.lead")}</p>
      <SourceFilter owners={owners} filter={filter} />
      {courses.length === 0 && <p>{t("status.empty")}</p>}
      {courses.map(({ id, title, count, sources }) => (
        <section key={id} aria-labelledby={`course-${id}`}>
          <h2 id={`course-${id}`}>{title}</h2>
          <p className="facts">{t("sources.shown", { shown: sources.length, count })}</p>
          {sources.length > 0 ? (
            <SourceTable courseId={id} label={title} sources={sources} />
          ) : (
            <p>{count === 0 ? t("sources.empty") : t("sources.noneFound")}</p>
          )}
        </section>
      ))}
    </>
  );
}
