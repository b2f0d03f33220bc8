import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { listCourses } from "#app/catalogue/courses.ts";
import { formatDate } from "#app/domain/calendar-date.ts";
import { certificateState } from "#app/domain/certificate-state.ts";
import { paths } from "#app/domain/paths.ts";
import { listCertificatesOf, listEventsOfEach } from "#app/store/certificates.server.ts";
import { certificateOutlook } from "#app/ui/certificate-outlook.ts";
import { changedLessons, stepPath } from "#app/ui/course-view.ts";
import { useLang, useLanguage } from "#app/ui/language.tsx";
import { LeftForCertificate } from "#app/ui/left-for-certificate.tsx";
import { Link } from "#app/ui/link.tsx";
import { pageTitle } from "../page-title.ts";
import { loaderOf, requireAccount, requireLanguage } from "../request.server.ts";
import { readProgress } from "./course-facts.server.ts";
import { keepsNotes } from "./written-notes.server.ts";

export const handle = { access: "account" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, (messages) => messages.dashboard.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const courses = [];
  for (const course of listCourses()) {
    const { progress, certificate } = await readProgress(context, account.id, course);
    courses.push({
      id: course.id,
      title: course.title[language],
      begun: progress.begun,
      keepsNotes: keepsNotes(course),
      complete: progress.complete,
      next: stepPath(course, progress, language),
      changed: changedLessons(course, progress, language),
      outlook: certificateOutlook(course, progress, certificate, language),
    });
  }
  const certificates = await context.services.store.read(async (db) => {
    const own = await listCertificatesOf(db, { accountId: account.id });
    const events = await listEventsOfEach(
      db,
      own.map(({ id }) => id),
    );
    return own.map(({ record }, index) => ({
      record,
      revoked: certificateState(events[index] ?? []).kind === "revoked",
    }));
  });
  return {
    name: account.name,
    courses,
    certificates: certificates.map(({ record, revoked }) => ({
      number: record.number,
      title: record.courseTitle,
      issuedOn: record.issuedOn,
      courseId: record.courseId,
      revoked,
    })),
  };
});

export default function Dashboard() {
  const { name, courses, certificates } = useLoaderData<typeof loader>();
  const t = useTranslations("dashboard");
  const course = useTranslations("course");
  const issuer = useTranslations("issuer");
  const notes = useTranslations("notes");
  const language = useLanguage();
  const langOf = useLang();
  const begun = courses.filter((one) => one.begun);
  return (
    <div className="page">
      <h1>{t("title")}</h1>
      <p className="lead">{t("hello", { name })}</p>
      {begun.length === 0 && <p>{t("empty")}</p>}
      {courses.map((one) => (
        <section key={one.id} className="course-card">
          <h2>
            <Link to={paths.course(language, one.id)}>{one.title}</Link>
          </h2>
          <p>
            <Link className="button" to={one.next}>
              {one.complete ? course("toCertificate") : one.begun ? course("continue") : course("start")}
            </Link>
          </p>
          {one.changed.length > 0 && (
            <section className="changed-lessons">
              <h3>{t("changed")}</h3>
              <ul>
                {one.changed.map(({ title, language: titleLanguage, to }) => (
                  <li key={to}>
                    <Link to={to} lang={langOf(titleLanguage)}>
                      {title}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {one.begun && one.keepsNotes && (
            <p>
              <Link to={paths.notes(language, one.id)}>{notes("title")}</Link>
            </p>
          )}
          {one.begun && <LeftForCertificate outlook={one.outlook} level={3} />}
        </section>
      ))}
      <h2>{t("certificates")}</h2>
      {certificates.length === 0 ? (
        <p>{t("noCertificates")}</p>
      ) : (
        <ul>
          {certificates.map((certificate) => (
            <li key={certificate.number}>
              <Link to={paths.certificate(language, certificate.courseId)}>{certificate.title}</Link>
              {", "}
              {t("number", { number: certificate.number })}, {formatDate(certificate.issuedOn, language)}
              {certificate.revoked && ` – ${issuer("revoked")}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
