import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { paths } from "#app/domain/paths.ts";
import { useAuthorWords } from "#app/ui/author/author-words.tsx";
import { SurveyResultSection } from "#app/ui/author/survey-result.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { usePageData } from "../page-data.ts";
import { loaderOf, requireLanguage, requirePermission } from "../request.server.ts";
import { authorTitle } from "./author-title.ts";
import { surveyLines } from "./survey-lines.server.ts";

export const handle = { access: "content.review" };
export const meta: MetaFunction<typeof loader> = (args) => authorTitle(args, (messages) => messages.surveys.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const reader = requireLanguage(params);
  await requirePermission("content.review", request, context, reader);
  return { surveys: await context.services.store.read((db) => surveyLines(db, reader)) };
});

export default function Surveys() {
  const { surveys } = usePageData<typeof loader>();
  const t = useAuthorWords();
  const language = useLanguage();
  return (
    <>
      <h1>{t("surveys.title")}</h1>
      <p className="lead">{t("surveys.lead")}</p>
      <p>{t("surveys.rule")}</p>
      {surveys.length === 0 ? (
        <p>{t("surveys.empty")}</p>
      ) : (
        // A file has no page of its own: the browser fetches it, and not the script.
        <p>
          <a href={paths.authorSurveysFile(language)} download="surveys.csv">
            {t("surveys.files")}
          </a>
        </p>
      )}
      {surveys.map((line) => (
        <SurveyResultSection key={`${line.courseId}/${line.id}`} line={line} />
      ))}
    </>
  );
}
