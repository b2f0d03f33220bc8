import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { Problem } from "#app/domain/result.ts";
import { useProblemText } from "./field.tsx";

/** Everything that is wrong with a form, first on the page, each with a link to its field. It takes the focus. */
export function ProblemSummary({ problems }: { problems: readonly Problem[] }) {
  const t = useTranslations("problems");
  const textOf = useProblemText();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) element.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="problem-summary" role="alert" tabIndex={-1} ref={element}>
      <h2>{t("summary", { count: problems.length })}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.code + (problem.field ?? "")}>
            {problem.field ? <a href={`#${problem.field}`}>{textOf(problem)}</a> : textOf(problem)}
          </li>
        ))}
      </ul>
    </div>
  );
}
