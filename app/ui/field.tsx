import type { InputHTMLAttributes, ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Problem } from "#app/domain/result.ts";

/** The sentence of a problem in the reader's language. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations("problems");
  return (problem) => t(problem.code as Parameters<typeof t>[0], problem.values as never);
}

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  name: string;
  label: string;
  hint?: string;
  problems: readonly Problem[];
}

/** A labelled text field with its hint and, beside it, what is wrong with it. */
export function Field({ name, label, hint, problems, ...input }: FieldProps) {
  const { described, problem, text } = useFieldProblem(name, problems, hint);
  return (
    <div className={problem ? "field field-wrong" : "field"}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="field-problem" id={`${name}-problem`}>
          {text}
        </p>
      )}
      <input id={name} name={name} aria-describedby={described} aria-invalid={problem ? true : undefined} {...input} />
    </div>
  );
}

/** A labelled choice from a list. */
export function SelectField({
  name,
  label,
  problems,
  defaultValue,
  children,
}: {
  name: string;
  label: string;
  problems: readonly Problem[];
  defaultValue?: string;
  children: ReactNode;
}) {
  const { described, problem, text } = useFieldProblem(name, problems);
  return (
    <div className={problem ? "field field-wrong" : "field"}>
      <label htmlFor={name}>{label}</label>
      {problem && (
        <p className="field-problem" id={`${name}-problem`}>
          {text}
        </p>
      )}
      <select
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={described}
        aria-invalid={problem ? true : undefined}
      >
        {children}
      </select>
    </div>
  );
}

/** What is wrong with a field, and the ids of the texts that describe it. */
export function useFieldProblem(name: string, problems: readonly Problem[], hint?: string, id = name) {
  const textOf = useProblemText();
  const problem = problems.find((one) => one.field === name);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined;
  return { problem, described, text: problem && textOf(problem) };
}
