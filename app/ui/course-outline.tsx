import { useTranslations } from "use-intl";
import { CHANGE_NOTE, paths } from "#app/domain/paths.ts";
import type { CourseView } from "./course-view.ts";
import { useLang, useLanguage } from "./language.tsx";
import { Link } from "./link.tsx";
import { Waymark } from "./waymark.tsx";

/** The contents of a course with the learner's state in words beside each step. */
export function CourseOutline({ course }: { course: CourseView }) {
  const t = useTranslations("course");
  const time = useTranslations("time");
  const language = useLanguage();
  const langOf = useLang();
  const current = firstOpenLesson(course);
  return (
    <section className="course-outline">
      <h2>{t("outline")}</h2>
      {course.welcome && (
        <p className="outline-welcome">
          <Link to={paths.welcome(language, course.id)}>{t("welcome")}</Link>
          <span className="outline-minutes">{time("short", { count: course.welcome.minutes })}</span>
        </p>
      )}
      {course.modules.map((module, index) => (
        <section key={module.id} className="outline-module">
          <p className="outline-number">{t("module", { number: index + 1 })}</p>
          <h3>{module.title}</h3>
          <p>{module.summary}</p>
          <details className="outcomes">
            <summary>{t("outcomes")}</summary>
            <ul>
              {module.outcomes.map((outcome) => (
                <li key={outcome}>{outcome}</li>
              ))}
            </ul>
          </details>
          <ol className="outline-steps">
            {module.lessons.map((lesson) => (
              <li key={lesson.id} className={`outline-step outline-step-${lesson.state}`}>
                {lesson.id === current && <Waymark className="waymark waymark-place" />}
                <Link to={paths.lesson(language, course.id, module.id, lesson.id)} lang={langOf(lesson.language)}>
                  {lesson.title}
                </Link>
                <span className="outline-state">
                  {stateOf(lesson.state, t)}
                  {lesson.changed && (
                    <>
                      {" · "}
                      <Link to={paths.lesson(language, course.id, module.id, lesson.id, CHANGE_NOTE)}>
                        {t("stateChanged")}
                      </Link>
                    </>
                  )}
                </span>
                <span className="outline-minutes">{time("short", { count: lesson.minutes })}</span>
                <p className="outline-summary" lang={langOf(lesson.language)}>
                  {lesson.summary}
                </p>
              </li>
            ))}
            <li className={`outline-step ${module.quiz.passed ? "outline-step-done" : ""}`}>
              <Link to={paths.quiz(language, course.id, module.id)}>{t("quiz")}</Link>
              <span className="outline-state">{quizStateOf(module.quiz, t)}</span>
              <span className="outline-minutes">{time("short", { count: module.quiz.minutes })}</span>
            </li>
          </ol>
        </section>
      ))}
    </section>
  );
}

type CourseMessages = ReturnType<typeof useTranslations<"course">>;

function firstOpenLesson(course: CourseView): string | null {
  const lessons = course.modules.flatMap((module) => module.lessons);
  const begun = lessons.find((lesson) => lesson.state === "begun");
  return (begun ?? lessons.find((lesson) => lesson.state === "new"))?.id ?? null;
}

function stateOf(state: "new" | "begun" | "done", t: CourseMessages): string {
  if (state === "done") return t("stateDone");
  return state === "begun" ? t("stateBegun") : t("stateNew");
}

function quizStateOf(quiz: CourseView["modules"][number]["quiz"], t: CourseMessages): string {
  if (quiz.passed) return t("statePassed", { percent: quiz.bestPercent ?? 0 });
  if (quiz.open) return t("stateOpen");
  return quiz.bestPercent === null ? t("stateNew") : t("stateFailed", { percent: quiz.bestPercent });
}
