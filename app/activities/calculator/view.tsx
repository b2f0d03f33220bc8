import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { RichText } from "#app/ui/rich-text.tsx";
import { useKindWords } from "#app/ui/kind-words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import type { ExhibitViewProps } from "../activity-state.ts";
import { columnsOf, examplesOf, fieldName, typedIn } from "./columns.ts";
import type { CalculatorPublic } from "./definition.ts";
import { CalculatorFields } from "./fields.tsx";
import { CalculatorResults, summaryOf } from "./results.tsx";
import { words } from "./words.ts";

/**
 * Fields, and under them what they come to. Without script the form comes back to its own page, which then holds the results; with it
 * they follow the typing, and what is wrong with a field is said when it is left.
 */
export function CalculatorView({ exhibit, prefix, query }: ExhibitViewProps<CalculatorPublic>) {
  const t = useKindWords(words);
  const language = useLanguage();
  const sent = typedIn(exhibit, prefix, query);
  const [typed, setTyped] = useState(() => sent ?? examplesOf(exhibit, prefix, language));
  /** Fields that were left, and whose problems are said; null for all of them. */
  const [left, setLeft] = useState<ReadonlySet<string> | null>(sent ? null : new Set());
  const [said, setSaid] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const results = useRef<HTMLElement>(null);
  const columns = useMemo(() => columnsOf(exhibit, prefix, typed, language), [exhibit, prefix, typed, language]);
  const labelOf = (number: number) => `${exhibit.label ?? t("column")} ${number}`;
  const others = [...query].filter(([name]) => !name.startsWith(`${prefix}.`));

  useEffect(() => {
    // What was typed before the script arrived, or was kept by the browser, stays.
    if (form.current) setTyped(textsIn(form.current, prefix));
  }, [prefix]);

  function leave(name: string) {
    setLeft((before) => before && new Set(before).add(name));
    setSaid(summaryOf(exhibit, columns, labelOf, language));
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setLeft(null);
    setSaid(summaryOf(exhibit, columns, labelOf, language));
    const wrong = columns.flatMap(({ number, problems }) =>
      exhibit.inputs
        .filter(({ letter }) => Object.hasOwn(problems, letter))
        .map(({ letter }) => fieldName(prefix, number, letter)),
    );
    const [first] = wrong;
    (first === undefined ? results.current : document.getElementById(first))?.focus();
  }

  return (
    <div className="calc">
      <RichText nodes={exhibit.intro} />
      <form ref={form} method="get" action={`#${prefix}`} noValidate onSubmit={submit}>
        {others.map(([name, value], place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a query may have a name twice, and never changes on its page
          <input key={place} type="hidden" name={name} value={value} />
        ))}
        <CalculatorFields
          exhibit={exhibit}
          prefix={prefix}
          columns={columns}
          typed={typed}
          isSaid={(name) => left === null || left.has(name)}
          labelOf={labelOf}
          change={(name, text) => setTyped((before) => ({ ...before, [name]: text }))}
          leave={leave}
        />
        <button type="submit" className="button button-small">
          {t("calculate")}
        </button>
      </form>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <section className="calc-results" ref={results} tabIndex={-1} aria-label={t("results")}>
        <CalculatorResults exhibit={exhibit} columns={columns} labelOf={labelOf} />
      </section>
    </div>
  );
}

function textsIn(form: HTMLFormElement, prefix: string): Record<string, string> {
  const fields = [...new FormData(form)].filter(([name]) => name.startsWith(`${prefix}.`));
  return Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
}
