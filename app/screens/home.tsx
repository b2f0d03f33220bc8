import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { listCourses } from "#app/catalogue/courses.ts";
import { readingOrder } from "#app/domain/course.ts";
import { paths } from "#app/domain/paths.ts";
import { useDuration } from "#app/ui/duration.tsx";
import { Link } from "#app/ui/link.tsx";
import { pageTitle } from "./page-title.ts";
import { loaderOf, requireLanguage } from "./request.server.ts";

export const handle = { access: "public" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, (t) => t.site.tagline);

export const loader = loaderOf(async ({ params }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  return {
    language,
    courses: listCourses().map((course) => ({
      id: course.id,
      title: course.title[language],
      summary: course.summary[language],
      minutes: course.workloadMinutes,
      modules: course.modules.length,
      lessons: readingOrder(course).length,
    })),
  };
});

export default function Home() {
  const { language, courses } = useLoaderData<typeof loader>();
  const t = useTranslations("home");
  const duration = useDuration();
  return (
    <div className="page home-page">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <h2>{t("courses")}</h2>
      {courses.length === 0 && <p>{t("empty")}</p>}
      <ul className="course-list">
        {courses.map((course) => (
          <li key={course.id} className="course-card">
            <h3>
              <Link to={paths.course(language, course.id)}>{course.title}</Link>
            </h3>
            <p>{course.summary}</p>
            <p className="facts">
              <span>{t("modules", { count: course.modules })}</span>
              <span>{t("lessons", { count: course.lessons })}</span>
              <span>{t("minutes", { time: duration(course.minutes) })}</span>
            </p>
          </li>
        ))}
      </ul>
      <section className="aside-note">
        <h2>{t("verifyTitle")}</h2>
        <p>
          {t("verifyText")} <Link to={paths.verify(language)}>{useTranslations("site")("verify")}</Link>
        </p>
      </section>
    </div>
  );
}
