import { useTranslations } from "use-intl";
import { writeDecimal } from "#app/domain/written-number.ts";
import { useKindWords } from "#app/ui/kind-words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { type Column, type FieldProblem, fieldName, type Input, LONGEST_FIELD, type Typed } from "./columns.ts";
import type { Comparison } from "./condition.ts";
import type { CalculatorPublic } from "./definition.ts";
import { words } from "./words.ts";

interface FieldsProps {
  exhibit: CalculatorPublic;
  prefix: string;
  columns: readonly Column[];
  typed: Typed;
  /** Whether the problem of a field is said. */
  isSaid(name: string): boolean;
  labelOf(column: number): string;
  change(name: string, text: string): void;
  leave(name: string): void;
}

/** The fields of every column, in the author's groups. */
export function CalculatorFields(props: FieldsProps) {
  const { exhibit, columns, labelOf } = props;
  const groups = groupsOf(exhibit.inputs);
  return (
    <div className={`calc-columns calc-columns-${exhibit.compare}`}>
      {columns.map((column) => (
        <fieldset key={column.number} className="calc-column">
          <legend className={exhibit.compare === 1 ? "visually-hidden" : undefined}>{labelOf(column.number)}</legend>
          {groups.map(({ title, inputs }, place) => {
            const fields = inputs.map((input) => (
              <CalculatorField key={input.letter} {...props} column={column} input={input} />
            ));
            return title === null ? (
              fields
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a calculator never move
              <fieldset key={place} className="calc-group">
                <legend>{title}</legend>
                {fields}
              </fieldset>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}

function CalculatorField({
  prefix,
  typed,
  isSaid,
  change,
  leave,
  column,
  input,
}: FieldsProps & { column: Column; input: Input }) {
  const sentence = useProblemSentence();
  const { letter, name, unit } = input;
  const id = fieldName(prefix, column.number, letter);
  const problem = isSaid(id) ? column.problems[letter] : undefined;
  const described = [unit === "" ? null : `${id}-unit`, problem ? `${id}-problem` : null].filter(Boolean).join(" ");
  return (
    <div className="calc-field">
      <label htmlFor={id}>
        {name}
        <span className="calc-letter">{letter}</span>
      </label>
      {problem && (
        <p className="field-problem" id={`${id}-problem`}>
          {sentence(problem, input)}
        </p>
      )}
      <p className="calc-typed">
        <input
          id={id}
          name={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={LONGEST_FIELD}
          value={typed[id] ?? ""}
          onChange={(event) => change(id, event.target.value)}
          onBlur={() => leave(id)}
          aria-describedby={described || undefined}
          aria-invalid={problem ? true : undefined}
        />
        {unit !== "" && <span id={`${id}-unit`}>{unit}</span>}
      </p>
    </div>
  );
}

function useProblemSentence(): (problem: FieldProblem, input: Input) => string {
  const t = useKindWords(words);
  const problems = useTranslations("problems");
  const language = useLanguage();
  const says = { ">": "more", ">=": "atLeast", "<": "less", "<=": "atMost", "=": "exactly" } as const;
  const condition = (comparisons: readonly Comparison[]) =>
    comparisons
      .map(({ sign, than }) => t(says[sign], { number: writeDecimal(than, language) }))
      .reduce((first, second) => t("and", { first, second }));
  return (problem, { name, condition: comparisons }) => {
    if (problem === "missing") return t("missing", { name });
    return problem === "range" ? t("range", { name, condition: condition(comparisons) }) : problems(problem);
  };
}

function groupsOf(inputs: readonly Input[]): { title: string | null; inputs: Input[] }[] {
  const groups: { title: string | null; inputs: Input[] }[] = [];
  for (const input of inputs) {
    if (input.group !== null || groups.length === 0) groups.push({ title: input.group, inputs: [] });
    groups.at(-1)?.inputs.push(input);
  }
  return groups;
}
