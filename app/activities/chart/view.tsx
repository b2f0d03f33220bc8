import { formatNumber } from "#app/domain/calendar-date.ts";
import { useKindWords } from "#app/ui/kind-words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { RichText } from "#app/ui/rich-text.tsx";
import type { ExhibitViewProps } from "../activity-state.ts";
import { Bars, Shares } from "./bars.tsx";
import type { ChartPublic } from "./definition.ts";
import { Line } from "./line.tsx";
import { Patterns } from "./patterns.tsx";
import { words } from "./words.ts";

/** Bars and shares are drawn inside their table; a line stands above its own. Nothing is left to the drawing alone. */
export function ChartView({ exhibit, prefix }: ExhibitViewProps<ChartPublic>) {
  const t = useKindWords(words);
  const language = useLanguage();
  const { type, title, lead, unit, period, publisher, notes } = exhibit;
  const percent = unit === "%" ? "\u00a0%" : "";
  const show = (value: number | null) => (value === null ? null : formatNumber(value, language) + percent);
  const Body = { bar: Bars, line: Line, share: Shares }[type];
  return (
    <figure className={`chart chart-${type}`} aria-labelledby={`${prefix}-title`}>
      <figcaption>
        <p className="exhibit-title" id={`${prefix}-title`}>
          <RichText nodes={title} />
        </p>
        <p className="chart-facts">{t("facts", { unit, period, publisher })}</p>
      </figcaption>
      <RichText nodes={lead} />
      <Patterns prefix={prefix} />
      <Body exhibit={exhibit} prefix={prefix} show={show} />
      <div className="chart-notes">
        <RichText nodes={notes} />
      </div>
    </figure>
  );
}
