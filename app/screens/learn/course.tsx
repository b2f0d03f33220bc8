import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { formatDate } from "#app/domain/calendar-date.ts";
import { paths } from "#app/domain/paths.ts";
import { foldProgress } from "#app/domain/progress.ts";
import { AidList } from "#app/ui/aid-list.tsx";
import { certificateOutlook } from "#app/ui/certificate-outlook.ts";
import { courseView, stepPath } from "#app/ui/course-view.ts";
import { CourseOutline } from "#app/ui/course-outline.tsx";
import { useDuration } from "#app/ui/duration.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { LeftForCertificate } from "#app/ui/left-for-certificate.tsx";
import { Link } from "#app/ui/link.tsx";
import { pageTitle } from "../page-title.ts";
import { loaderOf, requireLanguage } from "../request.server.ts";
import { readProgress, requireCourse } from "./course-facts.server.ts";
import { keepsNotes } from "./written-notes.server.ts";

export const handle = { access: "public" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, () => args.data?.course.title);

/** Open to everyone; somebody who is signed in sees their own progress in it. */
export const loader = loaderOf(async ({ params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const course = requireCourse(params);
  const signedIn = await context.session();
  const known = signedIn
    ? await readProgress(context, signedIn.account.id, course)
    : { progress: foldProgress(course, { completions: [], places: [], attempts: [] }), certificate: "none" as const };
  return {
    signedIn: signedIn !== null,
    keepsNotes: keepsNotes(course),
    course: courseView(course, known.progress, language),
    outlook: certificateOutlook(course, known.progress, known.certificate, language),
    next: stepPath(course, known.progress, language),
    begun: known.progress.begun,
    complete: known.progress.complete,
  };
});

export default function CoursePage() {
  const { course, outlook, next, begun, complete, signedIn, keepsNotes: notesKept } = useLoaderData<typeof loader>();
  const t = useTranslations("course");
  const home = useTranslations("home");
  const site = useTranslations("site");
  const notes = useTranslations("notes");
  const language = useLanguage();
  const duration = useDuration();
  return (
    <div className="page course-page">
      <p className="facts">
        <span>{t("edition", { edition: course.edition })}</span>
        <span>{t("lawAsOf", { date: formatDate(course.lawAsOf, language) })}</span>
        <span>{home("minutes", { time: duration(course.minutes) })}</span>
      </p>
      <h1>{course.title}</h1>
      <p className="lead">{course.summary}</p>
      {signedIn ? (
        <p>
          <Link className="button" to={next}>
            {complete ? t("toCertificate") : begun ? t("continue") : t("start")}
          </Link>
        </p>
      ) : (
        <div className="aside-note">
          <p>{t("signInFirst")}</p>
          <p className="actions">
            <Link className="button" to={paths.signUp(language)}>
              {site("signUp")}
            </Link>
            <Link className="button button-quiet" to={paths.signIn(language, paths.course(language, course.id))}>
              {site("signIn")}
            </Link>
          </p>
        </div>
      )}
      <p className="review-state">{course.reviewed ? t("reviewed") : t("unreviewed")}</p>
      <CourseOutline course={course} />
      <AidList courseId={course.id} aids={course.aids} />
      {signedIn && notesKept && (
        <p>
          <Link to={paths.notes(language, course.id)}>{notes("title")}</Link>
        </p>
      )}
      {signedIn && <LeftForCertificate outlook={outlook} />}
    </div>
  );
}
