import type { Language } from "#app/domain/language.ts";
import { writeDecimal, writeNumber } from "#app/domain/written-number.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import type { CalculatorPublic } from "./definition.ts";

/** Room beyond the longest bar and the last line, as a share of the scale. */
const ROOM = 1.08;

/**
 * One output of every column as a bar, with the author's lines across. The table above says the same in numbers.
 * @param values label of a column, and its result in plain figures
 */
export function Bars({
  output,
  marks,
  values,
  title,
  language,
}: {
  output: CalculatorPublic["outputs"][number];
  marks: CalculatorPublic["marks"];
  values: readonly { label: string; plain: string }[];
  title: string;
  language: Language;
}) {
  const numbers = values.map(({ plain }) => Number(plain));
  const low = Math.min(0, ...numbers, ...marks.map(({ value }) => value)) * ROOM;
  const high = Math.max(0, ...numbers, ...marks.map(({ value }) => value)) * ROOM;
  const span = high - low || 1;
  const at = (value: number) => `${(((value - low) / span) * 100).toFixed(2)}%`;
  const wide = (value: number) => `${((Math.abs(value) / span) * 100).toFixed(2)}%`;
  const withUnit = (number: string) => `${number}\u00a0${output.unit}`.trim();
  return (
    <figure className="calc-bars">
      <figcaption>{title}</figcaption>
      <svg className="calc-scale" aria-hidden="true" focusable="false">
        {marks.map(({ value }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a calculator never move
          <text key={place} x={at(value)} y={place % 2 === 0 ? "1em" : "2.2em"} textAnchor="middle">
            {withUnit(writeNumber(value, language))}
          </text>
        ))}
      </svg>
      {values.map(({ label, plain }) => (
        <div className="calc-bar" key={label}>
          <svg aria-hidden="true" focusable="false">
            <rect x={at(Math.min(0, Number(plain)))} y="25%" width={wide(Number(plain))} height="50%" />
            {marks.map(({ value }, place) => (
              <line
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                key={place}
                className={place % 2 === 0 ? "calc-line" : "calc-line calc-line-odd"}
                x1={at(value)}
                x2={at(value)}
                y1="0"
                y2="100%"
              />
            ))}
          </svg>
          <p>
            {label} <b>{withUnit(writeDecimal(plain, language))}</b>
          </p>
        </div>
      ))}
      <ul className="calc-lines">
        {marks.map(({ value, label }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={place}>
            <b>{withUnit(writeNumber(value, language))}</b> – <RichText nodes={label} />
          </li>
        ))}
      </ul>
    </figure>
  );
}
