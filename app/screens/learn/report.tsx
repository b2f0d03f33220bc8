import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { passagesOf } from "#app/catalogue/lesson-passages.server.ts";
import { lessonKey } from "#app/catalogue/lessons.ts";
import { sendContentReport } from "#app/commands/send-content-report.server.ts";
import { anchorOf } from "#app/domain/content-report.ts";
import { paths } from "#app/domain/paths.ts";
import { findContentReportOf } from "#app/store/content-reports.server.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import { ReportForm } from "#app/ui/report-form.tsx";
import { usePageData } from "../page-data.ts";
import { pageTitle } from "../page-title.ts";
import {
  actionOf,
  fieldOf,
  loaderOf,
  notFound,
  problemStatus,
  requireAccount,
  requireLanguage,
} from "../request.server.ts";
import { requireLesson } from "./course-facts.server.ts";

/** Letters of a passage in the list of places: enough to know it by. */
const SHOWN = 80;

export const handle = { access: "account" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, (messages) => messages.report.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const { course, module, lesson } = requireLesson(params);
  const passages = passagesOf(lessonKey({ courseId: course.id, moduleId: module.id, lessonId: lesson.id, language }));
  const query = new URL(request.url).searchParams;
  const owner = { accountId: account.id, reportId: query.get("sent") ?? "" };
  const sent = query.has("sent") ? await context.services.store.read((db) => findContentReportOf(db, owner)) : null;
  if (query.has("sent") && sent?.lessonId !== lesson.id) throw notFound();
  const at = query.get("at") ?? "";
  return {
    courseId: course.id,
    moduleId: module.id,
    lesson: { id: lesson.id, title: lesson.title[language] },
    reportId: context.services.newId(),
    at: passages.some(({ place }) => place === at) ? at : "",
    sent: sent && { place: sent.place, excerpt: sent.excerpt, language: sent.language },
    sections: sectionsOf(passages),
  };
});

/** The places for the list, under the sections that hold them. */
function sectionsOf(passages: ReturnType<typeof passagesOf>) {
  const sections: { id: string; title: string; places: { place: string; words: string }[] }[] = [];
  for (const { place, section, text } of passages) {
    const words = text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text;
    if (sections.at(-1)?.id !== section)
      sections.push({ id: section, title: place === section ? text : "", places: [] });
    sections.at(-1)?.places.push({ place, words });
  }
  return sections;
}

export const action = actionOf(async ({ request, params, context }: ActionFunctionArgs, form) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const { course, module, lesson } = requireLesson(params);
  const typed = { place: fieldOf(form, "at"), kind: fieldOf(form, "kind"), text: fieldOf(form, "text") };
  const reportId = fieldOf(form, "reportId");
  const given = { accountId: account.id, reportId, course, module, lesson, language, ...typed };
  const sent = await sendContentReport(context.services, given);
  if (sent.ok) return redirect(`${paths.report(language, course.id, module.id, lesson.id)}?sent=${sent.value}`, 303);
  const [first] = sent.problems;
  if (first?.code === "report-foreign") throw notFound();
  // Another text gets another id; the same one keeps its own, so that sending it again stays harmless.
  const next = first?.code === "report-sent" ? context.services.newId() : reportId;
  return json({ problems: sent.problems, ...typed, reportId: next }, { status: problemStatus(sent.problems) });
});

export default function ReportPage() {
  const page = usePageData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslations("report");
  const language = useLanguage();
  const { courseId, moduleId, lesson, sent } = page;
  return (
    <div className="page">
      <p className="crumb">
        <Link to={paths.lesson(language, courseId, moduleId, lesson.id)}>{lesson.title}</Link>
      </p>
      {sent ? (
        <>
          <h1>{t("sentTitle")}</h1>
          <p className="lead">{t("sentText")}</p>
          <blockquote lang={sent.language}>{sent.excerpt}</blockquote>
          <p className="actions">
            <Link className="button" to={paths.lesson(language, courseId, moduleId, lesson.id, anchorOf(sent.place))}>
              {t("backToPlace")}
            </Link>
            <Link className="button button-quiet" to={paths.report(language, courseId, moduleId, lesson.id)}>
              {t("another")}
            </Link>
          </p>
        </>
      ) : (
        <>
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
          <ReportForm
            sections={page.sections}
            problems={answer?.problems ?? []}
            typed={answer ?? { reportId: page.reportId, place: page.at, kind: "", text: "" }}
          />
        </>
      )}
    </div>
  );
}
