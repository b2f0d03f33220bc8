import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { loadedLesson, welcomeKey } from "#app/catalogue/lessons.ts";
import { readingOrder } from "#app/domain/course.ts";
import { paths } from "#app/domain/paths.ts";
import { useLang } from "#app/ui/language.tsx";
import { LessonBody } from "#app/ui/lesson-body.tsx";
import { Link } from "#app/ui/link.tsx";
import { prepareLesson } from "#app/ui/prepare-lesson.ts";
import { Untranslated } from "#app/ui/untranslated.tsx";
import { pageTitle } from "../page-title.ts";
import { loaderOf, notFound, requireLanguage } from "../request.server.ts";
import { requireCourse } from "./course-facts.server.ts";

export const handle = { access: "public" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, () => args.data?.title);

export const loader = loaderOf(async ({ params }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const course = requireCourse(params);
  const key = welcomeKey(course.id, language);
  const compiled = loadedLesson(key);
  if (!course.welcome || !compiled) throw notFound();
  const first = readingOrder(course)[0];
  return {
    key,
    title: course.welcome.title[language],
    textLanguage: compiled.meta.language,
    course: { title: course.title[language], to: paths.course(language, course.id) },
    next: first && {
      title: first.lesson.title[language],
      to: paths.lesson(language, course.id, first.module.id, first.lesson.id),
    },
  };
});

export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  const data = await serverLoader<typeof loader>();
  await prepareLesson(data.key);
  return data;
}

export default function Welcome() {
  const { key, title, textLanguage, course, next } = useLoaderData<typeof loader>();
  const t = useTranslations("lesson");
  const langOf = useLang();
  return (
    <article className="page lesson-page">
      <p className="crumb">
        <Link to={course.to}>{course.title}</Link>
      </p>
      <h1 lang={langOf(textLanguage)}>{title}</h1>
      <Untranslated language={textLanguage} />
      <LessonBody lessonKey={key} activities={{}} />
      {next && (
        <p className="lesson-end">
          <Link className="button" to={next.to}>
            {t("next", { title: next.title })}
          </Link>
        </p>
      )}
    </article>
  );
}
