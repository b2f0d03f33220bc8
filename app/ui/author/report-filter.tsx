import { useAuthorWords } from "./author-words.tsx";

/** What is chosen; empty for all. A lesson is named with its course: `course/module/lesson`. */
export interface ReportChoice {
  course: string;
  lesson: string;
  state: "" | "open" | "answered";
}

/** Chooses which reports are shown. */
export function ReportFilterForm({
  choice,
  courses,
}: {
  choice: ReportChoice;
  courses: readonly { id: string; title: string; lessons: readonly { address: string; title: string }[] }[];
}) {
  const t = useAuthorWords();
  return (
    <form method="get" className="author-filter">
      <div className="field">
        <label htmlFor="course">{t("reports.course")}</label>
        <select id="course" name="course" defaultValue={choice.course}>
          <option value="">{t("reports.allCourses")}</option>
          {courses.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="lesson">{t("reports.lesson")}</label>
        <select id="lesson" name="lesson" defaultValue={choice.lesson}>
          <option value="">{t("reports.allLessons")}</option>
          {courses.map(({ id, title, lessons }) => (
            <optgroup key={id} label={title}>
              {lessons.map((lesson) => (
                <option key={lesson.address} value={lesson.address}>
                  {lesson.title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="state">{t("reports.state")}</label>
        <select id="state" name="state" defaultValue={choice.state}>
          <option value="">{t("reports.allStates")}</option>
          <option value="open">{t("reports.open")}</option>
          <option value="answered">{t("reports.answered")}</option>
        </select>
      </div>
      <button className="button" type="submit">
        {t("reports.show")}
      </button>
    </form>
  );
}
