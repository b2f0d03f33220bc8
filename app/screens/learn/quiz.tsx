import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { startAttempt } from "#app/commands/start-attempt.server.ts";
import { paths } from "#app/domain/paths.ts";
import { listAttemptsOf } from "#app/store/attempts.server.ts";
import { useDuration } from "#app/ui/duration.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import { pageTitle } from "../page-title.ts";
import { actionOf, loaderOf, requireAccount, requireLanguage } from "../request.server.ts";
import { requireModule } from "./course-facts.server.ts";

export const handle = { access: "account" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, () => args.data?.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const { course, module } = requireModule(params);
  const attempts = await context.services.store.read((db) =>
    listAttemptsOf(db, { accountId: account.id, courseId: course.id }),
  );
  return {
    title: module.quiz.title[language],
    course: { id: course.id, title: course.title[language] },
    module: { id: module.id, title: module.title[language] },
    draw: Math.min(module.quiz.draw, module.quiz.items.length),
    minutes: module.quiz.minutes,
    percent: course.completion.quizPassPercent,
    attempts: attempts
      .filter((attempt) => attempt.moduleId === module.id)
      .sort((a, b) => a.number - b.number)
      .map((attempt) => ({
        id: attempt.id,
        number: attempt.number,
        percent: attempt.submittedAt === null ? null : Math.floor((attempt.scorePermille ?? 0) / 10),
        passed: attempt.passed === true,
      })),
  };
});

export const action = actionOf(async ({ request, params, context }: ActionFunctionArgs) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const { course, module } = requireModule(params);
  const attemptId = await startAttempt(context.services, { accountId: account.id, course, module });
  return redirect(paths.attempt(language, course.id, module.id, attemptId), 303);
});

export default function QuizPage() {
  const { title, course, module, draw, minutes, percent, attempts } = useLoaderData<typeof loader>();
  const t = useTranslations("quiz");
  const lesson = useTranslations("lesson");
  const language = useLanguage();
  const duration = useDuration();
  const open = attempts.find((attempt) => attempt.percent === null);
  return (
    <div className="page">
      <p className="crumb">
        <Link to={paths.course(language, course.id)}>{course.title}</Link>
      </p>
      <p className="facts">
        <span>{module.title}</span>
      </p>
      <h1>{title}</h1>
      <h2>{t("rules")}</h2>
      <ul>
        <li>{t("ruleDraw", { count: draw })}</li>
        <li>{t("rulePass", { percent })}</li>
        <li>{t("ruleTime", { time: duration(minutes) })}</li>
        <li>{t("ruleAttempts")}</li>
        <li>{t("ruleSaved")}</li>
        <li>{t("ruleReview")}</li>
      </ul>
      {open ? (
        <p>
          <Link className="button" to={paths.attempt(language, course.id, module.id, open.id)}>
            {t("continue")}
          </Link>
        </p>
      ) : (
        <form method="post">
          <button className="button" type="submit">
            {attempts.length === 0 ? t("start") : t("again")}
          </button>
        </form>
      )}
      {attempts.length > 0 && (
        <>
          <h2>{t("history")}</h2>
          <ol className="attempt-list">
            {attempts.map((attempt) => (
              <li key={attempt.id}>
                <Link to={paths.attempt(language, course.id, module.id, attempt.id)}>
                  {t("attempt", { number: attempt.number })}
                </Link>{" "}
                {attempt.percent === null
                  ? t("open")
                  : `${t("result", { percent: attempt.percent })}, ${attempt.passed ? t("passed") : t("failed")}`}
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="lesson-back">
        <Link to={paths.course(language, course.id)}>{lesson("backToCourse")}</Link>
      </p>
    </div>
  );
}
