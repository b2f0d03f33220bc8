import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { paths } from "#app/domain/paths.ts";
import { listNotesOf } from "#app/store/notes.server.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import { usePageData } from "../page-data.ts";
import { pageTitle } from "../page-title.ts";
import { loaderOf, notFound, requireAccount, requireLanguage } from "../request.server.ts";
import { requireCourse } from "./course-facts.server.ts";
import { Sheet } from "./plan-sheet.tsx";
import { planSheets } from "./plan-sheets.server.ts";

export const handle = { access: "account" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, (messages) => messages.plan.title);

/** The action plans of the person who asks, and of nobody else. */
export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const course = requireCourse(params);
  const { store, timeZone } = context.services;
  const notes = await store.read((db) => listNotesOf(db, { accountId: account.id, courseId: course.id }));
  const sheets = planSheets({ course, notes, language, timeZone });
  if (sheets.length === 0) throw notFound();
  return { course: { id: course.id, title: course.title[language] }, name: account.name, sheets };
});

export default function PlanPage() {
  const { course, name, sheets } = usePageData<typeof loader>();
  const t = useTranslations("plan");
  const language = useLanguage();
  const written = sheets.filter((sheet) => sheet.written !== null);
  return (
    <div className="page plan-page">
      <p className="crumb">
        <Link to={paths.course(language, course.id)}>{course.title}</Link>
      </p>
      <h1>{t("title")}</h1>
      <p className="lead plan-page-lead">{t("lead")}</p>
      {written.length === 0 && (
        <>
          <p>{t("empty")}</p>
          {sheets.map(({ id, lesson }) => (
            <p key={id}>
              <Link className="button" to={lesson.to}>
                {lesson.title}
              </Link>
            </p>
          ))}
        </>
      )}
      {written.length > 0 && (
        <>
          <p className="plan-page-actions">
            <PrintButton />
            <a className="button button-quiet" href={paths.planText(language, course.id)} download>
              {t("download")}
            </a>
          </p>
          {/* Looked at by the style sheet alone: the name is shown on this sheet of paper, and the wish is kept nowhere. */}
          <input type="checkbox" id="with-name" className="plan-with-name" autoComplete="off" />
          <label htmlFor="with-name" className="plan-with-name-label">
            {t("withName")}
          </label>
          {written.map((sheet) => (
            <Sheet key={sheet.id} sheet={sheet} course={course.title} name={name} />
          ))}
        </>
      )}
    </div>
  );
}

/** Without script a button could do nothing: then it says how to print. */
function PrintButton() {
  const t = useTranslations("plan");
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return scripted ? (
    <button type="button" className="button" onClick={() => window.print()}>
      {t("print")}
    </button>
  ) : (
    <span className="hint">{t("printHint")}</span>
  );
}
