import type { Language } from "#app/domain/language.ts";
import { writeDecimal } from "#app/domain/written-number.ts";
import { useKindWords } from "#app/ui/kind-words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { RichText } from "#app/ui/rich-text.tsx";
import { Bars } from "./bars.tsx";
import type { Column } from "./columns.ts";
import type { CalculatorPublic } from "./definition.ts";
import { words } from "./words.ts";

type Output = CalculatorPublic["outputs"][number];

/** A table of every output with its formula, what is to be said of it, and the bars. */
export function CalculatorResults({
  exhibit,
  columns,
  labelOf,
}: {
  exhibit: CalculatorPublic;
  columns: readonly Column[];
  labelOf(column: number): string;
}) {
  const t = useKindWords(words);
  const language = useLanguage();
  const alone = exhibit.compare === 1;
  const used = columns.filter((column) => column.used);
  const marked = exhibit.outputs.filter(({ letter }) => exhibit.marks.some(({ output }) => output === letter));
  return (
    <>
      <table>
        <caption>{t("results")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            {used.map(({ number }) => (
              <th key={number} scope="col">
                {alone ? t("value") : labelOf(number)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {exhibit.outputs.map(({ letter, name, formula, unit }) => (
            <tr key={letter}>
              <th scope="row">
                {unit === "" ? name : `${name}, ${unit}`}
                <span className="calc-formula">{`${letter} = ${shownFormula(formula, language)}`}</span>
              </th>
              {used.map((column) => (
                <td key={column.number}>
                  <Value plain={resultIn(column, letter)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="calc-messages">
        {used.flatMap(({ number, calculated }) =>
          (calculated?.bands ?? []).map((place) => (
            <li key={`${number} ${place}`}>
              {!alone && <b>{labelOf(number)}: </b>}
              <RichText nodes={exhibit.bands[place]?.message ?? []} />
            </li>
          )),
        )}
      </ul>
      {marked.map((output) => (
        <Bars
          key={output.letter}
          output={output}
          marks={exhibit.marks.filter((mark) => mark.output === output.letter)}
          values={used.flatMap((column) => {
            const plain = resultIn(column, output.letter);
            return plain === null ? [] : [{ label: alone ? "" : labelOf(column.number), plain }];
          })}
          title={t("lines", { output: output.name })}
          language={language}
        />
      ))}
    </>
  );
}

/** The results of all columns in one sentence each, to be read out. */
export function summaryOf(
  exhibit: CalculatorPublic,
  columns: readonly Column[],
  labelOf: (column: number) => string,
  language: Language,
): string {
  const told =
    (column: Column) =>
    ({ letter, name, unit }: Output) => {
      const plain = resultIn(column, letter);
      return plain === null ? [] : [`${name}: ${writeDecimal(plain, language)} ${unit}`.trim()];
    };
  return columns
    .filter(({ used, calculated }) => used && calculated)
    .map((column) => {
      const results = exhibit.outputs.flatMap(told(column)).join("; ");
      return exhibit.compare === 1 ? `${results}.` : `${labelOf(column.number)}. ${results}.`;
    })
    .join(" ");
}

function Value({ plain }: { plain: string | null }) {
  const t = useKindWords(words);
  const language = useLanguage();
  if (plain !== null) return writeDecimal(plain, language);
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{t("noValue")}</span>
    </>
  );
}

function resultIn({ calculated }: Column, letter: string): string | null {
  return calculated?.results[letter] ?? null;
}

/** A formula with the signs of print, and its numbers in the reader's form. */
function shownFormula(formula: string, language: Language): string {
  return formula
    .replace(/[A-Za-z][A-Za-z0-9]*|\d+(?:\.\d+)?/g, (part) => (/^\d/.test(part) ? writeDecimal(part, language) : part))
    .replaceAll("*", "×")
    .replaceAll("-", "−")
    .replace(/,(?=\s)/g, language === "en" ? "," : ";");
}
