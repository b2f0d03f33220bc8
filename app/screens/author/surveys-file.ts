import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeCsv } from "#app/domain/csv.ts";
import { SURVEY_CHOICES } from "#app/domain/survey-result.ts";
import { authorMessages } from "#app/locales/author/author-messages.server.ts";
import type { SurveyLine } from "#app/ui/author/survey-result.tsx";
import { loaderOf, requireLanguage, requirePermission } from "../request.server.ts";
import { surveyLines } from "./survey-lines.server.ts";

export const handle = { access: "content.review" };

/** What the page of surveys shows, and nothing more, as a file; of one survey, where the query names it. */
export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const reader = requireLanguage(params);
  await requirePermission("content.review", request, context, reader);
  const query = new URL(request.url).searchParams;
  const [course, survey] = [query.get("course"), query.get("survey")];
  const lines = await context.services.store.read((db) => surveyLines(db, reader));
  const wanted = lines.filter((line) => survey === null || (line.courseId === course && line.id === survey));
  const { surveys: words } = authorMessages(reader);
  const head = [
    ...[words.fileCourse, words.fileSurvey, words.fileLanguage, words.statement, words.filePeople],
    ...["1", "2", "3", "4", "5"],
    words.noAnswer,
  ];
  return new Response(writeCsv([head, ...wanted.flatMap(rowsOf)]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="surveys.csv"',
      "Cache-Control": "private, no-store",
    },
  });
});

function rowsOf({ id, courseId, texts, result }: SurveyLine): (string | number)[][] {
  const groups = [
    ...(result.all ? [{ language: "*", group: result.all }] : []),
    ...result.languages.map(({ language, group }) => ({ language, group })),
  ];
  return groups.flatMap(({ language, group }) =>
    group.statements.map((statement) => [
      courseId,
      id,
      language,
      texts[statement.id] ?? "",
      group.people,
      ...SURVEY_CHOICES.map((choice) => statement.counts?.[choice] ?? ""),
    ]),
  );
}
