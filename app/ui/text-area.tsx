import type { TextareaHTMLAttributes } from "react";
import type { Problem } from "#app/domain/result.ts";
import { useFieldProblem } from "./field.tsx";

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  name: string;
  label: string;
  hint?: string;
  problems: readonly Problem[];
  /** Where one page has several of a name; the name itself when left out. */
  id?: string;
}

/** A labelled field for a text of several lines, with its hint and what is wrong with it. */
export function TextArea({ name, id = name, label, hint, problems, ...area }: TextAreaProps) {
  const { described, problem, text } = useFieldProblem(name, problems, hint, id);
  return (
    <div className={problem ? "field field-wrong" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="field-problem" id={`${id}-problem`}>
          {text}
        </p>
      )}
      <textarea
        id={id}
        name={name}
        rows={6}
        aria-describedby={described}
        aria-invalid={problem ? true : undefined}
        {...area}
      />
    </div>
  );
}
