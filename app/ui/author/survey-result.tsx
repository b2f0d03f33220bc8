import { formatNumber } from "#app/domain/calendar-date.ts";
import { paths } from "#app/domain/paths.ts";
import { SURVEY_CHOICES, type SurveyGroup, type SurveyResult } from "#app/domain/survey-result.ts";
import { useLanguage } from "../language.tsx";
import { Link } from "../link.tsx";
import { LANGUAGE_NAMES } from "../shell.tsx";
import { useAuthorWords } from "./author-words.tsx";
import { TableFrame } from "./table-frame.tsx";

/** A survey of a lesson, with what may be shown of it. */
export interface SurveyLine {
  id: string;
  courseId: string;
  courseTitle: string;
  /** Of the lesson in its course. */
  folder: string;
  lessonTitle: string;
  question: string;
  /** The words of the lowest and of the highest step. */
  ends: [string, string];
  /** The words of each statement. */
  texts: Record<string, string>;
  result: SurveyResult;
}

/** How often each step was chosen: in all languages together, then in each that may be shown. */
export function SurveyResultSection({ line }: { line: SurveyLine }) {
  const t = useAuthorWords();
  const reader = useLanguage();
  const { id, courseId, courseTitle, folder, lessonTitle, question, result } = line;
  const heading = `survey-${courseId}-${id}`;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{question}</h2>
      <p className="facts">
        <Link to={paths.authorPreview(reader, courseId, folder)}>
          {t("surveys.inLesson", { lesson: lessonTitle, course: courseTitle })}
        </Link>
        {result.all && (
          <a href={paths.authorSurveysFile(reader, { course: courseId, survey: id })} download={`${id}.csv`}>
            {t("surveys.file")}
          </a>
        )}
      </p>
      {result.all ? (
        <>
          <Group line={line} title={t("surveys.all")} group={result.all} />
          {result.languages.map(({ language, group }) => (
            <Group key={language} line={line} title={LANGUAGE_NAMES[language]} group={group} />
          ))}
        </>
      ) : (
        <p>{t("surveys.tooFew")}</p>
      )}
    </section>
  );
}

function Group({ line: { ends, texts }, title, group }: { line: SurveyLine; title: string; group: SurveyGroup }) {
  const t = useAuthorWords();
  const reader = useLanguage();
  const steps = SURVEY_CHOICES.filter((choice) => choice !== "none");
  const [low, high] = ends;
  return (
    <>
      <h3>{title}</h3>
      <p className="facts">{t("surveys.people", { count: group.people })}</p>
      <TableFrame label={title}>
        <thead>
          <tr>
            <th scope="col">{t("surveys.statement")}</th>
            {steps.map((step) => (
              <th key={step} scope="col" className="number">
                {step}
                {step === "1" && <span className="status-facts">{low}</span>}
                {step === steps.at(-1) && <span className="status-facts">{high}</span>}
              </th>
            ))}
            <th scope="col" className="number">
              {t("surveys.noAnswer")}
            </th>
          </tr>
        </thead>
        <tbody>
          {group.statements.map(({ id, counts }) => (
            <tr key={id}>
              <th scope="row">{texts[id]}</th>
              {counts ? (
                SURVEY_CHOICES.map((choice) => (
                  <td key={choice} className="number">
                    {formatNumber(counts[choice], reader)}
                  </td>
                ))
              ) : (
                <td colSpan={SURVEY_CHOICES.length}>{t("surveys.hidden")}</td>
              )}
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </>
  );
}
