import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { findPageRow } from "#app/catalogue/content-status.server.ts";
import { paths } from "#app/domain/paths.ts";
import { useAuthorWords } from "#app/ui/author/author-words.tsx";
import { CommandList } from "#app/ui/author/command-list.tsx";
import { LanguageCheck } from "#app/ui/author/language-check.tsx";
import { pageState, revisionText } from "#app/ui/author/status-table.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import { LANGUAGE_NAMES } from "#app/ui/shell.tsx";
import { usePageData } from "../page-data.ts";
import { loaderOf, notFound, requireLanguage, requirePermission } from "../request.server.ts";
import { requireCourseStatus } from "./author-course.server.ts";
import { authorTitle } from "./author-title.ts";
import { checkedPages } from "./checked-pages.ts";
import { titleOf } from "./status-row.ts";

export const handle = { access: "content.review" };
export const meta: MetaFunction<typeof loader> = (args) => authorTitle(args, () => args.data?.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  await requirePermission("content.review", request, context, language);
  const course = requireCourseStatus(params);
  const row = findPageRow(course, params["*"] ?? "");
  if (!row) throw notFound();
  const { kind, folder, declaredMinutes, revision, materialRevision } = row;
  return {
    ...titleOf(row, course, language),
    course: { id: course.id, title: course.title[language], sourceLanguage: course.sourceLanguage },
    kind,
    folder,
    declaredMinutes,
    revision,
    materialRevision,
    pages: checkedPages(row, course),
  };
});

export default function Page() {
  const data = usePageData<typeof loader>();
  const t = useAuthorWords();
  const language = useLanguage();
  const { course, folder, pages } = data;
  return (
    <>
      <p className="crumb">
        <Link to={paths.author(language)}>{t("page.back")}</Link>
      </p>
      <h1 lang={data.titleLanguage}>{data.title}</h1>
      <p className="facts">
        <span>{t(`kinds.${data.kind}`)}</span>
        <span>{course.title}</span>
        <span>{revisionText(t, data)}</span>
        {data.declaredMinutes !== null && <span>{t("page.declared", { count: data.declaredMinutes })}</span>}
      </p>
      <ul>
        {pages.map(({ language: one, page }) => (
          <li key={one}>
            <a href={`#in-${one}`} lang={one}>
              {LANGUAGE_NAMES[one]}
            </a>
            : {page ? pageState(t, page) : t("status.missing")}
          </li>
        ))}
      </ul>
      {pages.map((checked) => (
        <LanguageCheck
          key={checked.language}
          address={{ courseId: course.id, folder }}
          checked={checked}
          sourceLanguage={course.sourceLanguage}
          othersBehind={pages.some(({ page }) => page?.state === "behind")}
        />
      ))}
      <h2>{t("page.afterwards")}</h2>
      <CommandList commands={[{ command: "check", does: t("page.check") }]} />
    </>
  );
}
