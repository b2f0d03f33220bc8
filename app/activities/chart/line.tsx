import { plainText } from "#app/domain/rich-text.ts";
import { useKindWords } from "#app/ui/kind-words.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import type { BodyProps } from "./bars.tsx";
import { HEIGHT, layoutLine, WIDTH } from "./line-layout.ts";
import { words } from "./words.ts";

/** Points over years, joined by lines; under them the table of all figures. */
export function Line({ exhibit: { title, labelHead, series, rows }, show }: BodyProps) {
  const t = useKindWords(words);
  const { left, ticks, years, lines, figures } = layoutLine(rows, (value) => show(value) ?? "");
  return (
    <>
      {series.length > 1 && (
        <ul className="chart-legend" aria-hidden="true">
          {series.map((name, at) => (
            <li key={name}>
              <svg viewBox="0 0 48 16" aria-hidden="true" focusable="false">
                <g className={`chart-series chart-series-${at}`}>
                  <line x1="2" x2="46" y1="8" y2="8" />
                  <Mark at={at} x={24} y={8} />
                </g>
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <svg
        className="chart-drawing"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t("drawing", { title: plainText(title) })}
        focusable="false"
      >
        {ticks.map(({ y, text }) => (
          <g key={text}>
            <line className="figure-grid" x1={left} x2={WIDTH} y1={y} y2={y} />
            <text x={left - 8} y={y + 5} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        {years.map(({ text, x, y }) => (
          <text key={text} x={x} y={y} textAnchor="middle">
            {text}
          </text>
        ))}
        {lines.map((pieces, at) => (
          <g key={series[at]} className={`chart-series chart-series-${at}`}>
            {pieces.map((points) => (
              <polyline key={points[0]?.x} points={points.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ")} />
            ))}
            {pieces.flat().map(({ x, y }) => (
              <Mark key={x} at={at} x={round(x)} y={round(y)} />
            ))}
          </g>
        ))}
        {figures.map(({ text, x, y }) => (
          <text key={`${x} ${y}`} className="chart-figure" x={round(x)} y={round(y)} textAnchor="middle">
            {text}
          </text>
        ))}
      </svg>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen must scroll by keyboard */}
      <section className="exhibit-scroll" aria-label={t("figures")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{labelHead}</th>
              {series.map((name) => (
                <th key={name} scope="col" className="chart-value">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, words: text, values }) => (
              <tr key={label}>
                <th scope="row">
                  <RichText nodes={text} />
                </th>
                {series.map((name, at) => (
                  <td key={name} className="chart-value">
                    {show(values[at] ?? null) ?? t("unknown")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** A point: a disc, a square, a triangle. */
function Mark({ at, x, y }: { at: number; x: number; y: number }) {
  if (at === 0) return <circle cx={x} cy={y} r={4.5} />;
  if (at === 1) return <rect x={x - 4} y={y - 4} width={8} height={8} />;
  return <path d={`M${x} ${y - 5.5}l5.5 10h-11z`} />;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
