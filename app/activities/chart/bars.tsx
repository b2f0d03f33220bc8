import type { ReactNode } from "react";
import { useKindWords } from "#app/ui/kind-words.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import type { ChartPublic } from "./definition.ts";
import { fillOf, Swatch } from "./patterns.tsx";
import { words } from "./words.ts";

export interface BodyProps {
  exhibit: ChartPublic;
  prefix: string;
  /** A value in the reader's form. */
  show: (value: number | null) => string | null;
}

/** A table with a bar in each row. All bars begin at zero, and the longest value has the whole width. */
export function Bars({ exhibit: { labelHead, series, rows }, prefix, show }: BodyProps) {
  const greatest = Math.max(...rows.flatMap(({ values }) => values.map((value) => value ?? 0)), 0);
  if (series.length === 1) {
    return (
      <table aria-labelledby={`${prefix}-title`}>
        <Head labelHead={labelHead} valueHead={series[0] ?? ""} />
        <tbody>
          {rows.map(({ label, words: text, values: [value = null] }) => (
            <tr key={label}>
              <th scope="row">
                <RichText nodes={text} />
              </th>
              <Value shown={show(value)} />
              <Bar value={value} greatest={greatest} fill={fillOf(prefix, 0)} />
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  return (
    <table aria-labelledby={`${prefix}-title`}>
      {rows.map(({ label, words: text, values }) => (
        <tbody key={label}>
          <Whole text={text} />
          {series.map((name, at) => (
            <tr key={name}>
              <Part name={name} prefix={prefix} at={at} />
              <Value shown={show(values[at] ?? null)} />
              <Bar value={values[at] ?? null} greatest={greatest} fill={fillOf(prefix, at)} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** For each row one bar of all its parts, and under it each part with its per cent. */
export function Shares({ exhibit: { series, rows }, prefix, show }: BodyProps) {
  return (
    <table aria-labelledby={`${prefix}-title`}>
      {rows.map(({ label, words: text, values }) => {
        const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
        return (
          <tbody key={label}>
            <Whole text={text}>
              <svg width="100%" height="24" aria-hidden="true" focusable="false">
                {series.map((name, at) => {
                  const before = values.slice(0, at).reduce<number>((total, value) => total + (value ?? 0), 0);
                  return (
                    <rect
                      key={name}
                      x={percent(before / sum)}
                      y="1"
                      width={percent((values[at] ?? 0) / sum)}
                      height="22"
                      fill={fillOf(prefix, at)}
                    />
                  );
                })}
              </svg>
            </Whole>
            {series.map((name, at) => (
              <tr key={name}>
                <Part name={name} prefix={prefix} at={at} />
                <Value shown={show(values[at] ?? null)} />
                <td aria-hidden="true" />
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function Head({ labelHead, valueHead }: { labelHead: string; valueHead: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{labelHead}</th>
        <th scope="col" className="chart-value">
          {valueHead}
        </th>
        <td aria-hidden="true" />
      </tr>
    </thead>
  );
}

function Whole({ text, children }: { text: ChartPublic["rows"][number]["words"]; children?: ReactNode }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={3} className="chart-group">
        <RichText nodes={text} />
        {children}
      </th>
    </tr>
  );
}

function Part({ name, prefix, at }: { name: string; prefix: string; at: number }) {
  return (
    <th scope="row" className="chart-part">
      <Swatch prefix={prefix} at={at} />
      {name}
    </th>
  );
}

function Value({ shown }: { shown: string | null }) {
  const t = useKindWords(words);
  return <td className={shown === null ? "chart-value is-unknown" : "chart-value"}>{shown ?? t("unknown")}</td>;
}

function Bar({ value, greatest, fill }: { value: number | null; greatest: number; fill: string }) {
  return (
    <td className="chart-bar-cell" aria-hidden="true">
      <svg width="100%" height="20" aria-hidden="true" focusable="false">
        {value !== null && value > 0 && <rect y="1" width={percent(value / greatest)} height="18" fill={fill} />}
      </svg>
    </td>
  );
}

function percent(part: number): string {
  return `${Math.round(part * 100_000) / 1000}%`;
}
