import type { StatusProblem } from "#app/domain/content-status.ts";
import { useAuthorWords } from "./author-words.tsx";

/** What the checks found, with the place in the file and the way to mend it, in the checks' own English. */
export function ProblemList({ problems }: { problems: readonly StatusProblem[] }) {
  const t = useAuthorWords();
  if (problems.length === 0) return <p>{t("problem.none")}</p>;
  return (
    <>
      <ul className="finding-list">
        {problems.map(({ file, line, column, severity, code, message, fix }) => (
          <li key={`${file}:${line}:${column} ${code} ${message}`} className={`finding finding-${severity}`}>
            <p className="finding-head">
              <strong>{t(`problem.${severity}`)}</strong> <code>{code}</code>{" "}
              <code>
                {file}:{line}:{column}
              </code>
            </p>
            <p lang="en">{message}</p>
            <p>
              {t("problem.mend")} <span lang="en">{fix}</span>
            </p>
          </li>
        ))}
      </ul>
      <p className="fine-print">{t("problem.english")}</p>
    </>
  );
}
